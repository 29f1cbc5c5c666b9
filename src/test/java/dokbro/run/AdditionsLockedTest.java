package dokbro.run;

import static dokbro.run.PayOffice.ADDITIONS;
import static dokbro.run.PayOffice.LINES;
import static org.assertj.core.api.Assertions.assertThat;

import dokbro.Json;
import dokbro.Site;
import dokbro.Sites;
import dokbro.SyncTest;
import dokbro.TestTime;
import dokbro.deadletter.DeadLetter;
import dokbro.deadletter.DeadLetter.Status;
import dokbro.failure.FailureClass;
import dokbro.failure.Reason;
import dokbro.link.Link;
import dokbro.sandbox.go.Quirk;
import dokbro.sandbox.http.Fault;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Salary lines that stand in a payroll, or that a user has deleted: both sides, the difference, and what a person decides. */
@SyncTest
class AdditionsLockedTest {

    private static final LocalDate DAY = TestTime.today().minusDays(2);
    private static final Map<String, Long> DEAD = Map.of("read", 1L, "dead", 1L);
    private static final Map<String, Long> QUIET = Map.of("read", 1L, "unchanged", 1L);

    @Autowired
    private Site.Parts parts;

    @Autowired
    private Replay replay;

    @Autowired
    private Decisions decisions;

    private Site site;
    private PayOffice pay;
    private int id;
    private String key;
    private String target;

    /** Ten kilometres in Go, beside the keeper. */
    @BeforeEach
    void sent() {
        site = parts.site(Sites.SMALL).reset().masterData();
        pay = new PayOffice(site);
        site.keeper();
        id = pay.registration("101", DAY, pay.with("330", "10"));
        key = pay.key(id, "330");
        pay.run();
        target = site.link(ADDITIONS, key).targetId();
    }

    private void paid() {
        site.go().markPaid(Long.parseLong(target));
    }

    private void quantity(String amount) {
        pay.edit(id, draft -> pay.with("330", amount).accept(draft.withoutAdditions()));
    }

    private DeadLetter letter() {
        return site.letters(ADDITIONS, key).get(0);
    }

    private void difference(String smartdok, String go, String difference) {
        DeadLetter letter = letter();
        assertThat(letter.failureClass()).isEqualTo(FailureClass.LOCKED);
        assertThat(letter.status()).isEqualTo(Status.OPEN);
        assertThat(letter.difference().get("source").decimalValue()).isEqualByComparingTo(smartdok);
        assertThat(letter.difference().get("held").decimalValue()).isEqualByComparingTo(go);
        assertThat(letter.difference().get("difference").decimalValue()).isEqualByComparingTo(difference);
        assertThat(letter.difference().get("unit").asText()).isEqualTo("stk");
    }

    /** Payroll made, hours corrected down: LOCKED with −n; the office pays it by hand, settles it; later changes show against the new baseline. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void payrollMadeAndQuantityCorrectedDown(boolean answers409) {
        if (answers409) {
            site.go().options(site.go().options().withQuirk(Quirk.PAID_LINE_ANSWERS_409, true));
        }
        paid();
        quantity("7");
        assertThat(pay.run()).isEqualTo(DEAD);
        assertThat(Site.calls(site.goWrites())).containsExactly("PATCH " + LINES + "/" + target);
        assertThat(letter().reason()).isEqualTo(Reason.LOCKED_IN_GO);
        difference("7", "10", "-3");
        assertThat(letter().difference().get("now").get("employee").asText()).isEqualTo("101");
        assertThat(letter().difference().get("now").get("type").asText()).isEqualTo("tillegg 330 Km-godtgjørelse");
        assertThat(letter().difference().get("record").get("Quantity").asInt()).isEqualTo(10);
        pay.quiet(DEAD);

        decisions.settle(letter(), "kari", "trukket 3 km i lønn november");
        assertThat(site.link(ADDITIONS, key).state()).isEqualTo(Link.State.SETTLED);
        pay.quiet(QUIET);
        quantity("6");
        pay.quiet(DEAD);
        assertThat(letter().reason()).isEqualTo(Reason.CHANGED_AFTER_SETTLED);
        difference("6", "7", "-1");
    }

    /** Payroll made, then 3 h more approved for October: a new line, never a change of the paid one. */
    @Test
    void payrollMadeThenMoreApprovedIsANewLine() {
        paid();
        int more = pay.registration("101", DAY, pay.with("330", "3"));
        assertThat(pay.run()).isEqualTo(Map.of("read", 2L, "unchanged", 1L, "created", 1L));
        assertThat(Site.calls(site.goWrites())).containsExactly("POST " + LINES);
        assertThat(pay.line("SD-AD-" + pay.key(more, "330")).get("Quantity").asInt())
                .isEqualTo(3);
        pay.quiet(Map.of("read", 2L, "unchanged", 2L));
    }

    @Test
    void aRemovedAdditionUnderALockIsMinusAllOfIt() {
        paid();
        pay.edit(id, draft -> draft.withoutAdditions());
        assertThat(pay.run()).isEqualTo(DEAD);
        assertThat(Site.calls(site.goWrites())).containsExactly("DELETE " + LINES + "/" + target);
        difference("0", "10", "-10");
        pay.quiet(DEAD);
    }

