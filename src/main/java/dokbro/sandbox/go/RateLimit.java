package dokbro.sandbox.go;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/** So many calls in any second. Refused calls don't count against the caller. */
final class RateLimit {

    private static final long SECOND = 1_000_000_000L;

    private final LongSupplier nanos;
    private final Deque<Long> accepted = new ArrayDeque<>();
    private long refused;

    /** @param nanos time that really passes, whatever the injected clock says */
    RateLimit(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Whether one more call may pass; 0 is no limit. */
    synchronized boolean pass(int perSecond) {
        if (perSecond == 0) {
            accepted.clear();
            return true;
        }
        long now = nanos.getAsLong();
        while (!accepted.isEmpty() && now - accepted.peekFirst() >= SECOND) {
            accepted.removeFirst();
        }
        if (accepted.size() >= perSecond) {
            refused++;
            return false;
        }
        accepted.addLast(now);
        return true;
    }

    synchronized long refused() {
        return refused;
    }
}
