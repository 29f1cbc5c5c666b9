package dokbro.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dokbro.Json;
import dokbro.Site;
import dokbro.Sites;
import dokbro.SyncTest;
import dokbro.TestTime;
import dokbro.company.Companies;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the audit says of products and vouchers. */
@SyncTest
class AuditOfVouchersTest {

    private static final LocalDate DAY = TestTime.today().minusDays(3);

    @Autowired
    private Site.Parts parts;

    @Autowired
    private AuditStarts starts;

    @Autowired
    private Findings findings;

    @Autowired
    private Companies companies;

    private Site site;
    private String group;

    /** A machine's product and a voucher, old enough to be looked at. */
    @BeforeEach
    void inStep() {
        site = parts.site(Sites.COSTS).reset().masterData();
        site.run("machines");
        int digger = site.office().id("machines", "Gravemaskin CAT 320");
        site.hours("101", DAY, draft -> draft.machine(digger, 90));
        site.run("machine-hours");
        group = DAY + ":p" + site.office().id("projects", "1000");
        site.pass(Duration.ofMinutes(1));
    }

    private Audit audit(String entity) throws Exception {
        return starts.start(companies.find(site.company()).orElseThrow(), entity, null, "kari", null)
                .end()
                .get(60, TimeUnit.SECONDS);
    }

    private static Map<String, Long> counts(Audit audit) {
        Map<String, Long> counts = new TreeMap<>(audit.counts());
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    @Test
    void whatIsInStepIsEqual() throws Exception {
        assertThat(counts(audit("machine-hours"))).containsEntry("equal", 1L).doesNotContainKey("changed");
        assertThat(counts(audit("machines"))).containsEntry("equal", 4L).doesNotContainKey("changed");
    }

    @Test
    void aVoucherThatAUserHasReversedIsMissing() throws Exception {
        site.go().accounting().reverse(site.link("machine-hours", group).targetId());
        List<Finding> found = findings.page(audit("machine-hours").id(), null, 0, 10);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).kind()).isEqualTo(Finding.Kind.MISSING);
    }

    @Test
    void aProductThatAUserHasChangedIsChangedAndOneThatWasThereBeforeIsNot() throws Exception {
        String made = Long.toString(site.goId("/Products", "Code", "1"));
        String before = Long.toString(site.goId("/Products", "Code", "5"));
        site.go().accounting().change("products", made, Json.tree("{\"Name\": \"Graver\"}"));
        site.go().accounting().change("products", before, Json.tree("{\"UnitCost\": 1}"));
        List<Finding> found = findings.page(audit("machines").id(), null, 0, 10);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).kind()).isEqualTo(Finding.Kind.CHANGED);
    }
}
