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
import dokbro.failure.Reason;
import dokbro.link.Link;
import dokbro.run.RunHistory.RunRow;
import dokbro.sandbox.http.Fault;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A replacement whose new record Go refuses: the old one is put back, and the refusal is listed. */
@SyncTest
class PutBackTest {

    private static final String ENTRIES = "/v2/TimeTracking/EntryTime";
    private static final LocalDate DAY = TestTime.today().minusDays(2);

    @Autowired
    private Site.Parts parts;

    private Site site;
    private int id;
    private String old;
    private long closed;

    /** Hours in Go, then moved to overtime on a project that Go has closed. */
    @BeforeEach
    void changedIntoWhatGoRefuses() {
        site = parts.site(Sites.SMALL).reset().masterData();
        id = site.hours("101", DAY, draft -> draft.comment("Graving"));
        site.run(HOURS);
        old = site.link(HOURS, id).targetId();
        closed = site.goId("/Projects", "Code", "1010");
        site.go().setProjectStatus(closed, "Complete");
        site.office()
                .edit(
                        id,
                        draft -> draft.wage(site.office().id("wage-types", "150"))
                                .project(site.office().id("projects", "1010"), null));
        site.forget();
    }

    private void oldOneIsBack(int generation) {
        assertThat(site.go().entries()).hasSize(1);
        var entry = site.entry("[SD-" + id + "." + generation + "]");
        assertThat(entry.path("InternalComment").asText()).isEqualTo("Graving [SD-" + id + "." + generation + "]");
        assertThat(entry.path("ProjectId").asLong()).isEqualTo(site.goId("/Projects", "Code", "1000"));
        Link link = site.link(HOURS, id);
        assertThat(link.state()).isEqualTo(Link.State.LINKED);
        assertThat(link.claim()).isNull();
        assertThat(link.doubt()).isNull();
        assertThat(link.generation()).isEqualTo(generation);
        assertThat(link.targetId()).isEqualTo(entry.path("Id").asText()).isNotEqualTo(old);
        assertThat(link.facts().path("projectId").asText())
                .isEqualTo(Integer.toString(site.office().id("projects", "1000")));
    }

    private void refusalIsListed(Reason reason) {
        DeadLetter letter = site.letter(HOURS, id);
        assertThat(letter.status()).isEqualTo(DeadLetter.Status.OPEN);
        assertThat(letter.reason()).isEqualTo(reason);
        assertThat(letter.facts().path("projectId").asText())
                .isEqualTo(Integer.toString(site.office().id("projects", "1010")));
        assertThat(letter.request().path("ProjectId").asLong()).isEqualTo(closed);
    }

    /** What the third call, the one that puts back, meets. */
    private void putBackMeets(Fault fault) {
        site.go().faults().slow(Duration.ZERO);
        site.go().faults().next(1, "POST", ENTRIES, Fault.SLOW);
        site.go().faults().next(1, "POST", ENTRIES, fault);
    }

