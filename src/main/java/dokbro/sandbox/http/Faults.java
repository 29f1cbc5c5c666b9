package dokbro.sandbox.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Which calls go wrong: a share of all, drawn from a seeded generator, and a script for the next ones, which goes first. Thread-safe; may
 * be changed while the server runs. With one caller at a time the same seed gives the same faults.
 */
public final class Faults {

    private static final int ALL = 1000;

    private final Random random;
    private final List<Scripted> script = new ArrayList<>();
    private final Map<Fault, Long> given = new EnumMap<>(Fault.class);
    private int perMille;
    private List<Fault> kinds = List.of();
    private String exceptPrefix;
    private Duration hold = Duration.ofSeconds(60);
    private Duration slow = Duration.ofSeconds(2);
    private Duration latency = Duration.ZERO;

    /** No faults until some are asked for; those of the share are drawn with this seed. */
    public Faults(long seed) {
        this.random = new Random(seed);
    }

    /** No faults until some are asked for. */
    public static Faults none() {
        return new Faults(0);
    }

    /** From now on this many calls of a thousand go wrong, each in one of these ways, all equally likely; 0 ends it. */
    public synchronized void share(int callsPerMille, Fault... ways) {
        if (callsPerMille < 0 || callsPerMille > ALL || (callsPerMille > 0 && ways.length == 0)) {
            throw new IllegalArgumentException(callsPerMille + " per mille, " + ways.length + " ways");
        }
        perMille = callsPerMille;
        kinds = List.of(ways);
    }

    /** Calls to paths that begin like this (any case) are left out of the share, not of the script; null leaves out none. */
    public synchronized void exceptPathsFrom(String prefix) {
        exceptPrefix = prefix;
    }

    /**
     * The next calls of this method to a path that begins like this get this fault, after those scripted before.
     *
     * @param method null for any
     * @param pathPrefix any case
     */
    public synchronized void next(int calls, String method, String pathPrefix, Fault fault) {
        script.add(new Scripted(method, pathPrefix, fault, calls));
    }

    /** Forgets script and share; hold, slow and latency stay. */
    public synchronized void clear() {
        script.clear();
        perMille = 0;
    }

    /** How long a timeout holds the connection; at first 60 s. */
    public synchronized void hold(Duration time) {
        hold = time;
    }

    /** How late a slow answer is; at first 2 s. */
    public synchronized void slow(Duration time) {
        slow = time;
    }

    /** How late every answer is; at first not at all. */
    public synchronized void latency(Duration time) {
        latency = time;
    }

    /** How often each fault was given so far. */
    public synchronized Map<Fault, Long> given() {
        return new EnumMap<>(given);
    }

    synchronized Duration hold() {
        return hold;
    }

    synchronized Duration slow() {
        return slow;
    }

    synchronized Duration latency() {
        return latency;
    }

    synchronized Optional<Fault> draw(String method, String path) {
        Optional<Fault> fault = fromScript(method, path).or(() -> fromShare(path));
        fault.ifPresent(f -> given.merge(f, 1L, Long::sum));
        return fault;
    }

    private Optional<Fault> fromScript(String method, String path) {
        for (Iterator<Scripted> each = script.iterator(); each.hasNext(); ) {
            Scripted scripted = each.next();
            if (scripted.meets(method, path)) {
                if (--scripted.left == 0) {
                    each.remove();
                }
                return Optional.of(scripted.fault);
            }
        }
        return Optional.empty();
    }

    private Optional<Fault> fromShare(String path) {
        if (perMille == 0 || (exceptPrefix != null && startsWith(path, exceptPrefix))) {
            return Optional.empty();
        }
        return random.nextInt(ALL) < perMille ? Optional.of(kinds.get(random.nextInt(kinds.size()))) : Optional.empty();
    }

    private static boolean startsWith(String path, String prefix) {
        return path.toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT));
    }

    private static final class Scripted {
        private final String method;
        private final String prefix;
        private final Fault fault;
        private int left;

        private Scripted(String method, String prefix, Fault fault, int left) {
            if (left < 1) {
                throw new IllegalArgumentException("the next " + left + " calls");
            }
            this.method = method;
            this.prefix = prefix;
            this.fault = fault;
            this.left = left;
        }

        private boolean meets(String calledMethod, String path) {
            return (method == null || method.equalsIgnoreCase(calledMethod)) && startsWith(path, prefix);
        }
    }
}
