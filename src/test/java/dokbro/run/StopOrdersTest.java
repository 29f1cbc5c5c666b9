package dokbro.run;

import static dokbro.Site.HOURS;
import static dokbro.Site.counts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dokbro.Site;
import dokbro.Sites;
import dokbro.SyncTest;
import dokbro.TestTime;
import dokbro.company.Companies;
import dokbro.company.Company;
import dokbro.company.PayThrough;
import dokbro.run.RunHistory.RunRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes on one database, and stops that come from the other one. */
@SyncTest
class StopOrdersTest {

    private static final LocalDate DAY = TestTime.today().minusDays(2);

    private Site site;
    private Runs otherNode;

    @Autowired
    private Site.Parts parts;

    @Autowired
    private Runs runs;

    @Autowired
    private EntityState states;

    @Autowired
    private StopOrders orders;

    @Autowired
    private RunHistory history;

    @Autowired
    private Timers timers;

    @Autowired
    private LostLinks lostLinks;

    /** Another node: names, leases and history of its own, on the same database. */
    @BeforeEach
    void twoNodes(
            @Autowired Companies companies,
            @Autowired PayThrough payThrough,
            @Autowired Entities entities,
            @Autowired RunSettings settings,
            @Autowired Holds holds,
            @Autowired Sends sends,
            @Autowired RunSteps steps,
            @Autowired CamelContext camel,
            @Autowired ProducerTemplate producer,
            @Autowired JdbcTemplate jdbc,
            @Autowired JdbcClient client,
            @Autowired Clock clock) {
        site = parts.site(Sites.SMALL).reset().masterData();
        Node node = new Node();
        RunHistory otherHistory = new RunHistory(client, clock, node);
        GoingRuns otherGoing = new GoingRuns(otherHistory, orders);
        otherNode = new Runs(
                companies,
                payThrough,
                entities,
                states,
                otherHistory,
                holds,
                new Leases(jdbc, settings, node, orders, clock),
                steps,
                otherGoing,
                camel,
                new RunThreads(otherHistory, sends, otherGoing, camel, producer),
                clock);
    }

    @AfterEach
    void quick() {
        site.go().latency(Duration.ZERO);
        site.smartdok().faults().latency(Duration.ZERO);
    }

    private Runs.Started slowRun(int records) {
        for (int i = 0; i < records; i++) {
            site.hours("10" + (1 + i % 5), DAY.minusDays(i / 5));
        }
        site.go().latency(Duration.ofMillis(900));
        Runs.Started started = site.start(HOURS);
        await().atMost(Duration.ofSeconds(30)).until(() -> !site.goWrites().isEmpty());
        return started;
    }

    private void theRestGoesOnce(int records) {
        quick();
        site.settleTime();
        site.run(HOURS);
        assertThat(site.go().entries()).hasSize(records);
        assertThat(site.rows("dead_letter")).isZero();
    }

    @Test
    void aPauseThatIsOnlyInTheDatabaseEndsTheRun() {
        Runs.Started started = slowRun(40);
        states.pause(site.company(), HOURS, "kari", "lønnskjøring");
        RunRow run = Site.end(started.end());
        assertThat(run.state()).isEqualTo(RunState.STOPPED);
        assertThat(run.error()).isEqualTo("work-hours was paused by kari: lønnskjøring");
        assertThat(site.go().entries()).hasSizeLessThan(40);
        states.resume(site.company(), HOURS);
        theRestGoesOnce(40);
    }

    @Test
    void aStopThatIsAskedForOnTheOtherNodeEndsTheRunHere() {
        Runs.Started started = slowRun(40);
        assertThat(otherNode.stop(started.run().id(), RunState.STOPPED, "Stopped by kari."))
                .isTrue();
        RunRow run = Site.end(started.end());
        assertThat(run.state()).isEqualTo(RunState.STOPPED);
        assertThat(run.error()).isEqualTo("Stopped by kari.");
        assertThat(otherNode.stop(run.id(), RunState.STOPPED, "again")).isFalse();
        theRestGoesOnce(40);
    }

    @Test
    void twoNodesThatStartAtOnceMakeOneRun() {
        site.hours("101", DAY);
        site.smartdok().faults().latency(Duration.ofMillis(300));
        Instant at = Instant.parse("2026-11-18T09:30:00Z");
        var start = new Runs.Start(Cause.CRON, false, null, null, at, null);
        Runs.Started here = runs.start(site.company(), HOURS, start);
        assertThat(refused(start).why()).isEqualTo(RunRefused.Why.GOING);
        Site.end(here.end());
        // Its clock is late: the time has had its run.
        assertThat(refused(start).why()).isEqualTo(RunRefused.Why.GOING);
        assertThat(site.go().entries()).hasSize(1);
        assertThat(history.count(site.company(), HOURS, null)).isEqualTo(1);
    }

