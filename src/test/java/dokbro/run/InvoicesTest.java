package dokbro.run;

import static dokbro.Site.counts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Json;
import dokbro.Site;
import dokbro.Sites;
import dokbro.SyncTest;
import dokbro.failure.Reason;
import dokbro.run.RunHistory.RunRow;
import dokbro.sandbox.http.Received;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The demo company's invoice bases, every kind of line and every case, on their first way to Go. */
@SyncTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvoicesTest {

    private static final String INVOICES = InvoiceScene.INVOICES;

    private Site site;
    private RunRow run;
    private List<Received> writes;

    @Autowired
    private Site.Parts parts;

    @BeforeAll
    void sync() {
        site = parts.site(Sites.DEMO).reset();
        List.of("projects", "sub-projects", "activities", "reference-data").forEach(site::run);
        site.forget();
        run = site.run(INVOICES);
        writes = site.goWrites();
    }

    private String id(String title) {
        return site.office().invoices().titled(title).get("Id").asText();
    }

    /** The order of an invoice basis, as it was posted. */
    private JsonNode sent(String title) {
        String reference = "SD-IN-" + id(title);
        return writes.stream()
                .map(Site::body)
                .filter(body -> body.path("ExternalImportReference").asText().equals(reference))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyInvoiceBasisSinceTheStartDateIsAccountedFor() {
        assertThat(counts(run))
                .isEqualTo(Map.of("read", 18L, "created", 13L, "skipped", 3L, "waiting", 1L, "dead", 1L));
        assertThat(writes).hasSize(13).allMatch(call -> call.status() == 201);
        assertThat(Site.calls(writes)).containsOnly(InvoiceScene.COMPLETE);
        assertThat(site.go().records("/SalesOrders")).hasSize(13);
    }

    @Test
    void theSecondRunSendsNothing() {
        site.forget();
        assertThat(counts(site.run(INVOICES)))
                .isEqualTo(Map.of("read", 18L, "unchanged", 13L, "skipped", 3L, "waiting", 1L, "dead", 1L));
        assertThat(site.goWrites()).isEmpty();
    }

    @Test
    void everyOrderComesToSmartDoksSumToTheOre() {
        site.go().records("/SalesOrders").forEach(order -> {
            String reference = order.get("ExternalImportReference").asText();
            JsonNode invoice = site.office().invoices().invoices().stream()
                    .filter(each -> reference.equals("SD-IN-" + each.get("Id").asText()))
                    .findFirst()
                    .orElseThrow();
            assertThat(order.get("NetAmount").decimalValue())
                    .as(invoice.get("Title").asText())
                    .isEqualByComparingTo(invoice.get("TotalPrice").decimalValue());
        });
    }

    @Test
    void anOrderIsExactlyThis() {
        long timer = site.goId("/Products", "Code", "TIMER");
        long other = site.goId("/Products", "Code", "DIVERSE");
        JsonNode order = sent("Løpende regning 1");
        JsonNode customer = site.office().invoices().titled("Løpende regning 1").get("CustomerNumber");
        String first = order.at("/SalesOrderLines/1/Description").asText().substring(0, 10);
        String expected = """
                {"ExternalImportReference": "SD-IN-%s", "CustomerReference": "Bestilling 1000", "CustomerId": %d, "ProjectId": %d,
                 "SalesOrderLines": [
                  {"LineType": "Text", "Description": "%s", "SortOrder": 0},
                  {"LineType": "Normal", "Description": "%s, Timelønn, Ola Vik", "Quantity": 7, "ProductUnitPrice": 725,
                   "Allowance": 0, "UnitOfMeasureCode": "HUR", "SortOrder": 1, "ProductId": %d},
                  {"LineType": "Normal", "Description": "%s, Gravemaskin Volvo ECR145, Ola Vik", "Quantity": 4.5,
                   "ProductUnitPrice": 980, "Allowance": 0, "UnitOfMeasureCode": "HUR", "SortOrder": 2, "ProductId": %d},
                  {"LineType": "Normal", "Description": "%s, Pukk 8-16, Ola Vik", "Quantity": 12.5, "ProductUnitPrice": 210,
                   "Allowance": 0, "UnitOfMeasureCode": "TNE", "SortOrder": 3, "ProductId": %d}]}
                """.formatted(
                        id("Løpende regning 1"),
                        site.goId("/Customers", "Number", customer.asText()),
                        site.goId("/Projects", "Code", "1000"),
                        order.at("/SalesOrderLines/0/Description").asText(),
                        first,
                        timer,
                        first,
                        other,
                        first,
                        other);
        assertThat(Json.canonical(order)).isEqualTo(Json.canonical(Json.tree(expected)));
        assertThat(order.at("/SalesOrderLines/0/Description").asText()).startsWith("Løpende regning 1, Periode ");
        assertThat(site.link(INVOICES, id("Løpende regning 1")).payload()).isEqualTo(Json.canonical(order));
    }

    /** By the place of the line in the order; the first is the heading. */
    @ParameterizedTest
    @CsvSource({
        "Alle linjetyper, 1, TIMER",
        "Alle linjetyper, 2, TILLEGG",
        "Alle linjetyper, 3, TILLEGG",
        "Alle linjetyper, 4, TILLEGG",
        "Alle linjetyper, 5, DIVERSE",
        "Alle linjetyper, 6, DIVERSE",
        "Alle linjetyper, 7, DIVERSE",
        "Alle linjetyper, 8, DIVERSE",
        "Brøyting i november, 1, RODE",
        "Brøyting i november, 2, RODE",
        "Brøyting i november, 3, RODE",
        "Vare uten nummer, 1, DIVERSE"
    })
    void theProductOfALineFollowsFromItsKind(String title, int line, String product) {
        assertThat(sent(title).at("/SalesOrderLines/" + line + "/ProductId").asLong())
                .isEqualTo(site.goId("/Products", "Code", product));
    }

    @Test
    void aRouteListHasItsStartPriceAndItsLeastPriceAsLines() {
        JsonNode lines = sent("Brøyting i november").get("SalesOrderLines");
        assertThat(lines).hasSize(4);
        assertThat(lines.get(2).get("Description").asText()).endsWith("(startpris)");
        assertThat(lines.get(2).get("ProductUnitPrice").asInt()).isEqualTo(500);
        assertThat(lines.get(3).get("Description").asText()).endsWith("(minstepris)");
        assertThat(lines.get(3).get("Quantity").asInt()).isEqualTo(1);
    }

    @Test
    void discountAndSurchargeAreTheAllowanceOfEachLine() {
        JsonNode lines = sent("Rabatt og påslag").get("SalesOrderLines");
        assertThat(lines.get(1).get("Allowance").decimalValue()).isPositive();
        assertThat(lines.get(2).get("Allowance").decimalValue()).isNegative();
    }

    @Test
    void nothingToBillIsALineOfText() {
        JsonNode lines = sent("Bare tekst").get("SalesOrderLines");
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1).get("LineType").asText()).isEqualTo("Text");
        assertThat(lines.get(1).has("ProductId")).isFalse();
    }

    @Test
    void aCustomerThatIsNotLinkedIsWaitedForAndNoneIsAQuestion() {
        assertThat(site.letter(INVOICES, id("Kontantkunde")).reason()).isEqualTo(Reason.NOT_LINKED);
        assertThat(site.letter(INVOICES, id("Kontantkunde")).arguments()).containsExactly("kunde Kontantkunde");
        assertThat(site.letter(INVOICES, id("Uten kunde")).reason()).isEqualTo(Reason.NO_CUSTOMER);
    }

    /** Domain, section 10: "Invoice basis sent by hand": the first is not sent; a draft in SmartDok and a credited one neither. */
    @ParameterizedTest
    @CsvSource({"Sendt for hånd, sent", "Utkast, draft", "Kreditert, zero"})
    void invoiceBasisSentByHandDraftAndCreditedAreNotSent(String title, String why) {
        assertThat(site.hasLink(INVOICES, id(title))).isFalse();
        assertThat(site.records(run))
                .filteredOn(record -> record.sourceId().equals(id(title)))
                .singleElement()
                .extracting(RunRecords.RunRecord::reason)
                .isEqualTo(why);
    }
}
