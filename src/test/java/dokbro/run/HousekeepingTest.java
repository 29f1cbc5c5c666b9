package dokbro.run;

import static org.assertj.core.api.Assertions.assertThat;

import dokbro.SyncTest;
import dokbro.TestTime;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@SyncTest
class HousekeepingTest {

    private static final String COMPANY = "housekeeping";

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private ProducerTemplate producer;

    @Autowired
    private TestTime time;

    @Test
    void oldPlansAndOutcomesGo_runsStay() {
        long old = run("SUCCEEDED", 31);
        long young = run("SUCCEEDED", 29);
        run("SKIPPED", 31);

        producer.sendBody("direct:housekeeping", null);

        assertThat(runsOf("select distinct run_id from plan_row join run on run.id = run_id"))
                .containsExactly(young);
        assertThat(runsOf("select distinct run_id from run_record join run on run.id = run_id"))
                .containsExactly(young);
        assertThat(runsOf("select id from run")).containsExactlyInAnyOrder(old, young);
    }

    @Test
    void oldAuditsGoWithTheirRows() {
        long old = audit(31);
        long young = audit(29);

        producer.sendBody("direct:housekeeping", null);

        assertThat(jdbc.queryForList("select id from audit where company = ?", Long.class, COMPANY))
                .contains(young)
                .doesNotContain(old);
        assertThat(jdbc.queryForObject("select count(*) from audit_row where audit_id = ?", Long.class, old))
                .isZero();
        assertThat(jdbc.queryForObject("select count(*) from audit_row where audit_id = ?", Long.class, young))
                .isEqualTo(1);
    }

    private long audit(int daysAgo) {
        OffsetDateTime at = time.instant().minus(Duration.ofDays(daysAgo)).atOffset(ZoneOffset.UTC);
        jdbc.update(
                "insert into audit (company, entity, window_from, state, started_at, alive_at, ended_at, counts)"
                        + " values (?, 'projects', date '2026-10-01', 'SUCCEEDED', ?, ?, ?, '{}')",
                COMPANY,
                at,
                at,
                at);
        long id = jdbc.queryForObject("select max(id) from audit where company = ?", Long.class, COMPANY);
        jdbc.update(
                "insert into audit_row (audit_id, kind, target_id, differences) values (?, 'FOREIGN', '1', '[]')", id);
        return id;
    }

    private List<Long> runsOf(String select) {
        return jdbc.queryForList(select + " where company = ?", Long.class, COMPANY);
    }

    private long run(String state, int daysAgo) {
        OffsetDateTime at = time.instant().minus(Duration.ofDays(daysAgo)).atOffset(ZoneOffset.UTC);
        jdbc.update(
                "insert into run (company, entity, cause, dry_run, state, settings_revision, node, started_at, ended_at, counts)"
                        + " values (?, 'projects', 'CRON', false, ?, 1, 'n', ?, ?, '{}')",
                COMPANY,
                state,
                at,
                at);
        long id = jdbc.queryForObject("select max(id) from run where company = ?", Long.class, COMPANY);
        jdbc.update(
                "insert into plan_row (run_id, seq, operation, kind, source_id, owner_id, link_version, changes)"
                        + " values (?, 0, 'CREATE', 'projects', '1', '1', 0, '[]')",
                id);
        jdbc.update("insert into run_record (run_id, source_id, outcome, at) values (?, '1', 'CREATED', ?)", id, at);
        return id;
    }
}