    private RunRefused refused(Runs.Start start) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(
                RunRefused.class, () -> otherNode.start(site.company(), HOURS, start));
    }

    @Test
    void aNodePausedPastItsLeaseSendsNothingMoreOnceTheOtherHasTakenOver() {
        Runs.Started paused = slowRun(40);
        // As if this process had stood still: its lease is over, and it does not know.
        site.jdbc()
                .update(
                        "update shedlock set lock_until = timestamp with time zone '2000-01-01 00:00:00+00' where name = ?",
                        site.company() + "/" + HOURS);
        var start = new Runs.Start(Cause.MANUAL, false, null, null, null, "other");
        RunRow other = Site.end(otherNode.start(site.company(), HOURS, start).end());
        RunRow run = Site.end(paused.end());
        assertThat(run.state()).isEqualTo(RunState.INTERRUPTED);
        assertThat(other.state()).isIn(RunState.SUCCEEDED, RunState.PARTIAL);
        theRestGoesOnce(40);
    }

    @Test
    void aDeepRunWaitsForTheOrdinaryOneOfTheSameSecond() {
        site.hours("101", DAY);
        site.smartdok().faults().latency(Duration.ofMillis(300));
        Date at = Date.from(Instant.parse("2026-11-18T01:30:00Z"));
        timers.fire(HOURS, site.company(), "cron", at);
        timers.fire(HOURS, site.company(), "deep", at);
        await().atMost(Duration.ofSeconds(40))
                .until(() -> history.count(site.company(), HOURS, RunState.SUCCEEDED) == 2);
        List<RunRow> rows = history.page(site.company(), HOURS, null, 0, 10);
        assertThat(rows).extracting(RunRow::cause).containsExactly(Cause.DEEP, Cause.CRON);
        assertThat(rows.get(0).scheduledAt()).isEqualTo(at.toInstant());
    }

    @Test
    void dryRunsAndReplaysOfANodeThatIsGoneAreMarked() {
        Company company = companiesOf();
        Node gone = new Node();
        RunHistory ofGone = new RunHistory(JdbcClient.create(site.jdbc()), Clock.systemUTC(), gone);
        var dry = new Runs.Start(Cause.MANUAL, true, null, null, null, "test");
        var replay = new Runs.Start(Cause.REPLAY, false, null, null, null, "test");
        long one = ofGone.insert(site.company(), HOURS, dry, true, DAY, company.revision(), RunState.RUNNING, null);
        long two = ofGone.insert(site.company(), HOURS, replay, false, DAY, company.revision(), RunState.RUNNING, null);
        long mine = history.insert(site.company(), HOURS, dry, true, DAY, company.revision(), RunState.RUNNING, null);
        history.interruptDead();
        assertThat(state(one)).isEqualTo(RunState.INTERRUPTED);
        assertThat(state(two)).isEqualTo(RunState.INTERRUPTED);
        assertThat(state(mine)).isEqualTo(RunState.RUNNING);
    }

    private RunState state(long run) {
        return history.find(site.company(), run).orElseThrow().state();
    }

    private Company companiesOf() {
        return parts.companies().find(site.company()).orElseThrow();
    }

    // An older database

    @Test
    void aDatabaseOlderThanGoIsNoticedByTheFirstRunOfAProcess() {
        site.hours("101", DAY);
        site.run(HOURS);
        int later = site.hours("102", DAY);
        site.run(HOURS);
        // A back-up from between the two.
        site.jdbc()
                .update(
                        "delete from link where company = ? and entity = ? and source_id = ?",
                        site.company(),
                        HOURS,
                        Integer.toString(later));
        lostLinks.forget();
        site.forget();
        RunRow run = site.run(HOURS);
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.error()).contains("1 time entries");
        assertThat(Site.calls(site.goWrites())).isEmpty();
        assertThat(site.rows("dead_letter")).isZero();
    }

    @Test
    void aDatabaseThatKnowsAllMarksGoesOnAlsoAfterEditsReplacementsAndDeletes() {
        int id = site.hours("101", DAY);
        int gone = site.hours("102", DAY);
        site.run(HOURS);
        site.office().edit(id, draft -> draft.activity(site.office().id("activities", "02")));
        site.office().delete(gone);
        site.run(HOURS);
        lostLinks.forget();
        assertThat(counts(site.run(HOURS))).containsEntry("unchanged", 1L).doesNotContainKey("dead");
        lostLinks.forget();
        site.office().edit(id, draft -> draft.activity(site.office().id("activities", "01")));
        site.go().faults().next(1, "POST", "/v2/TimeTracking/EntryTime", dokbro.sandbox.http.Fault.RESET_AFTER);
        assertThat(counts(site.run(HOURS))).containsEntry("inDoubt", 1L);
        lostLinks.forget();
        site.settleTime();
        assertThat(counts(site.run(HOURS))).containsEntry("unchanged", 1L);
    }
}
