package dokbro.run;

import static dokbro.Site.HOURS;
import static dokbro.Site.counts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Site;
import dokbro.Sites;
import dokbro.SyncTest;
import dokbro.TestTime;
import dokbro.run.Hold.Kind;
import dokbro.run.Hold.State;
import dokbro.run.RunHistory.RunRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The first write of each kind is one record, and a person looks at it. */
@SyncTest
class CanariesTest {

    private static final String ENTRIES = "/v2/TimeTracking/EntryTime";
    private static final LocalDate DAY = TestTime.today().minusDays(2);

    private Site site;

    @Autowired
    private Site.Parts parts;

    @Autowired
    private Runs runs;

    @Autowired
    private Holds holds;

    @BeforeEach
    void fresh() {
        site = parts.site(Sites.CANARY).reset();
    }

    private RunRow held(String entity) {
        site.forget();
        RunRow run = site.run(entity);
        assertThat(run.state()).as("%s %s", run.counts(), run.error()).isEqualTo(RunState.HELD);
        return run;
    }

    private RunRow approve(RunRow run) {
        site.forget();
        return Site.end(runs.approve(run, "kari", null).end());
    }

    private Hold hold(RunRow run) {
        List<Hold> open = holds.ofRun(site.company(), run.id()).stream()
                .filter(hold -> hold.state() == State.OPEN)
                .toList();
        assertThat(open).hasSize(1);
        return open.get(0);
    }

    /** Master data with every canary approved; the first write of hours is still to come. */
    private void masterData() {
        for (String entity : List.of("reference-data", "projects", "sub-projects", "activities")) {
            RunRow run = site.run(entity);
            while (run.state() == RunState.HELD) {
                run = approve(run);
            }
            assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
        }
        site.forget();
    }

    private RunRow created() {
        site.keeper();
        site.hours("101", DAY);
        site.hours("103", DAY);
        RunRow run = held(HOURS);
        assertThat(counts(run)).isEqualTo(Map.of("read", 3L, "created", 1L, "held", 2L));
        return run;
    }

    @Test
    void theFirstEntryGoesAloneWithItsTimesAndIsReadBack() {
        masterData();
        RunRow run = created();
        assertThat(Site.calls(site.goWrites())).containsExactly("POST " + ENTRIES);
        JsonNode sent = Site.body(site.goWrites().get(0));
        assertThat(sent.get("FromTime").asText()).isEqualTo("07:00");
        assertThat(sent.get("BreakTime").asInt()).isEqualTo(30);
        Hold hold = hold(run);
        assertThat(hold.kind()).isEqualTo(Kind.CANARY);
        assertThat(hold.operation()).isEqualTo(Operation.CREATE);
        assertThat(hold.lookedAt()).isNotNull();
        assertThat(hold.differences()).isEmpty();

        RunRow again = held(HOURS);
        assertThat(counts(again)).isEqualTo(Map.of("read", 3L, "unchanged", 1L, "held", 2L));
        assertThat(site.goWrites()).isEmpty();
        assertThat(holds.ofRun(site.company(), run.id())).isEmpty();

        assertThat(counts(approve(again))).isEqualTo(Map.of("read", 3L, "unchanged", 1L, "created", 2L));
        assertThat(Site.body(site.goWrites().get(0)).has("FromTime")).isFalse();
        site.hours("105", DAY);
        assertThat(site.run(HOURS).state()).isEqualTo(RunState.SUCCEEDED);
    }

    @Test
    void theFirstSalaryLineGoesAloneAndIsReadBack() {
        masterData();
        int night = site.office().id("additions", "340");
        for (String employee : List.of("101", "103")) {
            site.hours(employee, DAY, draft -> draft.addition(night, new BigDecimal("2.5"), null));
        }
        RunRow run = held("additions");
        assertThat(counts(run)).isEqualTo(Map.of("read", 2L, "created", 1L, "held", 1L));
        assertThat(Site.calls(site.goWrites())).containsExactly("POST /v2/SalaryLines");
        assertThat(hold(run).lookedAt()).isNotNull();
        assertThat(hold(run).differences()).isEmpty();
        assertThat(counts(approve(run))).isEqualTo(Map.of("read", 2L, "unchanged", 1L, "created", 1L));
    }

    @Test
    void everyKindOfWriteIsProvenByItself() {
        masterData();
        int id = site.hours("101", DAY);
        int other = site.hours("103", DAY);
        site.keeper();
        approve(held(HOURS));

        site.office().edit(id, draft -> draft.comment("Graving"));
        site.office().edit(other, draft -> draft.comment("Graving"));
        RunRow update = held(HOURS);
        assertThat(counts(update)).isEqualTo(Map.of("read", 3L, "unchanged", 1L, "updated", 1L, "held", 1L));
        assertThat(hold(update).operation()).isEqualTo(Operation.UPDATE);
        assertThat(counts(approve(update))).containsEntry("updated", 1L);

        site.office().edit(id, draft -> draft.activity(site.office().id("activities", "02")));
        RunRow replace = held(HOURS);
        assertThat(hold(replace).operation()).isEqualTo(Operation.REPLACE);
        approve(replace);

        site.office().withdraw(id);
        RunRow delete = held(HOURS);
        assertThat(counts(delete)).containsEntry("deleted", 1L);
        assertThat(hold(delete).operation()).isEqualTo(Operation.DELETE);
        assertThat(hold(delete).differences()).isEmpty();
        approve(delete);
        site.office().withdraw(other);
        assertThat(site.run(HOURS).state()).isEqualTo(RunState.SUCCEEDED);
    }

