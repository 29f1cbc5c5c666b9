package dokbro.run;

import static dokbro.Site.counts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Sites;
import dokbro.SyncTest;
import dokbro.failure.FailureClass;
import dokbro.failure.Reason;
import dokbro.run.RunHistory.RunRow;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows of cost that are wrong, or refer to what is not there: what each leads to. */
@SyncTest
class BadCostTest extends CostScene {

    @BeforeEach
    void sent() {
        open(Sites.COSTS);
    }

    private void change(int id, Consumer<ObjectNode> change) {
        site.office().consumption().change(id, change);
    }

    @Test
    void aRowThatCannotBeReadStopsTheVouchersOfItsDayAndNoOthers() {
        consumption("Betong B30", "1");
        int bad = consumption("Pukk 8-16", "2");
        int other = site.office().consumption().add("101", DAY.plusDays(1), "1010", null, "Pukk 8-16", BigDecimal.ONE);
        site.office().consumption().approve(other);
        change(bad, row -> row.remove("ProjectId"));
        assertThat(counts(site.run(GOODS))).isEqualTo(Map.of("read", 3L, "dead", 2L, "created", 1L));
        assertThat(site.letter(GOODS, bad).reason()).isEqualTo(Reason.UNREADABLE);
        assertThat(site.letter(GOODS, group()).reason()).isEqualTo(Reason.UNREADABLE);
        assertThat(cost("1010")).isEqualByComparingTo("145");
        change(bad, row -> row.put("ProjectId", site.office().id("projects", "1000")));
        site.run(GOODS);
        assertThat(cost("1000")).isEqualByComparingTo("1780");
        assertThat(site.openLetters(GOODS)).isEmpty();
    }

    /** The row may be the one that is in the voucher: nothing is reversed because of it. */
    @Test
    void aRowOfASentVoucherThatCannotBeReadLeavesTheVoucherAsItIs() {
        int row = consumption("Pukk 8-16", "2");
        site.run(GOODS);
        change(row, bad -> bad.remove("ProjectId"));
        site.forget();
        RunRow run = site.run(GOODS);
        assertThat(run.counts()).containsEntry("dead", 1L).containsEntry("deleted", 0L);
        assertThat(writes()).isEmpty();
        assertThat(cost("1000")).isEqualByComparingTo("290");
    }

    @Test
    void aProjectThatGoDoesNotHaveIsWaitedFor() {
        int id = consumption("Pukk 8-16", "2");
        site.jdbc()
                .update(
                        "delete from link where company = ? and entity = 'projects' and target_id = ?",
                        site.company(),
                        Integer.toString(site.office().id("projects", "1000")));
        assertThat(counts(site.run(GOODS))).isEqualTo(Map.of("read", 1L, "waiting", 1L));
        assertThat(site.letter(GOODS, group()).message("nb")).contains("prosjekt 1000");
        assertThat(id).isPositive();
        assertThat(writes()).isEmpty();
    }

    /** Sold before Dokbro came, so that no product was made. */
    @Test
    void aMachineWithoutAProductIsWaitedFor() {
        int sold = site.office().id("machines", "Gravemaskin Åkerman (solgt)");
        site.hours("101", DAY, draft -> draft.machine(sold, 60));
        assertThat(counts(run())).isEqualTo(Map.of("read", 1L, "waiting", 1L));
        assertThat(site.letter(MACHINE_HOURS, group()).message("nb"))
                .contains("produkt for maskin 7 Gravemaskin Åkerman (solgt)");
        site.office().change("machines", sold, machine -> machine.put("IsActive", true));
        site.run("machines");
        assertThat(counts(run())).isEqualTo(Map.of("read", 1L, "created", 1L));
    }

    @Test
    void aMachineWithoutAPriceIsADeadLetterThatNamesIt() {
        site.office().change("machines", digger, machine -> machine.putNull("InternalCost"));
        digging(DAY, 60);
        assertThat(counts(run())).isEqualTo(Map.of("read", 1L, "dead", 1L));
        assertThat(site.letter(MACHINE_HOURS, group()).reason()).isEqualTo(Reason.NO_PRICE);
        assertThat(site.letter(MACHINE_HOURS, group()).message("nb")).contains("maskin 1 Gravemaskin CAT 320");
        site.office().change("machines", digger, machine -> machine.put("InternalCost", 0));
        run();
        assertThat(site.letter(MACHINE_HOURS, group()).reason())
                .as("0 kr is no price")
                .isEqualTo(Reason.NO_PRICE);
        assertThat(writes()).isEmpty();
    }

    @Test
    void aMachineTwiceOnOneRegistrationIsOneLine() {
        site.hours("101", DAY, draft -> draft.machine(digger, 120).machine(digger, 90));
        assertThat(counts(run())).isEqualTo(Map.of("read", 1L, "created", 1L));
        assertThat(sent(0).at("/VoucherLines/0/Quantity").decimalValue()).isEqualByComparingTo("3.5");
        assertThat(cost("1000")).isEqualByComparingTo("1575");
    }

    @Test
    void aProductThatAUserHasDeletedInGoIsRefusedWithGosWords() {
        site.jdbc()
                .update(
                        "update link set target_id = '999999999', own_target_id = '999999999' where company = ? and entity = 'machines'"
                                + " and source_id = ?",
                        site.company(),
                        Integer.toString(digger));
        digging(DAY, 60);
        assertThat(counts(run())).isEqualTo(Map.of("read", 1L, "dead", 1L));
        assertThat(site.letter(MACHINE_HOURS, group()).failureClass()).isEqualTo(FailureClass.DATA);
        assertThat(site.letter(MACHINE_HOURS, group()).response()).contains("999999999");
    }

    @Test
    void aWebPageInPlaceOfAnAnswerLeavesTheVoucherInDoubt() {
        digging(DAY, 60);
        site.go().faults().next(20, "POST", "/v2/Vouchers", dokbro.sandbox.http.Fault.HTML);
        RunRow run = run();
        assertThat(run.counts()).containsEntry("inDoubt", 1L);
        site.go().faults().clear();
        site.settleTime();
        run();
        assertThat(cost("1000")).isEqualByComparingTo("450");
    }

    @Test
    void whatLiesBeforeTheStartDateIsNeverSent() {
        var before = site.sandbox().contractor().startDate().minusDays(1);
        site.hours("101", before, draft -> draft.machine(digger, 60));
        keeper();
        run();
        assertThat(writes()).containsExactly(POST);
        assertThat(cost("1000")).isEqualByComparingTo("0");
    }

    @Test
    void aDryRunAndARunOfNothingSendNothing() {
        digging(DAY, 60);
        assertThat(counts(site.dryRun(MACHINE_HOURS))).isEqualTo(Map.of("read", 1L, "created", 1L));
        assertThat(writes()).isEmpty();
        run();
        site.office().registrations().forEach(hours -> site.office().withdraw(hours.id()));
        site.forget();
        assertThat(run().state()).isEqualTo(RunState.HELD);
        assertThat(writes()).isEmpty();
    }
}
