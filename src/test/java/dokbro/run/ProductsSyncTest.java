package dokbro.run;

import static dokbro.Site.counts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Json;
import dokbro.OfficeFile;
import dokbro.Site;
import dokbro.Sites;
import dokbro.SyncTest;
import dokbro.deadletter.DeadLetter;
import dokbro.failure.Reason;
import dokbro.link.Link;
import dokbro.run.RunHistory.RunRow;
import dokbro.sandbox.http.Fault;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Machines and goods become products in Go. */
@SyncTest
class ProductsSyncTest {

    private static final String PRODUCTS = "/v2/Products";
    private static final String KRANBIL = "Kranbil Hiab";

    private Site site;
    private OfficeFile file;

    @Autowired
    private Site.Parts parts;

    @BeforeEach
    void office() {
        file = new OfficeFile(parts).write(LockedPeriodTest::costs);
        site = parts.site(Sites.OFFICE).reset();
        site.forget();
    }

    @AfterEach
    void gone() {
        file.close();
    }

    private int machine(String key) {
        return site.office().id("machines", key);
    }

    private RunRow machines() {
        return site.run("machines");
    }

    private List<String> writes() {
        return Site.calls(site.goWrites());
    }

    private void change(int id, Consumer<com.fasterxml.jackson.databind.node.ObjectNode> change) {
        site.office().change("machines", id, change);
    }

    /** Machine 5 stands in Go with this name; 6 stands there with another; 7 is sold. */
    @Test
    void machinesAreMadeLinkedOrForAPerson() {
        assertThat(counts(machines()))
                .isEqualTo(Map.of("read", 7L, "created", 4L, "adopted", 1L, "dead", 1L, "skipped", 1L));
        assertThat(writes()).hasSize(4).containsOnly("POST " + PRODUCTS);
        JsonNode digger = Site.body(site.goWrites().stream()
                .filter(call -> call.body().contains("CAT 320"))
                .findFirst()
                .orElseThrow());
        assertThat(Json.canonical(digger)).isEqualTo(Json.canonical(Json.tree("""
                        {"Code": "1", "Name": "Gravemaskin CAT 320", "UnitOfMeasureCode": "HUR", "UnitCost": 450,
                         "UnitPrice": 1150, "IsArchived": false, "ProductGroupCode": "M"}""")));
        Link crane = site.link("machines", machine(KRANBIL));
        assertThat(crane.targetId()).isEqualTo(Long.toString(site.goId("/Products", "Code", "5")));
        assertThat(site.letter("machines", machine("Lift JLG")).reason()).isEqualTo(Reason.OTHER_NAME);
        site.forget();
        assertThat(counts(machines())).isEqualTo(Map.of("read", 7L, "unchanged", 5L, "dead", 1L, "skipped", 1L));
        assertThat(writes()).isEmpty();
    }

    @Test
    void aProductThatWasInGoBeforeIsNeverChanged() {
        machines();
        site.forget();
        change(machine(KRANBIL), row -> row.put("Name", "Kranbil").put("InternalCost", 600));
        assertThat(counts(machines())).containsEntry("unchanged", 5L);
        assertThat(writes()).isEmpty();
        change(machine(KRANBIL), row -> row.put("IsActive", false));
        machines();
        assertThat(writes()).isEmpty();
    }

    @Test
    void aProductThatDokbroMadeFollows() {
        machines();
        site.forget();
        int digger = machine("Gravemaskin CAT 320");
        change(digger, row -> row.put("Name", "Graver").put("InternalCost", 480));
        assertThat(counts(machines())).containsEntry("updated", 1L);
        assertThat(writes())
                .containsExactly("PATCH " + PRODUCTS + "/"
                        + site.link("machines", digger).targetId());
        assertThat(Site.body(site.goWrites().get(0)))
                .containsExactlyInAnyOrderElementsOf(
                        Json.tree(
                                "[{\"op\":\"replace\",\"path\":\"/Name\",\"value\":\"Graver\"},{\"op\":\"replace\",\"path\":\"/UnitCost\",\"value\":480}]"));
        change(digger, row -> row.put("IsActive", false));
        machines();
        assertThat(site.go().records("/Products"))
                .filteredOn(row -> row.path("Code").asText().equals("1"))
                .allMatch(row -> row.path("IsArchived").asBoolean());
        site.forget();
        machines();
        assertThat(writes()).isEmpty();
    }

