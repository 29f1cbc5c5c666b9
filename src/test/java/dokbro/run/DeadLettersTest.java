package dokbro.run;

import static dokbro.Site.HOURS;
import static dokbro.Site.counts;
import static org.assertj.core.api.Assertions.assertThat;

import dokbro.Site;
import dokbro.Sites;
import dokbro.SyncTest;
import dokbro.TestTime;
import dokbro.deadletter.DeadLetter;
import dokbro.deadletter.DeadLetter.Status;
import dokbro.failure.FailureClass;
import dokbro.failure.Reason;
import dokbro.link.Link;
import dokbro.run.RunHistory.RunRow;
import dokbro.sandbox.http.Fault;
import dokbro.sandbox.http.Received;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Records that cannot go: what is kept of them, when they are tried again, and what ends a run. */
@SyncTest
class DeadLettersTest {

    private static final LocalDate DAY = TestTime.today().minusDays(2);
    private static final String POST = "POST /v2/TimeTracking/EntryTime";

    private Site site;

    @Autowired
    private Site.Parts parts;

    @Autowired
    private Replay replay;

    @BeforeEach
    void linked() {
        site = parts.site(Sites.SMALL).reset().masterData();
    }

    private long project() {
        return site.goId("/Projects", "Code", "1010");
    }

    /** Hours on a project that Go has completed: refused with 400. */
    private int refused() {
        site.go().setProjectStatus(project(), "Complete");
        int id = site.hours("101", DAY, draft -> draft.project(site.office().id("projects", "1010"), null));
        RunRow run = site.run(HOURS);
        assertThat(counts(run)).isEqualTo(Map.of("read", 1L, "dead", 1L));
        assertThat(run.state()).isEqualTo(RunState.PARTIAL);
        assertThat(Site.calls(site.goWrites())).containsExactly(POST);
        site.forget();
        return id;
    }

    private void shorter(int id) {
        site.office().edit(id, draft -> draft.time(LocalTime.of(7, 0), LocalTime.of(14, 30), 30));
    }

    @Test
    void aRefusedRecordIsKeptWithAllThatIsKnown() {
        int id = refused();
        DeadLetter letter = site.letter(HOURS, id);
        assertThat(letter.failureClass()).isEqualTo(FailureClass.DATA);
        assertThat(letter.reason()).isEqualTo(Reason.PROJECT_NOT_OPEN);
        assertThat(letter.status()).isEqualTo(Status.OPEN);
        assertThat(letter.httpStatus()).isEqualTo(400);
        assertThat(letter.step()).isEqualTo("work-hours-record");
        assertThat(letter.operation()).isEqualTo("CREATE");
        assertThat(letter.date()).isEqualTo(DAY);
        assertThat(letter.source().get("Id").asInt()).isEqualTo(id);
        assertThat(letter.facts().get("minutes").asInt()).isEqualTo(480);
        assertThat(letter.request().get("ProjectId").asLong()).isEqualTo(project());
        assertThat(letter.response()).contains("\"status\":400");
        assertThat(letter.attempts()).isEqualTo(1);
        assertThat(letter.sentAt()).isNotNull();
        assertThat(site.hasLink(HOURS, id)).isFalse();
    }

