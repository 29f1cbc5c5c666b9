package dokbro.run;

import static dokbro.Site.counts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Json;
import dokbro.Site;
import dokbro.Sites;
import dokbro.SyncTest;
import dokbro.company.Companies;
import dokbro.deadletter.DeadLetter;
import dokbro.failure.Reason;
import dokbro.link.Link;
import dokbro.run.RunHistory.RunRow;
import dokbro.sandbox.http.Fault;
import dokbro.sandbox.http.Received;
import dokbro.smartdok.SmartDokClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Projects, sub-projects and activities follow Go; what SmartDok's people wrote beside stays. */
@SyncTest
class MasterDataTest {

    /** What SmartDok shows of a project and does not take back: read-only members, and an old misspelling. */
    private static final List<String> READ_ONLY =
            List.of("Id", "IsOrder", "CalcuatedTimeConsumption", "TimeConsumption", "Updated", "Created");

    private Site site;

    @Autowired
    private Site.Parts parts;

    @Autowired
    private SmartDokClient smartdok;

    @Autowired
    private Companies companies;

    @BeforeEach
    void linked() {
        site = parts.site(Sites.SMALL).reset().masterData();
    }

    private long inGo(String code) {
        return site.goId("/Projects", "Code", code);
    }

    private int inSmartDok(String number) {
        return site.office().id("projects", number);
    }

    /** The project as SmartDok's people have filled it in. */
    private void fillIn(int id) {
        site.office()
                .change(
                        "projects",
                        id,
                        project -> project.put("DescriptionText", "Nøkkel hos vaktmester")
                                .put("Location", "Storgata 1, Gol")
                                .put("ProjectOwnerName", "Kari Lia")
                                .put("HourlyRate", 850)
                                .put("ToBeInvoiced", true)
                                .put("ExternalReference", "A-17"));
    }

    /** The one write is a PUT of the whole project: as it was read, but for these members. */
    private void put(int id, ObjectNode before, Map<String, Object> changes) {
        List<Received> writes = site.smartdokWrites();
        assertThat(Site.calls(writes)).containsExactly("PUT /v3/Projects/" + id);
        ObjectNode expected = before.deepCopy();
        changes.forEach((member, value) -> expected.set(member, Json.mapper().valueToTree(value)));
        assertThat(Json.canonical(Site.body(writes.get(0)))).isEqualTo(Json.canonical(expected));
    }

    /** The project as SmartDok's GET shows it, without what its PUT does not take. */
    private ObjectNode shown(int id) {
        ObjectNode read =
                (ObjectNode) smartdok.get(companies.find(site.company()).orElseThrow(), "Projects/" + id, Map.of());
        return read.without(READ_ONLY);
    }

    @Test
    void aRenameIsOnePutWithEverythingElseAsItWasRead() {
        int id = inSmartDok("1010");
        fillIn(id);
        ObjectNode before = shown(id);
        site.forget();
        site.go().renameProject(inGo("1010"), "Fasade Lia, byggetrinn 2");
        RunRow run = site.run("projects");
        assertThat(counts(run)).containsEntry("updated", 1L).containsOnlyKeys("read", "updated", "unchanged");
        put(id, before, Map.of("ProjectName", "Fasade Lia, byggetrinn 2"));
        site.forget();
        site.run("projects");
        assertThat(Site.calls(site.smartdokWrites())).isEmpty();
    }

    /** SmartDok's error with status 200 was once taken for done: the project kept its old name, and no run ever looked again. */
    @ParameterizedTest
    @EnumSource(
            names = {"ERROR_IN_200", "HTML", "MALFORMED", "TRUNCATED", "SERVER_ERROR", "BAD_GATEWAY", "TIMEOUT_BEFORE"})
    void aRenameThatWasNotAnsweredAsItShouldIsNotTakenForDone(Fault fault) {
        int id = inSmartDok("1010");
        site.go().renameProject(inGo("1010"), "Fasade Lia, " + fault);
        site.smartdok().faults().next(1, "PUT", "/v3/Projects", fault);
        site.run("projects");
        site.run("projects");
        assertThat(shown(id).get("ProjectName").asText()).isEqualTo("Fasade Lia, " + fault);
    }

    @Test
    void aRenumberKeepsTheLink() {
        int id = inSmartDok("1010");
        ObjectNode before = shown(id);
        site.forget();
        long go = inGo("1010");
        site.go().recodeProject(go, "2010");
        assertThat(counts(site.run("projects"))).containsEntry("updated", 1L);
        put(id, before, Map.of("ProjectNumber", "2010"));
        assertThat(site.link("projects", go).targetId()).isEqualTo(Integer.toString(id));
    }

    @Test
    void aCompletedProjectIsFinishedAndStaysActiveAnArchivedOneIsNot() {
        int id = inSmartDok("1010");
        ObjectNode before = shown(id);
        site.forget();
        site.go().setProjectStatus(inGo("1010"), "Complete");
        site.run("projects");
        put(id, before, Map.of("Finished", true));

        before = shown(id);
        site.forget();
        site.go().setProjectStatus(inGo("1010"), "Archived");
        site.pass(Duration.ofDays(30));
        site.run("projects");
        put(id, before, Map.of("IsActive", false));
    }

