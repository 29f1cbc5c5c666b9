package dokbro.run;

import static dokbro.Site.counts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Json;
import dokbro.Site;
import dokbro.Sites;
import dokbro.SyncTest;
import dokbro.deadletter.DeadLetter;
import dokbro.failure.Reason;
import dokbro.link.Link;
import dokbro.sandbox.http.Fault;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Customers that only SmartDok has, beside those that reference-data has linked. */
@SyncTest
class CustomersSyncTest {

    private static final String CUSTOMERS = "customers";
    private static final String POST = "POST /v2/Customers";
    private static final long LINKED = 20;

    private Site site;
    private int id;

    @Autowired
    private Site.Parts parts;

    @Autowired
    private Replay replay;

    /** The demo's cash customer gets the number of a customer that Go does not have. */
    @BeforeEach
    void one() {
        site = parts.site(Sites.DEMO).reset();
        id = site.office().records(CUSTOMERS).stream()
                .filter(customer -> customer.path("CustomerName").asText().equals("Kontantkunde"))
                .map(customer -> customer.get("Id").asInt())
                .findFirst()
                .orElseThrow();
        change(customer -> customer.put("CustomerNumber", "10950")
                .put("CustomerName", "Fjordgløtt Eiendom AS")
                .put("OrganizationNumber", "987654321")
                .put("Email", "post@fjordglott.example"));
        references();
        site.forget();
    }

    private void change(Consumer<com.fasterxml.jackson.databind.node.ObjectNode> change) {
        site.office().change(CUSTOMERS, id, change);
    }

    private Map<String, Long> references() {
        return counts(site.run("reference-data"));
    }

    private Map<String, Long> run() {
        site.forget();
        return counts(site.run(CUSTOMERS));
    }

    private List<String> writes() {
        return Site.calls(site.goWrites());
    }

