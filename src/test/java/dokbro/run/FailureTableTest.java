package dokbro.run;

import static dokbro.Site.HOURS;
import static dokbro.Site.calls;
import static dokbro.Site.counts;
import static org.assertj.core.api.Assertions.assertThat;

import dokbro.Site;
import dokbro.Sites;
import dokbro.SyncTest;
import dokbro.TestTime;
import dokbro.deadletter.DeadLetter;
import dokbro.deadletter.DeadLetter.Status;
import dokbro.deadletter.DeadLetters;
import dokbro.failure.FailureClass;
import dokbro.failure.Reason;
import dokbro.run.RunHistory.RunRow;
import dokbro.sandbox.http.Fault;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What each class of failure means for the runs after it (design, section 4), over the wire; locks and doubts have tests of their own. */
@SyncTest
class FailureTableTest {

    private static final String ENTRY = "/v2/TimeTracking/EntryTime";
    private static final LocalDate DAY = TestTime.today().minusDays(3);

    @Autowired
    private Site.Parts parts;

    @Autowired
    private Decisions decisions;

    private Site site;

    @BeforeEach
    void linked() {
        site = parts.site(Sites.SMALL).reset().masterData();
    }

    private long project() {
        return site.goId("/Projects", "Code", "1010");
    }

    private int onProject(String number) {
        return site.hours("101", DAY, draft -> draft.project(site.office().id("projects", number), null));
    }

    private DeadLetter open(int id, FailureClass failureClass) {
        DeadLetter letter = site.letter(HOURS, id);
        assertThat(letter.failureClass()).isEqualTo(failureClass);
        assertThat(letter.status()).isEqualTo(failureClass == FailureClass.DEPENDENCY ? Status.WAITING : Status.OPEN);
        return letter;
    }

    /** A run whose window begins after the record's day. */
    private Map<String, Long> later() {
        site.forget();
        return counts(site.runFrom(DAY.plusDays(2)));
    }

    @Test
    void transientIsALetterAfterTheLastTryAndGoesByItselfAlsoOutsideTheWindow() {
        site.go().faults().next(100, "POST", ENTRY, Fault.TOO_MANY);
        int id = onProject("1000");
        RunRow run = site.run(HOURS);
        assertThat(counts(run)).isEqualTo(Map.of("read", 1L, "dead", 1L));
        assertThat(run.state()).isEqualTo(RunState.PARTIAL);
        assertThat(site.goWrites()).as("tries of one run").hasSizeBetween(2, 10);
        assertThat(open(id, FailureClass.TRANSIENT).reason()).isEqualTo(Reason.RATE_LIMITED);
        site.go().faults().clear();

        assertThat(later()).isEqualTo(Map.of("read", 1L, "created", 1L));
        assertThat(calls(site.goWrites())).containsExactly("POST " + ENTRY);
        assertThat(site.letter(HOURS, id).status()).isEqualTo(Status.SUPERSEDED);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAVAILABLE", "BAD_GATEWAY", "RESET_BEFORE"})
    void aChangeThatMeetsAnAbsentGoIsTransientToo(Fault fault) {
        int id = onProject("1000");
        site.run(HOURS);
        site.office().edit(id, draft -> draft.time(LocalTime.of(7, 0), LocalTime.of(14, 30), 30));
        site.go().faults().next(100, "PATCH", ENTRY, fault);
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 1L, "dead", 1L));
        open(id, FailureClass.TRANSIENT);
        site.go().faults().clear();
        assertThat(later()).isEqualTo(Map.of("read", 1L, "updated", 1L));
        assertThat(site.letter(HOURS, id).status()).isEqualTo(Status.SUPERSEDED);
    }

    @Test
    void dataIsNotForgottenOutsideTheWindowNorSentAgainUnchanged() {
        site.go().setProjectStatus(project(), "Complete");
        int id = onProject("1010");
        site.run(HOURS);
        open(id, FailureClass.DATA);
        assertThat(later()).isEqualTo(Map.of("read", 1L, "dead", 1L));
        assertThat(later()).isEqualTo(Map.of("read", 1L, "dead", 1L));
        assertThat(calls(site.goWrites())).isEmpty();
        assertThat(site.letter(HOURS, id).attempts()).isEqualTo(1);

        site.office().edit(id, draft -> draft.project(site.office().id("projects", "1000"), null));
        assertThat(later()).isEqualTo(Map.of("read", 1L, "created", 1L));
    }

    @Test
    void aBugIsALetterWithItsTraceAndNothingWasSent() {
        int id = onProject("1000");
        site.run(HOURS);
        String target = site.link(HOURS, id).targetId();
        target("../elsewhere");
        site.office().edit(id, draft -> draft.time(LocalTime.of(7, 0), LocalTime.of(14, 30), 30));
        site.forget();

        RunRow run = site.run(HOURS);

        assertThat(counts(run)).isEqualTo(Map.of("read", 1L, "dead", 1L));
        assertThat(run.state()).isEqualTo(RunState.PARTIAL);
        assertThat(calls(site.goWrites())).isEmpty();
        DeadLetter letter = open(id, FailureClass.INTERNAL);
        assertThat(letter.reason()).isEqualTo(Reason.BUG);
        assertThat(letter.detail())
                .startsWith("java.lang.IllegalArgumentException")
                .contains("\n  at dokbro.");
        assertThat(letter.detail().lines().count()).isBetween(3L, 13L);
        assertThat(site.link(HOURS, id).claim()).isNull();

        target(target);
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 1L, "updated", 1L));
        assertThat(site.letter(HOURS, id).status()).isEqualTo(Status.SUPERSEDED);
    }

    private void target(String id) {
        site.jdbc().update("update link set target_id = ? where company = ? and entity = ?", id, site.company(), HOURS);
    }

    @Test
    void aConfigurationErrorEndsTheRunWithOneMessageAndNoLetters() {
        site.keeper();
        site.run(HOURS);
        onProject("1000");
        onProject("1010");
        site.withoutTimeTracking();
        RunRow run = site.run(HOURS);
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.error()).contains("403");
        assertThat(site.rows("dead_letter")).isZero();
    }

    @Test
    void aDiscardedRowOfTheRegistersStaysUntilItSaysSomethingElse() {
        long employee = site.goId("/Employees", "Number", "102");
        site.go().renameEmployee(employee, "Helt", "Annen");
        site.run("reference-data");
        DeadLetter letter = register();
        assertThat(letter.failureClass()).isEqualTo(FailureClass.AMBIGUOUS);
        decisions.discard(letter, "kari", "slutter snart");

        RunRow run = site.run("reference-data");
        assertThat(run.counts()).containsEntry("skipped", 1L).containsEntry("dead", 0L);
        assertThat(register().status()).isEqualTo(Status.DISCARDED);

        site.go().renameEmployee(employee, "Enda", "Annerledes");
        assertThat(site.run("reference-data").counts()).containsEntry("dead", 1L);
        assertThat(register().status()).isEqualTo(Status.OPEN);
    }

    private DeadLetter register() {
        return parts.deadLetters()
                .page(site.company(), new DeadLetters.Filter(List.of("employees"), null, null, null), 0, 10)
                .get(0);
    }
}