    @Test
    void whatSmartDokHasAlreadyIsNotWritten() {
        int id = inSmartDok("1010");
        site.office().renameProject(id, "Likt i begge");
        site.go().renameProject(inGo("1010"), "Likt i begge");
        assertThat(counts(site.run("projects"))).containsEntry("updated", 1L);
        assertThat(Site.calls(site.smartdokWrites())).isEmpty();
    }

    @Test
    void aRenameInSmartDokIsLeftAlone() {
        int id = inSmartDok("1010");
        site.office().renameProject(id, "Kallenavn");
        site.run("projects");
        assertThat(Site.calls(site.smartdokWrites())).isEmpty();
        assertThat(shown(id).get("ProjectName").asText()).isEqualTo("Kallenavn");
    }

    @Test
    void anotherNameUnderTheSameNumberIsForAPersonAndNobodyIsRenamed() {
        int smartdok = inSmartDok("1000");
        site.reset();
        site.office().renameProject(smartdok, "Skole");
        long go = inGo("1000");
        RunRow run = site.run("projects");
        assertThat(run.state()).isEqualTo(RunState.PARTIAL);
        assertThat(counts(run)).containsEntry("dead", 1L);
        DeadLetter letter = site.letter("projects", go);
        assertThat(letter.reason()).isEqualTo(Reason.OTHER_NAME);
        assertThat(letter.status()).isEqualTo(DeadLetter.Status.OPEN);
        assertThat(Site.calls(site.smartdokWrites())).noneMatch(call -> call.endsWith("/" + smartdok));
        assertThat(shown(smartdok).get("ProjectName").asText()).isEqualTo("Skole");
        assertThat(site.hasLink("projects", go)).isFalse();

        site.office().renameProject(smartdok, "Standardprosjekt");
        assertThat(counts(site.run("projects"))).containsEntry("adopted", 1L).doesNotContainKey("dead");
        assertThat(site.letter("projects", go).status()).isEqualTo(DeadLetter.Status.SUPERSEDED);
    }

    @Test
    void aNewProjectIsOnePostAndItsSubProjectFollows() {
        long project = site.go().addProject("4000", "Ny låve, Nes", null);
        long part = site.go().addProject("01", "Grunnarbeid", project);
        site.run("projects");
        site.run("sub-projects");
        String target = site.link("projects", project).targetId();
        assertThat(Site.calls(site.smartdokWrites()))
                .containsExactly("POST /Projects", "POST /Projects/" + target + "/SubProjects");
        ObjectNode body = (ObjectNode) Site.body(site.smartdokWrites().get(0));
        assertThat(body.get("ProjectName").asText()).isEqualTo("Ny låve, Nes");
        assertThat(body.get("ProjectNumber").asText()).isEqualTo("4000");
        assertThat(site.link("sub-projects", part).state()).isEqualTo(Link.State.LINKED);
    }

    @Test
    void aSubProjectWaitsForItsProject() {
        long project = site.go().addProject("4000", "Ny låve, Nes", null);
        long part = site.go().addProject("01", "Grunnarbeid", project);
        RunRow run = site.run("sub-projects");
        assertThat(counts(run)).containsEntry("waiting", 1L);
        assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(site.letter("sub-projects", part).status()).isEqualTo(DeadLetter.Status.WAITING);
        site.run("projects");
        assertThat(counts(site.run("sub-projects"))).containsEntry("created", 1L);
        assertThat(site.letter("sub-projects", part).status()).isEqualTo(DeadLetter.Status.SUPERSEDED);
    }

    @Test
    void aProjectGoneFromGoIsReportedAndNothingIsDeleted() {
        String link = site.jdbc()
                .queryForObject(
                        "select min(source_id) from link where company = ? and entity = 'projects'",
                        String.class,
                        site.company());
        site.jdbc()
                .update(
                        "update link set source_id = '77', owner_id = '77' where company = ? and entity = 'projects'"
                                + " and source_id = ?",
                        site.company(),
                        link);
        RunRow run = site.run("projects");
        assertThat(counts(run)).containsEntry("missing", 1L).containsEntry("skipped", 1L);
        assertThat(site.smartdokWrites()).noneMatch(call -> call.method().equals("DELETE"));
        assertThat(site.link("projects", 77).state()).isEqualTo(Link.State.LINKED);
        assertThat(site.records(run))
                .anyMatch(record -> record.sourceId().equals("77") && "gone-from-master".equals(record.reason()));
    }

    @Test
    void aProjectWhoseCreateGotNoAnswerIsAdoptedByTheNextRun() {
        long project = site.go().addProject("4000", "Ny låve, Nes", null);
        site.smartdok().faults().next(1, "POST", "/Projects", Fault.RESET_AFTER);
        assertThat(counts(site.run("projects"))).containsEntry("inDoubt", 1L);
        site.settleTime();
        site.forget();
        // Settled before anything is compared.
        assertThat(counts(site.run("projects"))).containsOnlyKeys("read", "unchanged");
        assertThat(Site.calls(site.smartdokWrites())).isEmpty();
        assertThat(site.link("projects", project).state()).isEqualTo(Link.State.LINKED);
    }
}
