package dokbro.run;

import static dokbro.Site.HOURS;
import static dokbro.Site.calls;
import static dokbro.Site.counts;
import static org.assertj.core.api.Assertions.assertThat;

import dokbro.Json;
import dokbro.Site;
import dokbro.Sites;
import dokbro.SyncTest;
import dokbro.TestTime;
import dokbro.deadletter.DeadLetter;
import dokbro.deadletter.DeadLetter.Status;
import dokbro.failure.Reason;
import dokbro.link.Link;
import dokbro.sandbox.http.Fault;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Locks, user's deletes, settled and discarded records where two things meet: no hour is lost from sight, none is paid twice. */
@SyncTest
class LockedEdgesTest {

    private static final String ENTRY = "/v2/TimeTracking/EntryTime";
    private static final LocalDate DAY = TestTime.today().minusDays(2);
    private static final Map<String, Long> DEAD = Map.of("read", 2L, "unchanged", 1L, "dead", 1L);
    private static final Map<String, Long> SKIPPED = Map.of("read", 2L, "unchanged", 1L, "skipped", 1L);
    private static final Map<String, Long> QUIET = Map.of("read", 2L, "unchanged", 2L);

    @Autowired
    private Site.Parts parts;

    @Autowired
    private Replay replay;

    @Autowired
    private Decisions decisions;

    private Site site;
    private int id;
    private long target;

    /** Eight hours of employee 101 in Go, beside the keeper. */
    @BeforeEach
    void sent() {
        site = parts.site(Sites.SMALL).reset().masterData();
        site.keeper();
        id = site.hours("101", DAY, draft -> draft.comment("Graving"));
        site.run(HOURS);
        target = Long.parseLong(site.link(HOURS, id).targetId());
        site.forget();
    }

    private void lock() {
        site.go().approveWeek(site.goId("/Employees", "Number", "101"), DAY);
    }

    private void open() {
        site.go().revokeWeek(site.goId("/Employees", "Number", "101"), DAY);
    }

    private void until(int hour) {
        site.office().edit(id, draft -> draft.time(LocalTime.of(7, 0), LocalTime.of(hour, 30), 30));
    }

    private void run(Map<String, Long> wanted) {
        site.forget();
        assertThat(counts(site.run(HOURS))).isEqualTo(wanted);
    }

    /** Counts the record as this, and sends nothing. */
    private void quietly(Map<String, Long> wanted) {
        run(wanted);
        assertThat(calls(site.goWrites())).isEmpty();
    }

    private DeadLetter letter() {
        return site.letters(HOURS, id).get(0);
    }

    private void difference(String hours) {
        assertThat(letter().status()).isEqualTo(Status.OPEN);
        assertThat(letter().difference().get("difference").decimalValue()).isEqualByComparingTo(hours);
    }

    /** Locked, shortened by two hours and put right by hand. */
    private void settled() {
        lock();
        until(13);
        run(DEAD);
        decisions.settle(letter(), "kari", "trukket");
    }

    @Test
    void aLockThatCannotBeReadBackIsALetterAllTheSame() {
        lock();
        until(13);
        site.go().faults().next(10, "GET", ENTRY + "/", Fault.UNAVAILABLE);
        run(DEAD);
        site.go().faults().clear();
        difference("-2");
        assertThat(site.link(HOURS, id).claim()).isNull();
    }

    @Test
    void backToWhatWasSentDoesNotHideThatAUserHasDeletedIt() {
        site.go().deleteByUser(target);
        until(13);
        run(DEAD);
        difference("6");
        until(15);
        quietly(DEAD);
        assertThat(letter().reason()).isEqualTo(Reason.DELETED_IN_GO);
        difference("8");
        int attempts = letter().attempts();
        quietly(DEAD);
        assertThat(letter().attempts()).as("told once").isEqualTo(attempts);

        replay.fresh(site.company(), letter(), "kari");
        assertThat(site.entry("[SD-" + id + ".2]").get("Quantity").asInt()).isEqualTo(480);
        quietly(QUIET);
    }

    @Test
    void aReplayDoesNotMakeASecondOneWhereGoStillHasIt() {
        site.go().deleteByUser(target);
        until(13);
        run(DEAD);
        String there = site.go().entries().get(0).get("Id").asText();
        site.jdbc()
                .update(
                        "update link set target_id = ? where company = ? and source_id = ?",
                        there,
                        site.company(),
                        Integer.toString(id));
        site.forget();
        replay.fresh(site.company(), letter(), "kari");
        assertThat(calls(site.goWrites())).containsExactly("PATCH " + ENTRY + "/" + there);
    }

