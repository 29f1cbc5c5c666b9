package dokbro.run;

import static org.assertj.core.api.Assertions.assertThat;

import dokbro.Dokbro;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;

@SpringBootTest(
        classes = Dokbro.class,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:housekeeping;DB_CLOSE_DELAY=-1",
            "dokbro.run.timers=false",
            "dokbro.config=target/no-config"
        },
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
class HousekeepingTest {

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private ProducerTemplate producer;

    @Test
    void oldPlansAndOutcomesGo_runsStay() {
        run(1, "SUCCEEDED", 31);
        run(2, "SUCCEEDED", 29);
        run(3, "SKIPPED", 31);

        producer.sendBody("direct:housekeeping", null);

        assertThat(jdbc.queryForList("select run_id from plan_row", Long.class)).containsExactly(2L);
        assertThat(jdbc.queryForList("select run_id from run_record", Long.class))
                .containsExactly(2L);
        assertThat(jdbc.queryForList("select id from run order by id", Long.class))
                .containsExactly(1L, 2L);
    }

    private void run(long id, String state, int daysAgo) {
        String at = "dateadd(day, -" + daysAgo + ", current_timestamp)";
        jdbc.update(
                "insert into run (id, company, entity, cause, dry_run, state, settings_revision, node, started_at, ended_at, counts)"
                        + " values (?, 'demo', 'projects', 'CRON', false, ?, 1, 'n', " + at + ", " + at + ", '{}')",
                id,
                state);
        jdbc.update(
                "insert into plan_row (run_id, seq, operation, kind, source_id, owner_id, link_version, changes)"
                        + " values (?, 0, 'CREATE', 'projects', '1', '1', 0, '[]')",
                id);
        jdbc.update(
                "insert into run_record (run_id, source_id, outcome, at) values (?, '1', 'CREATED', " + at + ")", id);
    }
}
