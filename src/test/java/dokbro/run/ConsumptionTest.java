package dokbro.run;

import static dokbro.Site.counts;
import static org.assertj.core.api.Assertions.assertThat;

import dokbro.OfficeFile;
import dokbro.Site;
import dokbro.Sites;
import dokbro.SyncTest;
import dokbro.failure.Reason;
import dokbro.link.Link;
import dokbro.run.RunHistory.RunRow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Consumption of goods as vouchers in Go. */
@SyncTest
class ConsumptionTest extends CostScene {

    private OfficeFile file;

    @BeforeEach
    void office() {
        file = new OfficeFile(parts).write(LockedPeriodTest::costs);
        open(Sites.OFFICE);
    }

    private void setting(String key) {
        file.write(yaml ->
                LockedPeriodTest.costs(yaml).replace("  goods-consumption: {", "  goods-consumption: {" + key + ", "));
    }

    @AfterEach
    void gone() {
        file.close();
    }

    private RunRow goods() {
        return site.run(GOODS);
    }

    private Link goodsLink() {
        return site.link(GOODS, group());
    }

    private void quiet() {
        site.forget();
        goods();
        assertThat(writes()).isEmpty();
    }

    @Test
    void theApprovedRowsOfAProjectAndDayAreOneVoucher() {
        consumption("Pukk 8-16", "2.5");
        consumption("Pukk 8-16", "1.5");
        consumption("Betong B30", "3");
        site.office().consumption().add("101", DAY, "1000", null, "Betong B30", BigDecimal.TEN);
        assertThat(counts(goods())).isEqualTo(Map.of("read", 2L, "created", 1L, "skipped", 1L));
        assertThat(writes()).containsExactly(POST);
        assertThat(sent(0).get("ExternalImportReference").asText()).isEqualTo("SD-GC-" + group());
        assertThat(sent(0).get("VoucherLines")).hasSize(3);
        assertThat(amount(sent(0), 0).add(amount(sent(0), 1))).isEqualByComparingTo("5050");
        assertThat(amount(sent(0), 2)).isEqualByComparingTo("-5050");
        assertThat(cost("1000")).isEqualByComparingTo("5050");
        quiet();
    }

    @Test
    void aReturnIsACreditAndProductionTransportAndGoodsIntoStoreAreNone() {
        int back = consumption("Pukk 8-16", "-2");
        int in = consumption("Pukk 8-16", "5");
        site.office().consumption().change(in, row -> row.put("FlowId", 1));
        RunRow run = goods();
        assertThat(counts(run)).isEqualTo(Map.of("read", 2L, "created", 1L, "skipped", 1L));
        assertThat(site.records(run).stream().map(record -> record.reason())).contains("flow-in");
        assertThat(back).isPositive();
        assertThat(cost("1000")).isEqualByComparingTo("-290");
    }

    @Test
    void aChangedAmountReversesAndPostsAnewAtItsOldPrice() {
        int id = consumption("Pukk 8-16", "2");
        goods();
        String old = goodsLink().targetId();
        site.office().change("goods", site.office().id("goods", "Pukk 8-16"), row -> row.put("InternalCost", 200));
        quiet();
        site.office().consumption().change(id, row -> row.put("Amount", 3));
        goods();
        assertThat(writes()).containsExactly(REVERSE + old, POST);
        assertThat(cost("1000")).isEqualByComparingTo("435");
        quiet();
    }

    @Test
    void anApprovalTakenBackReversesAndOneOfTwoChangesTheVoucher() {
        int one = consumption("Pukk 8-16", "2");
        int two = consumption("Betong B30", "1");
        keepGoods();
        goods();
        site.office().consumption().withdraw(one);
        goods();
        assertThat(cost("1000")).isEqualByComparingTo("1490");
        site.office().consumption().delete(two);
        site.forget();
        goods();
        assertThat(writes()).hasSize(1).allMatch(call -> call.startsWith(REVERSE));
        assertThat(cost("1000")).isEqualByComparingTo("0");
        assertThat(goodsLink().state()).isEqualTo(Link.State.DELETED);
        quiet();
    }

    private void keepGoods() {
        int other = site.office().consumption().add("101", DAY.plusDays(1), "1010", null, "Pukk 8-16", BigDecimal.ONE);
        site.office().consumption().approve(other);
    }