    @Test
    void aDeleteThatWasTurnedAwayFirstWasNotOurOwn() {
        site.go().deleteByUser(target);
        site.go().faults().next(1, "DELETE", ENTRY, Fault.TOO_MANY);
        site.office().edit(id, draft -> draft.activity(site.office().id("activities", "02")));
        run(DEAD);
        assertThat(letter().reason()).isEqualTo(Reason.DELETED_IN_GO);
    }

    @Test
    void equalHoursCloseThoughTheTextDiffersAndTheTextFollows() {
        site.go().editByUser(target, Json.tree("{\"Quantity\": 360, \"BillableQuantity\": 0}"));
        lock();
        site.office()
                .edit(
                        id,
                        draft -> draft.time(LocalTime.of(7, 0), LocalTime.of(13, 30), 30)
                                .comment("Graving i regn"));
        run(Map.of("read", 2L, "unchanged", 1L, "adopted", 1L));
        Link link = site.link(HOURS, id);
        assertThat(link.facts().get("minutes").asInt()).isEqualTo(360);
        assertThat(link.facts().get("comment").asText()).as("was never sent").isEqualTo("Graving");
        assertThat(link.payload().get("InternalComment").asText()).isEqualTo("Graving [SD-" + id + ".1]");
        assertThat(link.claim()).isNull();
        quietly(SKIPPED);
        assertThat(site.rows("dead_letter")).isZero();

        open();
        until(12);
        run(Map.of("read", 2L, "unchanged", 1L, "updated", 1L));
        assertThat(site.entry("[SD-" + id + ".1]").get("InternalComment").asText())
                .isEqualTo("Graving i regn [SD-" + id + ".1]");
    }

    @Test
    void aRefusedDeleteGoesOnReplay() {
        lock();
        site.office().withdraw(id);
        site.run(HOURS);
        open();
        site.forget();
        var run = replay.fresh(site.company(), letter(), "kari");
        assertThat(counts(run)).isEqualTo(Map.of("missing", 1L, "deleted", 1L));
        assertThat(calls(site.goWrites())).containsExactly("DELETE " + ENTRY + "/" + target);
        assertThat(letter().status()).isEqualTo(Status.SUPERSEDED);
    }

    @Test
    void aLockedDifferenceOutsideTheWindowStaysUntilTheDeepRunHasSeenThatItIsGone() {
        lock();
        until(13);
        run(DEAD);
        site.jdbc()
                .update(
                        "update link set record_date = ? where company = ? and source_id = ?",
                        TestTime.today().minusDays(80),
                        site.company(),
                        Integer.toString(id));
        site.office().withdraw(id);
        quietly(Map.of("read", 1L, "unchanged", 1L));
        difference("-2");
    }

    @Test
    void settledHoursThatAreNeverSentAnyMoreAreADifference() {
        settled();
        int wage = site.office().id("wage-types", "150");
        site.office().change("wage-types", wage, register -> register.put("Export", false));
        site.office().edit(id, draft -> draft.wage(wage));
        quietly(DEAD);
        assertThat(letter().reason()).isEqualTo(Reason.CHANGED_AFTER_SETTLED);
        difference("-6");
        int attempts = letter().attempts();
        quietly(DEAD);
        assertThat(letter().attempts()).as("told once").isEqualTo(attempts);
        decisions.settle(letter(), "kari", "alt trukket");
        quietly(SKIPPED);
        assertThat(site.link(HOURS, id).facts()).isNull();
    }

    @Test
    void settledHoursThatAllWentToTheTimeAccountAreAQuestion() {
        settled();
        site.office().edit(id, draft -> draft.hourBank(360));
        run(Map.of("read", 3L, "unchanged", 1L, "dead", 2L));
        assertThat(letter().reason()).isEqualTo(Reason.ALL_BANKED_AFTER_SENT);
    }

    @Test
    void aDiscardedChangeAfterSettlingStaysDiscarded() {
        settled();
        until(12);
        run(DEAD);
        decisions.discard(letter(), "kari", "kulant");
        quietly(SKIPPED);
        quietly(SKIPPED);
        assertThat(letter().status()).isEqualTo(Status.DISCARDED);
        until(11);
        quietly(DEAD);
        assertThat(letter().status()).isEqualTo(Status.OPEN);
        assertThat(letter().note()).as("the note of the discard").isNull();
    }

    @Test
    void aDiscardedLockStaysDiscardedAtNightToo() {
        lock();
        until(13);
        run(DEAD);
        decisions.discard(letter(), "kari", "skal stå");
        open();
        site.forget();
        assertThat(counts(site.deepRun(HOURS))).isEqualTo(SKIPPED);
        assertThat(calls(site.goWrites())).isEmpty();
        assertThat(site.go().entries()).anyMatch(entry -> entry.get("Quantity").asInt() == 480);
        assertThat(letter().status()).isEqualTo(Status.DISCARDED);
    }
}
