package dokbro.run;

import static dokbro.Site.counts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Json;
import dokbro.Site;
import dokbro.Sites;
import dokbro.SyncTest;
import dokbro.TestTime;
import dokbro.link.Link;
import dokbro.run.RunHistory.RunRow;
import dokbro.sandbox.http.Received;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Machine hours as vouchers in Go: made, changed, taken away. */
@SyncTest
class MachineHoursTest {

    static final String ENTITY = "machine-hours";
    static final String POST = "POST /v2/Vouchers/ManualJournals";
    static final LocalDate DAY = TestTime.today().minusDays(3);

    private Site site;
    private int digger;
    private int loader;
    private int id;
    private String group;

    @Autowired
    private Site.Parts parts;

    /** One registration with a machine, posted. */
    @BeforeEach
    void sent() {
        site = parts.site(Sites.COSTS).reset().masterData();
        assertThat(counts(site.run("machines"))).containsEntry("created", 4L);
        digger = site.office().id("machines", "Gravemaskin CAT 320");
        loader = site.office().id("machines", "Hjullaster Volvo L90");
        id = site.hours("101", DAY, draft -> draft.machine(digger, 90));
        site.forget();
        assertThat(counts(site.run(ENTITY))).isEqualTo(Map.of("read", 1L, "created", 1L));
        group = DAY + ":p" + site.office().id("projects", "1000");
    }

    private String target(String group) {
        return site.link(ENTITY, group).targetId();
    }

    private List<JsonNode> standing() {
        return site.go().records("/Vouchers/ManualJournals").stream()
                .filter(voucher -> !voucher.path("IsReversed").asBoolean())
                .filter(voucher -> !voucher.path("ExternalImportReference").isNull())
                .toList();
    }

    private JsonNode body(Received call) {
        return Site.body(call);
    }

    @Test
    void aVoucherIsExactlyThis() {
        assertThat(Site.calls(site.goWrites())).containsExactly(POST);
        JsonNode sent = body(site.goWrites().get(0));
        String day = DAY.format(java.time.format.DateTimeFormatter.ofPattern("dd.MM.yyyy"));
        JsonNode expected = Json.tree("""
                {"VoucherDate": "%1$s", "CurrencyCode": "NOK", "Description": "Maskintimer %2$s, prosjekt 1000",
                 "ExternalImportReference": "SD-MH-%3$s", "VoucherLines": [
                  {"PostingDate": "%1$s", "CurrencyAmount": 675, "Quantity": 1.5, "AccountId": %4$d, "VatId": %5$d,
                   "ProjectId": %6$d, "ProductId": %7$d, "Description": "maskin 1 Gravemaskin CAT 320, %2$s"},
                  {"PostingDate": "%1$s", "CurrencyAmount": -675, "AccountId": %8$d, "VatId": %5$d,
                   "Description": "Maskintimer %2$s, prosjekt 1000"}]}""".formatted(
                        DAY,
                        day,
                        group,
                        site.goId("/GeneralLedgerAccounts", "AccountNo", "4390"),
                        site.goId("/VatCodes", "Code", "0"),
                        site.goId("/Projects", "Code", "1000"),
                        site.goId("/Products", "Code", "1"),
                        site.goId("/GeneralLedgerAccounts", "AccountNo", "4399")));
        assertThat(Json.canonical(sent)).isEqualTo(Json.canonical(expected));
        Link link = site.link(ENTITY, group);
        assertThat(link.generation()).isEqualTo(1);
        assertThat(link.claim()).isNull();
        assertThat(standing()).hasSize(1);
        quiet();
    }

    private void quiet() {
        site.forget();
        RunRow run = site.run(ENTITY);
        assertThat(run.counts().get("unchanged")).isEqualTo(run.counts().get("read"));
        assertThat(Site.calls(site.goWrites())).isEmpty();
    }

    @Test
    void changedHoursAreReversedAndPostedAnew() {
        String before = target(group);
        site.forget();
        site.office().edit(id, draft -> draft.withoutMachines().machine(digger, 120));
        assertThat(counts(site.run(ENTITY))).isEqualTo(Map.of("read", 1L, "replaced", 1L));
        assertThat(Site.calls(site.goWrites())).containsExactly("POST /v2/Vouchers/Reverse/" + before, POST);
        assertThat(site.goWrites().get(0).body()).isEmpty();
        JsonNode again = body(site.goWrites().get(1));
        assertThat(again.get("ExternalImportReference").asText()).isEqualTo("SD-MH-" + group + "/2");
        assertThat(again.at("/VoucherLines/0/Quantity").decimalValue()).isEqualByComparingTo("2");
        assertThat(again.at("/VoucherLines/0/CurrencyAmount").decimalValue()).isEqualByComparingTo("900");
        assertThat(standing()).hasSize(1);
        assertThat(site.link(ENTITY, group).generation()).isEqualTo(2);
        quiet();
    }

