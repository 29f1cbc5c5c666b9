package dokbro.run;

import static dokbro.Site.counts;
import static org.assertj.core.api.Assertions.assertThat;

import dokbro.Site;
import dokbro.Sites;
import dokbro.SyncTest;
import dokbro.run.RunHistory.RunRow;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The first whole sync and the second on PostgreSQL. */
@SyncTest
@DirtiesContext
class PostgresSyncTest {

    @Autowired
    private Site.Parts parts;

    @DynamicPropertySource
    static void postgres(DynamicPropertyRegistry properties) throws IOException {
        EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
        properties.add("spring.datasource.url", () -> postgres.getJdbcUrl("postgres", "postgres"));
        properties.add("spring.datasource.username", () -> "postgres");
    }

    @Test
    void theDemoCompanyGoesThroughAndTheSecondSyncSendsNothing() {
        Site site = parts.site(Sites.DEMO).reset();
        List<RunRow> first = site.wholeSync();
        assertThat(first).allMatch(row -> row.error() == null);
        long created = hours(first).counts().get("created");
        assertThat(created).isGreaterThan(400);
        assertThat(site.go().entries()).hasSize((int) created);
        site.forget();
        List<RunRow> second = site.wholeSync();
        assertThat(Site.calls(site.goWrites())).isEmpty();
        assertThat(Site.calls(site.smartdokWrites())).isEmpty();
        Map<String, Long> hours = counts(hours(second));
        assertThat(hours).containsEntry("unchanged", created).doesNotContainKey("created");
        assertThat(hours.get("dead")).isEqualTo(hours(first).counts().get("dead"));
    }

    private static RunRow hours(List<RunRow> rows) {
        return rows.stream()
                .filter(row -> row.entity().equals(Site.HOURS))
                .findFirst()
                .orElseThrow();
    }
}
