package dokbro.run;

import static dokbro.Site.HOURS;
import static dokbro.Site.counts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.OfficeFile;
import dokbro.Site;
import dokbro.Sites;
import dokbro.SyncTest;
import dokbro.TestTime;
import dokbro.deadletter.DeadLetter;
import dokbro.failure.Reason;
import dokbro.run.RunHistory.RunRow;
import dokbro.sandbox.http.Fault;
import dokbro.sandbox.http.Received;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The master of a running company is changed, and changed back. */
@SyncTest
class MasterSwitchTest {

    private static final List<String> MASTER_DATA = List.of("projects", "sub-projects", "activities");

    private Site site;
    private OfficeFile file;
    private int inGo;
    private int inSmartDok;

    @Autowired
    private Site.Parts parts;

    @Autowired
    private Runs runs;

    @Autowired
    private Holds holds;

    @BeforeEach
    void running() {
        file = new OfficeFile(parts).write(yaml -> yaml);
        site = parts.site(Sites.OFFICE).reset().masterData();
        inGo = site.go().records("/Projects").size();
        inSmartDok = site.office().records("projects").size();
    }

    @AfterEach
    void gone() {
        file.close();
    }

    private void smartDokIsMaster() {
        file.write(SmartDokMasterTest::smartDokIsMaster);
    }

    private void goIsMaster() {
        file.write(yaml -> yaml);
    }

    private int smartDokId(String number) {
        return site.office().id("projects", number);
    }

    private long goId(String code) {
        return site.goId("/Projects", "Code", code);
    }

    private Hold hold(RunRow run) {
        List<Hold> of = holds.ofRun(site.company(), run.id());
        assertThat(of).hasSize(1);
        return of.get(0);
    }

    private RunRow held(String entity) {
        RunRow run = site.run(entity);
        assertThat(run.state()).as("%s: %s", entity, run.error()).isEqualTo(RunState.HELD);
        assertThat(hold(run).kind()).isEqualTo(Hold.Kind.SWITCH);
        return run;
    }

    private RunRow approve(RunRow run) {
        return Site.end(runs.approve(run, "kari", "sett på").end());
    }

    private void switched() {
        for (String entity : MASTER_DATA) {
            RunRow run = approve(held(entity));
            assertThat(run.state()).as("%s: %s", entity, run.error()).isEqualTo(RunState.SUCCEEDED);
        }
    }

    private void quiet() {
        site.forget();
        for (String entity : MASTER_DATA) {
            RunRow run = site.run(entity);
            assertThat(run.state()).as("%s: %s", entity, run.error()).isEqualTo(RunState.SUCCEEDED);
            assertThat(counts(run)).doesNotContainKeys("created", "updated", "adopted", "held", "missing");
        }
        assertThat(writes()).isEmpty();
    }

    private List<String> writes() {
        List<Received> all = new java.util.ArrayList<>(site.goWrites());
        all.addAll(site.smartdokWrites());
        return Site.calls(all);
    }