    @Test
    void eachRowIsAVoucherWhereTheOfficeWantsItSoAndHistoryKeepsItsGrouping() {
        consumption("Pukk 8-16", "2");
        goods();
        setting("group-by: record");
        quiet();
        int same = consumption("Pukk 8-16", "1");
        int next = site.office().consumption().add("101", DAY.plusDays(1), "1000", null, "Pukk 8-16", BigDecimal.ONE);
        site.office().consumption().approve(next);
        keepGoods();
        goods();
        assertThat(site.hasLink(GOODS, same))
                .as("its day was sent by project and day")
                .isFalse();
        assertThat(goodsLink().facts().get("rows")).hasSize(2);
        assertThat(site.link(GOODS, next).state()).isEqualTo(Link.State.LINKED);
        quiet();
        site.office().consumption().withdraw(next);
        goods();
        assertThat(writes()).hasSize(1).allMatch(call -> call.startsWith(REVERSE));
        assertThat(site.link(GOODS, next).state()).isEqualTo(Link.State.DELETED);
    }

    @Test
    void categoriesThatAreNotSentAreLeftOutAndWhatWasSentStays() {
        consumption("Pukk 8-16", "2");
        goods();
        setting("goods-categories: [Betong]");
        quiet();
        consumption("Betong B30", "1");
        int gravel = site.office().consumption().add("101", DAY.plusDays(1), "1000", null, "Pukk 8-16", BigDecimal.ONE);
        site.office().consumption().approve(gravel);
        RunRow run = goods();
        assertThat(site.records(run).stream().map(record -> record.reason())).contains("category");
        assertThat(goodsLink().facts().get("lines")).hasSize(2);
        assertThat(cost("1000")).isEqualByComparingTo("1780");
    }

    @Test
    void whatHasArrivedIsMarkedInSmartDokOnceEach() {
        setting("mark-goods-exported: true");
        int one = consumption("Pukk 8-16", "2");
        int two = consumption("Betong B30", "1");
        int not = site.office().consumption().add("101", DAY, "1000", null, "Betong B30", BigDecimal.TEN);
        goods();
        assertThat(Site.calls(site.smartdokWrites()))
                .containsExactlyInAnyOrder(
                        "POST /GoodsConsumption/" + one + "/MarkAsExported",
                        "POST /GoodsConsumption/" + two + "/MarkAsExported");
        quiet();
        assertThat(site.smartdokWrites()).isEmpty();
        assertThat(site.office().consumption().row(not).path("Exported").asBoolean())
                .isFalse();
    }

    @Test
    void whatDidNotArriveIsNotMarked() {
        setting("mark-goods-exported: true");
        site.office().change("goods", site.office().id("goods", "Pukk 8-16"), row -> row.putNull("InternalCost"));
        consumption("Pukk 8-16", "2");
        assertThat(counts(goods())).isEqualTo(Map.of("read", 1L, "dead", 1L));
        assertThat(site.smartdokWrites()).isEmpty();
    }

    @Test
    void goodsWithoutAPriceAreADeadLetterAndNeverAVoucherOfNothing() {
        int gravel = site.office().id("goods", "Pukk 8-16");
        site.office().change("goods", gravel, row -> row.putNull("InternalCost"));
        consumption("Pukk 8-16", "2");
        assertThat(counts(goods())).isEqualTo(Map.of("read", 1L, "dead", 1L));
        assertThat(site.letter(GOODS, group()).reason()).isEqualTo(Reason.NO_PRICE);
        assertThat(writes()).isEmpty();
        site.office().change("goods", gravel, row -> row.put("InternalCost", 145));
        assertThat(counts(goods())).isEqualTo(Map.of("read", 1L, "created", 1L));
        assertThat(site.openLetters(GOODS)).isEmpty();
    }

    @Test
    void goodsWithoutAPriceAreLeftOutWhereTheOfficeWantsItSo() {
        setting("no-price: skip");
        site.office().change("goods", site.office().id("goods", "Pukk 8-16"), row -> row.putNull("InternalCost"));
        consumption("Pukk 8-16", "2");
        assertThat(counts(goods())).isEqualTo(Map.of("read", 1L, "skipped", 1L));
        assertThat(writes()).isEmpty();
    }