    private JsonNode inGo(String number) {
        return site.go().records("/Customers").stream()
                .filter(customer -> customer.path("Number").asText().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private long links() {
        return site.jdbc()
                .queryForObject(
                        "select count(*) from link where company = ? and entity = 'customers'",
                        Long.class,
                        site.company());
    }

    @Test
    void aCustomerThatGoDoesNotHaveIsMadeOnceAndStaysWithItsMaker() {
        assertThat(links()).isEqualTo(LINKED);
        assertThat(run()).isEqualTo(Map.of("read", 1L, "created", 1L));
        assertThat(writes()).containsExactly(POST);
        assertThat(Json.canonical(Site.body(site.goWrites().get(0))))
                .isEqualTo(Json.canonical(Json.tree("""
                {"Number": 10950, "Name": "Fjordgløtt Eiendom AS", "OrganizationNumber": "987654321",
                 "EmailAddress": "post@fjordglott.example", "ExternalImportReference": "SD-CU-%d"}""".formatted(id))));
        Link made = site.link(CUSTOMERS, id);
        assertThat(links()).isEqualTo(LINKED + 1);

        Map<String, Long> again = references();
        assertThat(again).doesNotContainKeys("adopted", "updated");
        assertThat(run()).isEqualTo(Map.of("read", 1L, "unchanged", 1L));
        assertThat(writes()).isEmpty();
        assertThat(site.link(CUSTOMERS, id)).isEqualTo(made);
        assertThat(links()).isEqualTo(LINKED + 1);
    }

    @Test
    void itIsNeverChangedOrDeleted() {
        run();
        change(customer -> customer.put("CustomerName", "Fjordgløtt Bolig AS").put("Email", "ny@fjordglott.example"));
        assertThat(run()).isEqualTo(Map.of("read", 1L, "unchanged", 1L));
        change(customer -> customer.put("IsActive", false));
        assertThat(run()).isEqualTo(Map.of("read", 1L, "unchanged", 1L));
        assertThat(writes()).isEmpty();
        assertThat(inGo("10950").get("Name").asText()).isEqualTo("Fjordgløtt Eiendom AS");
    }

    @Test
    void anInactiveOneIsLeft() {
        change(customer -> customer.put("IsActive", false));
        assertThat(run()).isEqualTo(Map.of("read", 1L, "skipped", 1L));
        assertThat(writes()).isEmpty();
    }

    @Test
    void aDryRunSendsNothing() {
        assertThat(counts(site.dryRun(CUSTOMERS))).isEqualTo(Map.of("read", 1L, "created", 1L));
        assertThat(writes()).isEmpty();
        assertThat(links()).isEqualTo(LINKED);
    }

    @Test
    void oneThatBothHaveIsLinkedAndNotChangedWhicheverRunComesFirst() {
        change(customer -> customer.put("CustomerNumber", "10900").put("CustomerName", "NYE AAL BETONG AS"));
        assertThat(run()).isEqualTo(Map.of("read", 1L, "adopted", 1L));
        assertThat(writes()).isEmpty();
        assertThat(site.link(CUSTOMERS, id).targetId())
                .isEqualTo(inGo("10900").get("Id").asText());
        references();
        Link settled = site.link(CUSTOMERS, id);
        references();
        assertThat(run()).isEmpty();
        assertThat(site.link(CUSTOMERS, id)).isEqualTo(settled);
    }

    @Test
    void theSameNumberWithAnotherNameIsForAPersonAndOneRow() {
        change(customer -> customer.put("CustomerNumber", "10900"));
        assertThat(run()).isEqualTo(Map.of("read", 1L, "dead", 1L));
        assertThat(writes()).isEmpty();
        references();
        DeadLetter letter = site.letter(CUSTOMERS, id);
        assertThat(letter.reason()).isEqualTo(Reason.OTHER_NAME);
        assertThat(letter.arguments()).containsExactly("kunde", "10900", "Fjordgløtt Eiendom AS", "Nye Ål Betong AS");

        change(customer -> customer.put("CustomerName", "Nye Ål Betong AS"));
        replay.fresh(site.company(), letter, "test");
        assertThat(site.link(CUSTOMERS, id).targetId())
                .isEqualTo(inGo("10900").get("Id").asText());
        assertThat(writes()).isEmpty();
    }

    @Test
    void theSameNameUnderAnotherNumberIsForAPerson() {
        change(customer -> customer.put("CustomerName", "Nye Ål Betong AS"));
        assertThat(run()).isEqualTo(Map.of("read", 1L, "dead", 1L));
        assertThat(writes()).isEmpty();
        DeadLetter letter = site.letter(CUSTOMERS, id);
        assertThat(letter.reason()).isEqualTo(Reason.OTHER_NUMBER);
        assertThat(letter.arguments())
                .containsExactly(
                        "kunde",
                        "10950",
                        "Nye Ål Betong AS",
                        "Go",
                        inGo("10900").get("Id").asText());
    }

    @Test
    void withoutANumberItIsARow() {
        change(customer -> customer.put("CustomerNumber", ""));
        assertThat(run()).isEqualTo(Map.of("read", 1L, "dead", 1L));
        assertThat(site.letter(CUSTOMERS, id).reason()).isEqualTo(Reason.NUMBER_MISSING);
    }

    @Test
    void aNumberThatIsNoWholeNumberIsARow() {
        change(customer -> customer.put("CustomerNumber", "K-17"));
        assertThat(run()).isEqualTo(Map.of("read", 1L, "dead", 1L));
        assertThat(site.letter(CUSTOMERS, id).reason()).isEqualTo(Reason.CUSTOMER_NUMBER);
    }

    @Test
    void aNumberOutsideGosSeriesIsRefusedByGo() {
        change(customer -> customer.put("CustomerNumber", "500"));
        assertThat(run()).isEqualTo(Map.of("read", 1L, "dead", 1L));
        assertThat(writes()).containsExactly(POST);
        assertThat(site.letter(CUSTOMERS, id).reason()).isEqualTo(Reason.REFUSED);
        assertThat(run()).isEqualTo(Map.of("read", 1L, "dead", 1L));
        assertThat(writes()).isEmpty();
    }

    @Test
    void withoutANameItCannotBeRead() {
        change(customer -> customer.put("CustomerName", ""));
        assertThat(run()).isEqualTo(Map.of("read", 1L, "dead", 1L));
        assertThat(site.letter(CUSTOMERS, id).reason()).isEqualTo(Reason.UNREADABLE);
    }

    @Test
    void aTimeoutAfterTheEffectMakesOneCustomer() {
        site.go().faults().next(1, "POST", "/v2/Customers", Fault.RESET_AFTER);
        assertThat(run()).isEqualTo(Map.of("read", 1L, "inDoubt", 1L));
        site.settleTime();
        assertThat(run()).isEqualTo(Map.of("read", 1L, "unchanged", 1L));
        assertThat(writes()).isEmpty();
        assertThat(site.link(CUSTOMERS, id).targetId())
                .isEqualTo(inGo("10950").get("Id").asText());
    }

    @Test
    void anOpenClaimIsLeftToTheRunThatMadeIt() {
        site.go().faults().next(1, "POST", "/v2/Customers", Fault.RESET_AFTER);
        run();
        references();
        Link claimed = site.link(CUSTOMERS, id);
        assertThat(claimed.claim()).isNotNull();
        assertThat(claimed.claim().operation()).isEqualTo("CREATE");
    }
}
