package dokbro.run;

import static dokbro.Site.HOURS;
import static dokbro.Site.counts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dokbro.Site;
import dokbro.Sites;
import dokbro.SyncTest;
import dokbro.TestTime;
import dokbro.company.Companies;
import dokbro.company.Company;
import dokbro.run.RunHistory.RunRow;
import dokbro.run.RunRefused.Why;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How runs start, stop and end. */
@SyncTest
class RunsTest {

    private static final LocalDate DAY = TestTime.today().minusDays(2);
    private static final Instant SCHEDULED = Instant.parse("2026-11-18T09:30:00Z");

    private Site site;

    @Autowired
    private Site.Parts parts;

    @Autowired
    private Runs runs;

    @Autowired
    private RunHistory history;

    @Autowired
    private EntityState states;

    @Autowired
    private Timers timers;

    @Autowired
    private RunSteps steps;

    @Autowired
    private Companies companies;

    @BeforeEach
    void linked() {
        site = parts.site(Sites.SMALL).reset().masterData();
    }

    private void many(int records) {
        for (int i = 0; i < records; i++) {
            site.hours("10" + (1 + i % 5), DAY.minusDays(i / 5));
        }
    }

    private RunRefused refused(String company, String entity, Instant scheduled) {
        var start = new Runs.Start(scheduled == null ? Cause.MANUAL : Cause.CRON, false, null, null, scheduled, "test");
        return catchThrowableOfType(RunRefused.class, () -> runs.start(company, entity, start));
    }

    @Test
    void aSecondStartIsRefusedWithTheIdOfTheFirst() {
        many(1);
        site.smartdok().faults().latency(Duration.ofMillis(300));
        Runs.Started first = site.start(HOURS);
        RunRefused second = refused(site.company(), HOURS, null);
        assertThat(second.why()).isEqualTo(Why.GOING);
        assertThat(second.going()).isEqualTo(first.run().id());
        assertThat(first.run().state()).isEqualTo(RunState.RUNNING);
        assertThat(Site.end(first.end()).state()).isEqualTo(RunState.SUCCEEDED);
        site.smartdok().faults().latency(Duration.ZERO);
        assertThat(site.run(HOURS).id()).isGreaterThan(first.run().id());
    }