    @Test
    void aRefusedRecordIsNotSentAgainByTheNextRun() {
        int id = refused();
        site.go().setProjectStatus(project(), "Active");
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 1L, "dead", 1L));
        assertThat(Site.calls(site.goWrites())).isEmpty();
        assertThat(site.letter(HOURS, id).attempts()).isEqualTo(1);
    }

    @Test
    void aRefusedRecordIsSentAgainByTheDeepRunAtNight() {
        int id = refused();
        site.go().setProjectStatus(project(), "Active");
        site.pass(Duration.ofHours(25));
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 1L, "dead", 1L));
        assertThat(counts(site.deepRun(HOURS))).isEqualTo(Map.of("read", 1L, "created", 1L));
        assertThat(Site.calls(site.goWrites())).containsExactly(POST);
        DeadLetter letter = site.letter(HOURS, id);
        assertThat(letter.status()).isEqualTo(Status.SUPERSEDED);
        assertThat(letter.resolvedAt()).isNotNull();
    }

    @Test
    void aRefusedRecordIsSentAgainWhenItsFactsChangeAndKeepsItsOneRow() {
        int id = refused();
        shorter(id);
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 1L, "dead", 1L));
        assertThat(Site.calls(site.goWrites())).containsExactly(POST);
        DeadLetter letter = site.letter(HOURS, id);
        assertThat(letter.attempts()).isEqualTo(2);
        assertThat(letter.request().get("Quantity").asInt()).isEqualTo(420);

        site.go().setProjectStatus(project(), "Active");
        site.office().edit(id, draft -> draft.comment("nå"));
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 1L, "created", 1L));
        assertThat(site.letter(HOURS, id).status()).isEqualTo(Status.SUPERSEDED);
    }

    @Test
    void aWithdrawnRecordAsksForNothingAnyMore() {
        site.keeper();
        int id = site.hours("101", DAY, draft -> draft.project(site.office().id("projects", "1010"), null));
        site.go().setProjectStatus(project(), "Complete");
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 2L, "created", 1L, "dead", 1L));
        site.office().withdraw(id);
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 1L, "unchanged", 1L));
        assertThat(site.letter(HOURS, id).status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void aDiscardedRecordIsSkippedUntilItsFactsChange() {
        int id = refused();
        site.go().setProjectStatus(project(), "Active");
        site.jdbc().update("update dead_letter set status = 'DISCARDED' where company = ?", site.company());
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 1L, "skipped", 1L));
        assertThat(Site.calls(site.goWrites())).isEmpty();
        assertThat(site.letter(HOURS, id).status()).isEqualTo(Status.DISCARDED);
        shorter(id);
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 1L, "created", 1L));
        assertThat(site.letter(HOURS, id).status()).isEqualTo(Status.SUPERSEDED);
    }

    @Test
    void aWageTypeWithoutHourTypeIsNeverSentAsOrdinaryTime() {
        site.reset();
        int wage = site.office().id("wage-types", "150");
        site.office().renameWageType(wage, "Akkord");
        site.masterData();
        int id = site.hours("101", DAY, draft -> draft.wage(wage));
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 1L, "dead", 1L));
        assertThat(Site.calls(site.goWrites())).isEmpty();
        DeadLetter letter = site.letter(HOURS, id);
        assertThat(letter.reason()).isEqualTo(Reason.NO_HOUR_TYPE);
        assertThat(letter.sentAt()).isNull();
        assertThat(letter.request()).isNull();

        site.office().renameWageType(wage, "Overtid 50 %");
        site.run("reference-data");
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 1L, "created", 1L));
        assertThat(site.letter(HOURS, id).status()).isEqualTo(Status.SUPERSEDED);
    }

    @Test
    void aChangeOfALockedEntryIsLockedAndNotRepeated() {
        int id = site.hours("101", DAY);
        site.run(HOURS);
        site.go().approveWeek(site.goId("/Employees", "Number", "101"), DAY);
        shorter(id);
        site.forget();
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 1L, "dead", 1L));
        assertThat(site.goWrites()).hasSize(1);
        DeadLetter letter = site.letter(HOURS, id);
        assertThat(letter.failureClass()).isEqualTo(FailureClass.LOCKED);
        assertThat(letter.httpStatus()).isEqualTo(409);
        Link link = site.link(HOURS, id);
        assertThat(link.claim()).isNull();
        assertThat(link.facts().get("minutes").asInt()).isEqualTo(480);

        site.forget();
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 1L, "dead", 1L));
        assertThat(Site.calls(site.goWrites())).isEmpty();

        site.office().edit(id, draft -> draft.time(LocalTime.of(7, 0), LocalTime.of(15, 30), 30));
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 1L, "unchanged", 1L));
        assertThat(site.letter(HOURS, id).status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void aDeleteOfALockedEntryIsLockedAndNotRepeated() {
        site.keeper();
        int id = site.hours("101", DAY);
        site.run(HOURS);
        site.go().approveWeek(site.goId("/Employees", "Number", "101"), DAY);
        site.office().withdraw(id);
        site.forget();
        Map<String, Long> dead = Map.of("read", 1L, "missing", 1L, "unchanged", 1L, "dead", 1L);
        assertThat(counts(site.run(HOURS))).isEqualTo(dead);
        assertThat(site.goWrites()).hasSize(1);
        assertThat(site.letter(HOURS, id).failureClass()).isEqualTo(FailureClass.LOCKED);

        site.forget();
        assertThat(counts(site.run(HOURS))).isEqualTo(dead);
        assertThat(Site.calls(site.goWrites())).isEmpty();
        assertThat(site.letter(HOURS, id).status()).isEqualTo(Status.OPEN);
        assertThat(site.letter(HOURS, id).attempts()).isEqualTo(1);

        site.go().revokeWeek(site.goId("/Employees", "Number", "101"), DAY);
        assertThat(counts(site.deepRun(HOURS)))
                .isEqualTo(Map.of("read", 1L, "missing", 1L, "unchanged", 1L, "deleted", 1L));
        assertThat(site.letter(HOURS, id).status()).isEqualTo(Status.SUPERSEDED);
    }

    @Test
    void aWaitingRecordGoesWhenItsParentIsLinkedAlsoOutsideTheWindow() {
        site.reset();
        site.run("projects");
        site.run("activities");
        site.run("reference-data");
        int id = site.hours(
                "101",
                TestTime.today().minusDays(6),
                draft -> draft.project(
                        site.office().id("projects", "1010"), site.office().id("sub-projects", "1010.01")));
        RunRow run = site.run(HOURS);
        assertThat(counts(run)).isEqualTo(Map.of("read", 1L, "waiting", 1L));
        assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(site.letter(HOURS, id).status()).isEqualTo(Status.WAITING);
        assertThat(site.letter(HOURS, id).failureClass()).isEqualTo(FailureClass.DEPENDENCY);

        site.run("sub-projects");
        site.forget();
        assertThat(counts(site.runFrom(TestTime.today().minusDays(1)))).isEqualTo(Map.of("read", 1L, "created", 1L));
        assertThat(Site.calls(site.goWrites())).containsExactly(POST);
        assertThat(site.letter(HOURS, id).status()).isEqualTo(Status.SUPERSEDED);
    }

    /** Beside one that is linked, since a first run looks into Go before it sends. */
    private void many(int records) {
        site.keeper();
        site.run(HOURS);
        site.forget();
        for (int i = 0; i < records; i++) {
            site.hours("10" + (1 + i % 5), DAY.minusDays(i / 5));
        }
    }

    private void endedByTheSetUp(RunRow run, String says) {
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.error()).contains(says);
        assertThat(site.rows("dead_letter")).isZero();
        assertThat(site.go().entries()).hasSize(1);
        assertThat(site.jdbc()
                        .queryForObject(
                                "select count(*) from link where company = ? and claim_run is not null",
                                Long.class,
                                site.company()))
                .isZero();
    }

    @Test
    void aMissingModuleEndsTheRunWithoutDeadLetters() {
        many(20);
        site.withoutTimeTracking();
        endedByTheSetUp(site.run(HOURS), "403");
        // No more than were under way at the same time, each after a 401 for the old token at most.
        List<Integer> answers =
                site.goWrites().stream().map(Received::status).sorted().toList();
        assertThat(answers).containsOnly(401, 403);
        assertThat(answers.stream().filter(status -> status == 403)).hasSizeBetween(1, 4);
        assertThat(answers.stream().filter(status -> status == 401)).hasSizeBetween(1, 4);

        site.go().options(site.go().options().withModule("TimeTracking", true));
        site.go().revokeTokens();
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 21L, "unchanged", 1L, "created", 20L));
    }

    @Test
    void wrongKeysEndTheRunWithoutDeadLetters() {
        many(20);
        site.go().options(site.go().options().withKeys("sandbox-application-key", "other", "sandbox-subscription-key"));
        site.go().revokeTokens();
        endedByTheSetUp(site.run(HOURS), "PowerOffice Go");
        site.go()
                .options(site.go()
                        .options()
                        .withKeys("sandbox-application-key", "small-client-key", "sandbox-subscription-key"));
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 21L, "unchanged", 1L, "created", 20L));
    }

    @Test
    void aMissingClaimInSmartDokEndsTheRun() {
        many(1);
        site.office().removeClaim("WorkHoursRead");
        site.office().expireSessions();
        endedByTheSetUp(site.run(HOURS), "SmartDok");
        assertThat(Site.calls(site.goWrites())).isEmpty();
    }

    @Test
    void aTokenThatRanOutIsRenewedUnseen() {
        many(3);
        site.go().revokeTokens();
        site.office().expireSessions();
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 4L, "unchanged", 1L, "created", 3L));
        assertThat(site.go().entries()).hasSize(4);
    }

    @Test
    void whenTheDeadLetterCannotBeStoredTheRunFails() {
        site.go().setProjectStatus(project(), "Complete");
        int dead = site.hours("101", DAY, draft -> draft.project(site.office().id("projects", "1010"), null));
        int good = site.hours("102", DAY);
        site.jdbc().execute("alter table dead_letter add constraint broken check (company <> 'small')");
        try {
            RunRow run = site.run(HOURS);
            assertThat(run.state()).isEqualTo(RunState.FAILED);
            assertThat(run.error()).isNotBlank();
        } finally {
            site.jdbc().execute("alter table dead_letter drop constraint broken");
        }
        assertThat(site.rows("dead_letter")).isZero();

        RunRow run = site.run(HOURS);
        assertThat(run.counts()).containsEntry("dead", 1L).containsEntry("read", 2L);
        assertThat(site.letter(HOURS, dead).reason()).isEqualTo(Reason.PROJECT_NOT_OPEN);
        assertThat(site.link(HOURS, good).state()).isEqualTo(Link.State.LINKED);
        assertThat(site.go().entries()).hasSize(1);
    }

    @Test
    void aReplaySendsAtOnce() {
        int id = refused();
        site.go().setProjectStatus(project(), "Active");
        RunRow run = replay.fresh(site.company(), site.letter(HOURS, id), "kari");
        assertThat(run.cause()).isEqualTo(Cause.REPLAY);
        assertThat(run.requestedBy()).isEqualTo("kari");
        assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(counts(run)).isEqualTo(Map.of("read", 1L, "created", 1L));
        assertThat(Site.calls(site.goWrites())).containsExactly(POST);
        assertThat(site.letter(HOURS, id).status()).isEqualTo(Status.SUPERSEDED);
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 1L, "unchanged", 1L));
    }

    @Test
    void aReplayReadsTheSourceAnew() {
        int id = refused();
        site.go().setProjectStatus(project(), "Active");
        shorter(id);
        replay.fresh(site.company(), site.letter(HOURS, id), "kari");
        assertThat(site.entry("[SD-" + id + ".1]").get("Quantity").asInt()).isEqualTo(420);
    }

    @Test
    void aReplayThatIsRefusedAgainKeepsTheOneRow() {
        int id = refused();
        RunRow run = replay.fresh(site.company(), site.letter(HOURS, id), "kari");
        assertThat(run.state()).isEqualTo(RunState.PARTIAL);
        assertThat(counts(run)).isEqualTo(Map.of("read", 1L, "dead", 1L));
        assertThat(site.letter(HOURS, id).attempts()).isEqualTo(2);
        assertThat(site.letter(HOURS, id).status()).isEqualTo(Status.OPEN);
    }

    @Test
    void aReplayOfAWithdrawnRegistrationClosesAndSendsNothing() {
        int id = refused();
        site.go().setProjectStatus(project(), "Active");
        site.office().withdraw(id);
        RunRow run = replay.fresh(site.company(), site.letter(HOURS, id), "kari");
        assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(Site.calls(site.goWrites())).isEmpty();
        assertThat(site.letter(HOURS, id).status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void aReplayOfADeletedRegistrationClosesAndSendsNothing() {
        int id = refused();
        site.office().delete(id);
        replay.fresh(site.company(), site.letter(HOURS, id), "kari");
        assertThat(Site.calls(site.goWrites())).isEmpty();
        assertThat(site.letter(HOURS, id).status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void aReplayBesideARunHasOneEffect() throws Exception {
        int id = refused();
        site.go().setProjectStatus(project(), "Active");
        shorter(id);
        DeadLetter letter = site.letter(HOURS, id);
        site.go().faults().slow(Duration.ofMillis(1500));
        site.go().faults().next(1, "POST", "/v2/TimeTracking/EntryTime", Fault.SLOW);
        var run = site.start(HOURS);
        org.awaitility.Awaitility.await().until(() -> !site.goWrites().isEmpty());
        RunRow replayed = replay.fresh(site.company(), letter, "kari");
        assertThat(counts(replayed)).isEqualTo(Map.of("read", 1L, "inDoubt", 1L));
        assertThat(counts(Site.end(run.end()))).isEqualTo(Map.of("read", 1L, "created", 1L));
        assertThat(Site.calls(site.goWrites())).containsExactly(POST);
        assertThat(site.go().entries()).hasSize(1);
    }
}
