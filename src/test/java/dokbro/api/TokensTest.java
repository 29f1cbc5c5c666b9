package dokbro.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dokbro.company.Company;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokensTest {

    private final TestClock clock = new TestClock();
    private final AtomicInteger signIns = new AtomicInteger();
    private final ExecutorService threads = Executors.newFixedThreadPool(20);
    private final Company company = company("a", 1);
    private final Tokens tokens = new Tokens(clock, this::signIn);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void isRenewedAMinuteBeforeItEnds() {
        assertThat(tokens.current(company)).isEqualTo("a1-1");
        clock.forward(Duration.ofSeconds(1139));
        assertThat(tokens.current(company)).isEqualTo("a1-1");
        clock.forward(Duration.ofSeconds(1));
        assertThat(tokens.current(company)).isEqualTo("a1-2");
    }

    @Test
    void marginIsAtMostATenthOfTheLife() {
        Tokens.Token token = Tokens.Token.living("t", clock.instant(), Duration.ofSeconds(100), Duration.ofSeconds(60));

        assertThat(token.renewAt()).isEqualTo(clock.instant().plusSeconds(90));
        assertThat(token.toString()).doesNotContain("\"t\"").isEqualTo("token to renew at 2026-11-24T08:01:30Z");
    }

    @Test
    void eachCompanyAndEachSetOfKeysHasItsOwn() {
        assertThat(tokens.current(company)).isEqualTo("a1-1");
        assertThat(tokens.current(company("b", 1))).isEqualTo("b1-2");
        assertThat(tokens.current(company("a", 2))).isEqualTo("a1-1");
        var otherKeys = TestCompany.of(
                "a", 1, new Company.SmartDokAccess(company.smartdok().url(), "renewed"), company.poweroffice());
        assertThat(tokens.current(otherKeys)).isEqualTo("a1-3");
        assertThat(tokens.current(company)).isEqualTo("a1-1");
    }

    @Test
    void forgetsOnlyTheTokenThatWasRefused() {
        tokens.current(company);
        tokens.forget(company, "older");
        assertThat(tokens.current(company)).isEqualTo("a1-1");
        tokens.forget(company, "a1-1");
        assertThat(tokens.current(company)).isEqualTo("a1-2");
        tokens.forget(company("unknown", 1), "x");
    }

    @Test
    void twentyThreadsShareOneSignIn() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        Tokens slow = new Tokens(clock, one -> {
            awaited(go);
            return signIn(one);
        });
        List<Future<String>> got = ask(slow);
        go.countDown();

        for (Future<String> one : got) {
            assertThat(one.get(10, TimeUnit.SECONDS)).isEqualTo("a1-1");
        }
        assertThat(signIns).hasValue(1);
    }

    @Test
    void failureIsSharedByThoseWhoWaitedAndNotKept() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger tried = new AtomicInteger();
        Tokens failing = new Tokens(clock, one -> {
            awaited(go);
            if (tried.incrementAndGet() == 1) {
                throw new RecordFailure(Reason.BAD_CREDENTIALS, Api.POWEROFFICE, 401, "no");
            }
            return signIn(one);
        });
        List<Future<String>> got = ask(failing);
        go.countDown();

        int failed = 0;
        for (Future<String> one : got) {
            try {
                one.get(10, TimeUnit.SECONDS);
            } catch (java.util.concurrent.ExecutionException e) {
                assertThat(e.getCause()).isInstanceOf(RecordFailure.class);
                failed++;
            }
        }
        assertThat(failed).isEqualTo(20);
        assertThat(failing.current(company)).isEqualTo("a1-1");
    }

    @Test
    void failureReachesTheCallerAsItIs() {
        Tokens failing = new Tokens(clock, one -> {
            throw new RecordFailure(Reason.UNREACHABLE, Api.SMARTDOK, "x");
        });

        assertThatExceptionOfType(RecordFailure.class).isThrownBy(() -> failing.current(company));
        assertThatExceptionOfType(RecordFailure.class).isThrownBy(() -> failing.current(company));
    }

    /** Twenty threads that ask, all of them waiting: one in the sign-in, the others for it. */
    private List<Future<String>> ask(Tokens from) {
        List<Thread> running = new java.util.concurrent.CopyOnWriteArrayList<>();
        List<Future<String>> got = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            got.add(threads.submit(() -> {
                running.add(Thread.currentThread());
                return from.current(company);
            }));
        }
        await().until(() -> running.size() == 20
                && running.stream()
                        .allMatch(one -> one.getState() == Thread.State.WAITING
                                || one.getState() == Thread.State.TIMED_WAITING));
        return got;
    }

    private Tokens.Token signIn(Company of) {
        String text = of.key() + of.revision() + "-" + signIns.incrementAndGet();
        return Tokens.Token.living(text, clock.instant(), Duration.ofMinutes(20), Duration.ofSeconds(60));
    }

    private static Company company(String key, long revision) {
        return TestCompany.of(key, revision, null, null);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("never let go");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