    @Test
    void anEntryThatWasSentWithItsTimesIsReplacedWhenItsHoursChange() {
        masterData();
        int id = site.hours("101", DAY);
        approve(held(HOURS));
        site.office().edit(id, draft -> draft.time(LocalTime.of(7, 0), LocalTime.of(12, 0), 0));
        RunRow run = held(HOURS);
        assertThat(counts(run)).isEqualTo(Map.of("read", 1L, "replaced", 1L));
        assertThat(site.entry("[SD-" + id + ".2]").get("Quantity").asInt()).isEqualTo(300);
        assertThat(site.entry("[SD-" + id + ".2]").get("FromTime").isNull()).isTrue();
    }

    @Test
    void whatTheOtherSystemShowsOtherwiseIsNamed() {
        masterData();
        site.go().options(site.go().options().withQuantityInHours(true));
        RunRow run = created();
        assertThat(hold(run).differences()).extracting(PlanRow.Change::field).containsExactly("Quantity");
        PlanRow.Change change = hold(run).differences().get(0);
        assertThat(change.from().asInt()).isEqualTo(480);
        assertThat(change.to().asInt()).isEqualTo(8);
    }

    @Test
    void aRejectedCanaryHoldsItsKindUntilItIsApprovedAfterAll() {
        masterData();
        RunRow run = created();
        runs.reject(run, "kari", "feil enhet");
        RunRow later = site.run(HOURS);
        assertThat(later.state()).isEqualTo(RunState.PARTIAL);
        assertThat(counts(later)).isEqualTo(Map.of("read", 3L, "unchanged", 1L, "held", 2L));
        assertThat(counts(approve(run))).containsEntry("created", 2L);
    }

    @Test
    void whereTheFirstIsRefusedTheNextIsTriedByTheNextRun() {
        masterData();
        site.go().setProjectStatus(site.goId("/Projects", "Code", "1010"), "Complete");
        site.hours("101", DAY, draft -> draft.project(site.office().id("projects", "1010"), null));
        RunRow first = site.run(HOURS);
        assertThat(counts(first)).isEqualTo(Map.of("read", 1L, "dead", 1L));
        assertThat(first.state()).isEqualTo(RunState.PARTIAL);
        assertThat(holds.open(site.company())).isEmpty();
        site.hours("103", DAY);
        RunRow second = held(HOURS);
        assertThat(counts(second)).containsEntry("created", 1L);
    }

    @Test
    void aRefusedChangeProvesNothing() {
        masterData();
        int id = site.hours("101", DAY);
        int other = site.hours("103", DAY);
        site.keeper();
        approve(held(HOURS));
        site.go().approveWeek(site.goId("/Employees", "Number", "101"), DAY);
        site.office().edit(id, draft -> draft.time(LocalTime.of(7, 0), LocalTime.of(13, 30), 30));
        RunRow refused = site.run(HOURS);
        assertThat(counts(refused)).isEqualTo(Map.of("read", 3L, "unchanged", 2L, "dead", 1L));
        assertThat(refused.state()).isEqualTo(RunState.PARTIAL);
        assertThat(holds.open(site.company())).isEmpty();

        site.go().approveWeek(site.goId("/Employees", "Number", "103"), DAY);
        site.office().edit(other, draft -> draft.time(LocalTime.of(7, 0), LocalTime.of(13, 30), 30));
        RunRow again = site.run(HOURS);
        assertThat(counts(again)).isEqualTo(Map.of("read", 3L, "unchanged", 1L, "dead", 1L, "held", 1L));
        assertThat(holds.open(site.company())).isEmpty();
    }

    @Test
    void aCanaryWhoseRunDiedIsLookedAtByTheNext() {
        masterData();
        RunRow run = created();
        site.jdbc().update("update hold set looked_at = null, differences = null where run_id = ?", run.id());
        RunRow next = held(HOURS);
        assertThat(hold(next).lookedAt()).isNotNull();
        assertThat(site.goWrites()).isEmpty();

        site.jdbc().update("update hold set looked_at = null, source_id = '9' where run_id = ?", next.id());
        RunRow other = held(HOURS);
        // That one never went: the first of those that are left takes its place.
        assertThat(counts(other)).isEqualTo(Map.of("read", 3L, "unchanged", 1L, "created", 1L, "held", 1L));
    }

    @Test
    void masterDataIsProvenInSmartDokToo() {
        masterData();
        site.go().addProject("7000", "Nytt bygg", null);
        site.go().addProject("7001", "Nytt bygg to", null);
        site.go().addProject("7002", "Nytt bygg tre", null);
        RunRow run = held("projects");
        assertThat(counts(run)).containsEntry("created", 1L).containsEntry("held", 2L);
        assertThat(hold(run).differences()).isEmpty();
        assertThat(approve(run).state()).isEqualTo(RunState.SUCCEEDED);

        // The adoptions of the first run have proven updates.
        site.go().renameProject(site.goId("/Projects", "Code", "7000"), "Nytt navn");
        assertThat(counts(site.run("projects"))).containsEntry("updated", 1L);
    }
}
