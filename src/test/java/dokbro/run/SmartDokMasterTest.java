package dokbro.run;

import static dokbro.Site.counts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Json;
import dokbro.OfficeFile;
import dokbro.Site;
import dokbro.Sites;
import dokbro.SyncTest;
import dokbro.TestTime;
import dokbro.deadletter.DeadLetter;
import dokbro.failure.FailureClass;
import dokbro.failure.Reason;
import dokbro.run.RunHistory.RunRow;
import dokbro.sandbox.http.Fault;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Projects, sub-projects and activities go from SmartDok to Go: {@code master: smartdok}. */
@SyncTest
class SmartDokMasterTest {

    private static final String PROJECTS = "/Projects";
    private static final String ACTIVITIES = "/TimeTracking/ActivityTime";
    private static final List<String> MASTER_DATA = List.of("projects", "sub-projects", "activities");

    private Site site;
    private OfficeFile file;

    @Autowired
    private Site.Parts parts;

    @Autowired
    private Runs runs;

    @Autowired
    private Holds holds;

    @Autowired
    private Replay replay;

    @BeforeEach
    void office() {
        file = new OfficeFile(parts).write(SmartDokMasterTest::smartDokIsMaster);
        site = parts.site(Sites.OFFICE).reset();
    }

    @AfterEach
    void gone() {
        file.close();
    }

    static String smartDokIsMaster(String yaml) {
        return yaml.replace("state: live", "state: live\nmaster: smartdok");
    }

    private int project(String number, String name, Consumer<ObjectNode> more) {
        return site.office().addLike("projects", site.office().id("projects", "1010"), project -> {
            project.put("ProjectNumber", number).put("ProjectName", name);
            project.putNull("CustomerId")
                    .putNull("StartDate")
                    .putNull("EndDate")
                    .put("ProjectOwnerName", "");
            project.putArray("Departments");
            more.accept(project);
        });
    }

    private int project(String number, String name) {
        return project(number, name, project -> {});
    }

    private int part(int project, String number, String name) {
        int like = site.office().records("sub-projects").get(0).get("Id").asInt();
        return site.office()
                .addLike(
                        "sub-projects",
                        like,
                        sub -> sub.put("ProjectId", project)
                                .put("SubProjectNumber", number)
                                .put("SubProjectName", name)
                                .put("IsActive", true)
                                .putNull("StartDate")
                                .putNull("EndDate"));
    }

    private int activity(String number, String name) {
        return site.office()
                .addLike(
                        "activities",
                        site.office().id("activities", "01"),
                        activity -> activity.put("Number", number).put("Name", name));
    }

    private void sync() {
        MASTER_DATA.forEach(entity -> {
            RunRow run = site.run(entity);
            assertThat(run.state())
                    .as("%s: %s %s", entity, run.error(), site.openLetters(entity))
                    .isEqualTo(RunState.SUCCEEDED);
        });
    }

    /** As before, with what was there and what it has become linked, and the wire logs empty. */
    private void synced() {
        sync();
        RunRow run = site.run("reference-data");
        assertThat(run.state()).as(run.error()).isEqualTo(RunState.SUCCEEDED);
        sync();
        site.forget();
    }

