package dokbro.poweroffice;

import dokbro.api.Patience;
import dokbro.api.Withheld;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * Go's limit of calls: one lane for each subscription key, whatever the number of companies that use it. Calls leave a lane one at a time
 * at an even distance, two per cent wider than the limit asks for, in the order they came; a quiet time is not made up for by a burst.
 */
@Component
public final class Pace {

    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();

    Pace(MeterRegistry meters) {
        Gauge.builder("dokbro.api.waiting", this, Pace::waiting)
                .tag("api", "poweroffice")
                .description("calls that wait for their turn")
                .register(meters);
        Gauge.builder("dokbro.api.parked", this, pace -> pace.parked().toMillis() / 1000.0)
                .tag("api", "poweroffice")
                .baseUnit("seconds")
                .description("until calls go out again after a 429")
                .register(meters);
    }

    /**
     * Waits for the turn of one call.
     *
     * @param company with companies that share a key and disagree about its limit, the lowest holds
     */
    public void await(String subscriptionKey, String company, int requestsPerSecond) throws InterruptedException {
        Lane lane = lanes.computeIfAbsent(subscriptionKey, key -> new Lane());
        waiting.incrementAndGet();
        try {
            lane.await(company, Math.max(1, requestsPerSecond));
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** No call with this key before the wait is over; those that had their turn already wait too. */
    public void park(String subscriptionKey, Duration wait) {
        lanes.computeIfAbsent(subscriptionKey, key -> new Lane()).park(wait);
    }

    /** How many calls wait for their turn. */
    public int waiting() {
        return waiting.get();
    }

    /** How long the key that is parked longest stays parked; zero when none is. */
    public Duration parked() {
        long longest =
                lanes.values().stream().mapToLong(Lane::parkedNanos).max().orElse(0);
        return Duration.ofNanos(Math.max(0, longest));
    }

    /** Distances are measured with the machine's steady time: a corrected clock must neither stop nor flood an API. */
    private static final class Lane {
        private final Map<String, Integer> limits = new ConcurrentHashMap<>();
        private final Bucket bucket = Bucket.builder()
                .addLimit(bandwidth(1))
                .withNanosecondPrecision()
                .build();
        private int limit;
        private long parkedUntil = System.nanoTime();

        void await(String company, int requestsPerSecond) throws InterruptedException {
            adopt(company, requestsPerSecond);
            bucket.asBlocking().consume(1);
            for (long left = parkedNanos(); left > 0; left = parkedNanos()) {
                if (!Patience.wait(Duration.ofNanos(left))) {
                    throw new Withheld(new IllegalStateException("The run has ended while it waited for Go's limit"));
                }
                bucket.asBlocking().consume(1);
            }
        }

        synchronized void park(Duration wait) {
            long until = System.nanoTime() + wait.toNanos();
            parkedUntil = until - parkedUntil > 0 ? until : parkedUntil;
        }

        synchronized long parkedNanos() {
            return parkedUntil - System.nanoTime();
        }

        private void adopt(String company, int requestsPerSecond) {
            Integer before = limits.put(company, requestsPerSecond);
            if (before != null && before == requestsPerSecond) {
                return;
            }
            synchronized (this) {
                int lowest = limits.values().stream()
                        .mapToInt(Integer::intValue)
                        .min()
                        .orElse(requestsPerSecond);
                if (lowest != limit) {
                    limit = lowest;
                    bucket.replaceConfiguration(
                            BucketConfiguration.builder()
                                    .addLimit(bandwidth(lowest))
                                    .build(),
                            TokensInheritanceStrategy.AS_IS);
                }
            }
        }

        private static Bandwidth bandwidth(int requestsPerSecond) {
            long nanos = TimeUnit.SECONDS.toNanos(1) / requestsPerSecond * 102 / 100;
            return Bandwidth.builder()
                    .capacity(1)
                    .refillGreedy(1, Duration.ofNanos(Math.max(1, nanos)))
                    .build();
        }
    }
}