    private void quiet() {
        site.forget();
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 1L, "dead", 1L));
        assertThat(calls(site.goWrites())).isEmpty();
    }

    @Test
    void theOldRecordComesBackOnceAndTheNextRunsSendNothing() {
        RunRow run = site.run(HOURS);
        assertThat(counts(run)).isEqualTo(Map.of("read", 1L, "dead", 1L));
        assertThat(calls(site.goWrites()))
                .containsExactly("DELETE " + ENTRIES + "/" + old, "POST " + ENTRIES, "POST " + ENTRIES);
        oldOneIsBack(2);
        refusalIsListed(Reason.PROJECT_NOT_OPEN);
        quiet();
        quiet();
        oldOneIsBack(2);
    }

    @Test
    void itIsTriedAgainADayLaterAndGoesThroughWhenGoTakesIt() {
        site.run(HOURS);
        site.pass(Duration.ofHours(25));
        site.forget();
        site.run(HOURS);
        assertThat(site.goWrites()).hasSize(3);
        oldOneIsBack(3);
        quiet();

        site.go().setProjectStatus(closed, "Active");
        site.pass(Duration.ofHours(25));
        site.forget();
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 1L, "replaced", 1L));
        assertThat(site.goWrites()).hasSize(2);
        assertThat(site.entry("[SD-" + id + ".4]").path("ProjectId").asLong()).isEqualTo(closed);
        assertThat(site.letter(HOURS, id).status()).isEqualTo(DeadLetter.Status.SUPERSEDED);
    }

    @Test
    void whatIsSetBackInTheSourceNeedsNoCall() {
        site.run(HOURS);
        site.office()
                .edit(
                        id,
                        draft -> draft.wage(site.office().id("wage-types", "100"))
                                .project(site.office().id("projects", "1000"), null));
        site.forget();
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 1L, "unchanged", 1L));
        assertThat(calls(site.goWrites())).isEmpty();
        assertThat(site.letter(HOURS, id).status()).isEqualTo(DeadLetter.Status.CLOSED);
    }

    @Test
    void aPutBackThatArrivedUnseenIsFoundByItsMark() {
        putBackMeets(Fault.RESET_AFTER);
        site.run(HOURS);
        assertThat(site.link(HOURS, id).claim().step()).isEqualTo(2);
        assertThat(site.link(HOURS, id)
                        .claim()
                        .payload()
                        .path("InternalComment")
                        .asText())
                .isEqualTo("Graving [SD-" + id + ".2]");
        refusalIsListed(Reason.PROJECT_NOT_OPEN);
        site.settleTime();
        quiet();
        oldOneIsBack(2);
    }

    @Test
    void aPutBackThatNeverArrivedIsMadeByTheNextRun() {
        putBackMeets(Fault.RESET_BEFORE);
        site.run(HOURS);
        assertThat(site.go().entries()).isEmpty();
        site.settleTime();
        site.forget();
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 1L, "dead", 1L));
        assertThat(calls(site.goWrites())).containsExactly("POST " + ENTRIES, "POST " + ENTRIES);
        oldOneIsBack(2);
        refusalIsListed(Reason.PROJECT_NOT_OPEN);
        quiet();
    }

    @Test
    void aReplacementCutOffAfterTheDeleteIsPutBackWhenItsCreateIsRefusedLater() {
        site.go().faults().next(1, "POST", ENTRIES, Fault.RESET_BEFORE);
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 1L, "inDoubt", 1L));
        assertThat(site.go().entries()).isEmpty();
        site.settleTime();
        site.forget();
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 1L, "dead", 1L));
        assertThat(calls(site.goWrites())).containsExactly("POST " + ENTRIES, "POST " + ENTRIES);
        oldOneIsBack(2);
        quiet();
    }

    @Test
    void aCreateThatGoIsTooBusyForKeepsTheOldRecordInMind() {
        site.go().faults().next(6, "POST", ENTRIES, Fault.TOO_MANY);
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 1L, "dead", 1L));
        assertThat(site.link(HOURS, id).halfReplaced()).isTrue();
        site.run(HOURS);
        oldOneIsBack(2);
        quiet();
    }

    @Test
    void whatIsWithdrawnBetweenIsNotPutBack() {
        site.keeper();
        site.go().faults().next(1, "POST", ENTRIES, Fault.SLOW);
        site.go().faults().next(1, "POST", ENTRIES, Fault.RESET_BEFORE);
        site.run(HOURS);
        site.office().withdraw(id);
        site.settleTime();
        site.run(HOURS);
        assertThat(site.go().entries())
                .noneMatch(entry -> entry.path("InternalComment").asText().contains("SD-" + id));
    }

    @Test
    void aPutBackThatIsRefusedTooSaysThatGoHoldsNothingAndIsNotSentEveryRun() {
        site.go().setProjectStatus(site.goId("/Projects", "Code", "1000"), "Complete");
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 1L, "dead", 1L));
        assertThat(site.goWrites()).hasSize(3);
        assertThat(site.go().entries()).isEmpty();
        refusalIsListed(Reason.HALF_REPLACED);
        assertThat(site.link(HOURS, id).state()).isEqualTo(Link.State.DELETED);
        assertThat(site.link(HOURS, id).halfReplaced()).isFalse();
        quiet();
        quiet();
    }

    @Test
    void whatAUserHasDeletedInGoIsAQuestionBeforeAnythingIsCreated() {
        site.go().deleteByUser(Long.parseLong(old));
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 1L, "dead", 1L));
        assertThat(calls(site.goWrites())).containsExactly("DELETE " + ENTRIES + "/" + old);
        assertThat(site.go().entries()).isEmpty();
        refusalIsListed(Reason.DELETED_IN_GO);
        quiet();
    }
}
