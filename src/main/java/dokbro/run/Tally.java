package dokbro.run;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** The counts of a run; safe for its threads. */
public final class Tally {

    private final LongAdder read = new LongAdder();
    private final LongAdder missing = new LongAdder();
    private final Map<Outcome, LongAdder> outcomes = new EnumMap<>(Outcome.class);

    Tally() {
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome, new LongAdder());
        }
    }

    void read() {
        read.increment();
    }

    /** Records that the run has read; those that are missing are not among them. */
    long seen() {
        return read.sum();
    }

    void missing() {
        missing.increment();
    }

    void count(Outcome outcome) {
        outcomes.get(outcome).increment();
    }

    void count(Outcome outcome, long times) {
        outcomes.get(outcome).add(times);
    }

    public long of(Outcome outcome) {
        return outcomes.get(outcome).sum();
    }

    /** Records read + missing = the sum of all outcomes, once a run has come to its end. */
    public boolean addsUp() {
        return read.sum() + missing.sum()
                == outcomes.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** As REST shows them: {@code read, missing, created … inDoubt, dead}. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("read", read.sum());
        counts.put("missing", missing.sum());
        outcomes.forEach((outcome, count) -> counts.put(
                outcome == Outcome.IN_DOUBT ? "inDoubt" : outcome.name().toLowerCase(Locale.ROOT), count.sum()));
        return counts;
    }
}