    @Test
    void aWithdrawnApprovalUnderALockIsMinusAllOfIt() {
        paid();
        site.office().withdraw(id);
        assertThat(pay.run()).isEqualTo(Map.of("missing", 1L, "dead", 1L));
        difference("0", "10", "-10");
    }

    @Test
    void itClosesWhenSmartDokIsBackToWhatGoHas() {
        paid();
        quantity("7");
        pay.run();
        quantity("10");
        pay.quiet(QUIET);
        assertThat(letter().status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void itClosesWhenTheOfficeHasMadeTheSameChangeInGo() {
        site.go().editByUser(Long.parseLong(target), Json.tree("{\"Quantity\":7}"));
        paid();
        quantity("7");
        assertThat(pay.run()).isEqualTo(Map.of("read", 1L, "adopted", 1L));
        assertThat(site.letters(ADDITIONS, key)).isEmpty();
        pay.quiet(QUIET);
    }

    @Test
    void anotherDayAloneIsNoTask() {
        paid();
        pay.edit(id, draft -> draft.date(DAY.minusDays(1)));
        assertThat(pay.run()).isEqualTo(Map.of("read", 1L, "skipped", 1L));
        assertThat(site.letters(ADDITIONS, key)).isEmpty();
        pay.quiet(Map.of("read", 1L, "skipped", 1L));
    }

    @Test
    void whatAUserHasDeletedInGoIsAQuestionAndIsMadeAnewOnReplay() {
        site.go().deleteByUser(Long.parseLong(target));
        quantity("7");
        assertThat(pay.run()).isEqualTo(DEAD);
        assertThat(letter().reason()).isEqualTo(Reason.DELETED_IN_GO);
        difference("7", "0", "7");
        pay.quiet(DEAD);
        assertThat(pay.night()).isEqualTo(DEAD);
        assertThat(pay.lines()).isEmpty();

        site.forget();
        replay.fresh(site.company(), letter(), "test");
        assertThat(Site.calls(site.goWrites())).containsExactly("POST " + LINES);
        assertThat(pay.line("SD-AD-" + key + "/2").get("Quantity").asInt()).isEqualTo(7);
        pay.quiet(QUIET);
    }

    @Test
    void whatAUserHasDeletedAndNobodyChangesStaysAway() {
        site.go().deleteByUser(Long.parseLong(target));
        pay.quiet(QUIET);
        assertThat(pay.night()).isEqualTo(QUIET);
        assertThat(site.goWrites()).isEmpty();
    }

    @Test
    void discardedStaysAwayUntilItsFactsChange() {
        site.go().accounting().change("pay-items", pay.payItem("340"), Json.tree("{\"IsActive\":false}"));
        id = pay.registration("102", DAY, pay.with("340", "4"));
        key = pay.key(id, "340");
        assertThat(pay.run()).isEqualTo(Map.of("read", 2L, "unchanged", 1L, "dead", 1L));
        assertThat(letter().reason()).isEqualTo(Reason.PAY_ITEM_INACTIVE);
        decisions.discard(letter(), "kari", "betales ikke");
        site.go().accounting().change("pay-items", pay.payItem("340"), Json.tree("{\"IsActive\":true}"));
        assertThat(pay.night()).isEqualTo(Map.of("read", 2L, "unchanged", 1L, "skipped", 1L));
        assertThat(site.goWrites()).isEmpty();
        pay.edit(id, draft -> pay.with("340", "5").accept(draft.withoutAdditions()));
        assertThat(pay.run()).isEqualTo(Map.of("read", 2L, "unchanged", 1L, "created", 1L));
        assertThat(pay.line("SD-AD-" + key).get("Quantity").asInt()).isEqualTo(5);
    }

    @Test
    void aPatchWithoutAnswerIsRepeated() {
        site.go().faults().next(1, "PATCH", "/v2", Fault.SERVER_ERROR_AFTER);
        quantity("7");
        assertThat(pay.run()).isEqualTo(Map.of("read", 1L, "updated", 1L));
        assertThat(pay.lines()).hasSize(1);
        assertThat(pay.line("SD-AD-" + key).get("Quantity").asInt()).isEqualTo(7);
    }

    @Test
    void aCreateWithoutAnswerIsFoundByItsReferenceAndNotSentAgain() {
        site.go().faults().next(1, "POST", "/v2/SalaryLines", Fault.SERVER_ERROR_AFTER);
        id = pay.registration("102", DAY, pay.with("330", "4"));
        key = pay.key(id, "330");
        assertThat(pay.run()).isEqualTo(Map.of("read", 2L, "unchanged", 1L, "inDoubt", 1L));
        site.settleTime();
        pay.quiet(Map.of("read", 2L, "unchanged", 2L));
        assertThat(site.link(ADDITIONS, key).targetId())
                .isEqualTo(pay.line("SD-AD-" + key).get("Id").asText());
    }

    @Test
    void aCreateThatNeverArrivedIsSentOnce() {
        site.go().faults().next(1, "POST", "/v2/SalaryLines", Fault.SERVER_ERROR);
        id = pay.registration("102", DAY, pay.with("330", "4"));
        key = pay.key(id, "330");
        assertThat(pay.run()).isEqualTo(Map.of("read", 2L, "unchanged", 1L, "inDoubt", 1L));
        site.settleTime();
        assertThat(pay.run()).isEqualTo(Map.of("read", 2L, "unchanged", 1L, "created", 1L));
        assertThat(pay.lines()).hasSize(2);
    }
}