    private JsonNode project(long id) {
        return site.go().records("/Projects").stream()
                .filter(project -> project.get("Id").asLong() == id)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nothingGoesBeforeAPersonHasSeenTheFirstPlan() {
        int id = smartDokId("1010");
        long go = goId("1010");
        site.office().renameProject(id, "Fasade Lia, byggetrinn 2");
        smartDokIsMaster();
        RunRow run = held("projects");
        assertThat(writes()).isEmpty();
        assertThat(counts(run)).doesNotContainKeys("created", "updated", "adopted");
        assertThat(site.records(run))
                .filteredOn(record -> record.outcome() == Outcome.HELD)
                .isNotEmpty()
                .allMatch(record -> record.reason().equals("switch"));
        assertThat(site.link("projects", id).targetId()).isEqualTo(Long.toString(go));
        // Held until it is approved, however often it is planned.
        RunRow again = held("projects");
        assertThat(hold(run).state()).isEqualTo(Hold.State.REPLACED);
        assertThat(writes()).isEmpty();

        RunRow next = approve(again);
        assertThat(next.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(writes()).contains("PATCH /v2/Projects/" + go).allMatch(call -> call.startsWith("PATCH"));
        assertThat(project(go).get("Name").asText()).isEqualTo("Fasade Lia, byggetrinn 2");
        assertThat(site.run("projects").state()).isEqualTo(RunState.SUCCEEDED);
    }

    @Test
    void thereAndBackWithNoDoubleAndNoDelete() {
        smartDokIsMaster();
        switched();
        site.run("reference-data");
        site.run("projects");
        quiet();
        int id = smartDokId("1010");
        site.office().renameProject(id, "Nytt navn i SmartDok");
        assertThat(counts(site.run("projects"))).containsEntry("updated", 1L);
        assertThat(project(goId("1010")).get("Name").asText()).isEqualTo("Nytt navn i SmartDok");

        goIsMaster();
        switched();
        quiet();
        long go = goId("1010");
        assertThat(site.link("projects", go).targetId()).isEqualTo(Integer.toString(id));
        site.go().renameProject(go, "Nytt navn i Go");
        assertThat(counts(site.run("projects"))).containsEntry("updated", 1L);
        assertThat(Site.calls(site.smartdokWrites())).containsExactly("PUT /v3/Projects/" + id);

        assertThat(site.go().records("/Projects")).hasSize(inGo);
        assertThat(site.office().records("projects")).hasSize(inSmartDok);
        assertThat(site.rows("link")).isPositive();
    }

    @Test
    void hoursFindTheirProjectsAllTheTime() {
        smartDokIsMaster();
        int before = site.hours("101", TestTime.today().minusDays(2));
        assertThat(counts(site.run(HOURS))).containsEntry("created", 1L).doesNotContainKey("waiting");
        held("projects");
        int between = site.hours("102", TestTime.today().minusDays(2));
        assertThat(counts(site.run(HOURS))).containsEntry("created", 1L).doesNotContainKey("waiting");
        approve(held("projects"));
        int after = site.hours("103", TestTime.today().minusDays(2));
        assertThat(counts(site.run(HOURS))).containsEntry("created", 1L).doesNotContainKey("waiting");
        for (int id : List.of(before, between, after)) {
            assertThat(site.entry("[SD-" + id + ".1]").get("ProjectId").asLong())
                    .isEqualTo(goId("1000"));
        }
    }

    @Test
    void aSubProjectFindsItsParentWhileOnlyItsOwnLinksHaveTurned() {
        smartDokIsMaster();
        RunRow run = held("sub-projects");
        assertThat(counts(run)).doesNotContainKeys("waiting", "dead");
        assertThat(approve(run).state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(Site.calls(site.goWrites())).doesNotContain("POST /v2/Projects");
    }

    @Test
    void whatIsNewSinceTheApprovedPlanIsHeldAgain() {
        smartDokIsMaster();
        RunRow run = held("projects");
        int added = site.office()
                .addLike(
                        "projects",
                        smartDokId("1010"),
                        project -> project.put("ProjectNumber", "7000").put("ProjectName", "Låve Nes"));
        RunRow next = approve(run);
        assertThat(next.state()).isEqualTo(RunState.HELD);
        assertThat(counts(next)).containsEntry("held", 1L).containsKey("adopted");
        assertThat(site.hasLink("projects", added)).isFalse();
        assertThat(counts(approve(next))).containsEntry("created", 1L);
        assertThat(site.run("projects").state()).isEqualTo(RunState.SUCCEEDED);
    }

    @Test
    void aRejectedPlanStaysHeld() {
        smartDokIsMaster();
        RunRow run = held("projects");
        runs.reject(run, "kari", "feil master");
        RunRow next = site.run("projects");
        assertThat(counts(next)).containsKey("held").doesNotContainKeys("adopted", "updated", "created");
        assertThat(writes()).isEmpty();
    }

    @Test
    void aCreateInDoubtIsSettledUnderTheFormerMaster() {
        long go = site.go().addProject("4000", "Ny låve, Nes", null);
        site.smartdok().faults().next(1, "POST", "/Projects", Fault.RESET_AFTER);
        assertThat(counts(site.run("projects"))).containsEntry("inDoubt", 1L);
        smartDokIsMaster();
        RunRow early = site.run("projects");
        assertThat(early.state()).isEqualTo(RunState.FAILED);
        assertThat(early.error()).isEqualTo(Reason.MASTER_CHANGED.text("en", List.of("projects")));
        site.settleTime();
        approve(held("projects"));
        String made = site.office().records("projects").stream()
                .filter(project -> project.get("ProjectNumber").asText().equals("4000"))
                .map(project -> project.get("Id").asText())
                .findFirst()
                .orElseThrow();
        assertThat(site.link("projects", made).targetId()).isEqualTo(Long.toString(go));
        assertThat(Site.calls(site.goWrites())).doesNotContain("POST /v2/Projects");
    }

    @Test
    void deadLettersOfTheFormerDirectionClose() {
        long go = site.go()
                .addProject(
                        "4000",
                        "Et navn som er altfor langt for SmartDok, som tar sytti tegn og ikke ett til, nei",
                        null);
        site.run("projects");
        assertThat(site.letter("projects", go).reason()).isEqualTo(Reason.NAME_TOO_LONG);
        smartDokIsMaster();
        held("projects");
        assertThat(site.letter("projects", go).status()).isEqualTo(DeadLetter.Status.CLOSED);
    }

    @Test
    void aDryRunShowsWhatTheChangeWouldDoAndSendsNothing() {
        int id = smartDokId("1010");
        site.office().renameProject(id, "Fasade Lia, byggetrinn 2");
        smartDokIsMaster();
        RunRow run = site.dryRun("projects");
        assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(counts(run)).containsKey("adopted").doesNotContainKeys("created", "updated", "dead");
        assertThat(writes()).isEmpty();
        held("projects");
        goIsMaster();
        assertThat(counts(site.dryRun("projects"))).containsKey("adopted").doesNotContainKeys("created", "dead");
        assertThat(site.link("projects", goId("1010")).targetId()).isEqualTo(Integer.toString(id));
    }

    @Test
    void aProjectThatTheTargetHasNoMoreIsMadeAnew() {
        int id = smartDokId("1010");
        site.jdbc()
                .update(
                        "update link set source_id = '77', owner_id = '77' where company = ? and entity = 'projects' and target_id = ?",
                        site.company(),
                        Integer.toString(id));
        site.go().recodeProject(goId("1010"), "9910");
        site.go().renameProject(goId("9910"), "Noe annet");
        smartDokIsMaster();
        RunRow run = approve(held("projects"));
        assertThat(counts(run)).containsEntry("created", 1L);
        assertThat(site.link("projects", id).targetId()).isEqualTo(Long.toString(goId("1010")));
    }

    @Test
    void hoursOnASubProjectThatGoHadMovedAwayFromFindItUnderTheOtherMasterToo() {
        long part = site.go().addProject("77", "Grunnarbeid", goId("1010"));
        site.run("sub-projects");
        int old = Integer.parseInt(site.link("sub-projects", part).targetId());
        site.go().changeProject(part, Map.of("ParentProjectId", goId("1011")));
        site.run("sub-projects");
        site.run("sub-projects");
        String now = site.link("sub-projects", part + "@" + goId("1011")).targetId();
        smartDokIsMaster();
        switched();
        assertThat(site.link("sub-projects", now).targetId()).isEqualTo(Long.toString(part));
        assertThat(site.hasLink("sub-projects", old)).isFalse();
        int late = site.hours("101", TestTime.today().minusDays(2), draft -> draft.project(smartDokId("1010"), old));
        assertThat(counts(site.run(HOURS))).containsEntry("created", 1L).doesNotContainKey("waiting");
        assertThat(site.entry("[SD-" + late + ".1]").get("ProjectId").asLong()).isEqualTo(part);
        quiet();
        assertThat(project(part).get("IsActive").asBoolean()).isTrue();
        goIsMaster();
        switched();
        quiet();
    }

    @Test
    void aCompanyWithoutLinksNeedsNobody() {
        site.reset();
        smartDokIsMaster();
        assertThat(site.run("projects").state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(Map.of("kept", site.rows("hold"))).containsEntry("kept", 0L);
    }
}