    @Test
    void thePriceMayBeTheCostOfTheProductInGo() {
        setting("price: product-cost");
        String product =
                site.link("goods", site.office().id("goods", "Pukk 8-16")).targetId();
        site.go().accounting().change("products", product, dokbro.Json.tree("{\"UnitCost\": 99.5}"));
        consumption("Pukk 8-16", "2");
        assertThat(counts(goods())).isEqualTo(Map.of("read", 1L, "created", 1L));
        assertThat(cost("1000")).isEqualByComparingTo("199");
    }

    @Test
    void anAccountThatGoDoesNotHaveIsARowThatNamesTheSettingAndTheVouchersWait() {
        file.write(yaml -> LockedPeriodTest.costs(yaml).replace("debit-account: 4300", "debit-account: 4301"));
        site.run("reference-data");
        assertThat(site.letter("chosen-accounts", "4301").reason()).isEqualTo(Reason.SETTING_NOT_IN_GO);
        assertThat(site.letter("chosen-accounts", "4301").message("en"))
                .isEqualTo("The setting goods-consumption.debit-account names konto 4301, which Go does not have.");
        consumption("Pukk 8-16", "2");
        assertThat(counts(goods())).isEqualTo(Map.of("read", 1L, "waiting", 1L));
        assertThat(writes()).isEmpty();
        file.write(LockedPeriodTest::costs);
        assertThat(counts(goods())).isEqualTo(Map.of("read", 1L, "created", 1L));
    }

    @Test
    void aDraftIsLeftForAnAccountantDeletedWhileItIsOneAndThenLocked() {
        setting("post: draft");
        int id = consumption("Pukk 8-16", "2");
        keepGoods();
        goods();
        String drafts = "/v2/JournalEntryVouchers";
        assertThat(writes()).containsOnly("POST " + drafts + "/ManualJournals");
        String old = goodsLink().targetId();
        quiet();
        site.office().consumption().change(id, row -> row.put("Amount", 3));
        goods();
        assertThat(writes()).containsExactly("DELETE " + drafts + "/" + old, "POST " + drafts + "/ManualJournals");
        String now = goodsLink().targetId();
        site.go().accounting().postDraft(now);
        site.office().consumption().change(id, row -> row.put("Amount", 4));
        site.forget();
        assertThat(counts(goods())).containsEntry("dead", 1L);
        assertThat(site.letter(GOODS, group()).reason()).isEqualTo(Reason.LOCKED_IN_GO);
        assertThat(site.letter(GOODS, group()).difference().path("difference").decimalValue())
                .isEqualByComparingTo("145");
        assertThat(site.go().records("/JournalEntryVouchers/ManualJournals")).hasSize(2);
    }

    @Test
    void aDraftWithoutAnAnswerIsFoundInTheList() {
        setting("post: draft");
        consumption("Pukk 8-16", "2");
        site.go().faults().next(1, "POST", "/v2/JournalEntryVouchers", dokbro.sandbox.http.Fault.SERVER_ERROR_AFTER);
        assertThat(counts(goods())).isEqualTo(Map.of("read", 1L, "inDoubt", 1L));
        site.settleTime();
        site.forget();
        assertThat(counts(goods())).isEqualTo(Map.of("read", 1L, "unchanged", 1L));
        assertThat(writes()).isEmpty();
        assertThat(site.go().records("/JournalEntryVouchers/ManualJournals")).hasSize(1);
    }

    @Test
    void aPostedVoucherIsReversedAlsoWhenDraftsAreWantedByNow() {
        int id = consumption("Pukk 8-16", "2");
        goods();
        String old = goodsLink().targetId();
        setting("post: draft");
        quiet();
        site.office().consumption().change(id, row -> row.put("Amount", 3));
        goods();
        assertThat(writes()).containsExactly(REVERSE + old, "POST /v2/JournalEntryVouchers/ManualJournals");
        assertThat(cost("1000")).isEqualByComparingTo("0");
    }

    @Test
    void aListThatGivesNothingTakesNothingAway() {
        consumption("Pukk 8-16", "2");
        goods();
        site.forget();
        site.smartdok().faults().next(1, "GET", "/GoodsConsumption", dokbro.sandbox.http.Fault.ERROR_IN_200);
        assertThat(goods().state()).isIn(RunState.FAILED, RunState.SUCCEEDED);
        assertThat(writes()).isEmpty();
        assertThat(List.of(goodsLink().state())).containsExactly(Link.State.LINKED);
    }
}
