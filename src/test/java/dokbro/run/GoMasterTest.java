package dokbro.run;

import static dokbro.Site.HOURS;
import static dokbro.Site.counts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Site;
import dokbro.Sites;
import dokbro.SyncTest;
import dokbro.TestTime;
import dokbro.run.RunHistory.RunRow;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What projects and sub-projects do in Go over their lives, and SmartDok after them: {@code master: poweroffice}. */
@SyncTest
class GoMasterTest {

    private Site site;

    @Autowired
    private Site.Parts parts;

    @BeforeEach
    void linked() {
        site = parts.site(Sites.SMALL).reset().masterData();
    }

    private long inGo(String code) {
        return site.goId("/Projects", "Code", code);
    }

    private ObjectNode inSmartDok(String register, String id) {
        return site.office().records(register).stream()
                .filter(record -> record.get("Id").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private ObjectNode project(long go) {
        return inSmartDok("projects", site.link("projects", go).targetId());
    }

    private void state(long go, boolean active, boolean finished) {
        assertThat(project(go).get("IsActive").asBoolean()).as("active").isEqualTo(active);
        assertThat(project(go).get("Finished").asBoolean()).as("finished").isEqualTo(finished);
    }

    private void nothingToWrite(String entity) {
        site.forget();
        site.run(entity);
        assertThat(Site.calls(site.smartdokWrites())).isEmpty();
    }

    @Test
    void aProjectClosedOnFridayIsFinishedAtOnceAndInactiveAfterThirtyDaysAndHoursOfMondayFindIt() {
        long go = inGo("1010");
        site.go().renameProject(go, "Fasade Lia, byggetrinn 2");
        site.go().recodeProject(go, "2010");
        site.go().setProjectStatus(go, "Archived");
        String target = site.link("projects", go).targetId();
        site.run("projects");
        assertThat(Site.calls(site.smartdokWrites())).containsExactly("PUT /v3/Projects/" + target);
        state(go, true, true);
        assertThat(project(go).get("ProjectNumber").asText()).isEqualTo("2010");
        site.pass(Duration.ofDays(3));
        int hours = site.hours("101", TestTime.today(), draft -> draft.project(Integer.parseInt(target), null));
        RunRow run = site.run(HOURS);
        assertThat(counts(run)).as("Go refuses hours on it, but they found it").doesNotContainKey("waiting");
        assertThat(site.letter(HOURS, hours).request().path("ProjectId").asLong())
                .isEqualTo(go);

        site.pass(Duration.ofDays(26));
        nothingToWrite("projects");
        state(go, true, true);
        site.pass(Duration.ofDays(1));
        site.forget();
        site.run("projects");
        assertThat(Site.calls(site.smartdokWrites())).containsExactly("PUT /v3/Projects/" + target);
        state(go, false, true);
        nothingToWrite("projects");
    }

    @Test
    void anotherChangeOfAClosedProjectDoesNotMoveTheDay() {
        long go = inGo("1010");
        site.go().setProjectActive(go, false);
        site.run("projects");
        state(go, true, true);
        site.pass(Duration.ofDays(20));
        site.go().renameProject(go, "Rettet skrivefeil");
        site.run("projects");
        state(go, true, true);
        site.pass(Duration.ofDays(10));
        site.run("projects");
        state(go, false, true);
    }

    @Test
    void aCompleteProjectThatIsArchivedLaterCountsFromThen() {
        long go = inGo("1010");
        site.go().setProjectStatus(go, "Complete");
        site.run("projects");
        state(go, true, true);
        site.pass(Duration.ofDays(40));
        nothingToWrite("projects");
        state(go, true, true);
        site.go().setProjectStatus(go, "Archived");
        site.run("projects");
        assertThat(Site.calls(site.smartdokWrites())).isEmpty();
        site.pass(Duration.ofDays(20));
        site.go().renameProject(go, "Rettet skrivefeil");
        site.run("projects");
        state(go, true, true);
        site.pass(Duration.ofDays(10));
        site.run("projects");
        state(go, false, true);
    }

    @Test
    void reopeningCarriesOver() {
        long go = inGo("1010");
        site.go().setProjectStatus(go, "Archived");
        site.run("projects");
        site.pass(Duration.ofDays(31));
        site.run("projects");
        state(go, false, true);
        site.go().setProjectStatus(go, "Active");
        site.run("projects");
        state(go, true, false);
        site.go().setProjectStatus(go, "Archived");
        site.run("projects");
        state(go, true, true);
    }

    @Test
    void aSubProjectIsClosedAfterTheSameDays() {
        long main = inGo("1010");
        long part = site.go().addProject("77", "Grunnarbeid", main);
        site.run("sub-projects");
        site.go().setProjectStatus(part, "Archived");
        site.run("sub-projects");
        String target = site.link("sub-projects", part).targetId();
        assertThat(inSmartDok("sub-projects", target).get("IsActive").asBoolean())
                .isTrue();
        site.pass(Duration.ofDays(30));
        site.run("sub-projects");
        assertThat(inSmartDok("sub-projects", target).get("IsActive").asBoolean())
                .isFalse();
    }

    @Test
    void theCustomerComesAlongAndGoesAgain() {
        long go = inGo("1010");
        JsonNode customers = site.go().records("/Customers").get(3);
        site.go().changeProject(go, Map.of("CustomerId", customers.get("Id").asLong()));
        site.run("projects");
        String expected = site.office().records("customers").stream()
                .filter(customer -> site.hasLink("customers", customer.get("Id").asText())
                        && site.link("customers", customer.get("Id").asText())
                                .targetId()
                                .equals(customers.get("Id").asText()))
                .map(customer -> customer.get("Id").asText())
                .findFirst()
                .orElseThrow();
        assertThat(project(go).get("CustomerId").asText()).isEqualTo(expected);
        site.go().changeProject(go, java.util.Collections.singletonMap("CustomerId", null));
        site.run("projects");
        assertThat(project(go).get("CustomerId").isNull()).isTrue();
    }

    @Test
    void aCustomerThatIsNotLinkedLeavesTheOneInSmartDok() {
        long go = site.go().addProject("4000", "Ny låve, Nes", null);
        site.run("projects");
        int own = site.office().records("customers").get(0).get("Id").asInt();
        site.office().change("projects", project(go).get("Id").asInt(), project -> project.put("CustomerId", own));
        site.go().renameProject(go, "Ny låve, Ål");
        site.run("projects");
        assertThat(project(go).get("CustomerId").asInt()).isEqualTo(own);
    }

    @ParameterizedTest
    @CsvSource({"77", "1010-77", "1010.77"})
    void theThreeSpellingsOfASubProjectAreTheSameOneAndEachKeepsItsOwn(String spelling) {
        int main = site.office().id("projects", "1010");
        int like = site.office().records("sub-projects").get(0).get("Id").asInt();
        int id = site.office()
                .addLike(
                        "sub-projects",
                        like,
                        sub -> sub.put("ProjectId", main)
                                .put("SubProjectNumber", spelling)
                                .put("SubProjectName", "Grunnarbeid")
                                .put("IsActive", true)
                                .putNull("StartDate")
                                .putNull("EndDate"));
        long part = site.go().addProject("77", "Grunnarbeid", inGo("1010"));
        assertThat(counts(site.run("sub-projects"))).containsEntry("adopted", 1L);
        assertThat(site.link("sub-projects", part).targetId()).isEqualTo(Integer.toString(id));
        assertThat(Site.calls(site.smartdokWrites())).isEmpty();
        assertThat(inSmartDok("sub-projects", Integer.toString(id))
                        .get("SubProjectNumber")
                        .asText())
                .isEqualTo(spelling);
    }

    @Test
    void aSubProjectThatMovesIsMadeUnderItsNewParentTheOldOneClosesAndHoursOnBothAreItsHours() {
        long part = site.go().addProject("77", "Grunnarbeid", inGo("1010"));
        site.run("sub-projects");
        int old = Integer.parseInt(site.link("sub-projects", part).targetId());
        int oldMain = site.office().id("projects", "1010");
        int before = site.hours("101", TestTime.today().minusDays(1), draft -> draft.project(oldMain, old));
        site.run(HOURS);
        long newMain = inGo("1011");
        site.go().changeProject(part, Map.of("ParentProjectId", newMain));
        site.forget();

        assertThat(counts(site.run("sub-projects")))
                .containsEntry("created", 1L)
                .doesNotContainKey("dead");
        String main = site.link("projects", newMain).targetId();
        assertThat(Site.calls(site.smartdokWrites())).containsExactly("POST /Projects/" + main + "/SubProjects");
        String now = site.link("sub-projects", part + "@" + newMain).targetId();
        site.forget();
        assertThat(counts(site.run("sub-projects"))).containsEntry("updated", 1L);
        assertThat(Site.calls(site.smartdokWrites())).containsExactly("PUT /SubProjects/" + old);
        assertThat(inSmartDok("sub-projects", Integer.toString(old))
                        .get("IsActive")
                        .asBoolean())
                .isFalse();
        assertThat(inSmartDok("sub-projects", now).get("IsActive").asBoolean()).isTrue();
        nothingToWrite("sub-projects");

        int late = site.hours("102", TestTime.today().minusDays(1), draft -> draft.project(oldMain, old));
        int fresh = site.hours(
                "103",
                TestTime.today().minusDays(1),
                draft -> draft.project(Integer.parseInt(main), Integer.parseInt(now)));
        site.forget();
        assertThat(counts(site.run(HOURS))).containsEntry("created", 2L).containsEntry("unchanged", 1L);
        for (int hours : new int[] {before, late, fresh}) {
            assertThat(site.entry("[SD-" + hours + ".1]").get("ProjectId").asLong())
                    .isEqualTo(part);
        }
    }

    @Test
    void aSubProjectThatMovesBackIsTheOldOneAgain() {
        long home = inGo("1010");
        long part = site.go().addProject("77", "Grunnarbeid", home);
        site.run("sub-projects");
        int old = Integer.parseInt(site.link("sub-projects", part).targetId());
        long away = inGo("1011");
        site.go().changeProject(part, Map.of("ParentProjectId", away));
        site.run("sub-projects");
        site.run("sub-projects");
        String other = site.link("sub-projects", part + "@" + away).targetId();
        site.go().changeProject(part, Map.of("ParentProjectId", home));
        site.forget();
        assertThat(counts(site.run("sub-projects")))
                .containsEntry("updated", 2L)
                .doesNotContainKey("created");
        assertThat(inSmartDok("sub-projects", Integer.toString(old))
                        .get("IsActive")
                        .asBoolean())
                .isTrue();
        assertThat(inSmartDok("sub-projects", other).get("IsActive").asBoolean())
                .isFalse();
        nothingToWrite("sub-projects");
    }
}
