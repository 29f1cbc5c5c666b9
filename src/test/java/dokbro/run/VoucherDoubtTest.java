package dokbro.run;

import static dokbro.Site.counts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Site;
import dokbro.Sites;
import dokbro.SyncTest;
import dokbro.deadletter.DeadLetter;
import dokbro.failure.Reason;
import dokbro.link.Link;
import dokbro.sandbox.http.Fault;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Vouchers whose call got no answer, or was refused; and what users do to them in Go. */
@SyncTest
class VoucherDoubtTest extends CostScene {

    private static final String VOUCHERS = "/v2/Vouchers/ManualJournals";
    private static final String REVERSAL = "/v2/Vouchers/Reverse";

    private int id;

    @Autowired
    private Replay replay;

    @BeforeEach
    void one() {
        open(Sites.COSTS);
        id = digging(DAY, 90);
    }

    private void fault(int calls, String path, Fault fault) {
        site.go().faults().next(calls, "POST", path, fault);
    }

    private void posted() {
        keeper();
        run();
        site.forget();
    }

    private void longer() {
        site.office().edit(id, draft -> draft.withoutMachines().machine(digger, 120));
    }

    private void holds(String kroner, int generation) {
        assertThat(cost("1000")).isEqualByComparingTo(kroner);
        assertThat(link().state()).isEqualTo(Link.State.LINKED);
        assertThat(link().claim()).isNull();
        assertThat(link().doubt()).isNull();
        assertThat(link().generation()).isEqualTo(generation);
        JsonNode voucher = standing().stream()
                .filter(one -> one.get("Id").asText().equals(link().targetId()))
                .findFirst()
                .orElseThrow();
        assertThat(voucher.get("ExternalImportReference").asText())
                .isEqualTo("SD-MH-" + group() + (generation == 1 ? "" : "/" + generation));
        site.forget();
        run();
        assertThat(writes()).isEmpty();
    }