    @Test
    void otherEntitiesAndDryRunsGoBesideIt() {
        many(1);
        site.smartdok().faults().latency(Duration.ofMillis(300));
        Runs.Started first = site.start(HOURS);
        assertThat(site.dryRun(HOURS).state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(site.run("activities").state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(counts(Site.end(first.end()))).containsEntry("created", 1L);
    }

    @Test
    void unknownNamesAreRefused() {
        assertThat(refused("nobody", HOURS, null).why()).isEqualTo(Why.UNKNOWN_COMPANY);
        assertThat(refused(site.company(), "spaceships", null).why()).isEqualTo(Why.UNKNOWN_ENTITY);
        assertThat(refused(site.company(), "spaceships", null).going()).isNull();
    }

    @Test
    void aPausedEntityIsRefusedUntilItIsResumed() {
        states.pause(site.company(), HOURS, "kari", "lønnskjøring");
        RunRefused refused = refused(site.company(), HOURS, null);
        assertThat(refused.why()).isEqualTo(Why.PAUSED);
        assertThat(refused).hasMessageContaining("kari").hasMessageContaining("lønnskjøring");
        assertThat(site.run("activities").state()).isEqualTo(RunState.SUCCEEDED);
        states.resume(site.company(), HOURS);
        assertThat(site.run(HOURS).state()).isEqualTo(RunState.SUCCEEDED);
    }

    @Test
    void aScheduledTimeHasOneRunOnAllNodes() {
        var start = new Runs.Start(Cause.CRON, false, null, null, SCHEDULED, null);
        RunRow first = Site.end(runs.start(site.company(), HOURS, start).end());
        assertThat(first.scheduledAt()).isEqualTo(SCHEDULED);
        RunRefused second = refused(site.company(), HOURS, SCHEDULED);
        assertThat(second.why()).isEqualTo(Why.GOING);
        assertThat(history.count(site.company(), HOURS, null)).isEqualTo(1);
        assertThat(site.run(HOURS).state()).isEqualTo(RunState.SUCCEEDED);
    }

    @Test
    void aTimerThatFindsItsEntityPausedIsRememberedAsSkipped() {
        states.pause(site.company(), HOURS, "kari", "lønnskjøring");
        timers.fire(HOURS, site.company(), "cron", Date.from(SCHEDULED));
        List<RunRow> rows = history.page(site.company(), HOURS, RunState.SKIPPED, 0, 10);
        assertThat(rows).hasSize(1);
        // The time stays free for the run that holds the entity, on whatever node.
        assertThat(rows.get(0).scheduledAt()).isNull();
        assertThat(rows.get(0).error()).contains("paused");
        assertThat(rows.get(0).endedAt()).isNotNull();
        assertThat(history.last(site.company(), HOURS)).isEmpty();
    }

    @Test
    void aStoppedRunEndsAtARecordAndTheNextOneSendsTheRest() {
        many(24);
        site.go().latency(Duration.ofMillis(300));
        Runs.Started started = site.start(HOURS);
        await().until(() -> !site.goWrites().isEmpty());
        assertThat(runs.stop(started.run().id(), RunState.STOPPED, "kari")).isTrue();
        RunRow stopped = Site.end(started.end());
        site.go().latency(Duration.ZERO);
        assertThat(stopped.state()).isEqualTo(RunState.STOPPED);
        assertThat(stopped.error()).isEqualTo("kari");
        int sent = site.goWrites().size();
        assertThat(sent).isBetween(1, 23);
        assertThat(stopped.counts()).containsEntry("created", (long) sent);
        assertThat(site.rows("dead_letter")).isZero();
        noOpenClaims();
        assertThat(runs.stop(started.run().id(), RunState.STOPPED, "kari")).isFalse();

        assertThat(counts(site.run(HOURS)))
                .isEqualTo(Map.of("read", 24L, "unchanged", (long) sent, "created", 24L - sent));
        assertThat(site.go().entries()).hasSize(24);
    }

    private void noOpenClaims() {
        assertThat(site.jdbc()
                        .queryForObject(
                                "select count(*) from link where company = ? and claim_run is not null",
                                Long.class,
                                site.company()))
                .isZero();
    }

    @Test
    void aRunThatHasLostItsLeaseEndsInterrupted() {
        many(40);
        site.go().latency(Duration.ofMillis(900));
        Runs.Started started = site.start(HOURS);
        await().until(() -> !site.goWrites().isEmpty());
        site.jdbc()
                .update("update shedlock set locked_by = 'another node' where name = ?", site.company() + "/" + HOURS);
        RunRow run = Site.end(started.end());
        site.go().latency(Duration.ZERO);
        assertThat(run.state()).isEqualTo(RunState.INTERRUPTED);
        assertThat(run.error()).contains("lease");
        assertThat(site.goWrites()).hasSizeLessThan(40);
        noOpenClaims();

        site.jdbc()
                .update(
                        "update shedlock set lock_until = timestamp with time zone '2000-01-01 00:00:00+00' where name = ?",
                        site.company() + "/" + HOURS);
        site.run(HOURS);
        assertThat(site.go().entries()).hasSize(40);
    }

    /** With the rows lost a run must not send what Go has already. */
    @Test
    void linksThatAreGoneWhileGoHasTheEntriesStopTheRun() {
        many(2);
        site.run(HOURS);
        site.jdbc().update("delete from link where company = ? and entity = ?", site.company(), HOURS);
        site.forget();
        RunRow run = site.run(HOURS);
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(Site.calls(site.goWrites())).isEmpty();
        assertThat(site.rows("dead_letter")).isZero();
    }

    @Test
    void whoeverTakesTheLeaseMarksARunThatDied() {
        Company company = companies.find(site.company()).orElseThrow();
        var start = new Runs.Start(Cause.MANUAL, false, null, null, null, "test");
        long died =
                history.insert(site.company(), HOURS, start, false, DAY, company.revision(), RunState.RUNNING, null);
        site.run(HOURS);
        assertThat(history.find(site.company(), died).orElseThrow().state()).isEqualTo(RunState.INTERRUPTED);
    }

    @Test
    void aDryRunWritesItsPlanAndNothingElse() {
        int id = site.hours("101", DAY);
        int refused =
                site.hours("102", DAY, draft -> draft.activity(site.office().id("activities", "888")));
        long links = site.rows("link");
        RunRow run = site.dryRun(HOURS);
        assertThat(run.dryRun()).isTrue();
        assertThat(run.counts()).containsEntry("created", 2L).containsEntry("read", 2L);
        assertThat(Site.calls(site.goWrites())).isEmpty();
        assertThat(Site.calls(site.smartdokWrites())).isEmpty();
        assertThat(site.rows("link")).isEqualTo(links);
        assertThat(site.rows("dead_letter")).isZero();
        assertThat(site.hasLink(HOURS, id)).isFalse();
        assertThat(site.hasLink(HOURS, refused)).isFalse();
        assertThat(states.readUntil(site.company(), HOURS)).isEmpty();
    }

    @Test
    void aCompanyInReviewOnlyPlansAndResolvesWhatWouldBeLinked() {
        Site review = parts.site(Sites.REVIEW).reset();
        review.hours("101", DAY);
        review.hours(
                "102",
                DAY,
                draft -> draft.project(
                        review.office().id("projects", "1010"), review.office().id("sub-projects", "1010.01")));
        List<RunRow> rows = review.wholeSync();
        assertThat(rows).hasSize(8).allMatch(RunRow::dryRun).allMatch(row -> row.state() == RunState.SUCCEEDED);
        assertThat(counts(rows.get(5))).isEqualTo(Map.of("read", 2L, "created", 2L));
        assertThat(Site.calls(review.goWrites())).isEmpty();
        assertThat(Site.calls(review.smartdokWrites())).isEmpty();
        assertThat(review.rows("link")).isZero();
        assertThat(review.rows("dead_letter")).isZero();
    }

    @Test
    void aDryRunWithoutItsParentsWaitsAndStoresNoDeadLetter() {
        Site review = parts.site(Sites.REVIEW).reset();
        review.hours("101", DAY);
        RunRow run = review.run(HOURS);
        assertThat(counts(run)).isEqualTo(Map.of("read", 1L, "waiting", 1L));
        assertThat(review.rows("dead_letter")).isZero();
    }

    private Run inHistory() {
        Company company = companies.find(site.company()).orElseThrow();
        var start = new Runs.Start(Cause.MANUAL, false, null, null, null, "test");
        long id = history.insert(site.company(), HOURS, start, false, DAY, company.revision(), RunState.RUNNING, null);
        return new Run(id, company, HOURS, Cause.MANUAL, false, false, DAY, null, null);
    }

    private RunRow finished(Run run) {
        steps.finish(run, null);
        return history.find(site.company(), run.id()).orElseThrow();
    }

    @Test
    void countsThatDoNotAddUpFailTheRun() {
        Run run = inHistory();
        run.tally().read();
        run.tally().read();
        run.tally().count(Outcome.CREATED);
        run.planIsComplete();
        run.applyIsComplete();
        RunRow row = finished(run);
        assertThat(row.state()).isEqualTo(RunState.FAILED);
        assertThat(row.error()).startsWith("The counts do not add up").contains("read=2");
        assertThat(row.counts()).containsEntry("read", 2L).containsEntry("created", 1L);
    }

    @Test
    void aRunWithoutItsWholePlanOrItsWholeApplyFails() {
        Run unplanned = inHistory();
        assertThat(finished(unplanned).state()).isEqualTo(RunState.FAILED);
        Run unapplied = inHistory();
        unapplied.planIsComplete();
        assertThat(finished(unapplied).state()).isEqualTo(RunState.FAILED);
    }

    @Test
    void deadHeldAndInDoubtMakeARunPartialWaitingAndSkippedDoNot() {
        for (Outcome outcome : Outcome.values()) {
            Run run = inHistory();
            run.tally().read();
            run.tally().count(outcome);
            run.planIsComplete();
            run.applyIsComplete();
            boolean partial =
                    List.of(Outcome.DEAD, Outcome.HELD, Outcome.IN_DOUBT).contains(outcome);
            assertThat(finished(run).state())
                    .as("%s", outcome)
                    .isEqualTo(partial ? RunState.PARTIAL : RunState.SUCCEEDED);
        }
    }
}
