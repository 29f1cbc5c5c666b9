package dokbro.run;

import static dokbro.Site.HOURS;
import static dokbro.Site.counts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
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
import dokbro.sandbox.http.Fault;
import dokbro.sandbox.smartdok.HoursDraft;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What Go has locked, or a user has deleted there: both sides, the difference, and what a person may decide about it. */
@SyncTest
class LockedTest {

    private static final String ENTRIES = "/v2/TimeTracking/EntryTime";
    private static final LocalDate DAY = TestTime.today().minusDays(2);

    private Site site;
    private int id;
    private String target;

    @Autowired
    private Site.Parts parts;

    @Autowired
    private Replay replay;

    @Autowired
    private Decisions decisions;

    /** One registration of eight hours in Go beside the keeper. */
    @BeforeEach
    void sent() {
        site = parts.site(Sites.SMALL).reset().masterData();
        site.keeper();
        id = site.hours("101", DAY, draft -> draft.comment("Graving"));
        site.run(HOURS);
        target = site.link(HOURS, id).targetId();
        site.forget();
    }

    private void lock() {
        site.go().approveWeek(site.goId("/Employees", "Number", "101"), DAY);
    }

    private void open() {
        site.go().revokeWeek(site.goId("/Employees", "Number", "101"), DAY);
    }

    private void edit(Consumer<HoursDraft> change) {
        site.office().edit(id, change);
    }

    private void hours(int until) {
        edit(draft -> draft.time(LocalTime.of(7, 0), LocalTime.of(until, 30), 30));
    }

    private Map<String, Long> run() {
        site.forget();
        return counts(site.run(HOURS));
    }

    private Map<String, Long> night() {
        site.forget();
        return counts(site.deepRun(HOURS));
    }

    private DeadLetter letter() {
        return site.letters(HOURS, id).get(0);
    }

    private void difference(String smartdok, String go, String difference) {
        DeadLetter letter = letter();
        assertThat(letter.failureClass()).isEqualTo(FailureClass.LOCKED);
        assertThat(letter.status()).isEqualTo(Status.OPEN);
        assertThat(letter.difference().get("source").decimalValue()).isEqualByComparingTo(smartdok);
        assertThat(letter.difference().get("held").decimalValue()).isEqualByComparingTo(go);
        assertThat(letter.difference().get("difference").decimalValue()).isEqualByComparingTo(difference);
    }

    private static final Map<String, Long> DEAD = Map.of("read", 2L, "unchanged", 1L, "dead", 1L);
    private static final Map<String, Long> QUIET = Map.of("read", 2L, "unchanged", 2L);
    private static final Map<String, Long> GONE = Map.of("read", 1L, "missing", 1L, "unchanged", 1L, "dead", 1L);

    @Test
    void aChangeUnderALockShowsBothSidesAndTheDifference() {
        lock();
        hours(13);
        assertThat(run()).isEqualTo(DEAD);
        assertThat(Site.calls(site.goWrites())).containsExactly("PATCH " + ENTRIES + "/" + target);
        difference("6.00", "8.00", "-2.00");
        JsonNode difference = letter().difference();
        assertThat(difference.get("now").get("employee").asText()).isEqualTo("101");
        assertThat(difference.get("now").get("type").asText()).isEqualTo("Timelønn");
        assertThat(difference.get("was").get("project").asText()).startsWith("1000 ");
        assertThat(difference.get("record").get("Quantity").asInt()).isEqualTo(480);
        assertThat(difference.get("record").has("Id")).isFalse();
    }

    @Test
    void itGoesByNightWhenGoHasOpenedIt() {
        lock();
        hours(13);
        run();
        open();
        assertThat(run()).isEqualTo(DEAD);
        assertThat(site.goWrites()).isEmpty();
        assertThat(night()).isEqualTo(Map.of("read", 2L, "unchanged", 1L, "updated", 1L));
        assertThat(letter().status()).isEqualTo(Status.SUPERSEDED);
    }

