package dokbro.run;

import static dokbro.Site.HOURS;
import static dokbro.Site.counts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dokbro.Site;
import dokbro.Sites;
import dokbro.SyncTest;
import dokbro.TestTime;
import dokbro.run.Hold.State;
import dokbro.run.RunHistory.RunRow;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A plan that is too large stays until a person has seen it; what is new goes all the same. */
@SyncTest
class HoldsTest {

    private static final int MANY = 24;
    private static final LocalDate DAY = TestTime.today().minusDays(2);

    private Site site;
    private int keeper;
    private final List<Integer> ids = new ArrayList<>();

    @Autowired
    private Site.Parts parts;

    @Autowired
    private Runs runs;

    @Autowired
    private Holds holds;

    /** Twenty-four registrations in Go beside the keeper. */
    @BeforeEach
    void sent() {
        site = parts.site(Sites.SMALL).reset().masterData();
        keeper = site.keeper();
        for (int i = 0; i < MANY; i++) {
            int hour = i;
            ids.add(site.hours(
                    "101", DAY, draft -> draft.time(LocalTime.of(hour % 12, 0), LocalTime.of(hour % 12 + 1, 0), 0)));
        }
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 25L, "created", 25L));
        site.forget();
    }

    private void withdraw(int from, int to) {
        ids.subList(from, to).forEach(id -> site.office().withdraw(id));
    }

    private RunRow held() {
        RunRow run = site.run(HOURS);
        assertThat(run.state()).isEqualTo(RunState.HELD);
        return run;
    }

    private RunRow approve(RunRow run) {
        return Site.end(runs.approve(run, "kari", "stemmer").end());
    }

    private Hold hold(RunRow run) {
        List<Hold> of = holds.ofRun(site.company(), run.id());
        assertThat(of).hasSize(1);
        return of.get(0);
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        RunRefused.class, refused -> assertThat(refused.why()).isEqualTo(RunRefused.Why.DECIDED));
    }

    @Test
    void whatIsTooMuchIsHeldAndCreatesGo() {
        withdraw(0, 21);
        site.hours("103", DAY);
        RunRow run = held();
        assertThat(counts(run))
                .isEqualTo(Map.of("read", 5L, "missing", 21L, "unchanged", 4L, "created", 1L, "held", 21L));
        assertThat(site.goWrites()).hasSize(1);
        assertThat(site.go().entries()).hasSize(26);
        assertThat(hold(run).kind()).isEqualTo(Hold.Kind.BRAKE);
        assertThat(hold(run).state()).isEqualTo(State.OPEN);
        assertThat(site.records(run))
                .filteredOn(record -> record.outcome() == Outcome.HELD)
                .hasSize(21)
                .allMatch(record -> record.reason().equals("brake"));
    }

    @Test
    void approvalReleasesOnlyWhatAFreshReadStillFinds() {
        withdraw(0, 21);
        RunRow run = held();
        site.office().approve(ids.get(0));
        site.forget();
        RunRow next = approve(run);
        assertThat(counts(next)).isEqualTo(Map.of("read", 5L, "missing", 20L, "unchanged", 5L, "deleted", 20L));
        assertThat(next.cause()).isEqualTo(Cause.APPROVAL);
        assertThat(site.go().entries()).hasSize(5);
        assertThat(hold(run).state()).isEqualTo(State.APPROVED);
        assertThat(hold(run).decidedBy()).isEqualTo("kari");
        assertThat(hold(run).nextRun()).isEqualTo(next.id());
        refused(() -> approve(run));
        refused(() -> runs.reject(run, "kari", null));
    }

    @Test
    void approvalReleasesNothingThatCameAfterIt() {
        withdraw(0, 21);
        RunRow run = held();
        // One of the approved is changed instead of withdrawn, and two more are withdrawn.
        site.office().approve(ids.get(0));
        site.office().edit(ids.get(0), draft -> draft.time(LocalTime.of(3, 0), LocalTime.of(5, 0), 0));
        withdraw(21, 23);
        RunRow next = approve(run);
        // Three new changes are few enough to go by themselves.
        assertThat(counts(next))
                .isEqualTo(Map.of("read", 3L, "missing", 22L, "unchanged", 2L, "updated", 1L, "deleted", 22L));
        assertThat(next.state()).isEqualTo(RunState.SUCCEEDED);
    }

    @Test
    void aLaterRunTakesThePlaceOfAHeldOneOrClosesIt() {
        withdraw(0, 21);
        RunRow first = held();
        withdraw(21, 22);
        RunRow second = held();
        assertThat(hold(first).state()).isEqualTo(State.REPLACED);
        assertThat(hold(first).nextRun()).isEqualTo(second.id());
        refused(() -> approve(first));
        ids.subList(0, 22).forEach(id -> site.office().approve(id));
        assertThat(site.run(HOURS).state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(hold(second).state()).isEqualTo(State.CLOSED);
        assertThat(holds.open(site.company())).isEmpty();
    }

    @Test
    void aShorterWindowDoesNotCloseWhatALongerOneHolds() {
        withdraw(0, 21);
        RunRow run = held();
        site.runFrom(TestTime.today().minusDays(1));
        assertThat(hold(run).state()).isEqualTo(State.OPEN);
    }

    @Test
    void whatWasRejectedStaysWithoutBeingAskedAgainUntilItChanges() {
        withdraw(0, 21);
        RunRow run = held();
        runs.reject(run, "kari", "feil i SmartDok");
        RunRow later = site.run(HOURS);
        assertThat(later.state()).isEqualTo(RunState.PARTIAL);
        assertThat(counts(later)).isEqualTo(Map.of("read", 4L, "missing", 21L, "unchanged", 4L, "held", 21L));
        assertThat(holds.open(site.company())).isEmpty();
        assertThat(site.records(later))
                .filteredOn(record -> record.outcome() == Outcome.HELD)
                .allMatch(record -> record.reason().equals("rejected"));
        // A new one is few enough.
        withdraw(21, 22);
        assertThat(counts(site.run(HOURS)))
                .isEqualTo(Map.of("read", 3L, "missing", 22L, "unchanged", 3L, "held", 21L, "deleted", 1L));
        // After all.
        assertThat(counts(approve(run))).containsEntry("deleted", 21L);
    }

    @Test
    void aReadOfNothingIsHeldAndDeletedOnlyWhenAPersonSaysSo() {
        ids.forEach(id -> site.office().withdraw(id));
        site.office().withdraw(keeper);
        RunRow run = held();
        assertThat(counts(run)).isEqualTo(Map.of("missing", 25L, "held", 25L));
        assertThat(site.goWrites()).isEmpty();
        assertThat(counts(approve(run))).isEqualTo(Map.of("missing", 25L, "deleted", 25L));
        assertThat(site.go().entries()).isEmpty();
    }

    @Test
    void whatGoHasRefusedBeforeHoldsNothing() {
        site.go().approveWeek(site.goId("/Employees", "Number", "101"), DAY);
        ids.subList(0, 15).forEach(id -> site.office().withdraw(id));
        assertThat(counts(site.run(HOURS))).containsEntry("dead", 15L);
        ids.subList(15, MANY).forEach(id -> site.office().withdraw(id));
        RunRow run = site.run(HOURS);
        assertThat(run.state()).isEqualTo(RunState.PARTIAL);
        assertThat(counts(run)).isEqualTo(Map.of("read", 1L, "missing", 24L, "unchanged", 1L, "dead", 24L));
    }

    @Test
    void aHeldRunDoesNotCountAsRead() {
        withdraw(0, 21);
        held();
        Long read = site.jdbc()
                .queryForObject(
                        "select count(*) from run r, entity_state s where s.company = ? and r.company = s.company"
                                + " and r.entity = s.entity and r.started_at = s.read_until and r.state = 'HELD'",
                        Long.class,
                        site.company());
        assertThat(read).isZero();
    }

    @Test
    void twoWhoApproveAtOnceStartOneRun() {
        withdraw(0, 21);
        RunRow run = held();
        var first = runs.approve(run, "kari", null);
        assertThatThrownBy(() -> runs.approve(run, "ola", null)).isInstanceOf(RunRefused.class);
        Site.end(first.end());
        assertThat(site.go().entries()).hasSize(4);
    }
}
