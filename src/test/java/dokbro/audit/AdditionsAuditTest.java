package dokbro.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dokbro.Json;
import dokbro.Site;
import dokbro.Sites;
import dokbro.SyncTest;
import dokbro.TestTime;
import dokbro.audit.Finding.Kind;
import dokbro.company.Companies;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an audit finds among salary lines. */
@SyncTest
class AdditionsAuditTest {

    private static final LocalDate DAY = TestTime.today().minusDays(2);
    private static final String ADDITIONS = "additions";

    @Autowired
    private Site.Parts parts;

    @Autowired
    private AuditStarts starts;

    @Autowired
    private Findings findings;

    @Autowired
    private Companies companies;

    private Site site;
    private String key;
    private long target;

    /** Two lines in Go, old enough to be looked at. */
    @BeforeEach
    void inStep() {
        site = parts.site(Sites.SMALL).reset().masterData();
        int night = site.office().id("additions", "340");
        int id = site.hours("101", DAY, draft -> draft.addition(night, new BigDecimal("2"), null));
        site.hours("102", DAY, draft -> draft.addition(night, new BigDecimal("1"), null));
        site.run(ADDITIONS);
        key = id + ":" + night;
        target = Long.parseLong(site.link(ADDITIONS, key).targetId());
        site.pass(Duration.ofMinutes(1));
        site.forget();
    }

    private List<Finding> found() throws Exception {
        Audit audit = starts.start(companies.find(site.company()).orElseThrow(), ADDITIONS, null, "kari", null)
                .end()
                .get(60, TimeUnit.SECONDS);
        assertThat(audit.state()).isEqualTo(Audit.State.SUCCEEDED);
        assertThat(site.goWrites()).isEmpty();
        return findings.page(audit.id(), null, 0, 100);
    }

    @Test
    void nothingWhereBothAgree() throws Exception {
        assertThat(found()).isEmpty();
    }

    @Test
    void aLineThatAUserHasDeletedIsMissing() throws Exception {
        site.go().deleteByUser(target);
        assertThat(found()).singleElement().satisfies(row -> {
            assertThat(row.kind()).isEqualTo(Kind.MISSING);
            assertThat(row.sourceId()).isEqualTo(key);
        });
    }

    @Test
    void aLineThatAUserHasChangedIsChanged() throws Exception {
        site.go().editByUser(target, Json.tree("{\"Quantity\":3}"));
        assertThat(found()).singleElement().satisfies(row -> {
            assertThat(row.kind()).isEqualTo(Kind.CHANGED);
            assertThat(row.quantity()).isEqualByComparingTo("3");
            assertThat(row.differences())
                    .singleElement()
                    .satisfies(difference -> assertThat(difference.field()).isEqualTo("Quantity"));
        });
    }

    @Test
    void aLineOfDokbrosThatBelongsToNoLinkIsAnOrphan() throws Exception {
        site.jdbc().update("delete from link where company = ? and source_id = ?", site.company(), key);
        assertThat(found()).singleElement().satisfies(row -> {
            assertThat(row.kind()).isEqualTo(Kind.ORPHAN);
            assertThat(row.sourceId()).isEqualTo(key);
            assertThat(row.comment()).isEqualTo("SD-AD-" + key);
        });
    }
}
