package dokbro.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class CompanyIdentityTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T08:00:00Z"), ZoneOffset.UTC);
    private static final int THREADS = 8;

    @Nested
    class OnH2 extends Cases {
        private final JdbcClient h2 = Database.h2();

        @Override
        JdbcClient jdbc() {
            return h2;
        }
    }

    @Nested
    class OnPostgres extends Cases {
        private static EmbeddedPostgres postgres;
        private static JdbcClient client;

        @BeforeAll
        static void start() throws IOException {
            postgres = EmbeddedPostgres.builder().start();
            client = Database.migrated(postgres.getPostgresDatabase());
        }

        @AfterAll
        static void stop() throws IOException {
            postgres.close();
        }

        @BeforeEach
        void empty() {
            client.sql("delete from company_identity").update();
            client.sql("delete from settings_revision").update();
        }

        @Override
        JdbcClient jdbc() {
            return client;
        }
    }

    abstract static class Cases {
        private final Company nordbygg = Samples.company(Samples.SHORTEST);
        private final Company other = new CompanyBuilder(
                        "sorbygg",
                        nordbygg.settings(),
                        java.util.Map.of("smartdok.api-token", "x", "poweroffice.client-key", "y"))
                .build();

        abstract JdbcClient jdbc();

        @Test
        void theSamePairAgainIsInOrder() {
            identity().pin(nordbygg, "17", "AB-1");
            identity().pin(nordbygg, " 17", "ab-1");

            assertThat(rows()).containsExactly("nordbygg 17 ab-1");
        }

        @Test
        void anotherPairUnderTheSameCompany() {
            identity().pin(nordbygg, "17", "ab-1");

            refused(
                    () -> identity().pin(nordbygg, "18", "ab-1"),
                    Reason.OTHER_IDENTITY,
                    List.of("SmartDok", "18", "17"));
            refused(
                    () -> identity().pin(nordbygg, "17", "ab-2"),
                    Reason.OTHER_IDENTITY,
                    List.of("PowerOffice Go", "ab-2", "ab-1"));
            assertThat(rows()).containsExactly("nordbygg 17 ab-1");
        }

        @Test
        void aPairOrHalfOfItUnderAnotherCompany() {
            identity().pin(nordbygg, "17", "ab-1");

            refused(
                    () -> identity().pin(other, "17", "ab-1"),
                    Reason.IDENTITY_TAKEN,
                    List.of("SmartDok", "17", "nordbygg"));
            refused(
                    () -> identity().pin(other, "17", "ab-2"),
                    Reason.IDENTITY_TAKEN,
                    List.of("SmartDok", "17", "nordbygg"));
            refused(
                    () -> identity().pin(other, "18", "ab-1"),
                    Reason.IDENTITY_TAKEN,
                    List.of("PowerOffice Go", "ab-1", "nordbygg"));
            assertThat(rows()).containsExactly("nordbygg 17 ab-1");
        }

        @Test
        void aBlankIdIsNoIdentity() {
            assertThatThrownBy(() -> identity().pin(nordbygg, " ", "ab-1"))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(rows()).isEmpty();
        }

        @Test
        void manyAtOncePinOnce() throws Exception {
            List<Future<Object>> all = atOnce(number -> identity().pin(nordbygg, "17", "ab-1"));

            for (Future<Object> one : all) {
                one.get();
            }
            assertThat(rows()).containsExactly("nordbygg 17 ab-1");
        }

        @Test
        void ofManyCompaniesAtOnceOneGetsTheIdentity() throws Exception {
            List<Future<Object>> all =
                    atOnce(number -> identity().pin(number % 2 == 0 ? nordbygg : other, "17", "ab-1"));

            int refused = 0;
            for (Future<Object> one : all) {
                try {
                    one.get();
                } catch (java.util.concurrent.ExecutionException e) {
                    refused++;
                    assertThat(e.getCause())
                            .asInstanceOf(type(RecordFailure.class))
                            .extracting(RecordFailure::reason)
                            .isEqualTo(Reason.IDENTITY_TAKEN);
                }
            }
            assertThat(refused).isEqualTo(THREADS / 2);
            assertThat(rows()).hasSize(1);
        }

        @Test
        void revisionsWorkHereToo() {
            SettingsRevisions revisions = new SettingsRevisions(jdbc(), CLOCK);
            Company changed = Samples.company(Samples.SHORTEST + "parallel: 2\n");

            long first = revisions.of(nordbygg);
            long second = revisions.of(changed);

            assertThat(second).isGreaterThan(first);
            assertThat(revisions.of(changed)).isEqualTo(second);
            assertThat(revisions.of(nordbygg)).isGreaterThan(second);
        }

        private CompanyIdentity identity() {
            return new CompanyIdentity(jdbc(), CLOCK);
        }

        private static void refused(ThrowingCallable call, Reason reason, List<String> arguments) {
            assertThatThrownBy(call).asInstanceOf(type(RecordFailure.class)).satisfies(failure -> {
                assertThat(failure.reason()).isEqualTo(reason);
                assertThat(failure.arguments()).isEqualTo(arguments);
            });
        }

        private interface Pinning {
            void by(int number);
        }

        private static List<Future<Object>> atOnce(Pinning pinning) throws InterruptedException {
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            CyclicBarrier together = new CyclicBarrier(THREADS);
            List<Callable<Object>> calls = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int number = i;
                calls.add(() -> {
                    together.await();
                    pinning.by(number);
                    return null;
                });
            }
            try {
                return threads.invokeAll(calls);
            } finally {
                threads.shutdown();
            }
        }

        private List<String> rows() {
            return jdbc().sql("select company || ' ' || smartdok_company || ' ' || go_client from company_identity")
                    .query(String.class)
                    .list();
        }
    }
}
