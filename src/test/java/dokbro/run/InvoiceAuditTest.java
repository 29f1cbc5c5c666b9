package dokbro.run;

import static dokbro.run.InvoiceScene.COMPLETE;
import static dokbro.run.InvoiceScene.INVOICES;
import static dokbro.run.InvoiceScene.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import dokbro.Json;
import dokbro.Site;
import dokbro.Sites;
import dokbro.SyncTest;
import dokbro.audit.Audit;
import dokbro.audit.AuditStarts;
import dokbro.audit.Finding;
import dokbro.audit.Findings;
import dokbro.audit.Repairs;
import dokbro.company.Companies;
import dokbro.company.Company;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Go's orders against the links: with their lines, and what was invoiced is no drift. */
@SyncTest
class InvoiceAuditTest {

    private Site site;
    private InvoiceScene scene;
    private String target;
    private Audit audit;

    @Autowired
    private Site.Parts parts;

    @Autowired
    private Companies companies;

    @Autowired
    private AuditStarts starts;

    @Autowired
    private Findings findings;

    @Autowired
    private Repairs repairs;

    @BeforeEach
    void inStep() {
        site = parts.site(Sites.DEMO);
        scene = new InvoiceScene(site);
        scene.run();
        target = scene.target();
    }

    private Company company() {
        return companies.find(site.company()).orElseThrow();
    }

    private List<Finding> found() throws Exception {
        site.pass(Duration.ofMinutes(1));
        site.forget();
        audit = starts.start(company(), INVOICES, null, "kari", null).end().get(60, TimeUnit.SECONDS);
        assertThat(audit.state()).as(audit.error()).isEqualTo(Audit.State.SUCCEEDED);
        assertThat(site.goWrites()).isEmpty();
        return findings.page(audit.id(), null, 0, 10);
    }

    private void repaired(Finding row) throws Exception {
        assertThat(repairs.repair(company(), audit, row, "ringte", "kari")
                        .repair()
                        .done())
                .isTrue();
        assertThat(found()).isEmpty();
    }

    @Test
    void rightAfterASyncNothingIsFound() throws Exception {
        assertThat(found()).isEmpty();
        assertThat(audit.counts()).containsEntry("equal", 2L);
    }

    @Test
    void confirmedAndInvoicedOrdersAreNoDrift() throws Exception {
        site.go().accounting().confirmOrder(target);
        assertThat(found()).isEmpty();
        site.go().accounting().invoiceOrder(target);
        assertThat(found()).isEmpty();
        assertThat(audit.counts()).containsEntry("equal", 2L);
    }

    @Test
    void aReferenceThatAUserChangedIsFoundAndPutBack() throws Exception {
        site.go().accounting().editOrder(target, Json.tree("{\"CustomerReference\":\"Kari\"}"));
        List<Finding> rows = found();
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.kind()).isEqualTo(Finding.Kind.CHANGED);
            assertThat(row.differences()).extracting(Finding.Difference::field).containsExactly("CustomerReference");
        });
        repaired(rows.get(0));
    }

    @Test
    void anOrderThatAUserDeletedIsFoundAndMadeAnew() throws Exception {
        site.go().accounting().deleteOrder(target);
        List<Finding> rows = found();
        assertThat(rows).singleElement().extracting(Finding::kind).isEqualTo(Finding.Kind.MISSING);
        site.forget();
        repaired(rows.get(0));
        assertThat(scene.orders()).hasSize(2);
        assertThat(scene.order(2).get("Id").asText()).isEqualTo(scene.target());
    }

    @Test
    void anOrderThatBelongsToNoLinkIsFoundByItsReferenceAndTakenAway() throws Exception {
        site.jdbc()
                .update(
                        "delete from link where company = ? and entity = ? and source_id = ?",
                        site.company(),
                        INVOICES,
                        String.valueOf(scene.id));
        List<Finding> rows = found();
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.kind()).isEqualTo(Finding.Kind.ORPHAN);
            assertThat(row.sourceId()).isEqualTo(String.valueOf(scene.id));
        });
        site.forget();
        repairs.repair(company(), audit, rows.get(0), "ringte", "kari");
        assertThat(scene.writes()).containsExactly("DELETE " + ORDERS + "/" + target);
        assertThat(scene.writes()).doesNotContain(COMPLETE);
    }
}