    /** The second send is refused, and names the voucher that the first has made. */
    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"RESET_AFTER", "SERVER_ERROR_AFTER", "TIMEOUT_AFTER", "TRUNCATED", "MALFORMED"})
    void aVoucherThatArrivedUnseenIsSentAgainAndFound(Fault fault) {
        fault(1, VOUCHERS, fault);
        assertThat(counts(run())).isEqualTo(Map.of("read", 1L, "created", 1L));
        assertThat(writes()).containsExactly(POST, POST);
        assertThat(site.goWrites().get(1).status()).isEqualTo(400);
        holds("675", 1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"RESET_BEFORE", "SERVER_ERROR", "BAD_GATEWAY", "UNAVAILABLE", "HTML"})
    void aVoucherThatNeverArrivedIsSentAgain(Fault fault) {
        fault(1, VOUCHERS, fault);
        assertThat(counts(run())).isEqualTo(Map.of("read", 1L, "created", 1L));
        holds("675", 1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"SERVER_ERROR", "SERVER_ERROR_AFTER"})
    void withoutAnyAnswerTheNextRunAsksByTheSamePost(Fault fault) {
        fault(10, VOUCHERS, fault);
        assertThat(counts(run())).isEqualTo(Map.of("read", 1L, "inDoubt", 1L));
        assertThat(link().claim().operation()).isEqualTo("CREATE");
        site.go().faults().clear();
        site.settleTime();
        site.forget();
        assertThat(counts(run())).isEqualTo(Map.of("read", 1L, "unchanged", 1L));
        assertThat(writes()).containsExactly(POST);
        holds("675", 1);
    }

    @Test
    void whatTheNextRunFindsFollowsTheSource() {
        fault(10, VOUCHERS, Fault.SERVER_ERROR_AFTER);
        run();
        site.go().faults().clear();
        longer();
        site.settleTime();
        site.forget();
        assertThat(counts(run())).isEqualTo(Map.of("read", 1L, "replaced", 1L));
        assertThat(writes()).hasSize(3);
        holds("900", 2);
    }

    /** Go refuses the line, the account is closed: nothing was made. */
    @Test
    void aRefusalIsADeadLetterAndSentAgainWhenItIsMended() {
        String account = Long.toString(site.goId("/GeneralLedgerAccounts", "AccountNo", "4390"));
        site.go().accounting().change("accounts", account, dokbro.Json.tree("{\"IsActive\": false}"));
        assertThat(counts(run())).isEqualTo(Map.of("read", 1L, "dead", 1L));
        DeadLetter letter = site.letter(MACHINE_HOURS, group());
        assertThat(letter.reason()).isEqualTo(Reason.REFUSED);
        assertThat(letter.response()).contains("4390 is not active");
        assertThat(site.hasLink(MACHINE_HOURS, group())).isFalse();
        site.forget();
        run();
        assertThat(writes()).as("the same is not sent again").isEmpty();
        site.go().accounting().change("accounts", account, dokbro.Json.tree("{\"IsActive\": true}"));
        site.deepRun(MACHINE_HOURS);
        holds("675", 1);
    }

    @Test
    void aReversalThatArrivedUnseenIsNotMadeTwice() {
        posted();
        String old = link().targetId();
        longer();
        fault(1, REVERSAL, Fault.SERVER_ERROR_AFTER);
        assertThat(counts(run())).isEqualTo(Map.of("read", 2L, "unchanged", 1L, "inDoubt", 1L));
        assertThat(writes()).containsExactly(REVERSE + old);
        site.settleTime();
        site.forget();
        assertThat(counts(run())).isEqualTo(Map.of("read", 2L, "unchanged", 1L, "replaced", 1L));
        assertThat(writes()).containsExactly(POST);
        holds("900", 2);
    }

    @Test
    void aReversalThatNeverArrivedIsMadeOnce() {
        posted();
        String old = link().targetId();
        longer();
        fault(1, REVERSAL, Fault.SERVER_ERROR);
        run();
        site.settleTime();
        site.forget();
        assertThat(counts(run())).isEqualTo(Map.of("read", 2L, "unchanged", 1L, "replaced", 1L));
        assertThat(writes()).containsExactly(REVERSE + old, POST);
        holds("900", 2);
    }

    @Test
    void aReversalInDoubtIsMendedWhenTheSourceIsBackToWhatItWas() {
        posted();
        longer();
        fault(1, REVERSAL, Fault.SERVER_ERROR_AFTER);
        run();
        site.office().edit(id, draft -> draft.withoutMachines().machine(digger, 90));
        site.settleTime();
        run();
        holds("675", 2);
    }

    @Test
    void aDeleteInDoubtIsNotReversedTwice() {
        posted();
        site.office().withdraw(id);
        fault(1, REVERSAL, Fault.SERVER_ERROR_AFTER);
        run();
        site.settleTime();
        site.forget();
        assertThat(counts(run())).isEqualTo(Map.of("read", 1L, "missing", 1L, "unchanged", 1L, "deleted", 1L));
        assertThat(writes()).isEmpty();
        assertThat(cost("1000")).isEqualByComparingTo("0");
    }

    /** As a crash between the two calls. */
    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"SERVER_ERROR", "SERVER_ERROR_AFTER"})
    void cutOffBetweenReversalAndRepostItGoesOn(Fault fault) {
        posted();
        longer();
        fault(10, VOUCHERS, fault);
        assertThat(counts(run())).isEqualTo(Map.of("read", 2L, "unchanged", 1L, "inDoubt", 1L));
        assertThat(link().claim().step()).isEqualTo(1);
        site.go().faults().clear();
        site.settleTime();
        site.forget();
        assertThat(counts(run())).isEqualTo(Map.of("read", 2L, "unchanged", 2L));
        assertThat(writes()).containsExactly(POST);
        holds("900", 2);
    }

    /** The new voucher names a machine whose product is no more; the old one is posted again. */
    @Test
    void aRefusedRepostPutsTheOldVoucherBackUnderTheNextGeneration() {
        posted();
        String old = link().targetId();
        site.office().edit(id, draft -> draft.machine(loader, 60));
        fault(1, REVERSAL, Fault.SLOW);
        site.go().faults().slow(java.time.Duration.ZERO);
        String loaderProduct = site.link("machines", loader).targetId();
        site.jdbc()
                .update(
                        "update link set target_id = '999999999', own_target_id = '999999999' where company = ? and entity = 'machines'"
                                + " and target_id = ?",
                        site.company(),
                        loaderProduct);
        assertThat(counts(run())).containsEntry("dead", 1L);
        assertThat(writes()).containsExactly(REVERSE + old, POST, POST);
        assertThat(cost("1000")).isEqualByComparingTo("675");
        assertThat(link().generation()).isEqualTo(2);
        assertThat(sent(2).get("ExternalImportReference").asText()).isEqualTo("SD-MH-" + group() + "/2");
        assertThat(amount(sent(2), 0)).isEqualByComparingTo("675");
        assertThat(site.letter(MACHINE_HOURS, group()).reason()).isEqualTo(Reason.REFUSED);
        site.forget();
        run();
        assertThat(writes()).isEmpty();
    }

    @Test
    void whatAUserHasReversedIsAQuestionAndNotPostedAnewUnasked() {
        posted();
        site.go().accounting().reverse(link().targetId());
        run();
        assertThat(writes()).isEmpty();
        longer();
        assertThat(counts(run())).containsEntry("dead", 1L);
        DeadLetter letter = site.letter(MACHINE_HOURS, group());
        assertThat(letter.reason()).isEqualTo(Reason.DELETED_IN_GO);
        assertThat(letter.difference().path("held").decimalValue()).isEqualByComparingTo("0");
        assertThat(letter.difference().path("source").decimalValue()).isEqualByComparingTo("900");
        assertThat(standing()).hasSize(1);
        site.forget();
        run();
        run();
        assertThat(writes()).isEmpty();

        replay.fresh(site.company(), site.letter(MACHINE_HOURS, group()), "test");
        assertThat(writes()).containsExactly(POST);
        holds("900", 2);
    }

    @Test
    void whatAUserHasReversedAndSmartDokNoLongerHasIsDone() {
        posted();
        site.go().accounting().reverse(link().targetId());
        site.office().delete(id);
        assertThat(counts(run())).isEqualTo(Map.of("read", 1L, "missing", 1L, "unchanged", 1L, "deleted", 1L));
        assertThat(site.openLetters(MACHINE_HOURS)).isEmpty();
        assertThat(cost("1000")).isEqualByComparingTo("0");
    }

    /** The same reference on a voucher that says something else is never taken for Dokbro's. */
    @Test
    void aVoucherOfAnotherContentWithTheSameReferenceIsForAPerson() {
        run();
        site.jdbc().update("delete from link where company = ? and entity = ?", site.company(), MACHINE_HOURS);
        longer();
        site.forget();
        assertThat(counts(run())).isEqualTo(Map.of("read", 1L, "dead", 1L));
        assertThat(site.letter(MACHINE_HOURS, group()).reason()).isEqualTo(Reason.REFUSED);
        assertThat(cost("1000")).isEqualByComparingTo("675");
        assertThat(Site.calls(site.goWrites())).containsExactly(POST);
    }

    /** After a database that was put back: the voucher is known by its reference and its contents. */
    @Test
    void aVoucherOfTheSameContentIsLinkedAgain() {
        run();
        site.jdbc().update("delete from link where company = ? and entity = ?", site.company(), MACHINE_HOURS);
        assertThat(counts(run())).isEqualTo(Map.of("read", 1L, "created", 1L));
        holds("675", 1);
    }
}
