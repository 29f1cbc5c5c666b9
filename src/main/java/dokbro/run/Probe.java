package dokbro.run;

import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import dokbro.link.Link;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Looks in the target for records whose create got no answer (design, section 3.9). */
public interface Probe {

    /**
     * @param claims creates in doubt, all old enough to be seen by a read
     * @return source id → ids of the target records that may be what it made: with its mark, or, where there is none, equal in what is unique
     *     there and linked to nothing
     */
    Map<String, List<String>> find(Run run, List<Link> claims);

    /** More candidates than creates in doubt: a person decides. */
    default RecordFailure several(Link claimed, List<String> targets) {
        return new RecordFailure(Reason.SEVERAL_MARKED, targets.size(), claimed.sourceId(), String.join(", ", targets));
    }

    /**
     * A record in the target that carries Dokbro's mark, whoever it belongs to.
     *
     * @param date its day; null where the target does not say
     */
    record Marked(String sourceId, int generation, LocalDate date) {}

    /**
     * Marked records that were changed since a time (with a margin for clocks that differ); all of them for null. Empty where the target takes no
     * mark.
     */
    List<Marked> marked(Run run, Instant since);
}
