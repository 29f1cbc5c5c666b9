package dokbro.api;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Long waits (for a limit, before another try) of a run's threads: they end when the run does, so that a stop need not wait for an API that
 * asked for half a minute.
 */
public final class Patience {

    private static final ThreadLocal<BooleanSupplier> OVER = new ThreadLocal<>();
    private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(200);

    private Patience() {}

    /** Does the work on this thread; its waits end as soon as {@code over} says so. */
    public static void until(BooleanSupplier over, Runnable work) {
        OVER.set(over);
        try {
            work.run();
        } finally {
            OVER.remove();
        }
    }

    /** Waits; false when it was cut short, since nobody wants the outcome any more. */
    public static boolean wait(Duration time) throws InterruptedException {
        BooleanSupplier over = OVER.get();
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            if (over != null && over.getAsBoolean()) {
                return false;
            }
            TimeUnit.NANOSECONDS.sleep(over == null ? left : Math.min(left, LOOK_EVERY));
        }
        return true;
    }
}