    @Test
    void twoWithOneNumberAreDeadLettersThatNameBoth() {
        change(machine("Gravemaskin Volvo ECR145"), row -> row.put("InternalNumber", "1"));
        machines();
        for (String key : List.of("Gravemaskin CAT 320", "Gravemaskin Volvo ECR145")) {
            DeadLetter letter = site.letter("machines", machine(key));
            assertThat(letter.reason()).isEqualTo(Reason.SAME_NUMBER);
            assertThat(letter.message("nb")).contains("Gravemaskin CAT 320", "Gravemaskin Volvo ECR145");
        }
        assertThat(writes()).hasSize(2);
        change(machine("Gravemaskin Volvo ECR145"), row -> row.put("InternalNumber", "12"));
        machines();
        assertThat(writes()).hasSize(4);
    }

    @Test
    void numberZeroAndGoodsWithoutANumberAreDeadLetters() {
        change(machine("Gravemaskin CAT 320"), row -> row.put("InternalNumber", "0"));
        machines();
        assertThat(site.letter("machines", machine("Gravemaskin CAT 320")).reason())
                .isEqualTo(Reason.NUMBER_MISSING);
        int gravel = site.office().id("goods", "Pukk 8-16");
        site.office().change("goods", gravel, row -> row.putNull("Number"));
        site.run("goods");
        assertThat(site.letter("goods", gravel).reason()).isEqualTo(Reason.NUMBER_MISSING);
    }

    @Test
    void aNameThatIsMissingOrTooLongIsADeadLetter() {
        change(machine("Gravemaskin CAT 320"), row -> row.putNull("Name"));
        change(machine("Hjullaster Volvo L90"), row -> row.put("Name", "x".repeat(401)));
        machines();
        assertThat(site.letter("machines", machine("Gravemaskin CAT 320")).reason())
                .isEqualTo(Reason.UNREADABLE);
        assertThat(site.letter("machines", machine("Hjullaster Volvo L90")).status())
                .isEqualTo(DeadLetter.Status.OPEN);
        assertThat(writes()).hasSize(2);
    }

    @Test
    void nothingIsMadeUnlessTheOfficeWantsIt() {
        file.write(yaml -> LockedPeriodTest.costs(yaml).replace("create-products: true", "create-products: false"));
        assertThat(counts(machines())).isEqualTo(Map.of("read", 7L, "adopted", 1L, "skipped", 5L, "dead", 1L));
        assertThat(writes()).isEmpty();
    }

    @Test
    void aPrefixKeepsMachinesApartFromOtherProducts() {
        file.write(yaml ->
                LockedPeriodTest.costs(yaml).replace("product-group: M", "product-group: M, product-prefix: M-"));
        assertThat(counts(machines())).isEqualTo(Map.of("read", 7L, "created", 6L, "skipped", 1L));
        assertThat(site.goId("/Products", "Code", "M-6")).isPositive();
    }

    /** Go knows no mark on a product: it is found by its code and name. */
    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"SERVER_ERROR", "SERVER_ERROR_AFTER", "RESET_AFTER"})
    void aCreateWithoutAnAnswerComesOnce(Fault fault) {
        site.go().faults().next(1, "POST", PRODUCTS, fault);
        assertThat(counts(machines())).containsEntry("inDoubt", 1L);
        site.settleTime();
        machines();
        assertThat(site.go().records("/Products"))
                .extracting(row -> row.path("Code").asText())
                .contains("1", "2", "3", "4")
                .doesNotHaveDuplicates();
        site.forget();
        assertThat(counts(machines())).containsEntry("unchanged", 5L);
        assertThat(writes()).isEmpty();
    }

    @Test
    void aMachineThatIsGoneKeepsItsProduct() {
        machines();
        site.forget();
        int digger = machine("Gravemaskin CAT 320");
        String product = site.link("machines", digger).targetId();
        site.jdbc()
                .update(
                        "update link set source_id = '99', owner_id = '99' where company = ? and source_id = ?",
                        site.company(),
                        Integer.toString(digger));
        machines();
        assertThat(writes()).noneMatch(call -> call.startsWith("DELETE"));
        assertThat(site.link("machines", 99).targetId()).isEqualTo(product);
    }

    @Test
    void codesTakenByAnotherProductAreRefusedByGo() {
        file.write(yaml -> LockedPeriodTest.costs(yaml).replace("product-group: M", "product-group: NONE"));
        assertThat(counts(machines())).containsEntry("dead", 5L);
        assertThat(site.letter("machines", machine("Gravemaskin CAT 320")).reason())
                .isEqualTo(Reason.REFUSED);
    }
}
