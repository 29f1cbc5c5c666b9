package dokbro.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dokbro.TestDatabase;
import dokbro.run.RunHistory.RunRow;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

class RunHistoryTest {

    private static final Instant NOW = Instant.parse("2026-11-18T10:00:00Z");
    private static final LocalDate FROM = LocalDate.of(2026, 11, 4);
    private static final String HOURS = "work-hours";

    @Nested
    class OnH2 extends Cases {
        OnH2() {
            super(TestDatabase.H2);
        }

        @Test
        void whatRanInTheLastProcessIsMarkedAtTheStart() throws Exception {
            long died = insert(Cause.MANUAL, false, null, RunState.RUNNING);
            long done = insert(Cause.MANUAL, false, null, RunState.SUCCEEDED);
            lease();
            new LastProcess(source, history).afterPropertiesSet();
            RunRow row = history.find(company, died).orElseThrow();
            assertThat(row.state()).isEqualTo(RunState.INTERRUPTED);
            assertThat(row.endedAt()).isEqualTo(NOW);
            assertThat(row.error()).isEqualTo("The service ended while the run was going.");
            assertThat(history.find(company, done).orElseThrow().state()).isEqualTo(RunState.SUCCEEDED);
            assertThat(leases()).isZero();
        }
    }

    @Nested
    class OnPostgres extends Cases {
        OnPostgres() {
            super(TestDatabase.POSTGRESQL);
        }

        @Test
        void anotherNodesRunIsLeftToWhoeverTakesItsLease() throws Exception {
            long going = insert(Cause.MANUAL, false, null, RunState.RUNNING);
            lease();
            new LastProcess(source, history).afterPropertiesSet();
            assertThat(history.find(company, going).orElseThrow().state()).isEqualTo(RunState.RUNNING);
            assertThat(leases()).isEqualTo(1);
        }
    }

    abstract static class Cases {

        final DataSource source;
        final RunHistory history;
        private final JdbcTemplate jdbc;
        String company;

        Cases(TestDatabase database) {
            source = database.source();
            jdbc = new JdbcTemplate(source);
            history = new RunHistory(JdbcClient.create(source), Clock.fixed(NOW, ZoneOffset.UTC), new Node());
        }

        @BeforeEach
        void fresh() {
            company = UUID.randomUUID().toString();
        }

        long insert(Cause cause, boolean dry, Instant scheduled, RunState state) {
            var start = new Runs.Start(cause, dry, null, null, scheduled, "test");
            return history.insert(company, HOURS, start, dry, FROM, 1, state, null);
        }

        void lease() {
            jdbc.update(
                    "insert into shedlock (name, lock_until, locked_at, locked_by) values (?, ?, ?, 'n')",
                    company + "/" + HOURS,
                    NOW.atOffset(ZoneOffset.UTC),
                    NOW.atOffset(ZoneOffset.UTC));
        }

        long leases() {
            return jdbc.queryForObject(
                    "select count(*) from shedlock where name = ?", Long.class, company + "/" + HOURS);
        }

        @Test
        void aRunComesBackAsItWasStored() {
            long id = insert(Cause.CRON, false, NOW, RunState.RUNNING);
            RunRow row = history.find(company, id).orElseThrow();
            assertThat(row.cause()).isEqualTo(Cause.CRON);
            assertThat(row.scheduledAt()).isEqualTo(NOW);
            assertThat(row.from()).isEqualTo(FROM);
            assertThat(row.to()).isNull();
            assertThat(row.state()).isEqualTo(RunState.RUNNING);
            assertThat(row.endedAt()).isNull();
            assertThat(row.counts()).containsEntry("read", 0L).containsEntry("inDoubt", 0L);
            assertThat(history.find("another", id)).isEmpty();
            assertThat(history.going(company, HOURS)).contains(id);
        }

        @Test
        void aScheduledTimeIsTakenOnce() {
            insert(Cause.CRON, false, NOW, RunState.RUNNING);
            assertThatThrownBy(() -> insert(Cause.CRON, false, NOW, RunState.RUNNING))
                    .isInstanceOf(DuplicateKeyException.class);
            insert(Cause.MANUAL, false, null, RunState.RUNNING);
            insert(Cause.MANUAL, false, null, RunState.RUNNING);
            assertThat(history.count(company, HOURS, null)).isEqualTo(3);
        }

        @Test
        void aRunEndsOnce() {
            long id = insert(Cause.MANUAL, false, null, RunState.RUNNING);
            Tally tally = new Tally();
            tally.read();
            tally.count(Outcome.DEAD);
            history.end(id, RunState.PARTIAL, tally.counts(), "ord");
            history.end(id, RunState.FAILED, new Tally().counts(), "for sent");
            RunRow row = history.find(company, id).orElseThrow();
            assertThat(row.state()).isEqualTo(RunState.PARTIAL);
            assertThat(row.counts()).containsEntry("dead", 1L);
            assertThat(row.error()).isEqualTo("ord");
            assertThat(history.going(company, HOURS)).isEmpty();
        }

        @Test
        void theHolderOfTheLeaseMarksOlderRunsButNotDryOnesOrReplays() {
            long old = insert(Cause.MANUAL, false, null, RunState.RUNNING);
            long dry = insert(Cause.MANUAL, true, null, RunState.RUNNING);
            long replay = insert(Cause.REPLAY, false, null, RunState.RUNNING);
            long mine = insert(Cause.MANUAL, false, null, RunState.RUNNING);
            history.interruptOlder(company, HOURS, mine);
            assertThat(List.of(old, dry, replay, mine).stream()
                            .map(id -> history.find(company, id).orElseThrow().state()))
                    .containsExactly(RunState.INTERRUPTED, RunState.RUNNING, RunState.RUNNING, RunState.RUNNING);
        }

        @Test
        void pagesAndFilters() {
            long first = insert(Cause.MANUAL, false, null, RunState.SUCCEEDED);
            long second = insert(Cause.MANUAL, false, null, RunState.SKIPPED);
            assertThat(history.page(company, null, null, 0, 10))
                    .extracting(RunRow::id)
                    .containsExactly(second, first);
            assertThat(history.page(company, HOURS, RunState.SKIPPED, 0, 10))
                    .extracting(RunRow::id)
                    .containsExactly(second);
            assertThat(history.page(company, "projects", null, 0, 10)).isEmpty();
            assertThat(history.last(company, HOURS)).map(RunRow::id).contains(first);
        }
    }
}