    @Test
    void itClosesWhenSmartDokIsBackToWhatGoHas() {
        lock();
        hours(13);
        run();
        hours(15);
        assertThat(run()).isEqualTo(QUIET);
        assertThat(letter().status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void itClosesWhenTheOfficeHasMadeTheSameChangeInGo() {
        site.go().editByUser(Long.parseLong(target), Json.tree("{\"Quantity\":360,\"BillableQuantity\":0}"));
        lock();
        hours(13);
        assertThat(run()).isEqualTo(Map.of("read", 2L, "unchanged", 1L, "adopted", 1L));
        assertThat(site.letters(HOURS, id)).isEmpty();
        assertThat(site.link(HOURS, id).facts().get("minutes").asInt()).isEqualTo(360);
        assertThat(run()).isEqualTo(QUIET);
    }

    @Test
    void aReplacementThatTheOfficeHasMadeInGoKeepsItsMark() {
        long overtime = site.goId("/TimeTracking/HourType", "Name", "Overtid 50 %");
        site.go().editByUser(Long.parseLong(target), Json.tree("{\"HourTypeId\":" + overtime + "}"));
        lock();
        edit(draft -> draft.wage(site.office().id("wage-types", "150")));
        assertThat(run()).isEqualTo(Map.of("read", 2L, "unchanged", 1L, "adopted", 1L));
        Link link = site.link(HOURS, id);
        assertThat(link.targetId()).isEqualTo(target);
        assertThat(link.generation()).isEqualTo(1);
        assertThat(link.payload().get("InternalComment").asText()).endsWith("[SD-" + id + ".1]");
        assertThat(run()).isEqualTo(QUIET);
    }

    @Test
    void whatGoHasDeductedByItselfCounts() {
        site.go().editByUser(Long.parseLong(target), Json.tree("{\"Quantity\":420}"));
        lock();
        hours(13);
        run();
        difference("6.00", "7.00", "-1.00");
    }

    @Test
    void aNewRowOfAnApprovedWeekIsTheWholeDifference() {
        lock();
        id = site.hours("101", DAY.plusDays(1));
        assertThat(run()).isEqualTo(Map.of("read", 3L, "unchanged", 2L, "dead", 1L));
        difference("8.00", "0", "8.00");
        assertThat(letter().difference().get("was").isNull()).isTrue();
        assertThat(run()).isEqualTo(Map.of("read", 3L, "unchanged", 2L, "dead", 1L));
        assertThat(site.goWrites()).isEmpty();
    }

    @Test
    void aWithdrawnApprovalUnderALockIsMinusAllHours() {
        lock();
        site.office().withdraw(id);
        assertThat(run()).isEqualTo(GONE);
        difference("0", "8.00", "-8.00");
    }

    @Test
    void aPaidOrInvoicedEntryIsLockedToo() {
        site.go().markPaid(Long.parseLong(target));
        hours(13);
        assertThat(run()).isEqualTo(DEAD);
        difference("6.00", "8.00", "-2.00");
    }

    @Test
    void aCommentAloneIsNoTaskAndNotSentAgain() {
        lock();
        edit(draft -> draft.comment("Graving i regn"));
        Map<String, Long> skipped = Map.of("read", 2L, "unchanged", 1L, "skipped", 1L);
        assertThat(run()).isEqualTo(skipped);
        assertThat(site.goWrites()).hasSize(1);
        assertThat(site.letters(HOURS, id)).isEmpty();
        assertThat(run()).isEqualTo(skipped);
        assertThat(site.goWrites()).isEmpty();

        open();
        hours(13);
        assertThat(run()).isEqualTo(Map.of("read", 2L, "unchanged", 1L, "updated", 1L));
        assertThat(site.entry("[SD-" + id + ".1]").get("InternalComment").asText())
                .startsWith("Graving i regn");
        assertThat(run()).isEqualTo(QUIET);
    }

    @Test
    void aCommentUnderALockIsTriedAgainByNight() {
        lock();
        edit(draft -> draft.comment("Graving i regn"));
        run();
        open();
        assertThat(night()).isEqualTo(Map.of("read", 2L, "unchanged", 1L, "updated", 1L));
    }

    @Test
    void whatAUserHasDeletedInGoIsAQuestionAndIsMadeAnewOnReplay() {
        site.go().deleteByUser(Long.parseLong(target));
        hours(13);
        assertThat(run()).isEqualTo(DEAD);
        assertThat(letter().reason()).isEqualTo(Reason.DELETED_IN_GO);
        difference("6.00", "0", "6.00");
        assertThat(run()).isEqualTo(DEAD);
        assertThat(site.goWrites()).isEmpty();

        site.forget();
        replay.fresh(site.company(), letter(), "test");
        assertThat(Site.calls(site.goWrites())).containsExactly("POST " + ENTRIES);
        assertThat(site.link(HOURS, id).generation()).isEqualTo(2);
        assertThat(run()).isEqualTo(QUIET);
    }

    @Test
    void aReplacementOfWhatAUserHasDeletedIsAQuestionToo() {
        site.go().deleteByUser(Long.parseLong(target));
        edit(draft -> draft.activity(site.office().id("activities", "02")));
        assertThat(run()).isEqualTo(DEAD);
        assertThat(Site.calls(site.goWrites())).containsExactly("DELETE " + ENTRIES + "/" + target);
        assertThat(letter().reason()).isEqualTo(Reason.DELETED_IN_GO);
        difference("8.00", "0", "8.00");
    }

    @Test
    void aReplacementWhoseDeleteIsRepeatedGoesOn() {
        site.go().faults().next(1, "DELETE", "/v2", Fault.SERVER_ERROR_AFTER);
        edit(draft -> draft.activity(site.office().id("activities", "02")));
        assertThat(run()).isEqualTo(Map.of("read", 2L, "unchanged", 1L, "replaced", 1L));
        assertThat(site.go().entries()).hasSize(2);
    }

    @Test
    void settledByHandTheDifferenceIsTheBaselineAndOnlyLaterChangesShow() {
        lock();
        hours(13);
        run();
        decisions.settle(letter(), "kari", "trukket 2 t i lønn november");
        assertThat(letter().status()).isEqualTo(Status.SETTLED);
        assertThat(letter().note()).isEqualTo("trukket 2 t i lønn november");
        assertThat(site.link(HOURS, id).state()).isEqualTo(Link.State.SETTLED);
        open();
        assertThat(night()).isEqualTo(QUIET);
        assertThat(site.goWrites()).isEmpty();

        hours(12);
        assertThat(run()).isEqualTo(DEAD);
        assertThat(site.goWrites()).isEmpty();
        assertThat(letter().reason()).isEqualTo(Reason.CHANGED_AFTER_SETTLED);
        difference("5.00", "6.00", "-1.00");

        edit(draft -> draft.comment("bare tekst"));
        hours(13);
        assertThat(run()).isEqualTo(QUIET);
        assertThat(letter().status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void settledAndThenDeletedIsAgainATaskForTheBaseline() {
        lock();
        hours(13);
        run();
        decisions.settle(letter(), "kari", "trukket");
        site.office().delete(id);
        assertThat(run()).isEqualTo(GONE);
        difference("0", "6.00", "-6.00");
        assertThat(run()).isEqualTo(GONE);
        decisions.settle(letter(), "kari", "trukket alt");
        assertThat(run()).isEqualTo(Map.of("read", 1L, "unchanged", 1L));
        assertThat(site.goWrites()).isEmpty();
    }

    @Test
    void aSettledDeleteShowsWhenTheRegistrationComesBack() {
        lock();
        site.office().withdraw(id);
        run();
        decisions.settle(letter(), "kari", "trukket 8 t");
        assertThat(run()).isEqualTo(Map.of("read", 1L, "unchanged", 1L));
        site.office().approve(id);
        assertThat(run()).isEqualTo(DEAD);
        difference("8.00", "0", "8.00");
        assertThat(site.goWrites()).isEmpty();
    }

    @Test
    void aSettledNewRowIsNeverSent() {
        lock();
        id = site.hours("101", DAY.plusDays(1));
        run();
        decisions.settle(letter(), "kari", "betalt for hånd");
        open();
        assertThat(night()).isEqualTo(Map.of("read", 3L, "unchanged", 3L));
        assertThat(site.goWrites()).isEmpty();
        assertThat(site.go().entries()).hasSize(2);
    }

    @Test
    void onlyWhatIsLockedCanBeSettled() {
        site.go().setProjectStatus(site.goId("/Projects", "Code", "1010"), "Complete");
        id = site.hours("101", DAY, draft -> draft.project(site.office().id("projects", "1010"), null));
        run();
        DeadLetter letter = letter();
        assertThatThrownBy(() -> decisions.settle(letter, "kari", "x"))
                .isInstanceOfSatisfying(
                        RunRefused.class,
                        refused -> assertThat(refused.why()).isEqualTo(RunRefused.Why.NOT_SETTLEABLE));
        assertThat(letter().status()).isEqualTo(Status.OPEN);
    }

    @Test
    void aDecisionOnAnOldViewIsRefused() {
        lock();
        hours(13);
        run();
        DeadLetter old = letter();
        hours(12);
        run();
        assertThatThrownBy(() -> decisions.settle(old, "kari", "x"))
                .isInstanceOfSatisfying(
                        RunRefused.class, refused -> assertThat(refused.why()).isEqualTo(RunRefused.Why.DECIDED));
        assertThat(site.link(HOURS, id).state()).isEqualTo(Link.State.LINKED);
    }

    @Test
    void discardedStaysAwayUntilItsFactsChange() {
        site.go().setProjectStatus(site.goId("/Projects", "Code", "1010"), "Complete");
        id = site.hours("101", DAY, draft -> draft.project(site.office().id("projects", "1010"), null));
        run();
        decisions.discard(letter(), "kari", "gjelder ikke oss");
        site.go().setProjectStatus(site.goId("/Projects", "Code", "1010"), "Active");
        assertThat(night()).isEqualTo(Map.of("read", 3L, "unchanged", 2L, "skipped", 1L));
        assertThat(site.goWrites()).isEmpty();
        assertThat(letter().status()).isEqualTo(Status.DISCARDED);
        hours(13);
        assertThat(run()).isEqualTo(Map.of("read", 3L, "unchanged", 2L, "created", 1L));
        assertThat(letter().status()).isEqualTo(Status.SUPERSEDED);
    }

    @Test
    void discardedWithoutFactsStaysAwayUntilTheSourceChanges() {
        id = site.hours("101", DAY, draft -> draft.time(LocalTime.of(7, 0), LocalTime.of(8, 0), 120));
        assertThat(run()).isEqualTo(Map.of("read", 3L, "unchanged", 2L, "dead", 1L));
        decisions.discard(letter(), "kari", "feilført");
        assertThat(run()).isEqualTo(Map.of("read", 3L, "unchanged", 2L, "skipped", 1L));
        assertThat(letter().status()).isEqualTo(Status.DISCARDED);
        hours(13);
        assertThat(run()).isEqualTo(Map.of("read", 3L, "unchanged", 2L, "created", 1L));
    }

    @Test
    void aDiscardedDeleteLeavesGoAlone() {
        lock();
        site.office().withdraw(id);
        run();
        decisions.discard(letter(), "kari", "skal stå");
        open();
        assertThat(night()).isEqualTo(Map.of("read", 1L, "missing", 1L, "unchanged", 1L, "skipped", 1L));
        assertThat(site.go().entries()).hasSize(2);
    }

    @Test
    void aReplayUndoesADiscard() {
        site.go().setProjectStatus(site.goId("/Projects", "Code", "1010"), "Complete");
        id = site.hours("101", DAY, draft -> draft.project(site.office().id("projects", "1010"), null));
        run();
        decisions.discard(letter(), "kari", "x");
        site.go().setProjectStatus(site.goId("/Projects", "Code", "1010"), "Active");
        replay.fresh(site.company(), letter(), "test");
        assertThat(letter().status()).isEqualTo(Status.SUPERSEDED);
        assertThat(site.hasLink(HOURS, id)).isTrue();
    }
}