    @Test
    void aRowMovedToAnotherProjectChangesTwoGroups() {
        site.hours("103", DAY, draft -> draft.machine(loader, 60));
        site.run(ENTITY);
        site.forget();
        site.office().edit(id, draft -> draft.project(site.office().id("projects", "1010"), null));
        assertThat(counts(site.run(ENTITY))).isEqualTo(Map.of("read", 2L, "replaced", 1L, "created", 1L));
        assertThat(Site.calls(site.goWrites())).hasSize(3);
        assertThat(standing()).hasSize(2);
        String other = DAY + ":p" + site.office().id("projects", "1010");
        assertThat(site.link(ENTITY, other).facts().at("/rows/0").asText()).isEqualTo(id + ":" + digger);
        quiet();
    }

    @Test
    void aWithdrawnApprovalReverses() {
        reversed(() -> site.office().withdraw(id));
    }

    @Test
    void aDeletedRegistrationReverses() {
        reversed(() -> site.office().delete(id));
    }

    @Test
    void theLastRowOfAGroupTakenOutReverses() {
        reversed(() -> site.office().edit(id, draft -> draft.withoutMachines()));
    }

    private void reversed(Runnable edit) {
        site.hours("103", DAY.minusDays(1), draft -> draft.machine(loader, 60));
        site.run(ENTITY);
        String before = target(group);
        site.forget();
        edit.run();
        assertThat(counts(site.run(ENTITY)))
                .isEqualTo(Map.of("read", 1L, "missing", 1L, "unchanged", 1L, "deleted", 1L));
        assertThat(Site.calls(site.goWrites())).containsExactly("POST /v2/Vouchers/Reverse/" + before);
        assertThat(standing()).hasSize(1);
        assertThat(site.link(ENTITY, group).state()).isEqualTo(Link.State.DELETED);
        quiet();
    }

    @Test
    void zeroedMachineHoursReverse() {
        String before = target(group);
        site.forget();
        site.office().edit(id, draft -> draft.withoutMachines().machine(digger, 0));
        assertThat(counts(site.run(ENTITY))).isEqualTo(Map.of("read", 1L, "deleted", 1L));
        assertThat(Site.calls(site.goWrites())).containsExactly("POST /v2/Vouchers/Reverse/" + before);
        assertThat(standing()).isEmpty();
    }

    @Test
    void approvedAgainIsTheNextGeneration() {
        site.hours("103", DAY.minusDays(1), draft -> draft.machine(loader, 60));
        site.run(ENTITY);
        site.office().withdraw(id);
        site.run(ENTITY);
        site.office().approve(id);
        site.forget();
        assertThat(counts(site.run(ENTITY))).isEqualTo(Map.of("read", 2L, "unchanged", 1L, "created", 1L));
        assertThat(body(site.goWrites().get(0)).get("ExternalImportReference").asText())
                .isEqualTo("SD-MH-" + group + "/2");
        quiet();
    }

    /** Domain, section 10: machine cost 450 → 480 on 1 November: October's vouchers stay. */
    @Test
    void aChangedPriceRewritesNoHistoryAndAChangedQuantityKeepsItsPrice() {
        site.office().change("machines", digger, machine -> machine.put("InternalCost", new BigDecimal("480")));
        quiet();
        site.office().edit(id, draft -> draft.withoutMachines().machine(digger, 120));
        site.forget();
        site.run(ENTITY);
        assertThat(body(site.goWrites().get(1))
                        .at("/VoucherLines/0/CurrencyAmount")
                        .decimalValue())
                .isEqualByComparingTo("900");
        int next = site.hours("101", DAY.plusDays(1), draft -> draft.machine(digger, 60));
        site.forget();
        site.run(ENTITY);
        assertThat(next).isPositive();
        assertThat(body(site.goWrites().get(0))
                        .at("/VoucherLines/0/CurrencyAmount")
                        .decimalValue())
                .isEqualByComparingTo("480");
    }
}