    private JsonNode inGo(String path, String id) {
        return site.go().records(path).stream()
                .filter(record -> record.get("Id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode target(String entity, int id) {
        String path = entity.equals("activities") ? ACTIVITIES : PROJECTS;
        return inGo(path, site.link(entity, id).targetId());
    }

    private static JsonNode json(String text) {
        return Json.canonical(Json.tree(text.replace('\'', '"')));
    }

    private JsonNode only(String call) {
        assertThat(Site.calls(site.goWrites())).containsExactly(call);
        return Json.canonical(Site.body(site.goWrites().get(0)));
    }

    @Test
    void theFirstSyncLinksWhatBothHaveMakesTheRestAndTheSecondSendsNothing() {
        int main = project("7000", "Låve Nes");
        int sub = part(main, "7000-01", "Grunnarbeid");
        int work = activity("17", "Blikkenslager");
        int before = site.go().records(PROJECTS).size();
        sync();
        assertThat(Site.calls(site.goWrites()))
                .contains("POST /v2/Projects", "POST /v2/TimeTracking/ActivityTime")
                .filteredOn(call -> call.startsWith("POST"))
                .hasSize(3);
        assertThat(site.go().records(PROJECTS)).hasSize(before + 2);
        assertThat(Site.calls(site.smartdokWrites())).isEmpty();
        assertThat(target("projects", main).get("Code").asText()).isEqualTo("7000");
        assertThat(target("sub-projects", sub).get("Code").asText()).isEqualTo("7000.01");
        assertThat(target("activities", work).get("Name").asText()).isEqualTo("Blikkenslager");
        List<JsonNode> posts = site.goWrites().stream()
                .filter(call -> call.method().equals("POST"))
                .map(call -> Json.canonical(Site.body(call)))
                .toList();
        assertThat(posts.get(0))
                .isEqualTo(json("{'Code':'7000','Name':'Låve Nes','IsActive':true,'ProjectStatus':'Active',"
                        + "'StartDate':null,'EndDate':null,'ProjectBillingMethod':'Time'}"));
        assertThat(posts.get(1))
                .isEqualTo(json("{'Code':'01','Name':'Grunnarbeid','IsActive':true,'ProjectStatus':'Active',"
                        + "'StartDate':null,'EndDate':null,'ParentProjectId':"
                        + site.link("projects", main).targetId() + "}"));
        assertThat(posts.get(2)).isEqualTo(json("{'Name':'Blikkenslager','IsActive':true}"));

        site.run("reference-data");
        sync();
        site.forget();
        sync();
        assertThat(Site.calls(site.goWrites())).isEmpty();
        assertThat(Site.calls(site.smartdokWrites())).isEmpty();
        MASTER_DATA.forEach(entity -> assertThat(counts(site.dryRun(entity)))
                .as(entity)
                .doesNotContainKeys("created", "updated", "adopted", "dead", "waiting", "missing"));
    }

    @Test
    void standardActivitiesAndTheProjectOfAbsenceAreNeverPushed() {
        sync();
        assertThat(site.go().records(ACTIVITIES))
                .noneMatch(activity -> activity.get("Name").asText().contains("std"));
        assertThat(site.hasLink("activities", site.office().id("activities", "888")))
                .isFalse();
        assertThat(site.hasLink("activities", site.office().id("activities", "999")))
                .isFalse();
        RunRow run = site.run("activities");
        assertThat(site.records(run).stream().map(RunRecords.RunRecord::reason)).contains("standard-activity");
        assertThat(site.openLetters("activities")).isEmpty();
    }

    @Test
    void customerDepartmentAndManagerComeAlongWhereTheyMatchAlsoLater() {
        String owner = site.office().records("employees").get(0).get("Name").asText();
        int customer = site.office().records("customers").get(0).get("Id").asInt();
        int department = site.office().records("departments").get(0).get("Id").asInt();
        int id = project("7000", "Låve Nes", project -> {
            project.put("CustomerId", customer).put("ProjectOwnerName", owner);
            project.putArray("Departments").add(department);
        });
        sync();
        assertThat(target("projects", id).get("CustomerId").isNull()).isTrue();
        site.run("reference-data");
        site.forget();
        assertThat(counts(site.run("projects"))).containsKey("updated");
        JsonNode made = target("projects", id);
        assertThat(made.get("CustomerId").asText())
                .isEqualTo(site.link("customers", customer).targetId());
        assertThat(made.get("DepartmentId").asText())
                .isEqualTo(site.link("departments", department).targetId());
        assertThat(made.get("ProjectManagerEmployeeId").isNull()).isFalse();
        site.forget();
        site.office().change("projects", id, project -> project.putNull("CustomerId"));
        site.run("projects");
        assertThat(only("PATCH /v2/Projects/" + site.link("projects", id).targetId()))
                .isEqualTo(json("[{'op':'replace','path':'/CustomerId','value':null}]"));
        assertThat(target("projects", id).get("DepartmentId").isNull()).isFalse();
    }

    @Test
    void aCustomerThatGoDoesNotHaveLeavesTheOneThatPeopleHaveChosenThere() {
        int id = project("7000", "Låve Nes");
        synced();
        String target = site.link("projects", id).targetId();
        site.office().change("projects", id, project -> project.put("CustomerId", 424242));
        assertThat(counts(site.run("projects"))).containsEntry("updated", 1L);
        assertThat(Site.calls(site.goWrites())).isEmpty();
        assertThat(inGo(PROJECTS, target).get("CustomerId").isNull()).isTrue();
        assertThat(counts(site.run("projects"))).doesNotContainKey("updated");
    }

    @Test
    void aRenameARenumberAndNewDatesAreOnePatch() {
        int id = project("7000", "Låve Nes");
        synced();
        String target = site.link("projects", id).targetId();
        site.office()
                .change(
                        "projects",
                        id,
                        project -> project.put("ProjectNumber", "7001")
                                .put("ProjectName", "Låve Ål")
                                .put("StartDate", "2026-12-01T00:00:00"));
        assertThat(counts(site.run("projects"))).containsEntry("updated", 1L);
        assertThat(only("PATCH /v2/Projects/" + target)).hasSize(3);
        assertThat(target("projects", id).get("Code").asText()).isEqualTo("7001");
        assertThat(target("projects", id).get("Name").asText()).isEqualTo("Låve Ål");
        assertThat(target("projects", id).get("StartDate").asText()).startsWith("2026-12-01");
        assertThat(site.link("projects", id).targetId()).isEqualTo(target);
    }

    @Test
    void aClosedProjectIsArchivedAndAReopenedOneGoesOn() {
        int id = project("7000", "Låve Nes");
        synced();
        String target = site.link("projects", id).targetId();
        site.office().change("projects", id, project -> project.put("Finished", true));
        site.run("projects");
        assertThat(target("projects", id).get("ProjectStatus").asText())
                .as("its last hours still have to come in")
                .isEqualTo("Active");
        site.forget();
        site.office().closeProject(id);
        site.run("projects");
        assertThat(only("PATCH /v2/Projects/" + target))
                .containsExactlyInAnyOrder(
                        json("{'op':'replace','path':'/IsActive','value':false}"),
                        json("{'op':'replace','path':'/ProjectStatus','value':'Archived'}"));
        site.forget();
        site.office()
                .change("projects", id, project -> project.put("IsActive", true).put("Finished", false));
        site.run("projects");
        only("PATCH /v2/Projects/" + target);
        assertThat(target("projects", id).get("ProjectStatus").asText()).isEqualTo("Active");
        assertThat(target("projects", id).get("IsActive").asBoolean()).isTrue();
    }

    @Test
    void aClosedProjectThatGoDoesNotHaveIsNotMade() {
        int id = project("7000", "Låve Nes", project -> project.put("IsActive", false));
        site.run("projects");
        assertThat(site.hasLink("projects", id)).isFalse();
        assertThat(Site.calls(site.goWrites())).doesNotContain("POST /v2/Projects");
    }

    @ParameterizedTest
    @CsvSource({
        "ProjectNumber, 70.1, CODE_WITH_DOT",
        "ProjectNumber, '', NUMBER_MISSING",
        "ProjectNumber, 12345678901234567890123456789012345678901234567890X, TOO_LONG_FOR_GO",
        "ProjectName, '', UNREADABLE"
    })
    void whatGoDoesNotTakeIsADeadLetterAndNothingIsSent(String member, String value, Reason reason) {
        int id = project("7000", "Låve Nes", project -> project.put(member, value));
        RunRow run = site.run("projects");
        assertThat(counts(run)).containsEntry("dead", 1L);
        assertThat(site.letter("projects", id).reason()).isEqualTo(reason);
        assertThat(Site.calls(site.goWrites())).doesNotContain("POST /v2/Projects");
        site.office()
                .change(
                        "projects",
                        id,
                        project -> project.put("ProjectNumber", "7000").put("ProjectName", "Låve Nes"));
        assertThat(counts(site.run("projects"))).containsEntry("created", 1L);
        assertThat(site.letter("projects", id).status()).isEqualTo(DeadLetter.Status.SUPERSEDED);
    }

    @Test
    void anotherNameUnderTheSameNumberIsForAPersonAndNobodyIsRenamed() {
        int id = project("7000", "Skole");
        long go = site.go().addProject("7000", "Garasje Hansen", null);
        assertThat(counts(site.run("projects"))).containsEntry("dead", 1L);
        DeadLetter letter = site.letter("projects", id);
        assertThat(letter.reason()).isEqualTo(Reason.OTHER_NAME);
        assertThat(letter.arguments()).containsExactly("prosjekt", "7000", "Skole", "Garasje Hansen");
        assertThat(inGo(PROJECTS, Long.toString(go)).get("Name").asText()).isEqualTo("Garasje Hansen");
        assertThat(Site.calls(site.goWrites())).doesNotContain("POST /v2/Projects", "PATCH /v2/Projects/" + go);
    }

    @Test
    void theSameNameUnderAnotherNumberIsForAPerson() {
        int id = project("7000", "Garasje Hansen");
        site.go().addProject("7001", "Garasje Hansen", null);
        site.run("projects");
        assertThat(site.letter("projects", id).reason()).isEqualTo(Reason.OTHER_NUMBER);
        assertThat(site.letter("projects", id)
                        .reason()
                        .text("nb", site.letter("projects", id).arguments()))
                .contains("finnes i PowerOffice Go");
    }

    @ParameterizedTest
    @CsvSource({"01", "7000-01", "7000.01"})
    void theThreeSpellingsOfASubProjectAreTheSameOne(String spelling) {
        long main = site.go().addProject("7000", "Låve Nes", null);
        long go = site.go().addProject("01", "Grunnarbeid", main);
        int id = part(project("7000", "Låve Nes"), spelling, "Grunnarbeid");
        sync();
        assertThat(site.link("sub-projects", id).targetId()).isEqualTo(Long.toString(go));
        assertThat(Site.calls(site.goWrites()))
                .doesNotContain("POST /v2/Projects", "PATCH /v2/Projects/" + main, "PATCH /v2/Projects/" + go);
    }

    @Test
    void aSubProjectWaitsForItsProject() {
        int main = project("7000", "Låve Nes");
        int id = part(main, "01", "Grunnarbeid");
        assertThat(counts(site.run("sub-projects"))).containsKey("waiting");
        assertThat(site.letter("sub-projects", id).status()).isEqualTo(DeadLetter.Status.WAITING);
        sync();
        assertThat(target("sub-projects", id).get("Code").asText()).isEqualTo("7000.01");
    }

    @Test
    void anActivityThatGoCannotRenameIsReportedNotRetriedAndClosesWhenItIsDoneByHand() {
        int id = activity("17", "Blikkenslager");
        synced();
        String target = site.link("activities", id).targetId();
        site.office().change("activities", id, activity -> activity.put("Name", "Blikk"));
        for (int i = 0; i < 2; i++) {
            assertThat(counts(site.run("activities"))).containsEntry("dead", 1L);
        }
        DeadLetter letter = site.letter("activities", id);
        assertThat(letter.reason()).isEqualTo(Reason.ACTIVITY_FIXED);
        assertThat(letter.reason().hint("nb")).contains("for hånd");
        assertThat(Site.calls(site.goWrites())).isEmpty();
        site.go().changeActivity(Long.parseLong(target), Map.of("Name", "Blikk"));
        assertThat(counts(site.run("activities"))).containsEntry("adopted", 1L).doesNotContainKey("dead");
        assertThat(site.letter("activities", id).status()).isEqualTo(DeadLetter.Status.SUPERSEDED);
        assertThat(Site.calls(site.goWrites())).isEmpty();
        assertThat(counts(site.run("activities"))).doesNotContainKeys("dead", "adopted");
    }

    @Test
    void anActivityOfWorkIsNoActivityOfAbsence() {
        int id = activity("17", "Ferie");
        site.run("activities");
        assertThat(site.hasLink("activities", id)).isFalse();
        assertThat(site.openLetters("activities")).isEmpty();
        int other = activity("18", "Kurs");
        site.go().changeActivity(site.go().addActivity(null, "Kurs"), Map.of("ActivityType", "PaidLeave"));
        site.run("activities");
        assertThat(site.letter("activities", other).reason()).isEqualTo(Reason.ABSENCE_IN_GO);
        assertThat(Site.calls(site.goWrites())).isEmpty();
    }

    @Test
    void aProjectGoneFromSmartDokIsReportedAndNothingIsDeleted() {
        int id = project("7000", "Låve Nes");
        synced();
        site.office().remove("projects", id);
        RunRow run = site.run("projects");
        assertThat(counts(run)).containsEntry("missing", 1L);
        assertThat(site.records(run)).anyMatch(record -> "gone-from-master".equals(record.reason()));
        assertThat(Site.calls(site.goWrites())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"projects, /v2/Projects", "activities, /v2/TimeTracking/ActivityTime", "sub-projects, /v2/Projects"})
    void aCreateWithoutAnAnswerIsAdoptedByTheNextRun(String entity, String path) {
        int main = project("7000", "Låve Nes");
        if (entity.equals("sub-projects")) {
            site.run("projects");
            site.run("projects");
        }
        int id = switch (entity) {
            case "projects" -> main;
            case "activities" -> activity("17", "Blikkenslager");
            default -> part(main, "7000-01", "Grunnarbeid");
        };
        site.forget();
        site.go().faults().next(1, "POST", path, Fault.RESET_AFTER);
        assertThat(counts(site.run(entity))).containsEntry("inDoubt", 1L);
        site.settleTime();
        site.forget();
        assertThat(counts(site.run(entity))).doesNotContainKeys("created", "inDoubt", "dead");
        assertThat(Site.calls(site.goWrites())).isEmpty();
        assertThat(site.hasLink(entity, id)).isTrue();
        assertThat(target(entity, id)).isNotNull();
    }

    @Test
    void aCreateThatNeverArrivedIsSentAgain() {
        int id = project("7000", "Låve Nes");
        site.go().faults().next(1, "POST", "/v2/Projects", Fault.RESET_BEFORE);
        assertThat(counts(site.run("projects"))).containsEntry("inDoubt", 1L);
        site.settleTime();
        assertThat(counts(site.run("projects"))).containsEntry("created", 1L);
        assertThat(site.go().records(PROJECTS))
                .filteredOn(project -> project.get("Code").asText().equals("7000"))
                .hasSize(1);
        assertThat(site.hasLink("projects", id)).isTrue();
    }

    @Test
    void anAdoptedProjectKeepsItsBillingAndTakesWhatSmartDokSays() {
        int id = project("7000", "LÅVE  Nes");
        long go = site.go().addProject("7000", "Låve Nes", null);
        site.go().changeProject(go, Map.of("ProjectBillingMethod", "FixedPrice", "StartDate", "2026-01-01"));
        site.office().change("projects", id, project -> project.put("StartDate", "2026-02-01T00:00:00"));
        site.run("projects");
        assertThat(Site.calls(site.goWrites())).contains("PATCH /v2/Projects/" + go);
        JsonNode project = inGo(PROJECTS, Long.toString(go));
        assertThat(project.get("ProjectBillingMethod").asText()).isEqualTo("FixedPrice");
        assertThat(project.get("StartDate").asText()).startsWith("2026-02-01");
        assertThat(project.get("Name").asText()).isEqualTo("LÅVE  Nes");
        assertThat(site.link("projects", id)
                        .payload()
                        .get("ProjectBillingMethod")
                        .asText())
                .isEqualTo("FixedPrice");
    }

    @Test
    void aSecondProjectWithTheNumberOfALinkedOneIsRefusedByGoAndGoesWhenItsNumberIsItsOwn() {
        project("7000", "Låve Nes");
        synced();
        int id = project("7000", "Låve Ål");
        assertThat(counts(site.run("projects"))).containsEntry("dead", 1L);
        assertThat(Site.calls(site.goWrites())).containsExactly("POST /v2/Projects");
        DeadLetter letter = site.letter("projects", id);
        assertThat(letter.failureClass()).isEqualTo(FailureClass.DATA);
        assertThat(letter.step()).isEqualTo("projects-to-go-record");
        assertThat(counts(site.run("projects"))).containsEntry("dead", 1L);
        assertThat(Site.calls(site.goWrites())).as("not sent again").hasSize(1);
        site.office().renumberProject(id, "7002");
        RunRow replayed = replay.fresh(site.company(), letter, "kari");
        assertThat(counts(replayed)).containsEntry("created", 1L);
        assertThat(target("projects", id).get("Code").asText()).isEqualTo("7002");
        assertThat(site.letter("projects", id).status()).isEqualTo(DeadLetter.Status.SUPERSEDED);
    }

    @Test
    void aKeyWithoutTheRightEndsTheRunAndTheRecordsAreFine() {
        int id = project("7000", "Låve Nes");
        site.office().removeClaim("ProjectsRead");
        site.office().expireSessions();
        RunRow run = site.run("projects");
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(site.openLetters("projects")).isEmpty();
        assertThat(Site.calls(site.goWrites())).isEmpty();
        site.office().restoreClaim("ProjectsRead");
        site.office().expireSessions();
        site.run("projects");
        assertThat(site.hasLink("projects", id)).isTrue();
    }

    @Test
    void theFirstWriteOfEachKindIsReadBackAndShown() {
        file.write(yaml -> smartDokIsMaster(yaml).replace("canary: false", "canary: true"));
        int main = project("7000", "Låve Nes");
        RunRow run = site.run("projects");
        while (run.state() == RunState.HELD) {
            List<Hold> of = holds.ofRun(site.company(), run.id());
            assertThat(of).isNotEmpty().allMatch(hold -> hold.differences().isEmpty());
            run = Site.end(runs.approve(run, "kari", "stemmer").end());
        }
        assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(site.hasLink("projects", main)).isTrue();
        int sub = part(main, "7000-01", "Grunnarbeid");
        part(main, "7000-02", "Betong");
        RunRow first = site.run("sub-projects");
        while (holds.ofRun(site.company(), first.id()).stream()
                .noneMatch(hold -> hold.operation() == Operation.CREATE)) {
            first = Site.end(runs.approve(first, "kari", "stemmer").end());
        }
        assertThat(holds.ofRun(site.company(), first.id()))
                .filteredOn(hold -> hold.operation() == Operation.CREATE)
                .hasSize(1)
                .allMatch(hold -> hold.lookedAt() != null && hold.differences().isEmpty());
        assertThat(target("sub-projects", sub).get("Code").asText()).isEqualTo("7000.01");
    }

    @Test
    void hoursFindTheProjectsThatSmartDokOwns() {
        int main = project("7000", "Låve Nes");
        synced();
        int hours = site.hours("101", TestTime.today().minusDays(2));
        int mine = site.hours("102", TestTime.today().minusDays(2), draft -> draft.project(main, null));
        site.run(Site.HOURS);
        assertThat(site.entry("[SD-" + hours + ".1]").get("ProjectId").asLong())
                .isEqualTo(site.goId(PROJECTS, "Code", "1000"));
        assertThat(site.entry("[SD-" + mine + ".1]").get("ProjectId").asLong())
                .isEqualTo(site.goId(PROJECTS, "Code", "7000"));
    }
}
