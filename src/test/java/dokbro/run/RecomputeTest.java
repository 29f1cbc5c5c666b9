package dokbro.run;

import static dokbro.Site.HOURS;
import static dokbro.Site.counts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dokbro.OfficeFile;
import dokbro.Site;
import dokbro.Sites;
import dokbro.SyncTest;
import dokbro.TestTime;
import dokbro.run.RunHistory.RunRow;
import dokbro.sandbox.http.Received;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A period is computed anew with today's mappings and settings, once a person has seen and approved the plan. */
@SyncTest
class RecomputeTest {

    private static final LocalDate DAY = TestTime.today().minusDays(2);

    private Site site;
    private OfficeFile file;

    @Autowired
    private Site.Parts parts;

    @Autowired
    private Runs runs;

    @Autowired
    private Holds holds;

    @Autowired
    private PlanRows planRows;

    @BeforeEach
    void office() {
        file = new OfficeFile(parts).write(yaml -> yaml);
        site = parts.site(Sites.OFFICE).reset().masterData();
    }

    @AfterEach
    void gone() {
        file.close();
    }

    private RunRow recompute(LocalDate from, LocalDate to) {
        return Site.end(
                runs.start(site.company(), HOURS, new Runs.Start(Cause.RECOMPUTE, false, from, to, null, "kari"))
                        .end());
    }

    private RunRow approve(RunRow run) {
        return Site.end(runs.approve(run, "kari", "stemmer").end());
    }

    /** Sent with eight hours and two to the time account; from now on those two are not sent at all. */
    private int sentAndSettingChanged() {
        int id = site.hours(
                "101",
                DAY,
                draft -> draft.time(LocalTime.of(7, 0), LocalTime.of(17, 0), 0).hourBank(120));
        site.run(HOURS);
        file.write(yaml -> yaml.replace("time-account: separate", "time-account: exclude"));
        site.forget();
        return id;
    }

    @Test
    void thePlanIsShownFirstAndNothingIsSent() {
        int id = sentAndSettingChanged();
        RunRow shown = recompute(DAY, DAY);
        assertThat(shown.state()).isEqualTo(RunState.HELD);
        assertThat(shown.counts()).containsEntry("held", 2L);
        assertThat(Site.calls(site.goWrites())).isEmpty();
        assertThat(holds.ofRun(site.company(), shown.id()))
                .singleElement()
                .satisfies(hold -> assertThat(hold.kind()).isEqualTo(Hold.Kind.RECOMPUTE));
        assertThat(planRows.page(shown.id(), 0, 10))
                .extracting(PlanRow::operation, PlanRow::sourceId)
                .containsExactly(tuple(Operation.UPDATE, "" + id), tuple(Operation.DELETE, id + ":bank"));
    }

    @Test
    void onceApprovedItGoesAndTheNextRunFindsNothing() {
        sentAndSettingChanged();
        RunRow done = approve(recompute(DAY, null));
        assertThat(done.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(done.cause()).isEqualTo(Cause.RECOMPUTE);
        assertThat(counts(done)).containsEntry("deleted", 1L).containsEntry("updated", 1L);
        assertThat(site.goWrites()).extracting(Received::method).containsExactly("DELETE");
        site.forget();
        assertThat(counts(site.run(HOURS))).containsOnlyKeys("read", "unchanged");
        assertThat(site.goWrites()).isEmpty();
    }

    @Test
    void aChangedMappingReplacesWhatCannotBePatched() {
        int id = site.hours("101", DAY);
        site.run(HOURS);
        int before = site.entry("[SD-" + id + ".1]").get("HourTypeId").asInt();
        file.write(yaml -> yaml.replace("\"Innleid\": skip", "\"Timelønn\": \"Reisetid\""));
        site.run("reference-data");
        site.forget();
        assertThat(counts(site.run(HOURS))).containsOnlyKeys("read", "unchanged");

        RunRow shown = recompute(DAY, DAY);
        assertThat(planRows.page(shown.id(), 0, 10)).singleElement().satisfies(row -> {
            assertThat(row.operation()).isEqualTo(Operation.REPLACE);
            assertThat(row.changes()).extracting(PlanRow.Change::field).containsExactly("/HourTypeId");
        });
        assertThat(counts(approve(shown))).containsEntry("replaced", 1L);
        assertThat(site.goWrites()).extracting(Received::method).containsExactly("DELETE", "POST");
        assertThat(site.entry("[SD-" + id + ".2]").get("HourTypeId").asInt()).isNotEqualTo(before);
        site.forget();
        assertThat(counts(recompute(DAY, DAY))).containsOnlyKeys("read", "unchanged");
        assertThat(site.goWrites()).isEmpty();
    }

    @Test
    void approvalReleasesOnlyWhatWasShown() {
        sentAndSettingChanged();
        RunRow shown = recompute(DAY, null);
        int late = site.hours("102", DAY);
        RunRow next = approve(shown);
        assertThat(next.state()).isEqualTo(RunState.HELD);
        assertThat(counts(next))
                .containsEntry("deleted", 1L)
                .containsEntry("updated", 1L)
                .containsEntry("held", 1L);
        assertThat(site.records(next))
                .filteredOn(record -> record.outcome() == Outcome.HELD)
                .extracting(RunRecords.RunRecord::sourceId)
                .containsExactly(String.valueOf(late));
    }

    @Test
    void whatIsRejectedIsNeverSentByTheRunsThatFollow() {
        sentAndSettingChanged();
        RunRow shown = recompute(DAY, null);
        runs.reject(shown, "kari", "ikke nå");
        assertThat(counts(site.run(HOURS))).containsOnlyKeys("read", "unchanged");
        assertThat(site.goWrites()).isEmpty();
    }

    @Test
    void theDaysOutsideThePeriodStayAsTheyWereSent() {
        sentAndSettingChanged();
        RunRow other = recompute(DAY.plusDays(1), DAY.plusDays(1));
        assertThat(other.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(Site.calls(site.goWrites())).isEmpty();
    }

    @Test
    void theRegistersHaveNothingToRecompute() {
        Runs.Start start = new Runs.Start(Cause.RECOMPUTE, false, DAY, DAY, null, "kari");
        assertThatThrownBy(() -> runs.start(site.company(), "reference-data", start))
                .isInstanceOfSatisfying(
                        RunRefused.class,
                        refused -> assertThat(refused.why()).isEqualTo(RunRefused.Why.NOT_RECOMPUTABLE));
    }

    @Test
    void aMappingThatIsMissingByNowIsARowForAPersonAndStaysAsItWas() {
        int id = site.hours("101", DAY);
        site.run(HOURS);
        file.write(yaml -> yaml.replace("\"Innleid\": skip", "\"Timelønn\": \"Finnes ikke\""));
        site.run("reference-data");
        site.forget();
        RunRow shown = recompute(DAY, DAY);
        assertThat(List.of(RunState.SUCCEEDED, RunState.PARTIAL)).contains(shown.state());
        assertThat(Site.calls(site.goWrites())).isEmpty();
        assertThat(site.entry("[SD-" + id + ".1]")).isNotNull();
        assertThat(Map.copyOf(counts(site.run(HOURS)))).containsEntry("unchanged", 1L);
    }
}
