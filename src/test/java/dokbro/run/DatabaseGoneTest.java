package dokbro.run;

import static dokbro.Site.HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.BreakableDatabase;
import dokbro.Site;
import dokbro.Sites;
import dokbro.SyncTest;
import dokbro.TestTime;
import dokbro.link.Link;
import dokbro.sandbox.http.Received;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The database is gone in the middle of a run: nothing goes on the wire that no committed claim tells of. */
@SyncTest
class DatabaseGoneTest {

    private static final int RECORDS = 40;
    private static final LocalDate DAY = TestTime.today().minusDays(2);

    @Autowired
    private Site.Parts parts;

    @Autowired
    private DataSource database;

    private Site site;

    @BeforeEach
    void many() {
        site = parts.site(Sites.SMALL).reset().masterData();
        for (int i = 0; i < RECORDS; i++) {
            site.hours("10" + (1 + i % 5), DAY.minusDays(i / 5));
        }
    }

    @AfterEach
    void back() {
        gone(false);
        site.go().latency(Duration.ZERO);
    }

    private void gone(boolean now) {
        ((BreakableDatabase) database).gone(now);
    }

    @Test
    void theRunEndsLoudlyAndTheNextOneSendsTheRestOnce() {
        site.go().latency(Duration.ofMillis(400));
        Runs.Started started = site.start(HOURS);
        await().atMost(Duration.ofSeconds(30)).until(() -> site.goWrites().size() >= 6);
        gone(true);
        assertThatThrownBy(() -> started.end().get(60, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
        List<Received> sent = site.goWrites();
        assertThat(sent).hasSizeLessThan(RECORDS);
        gone(false);

        Set<String> claimed = site
                .jdbc()
                .queryForList(
                        "select source_id from link where company = ? and entity = ? and (claim_run is not null or state = 'LINKED')",
                        String.class,
                        site.company(),
                        HOURS)
                .stream()
                .map(id -> "[SD-" + id + ".1]")
                .collect(Collectors.toSet());
        assertThat(sent)
                .allSatisfy(call -> assertThat(claimed)
                        .contains(Site.body(call).path("InternalComment").asText()));

        site.go().latency(Duration.ZERO);
        site.settleTime();
        site.jdbc()
                .update(
                        "update shedlock set lock_until = timestamp with time zone '2000-01-01 00:00:00+00' where name = ?",
                        site.company() + "/" + HOURS);
        site.run(HOURS);
        assertThat(parts.records().page(started.run().id(), null, 0, 1000)).isNotNull();
        assertThat(site.jdbc()
                        .queryForObject(
                                "select state from run where id = ?",
                                String.class,
                                started.run().id()))
                .isEqualTo("INTERRUPTED");
        List<JsonNode> entries = site.go().entries();
        Map<String, Long> marks = entries.stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.path("InternalComment").asText(), Collectors.counting()));
        assertThat(marks)
                .hasSize(RECORDS)
                .allSatisfy((mark, times) -> assertThat(times).isEqualTo(1));
        assertThat(parts.links().all(site.company(), HOURS))
                .hasSize(RECORDS)
                .allMatch(link -> link.state() == Link.State.LINKED && link.claim() == null);
    }

    @Test
    void aRunThatCannotBeOpenedSendsNothing() {
        site.forget();
        gone(true);
        assertThatThrownBy(() -> site.start(HOURS)).isInstanceOf(org.springframework.dao.DataAccessException.class);
        assertThat(site.goWrites()).isEmpty();
    }
}
