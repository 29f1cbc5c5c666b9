package dokbro.poweroffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Pace pace = new Pace(meters);
    private final ExecutorService threads = Executors.newFixedThreadPool(20);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void twentyCallsOfTwoCompaniesWithOneKeyKeepOneDistance() throws Exception {
        List<Long> left = leave(20, "key", 50);

        // 19 distances of 20.4 ms; a quiet time before is no credit.
        assertThat(left.get(19) - left.get(0)).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(370));
        assertThat(pace.waiting()).isZero();
    }

    @Test
    void quietTimeIsNotMadeUpForByABurst() throws Exception {
        pace.await("key", "a", 50);
        long quiet = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200);
        await().pollInterval(Duration.ofMillis(20)).until(() -> System.nanoTime() > quiet);

        List<Long> left = leave(6, "key", 50);
        assertThat(left.get(5) - left.get(0)).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(90));
    }

    @Test
    void keysDoNotWaitForEachOther() throws Exception {
        pace.park("other", Duration.ofSeconds(30));

        assertThat(leave(3, "key", 1000)).hasSize(3);
        assertThat(pace.parked()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30));
    }

    @Test
    void parkedKeyHoldsThoseTooWhoHadTheirTurn() throws Exception {
        pace.await("key", "a", 2);
        Future<Long> next = threads.submit(() -> {
            pace.await("key", "a", 2);
            return System.nanoTime();
        });
        await().until(() -> pace.waiting() == 1);
        long parked = System.nanoTime();
        pace.park("key", Duration.ofMillis(1200));
        pace.park("key", Duration.ofMillis(10));

        assertThat(next.get(20, TimeUnit.SECONDS) - parked).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(1200));
    }

    @Test
    void lowestLimitOfACompanyHolds() throws Exception {
        pace.await("key", "fast", 1000);
        pace.await("key", "slow", 20);
        List<Long> left = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            pace.await("key", "fast", 1000);
            left.add(System.nanoTime());
        }

        assertThat(left.get(3) - left.get(0)).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(140));
    }

    @Test
    void waitingIsAMetric() {
        pace.park("key", Duration.ofSeconds(30));
        threads.submit(() -> {
            pace.await("key", "a", 10);
            return null;
        });

        await().until(() -> meters.get("dokbro.api.waiting").gauge().value() == 1);
        assertThat(meters.get("dokbro.api.parked").gauge().value()).isBetween(20.0, 30.0);
    }

    /** When each call left, in order; every second one by another company. */
    private List<Long> leave(int calls, String key, int requestsPerSecond) throws Exception {
        List<Future<Long>> gone = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            String company = i % 2 == 0 ? "a" : "b";
            gone.add(threads.submit(() -> {
                pace.await(key, company, requestsPerSecond);
                return System.nanoTime();
            }));
        }
        List<Long> left = new ArrayList<>();
        for (Future<Long> one : gone) {
            left.add(one.get(20, TimeUnit.SECONDS));
        }
        return left.stream().sorted().toList();
    }
}
