package dokbro.entity.smartdokmaster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dokbro.Json;
import dokbro.entity.Catalogue;
import dokbro.entity.Entity;
import dokbro.entity.Golden;
import dokbro.entity.ProjectState;
import dokbro.entity.TestCompany;
import dokbro.entity.activities.ActivityFacts;
import dokbro.entity.activities.SmartDokActivities;
import dokbro.entity.projects.SmartDokProjectFacts;
import dokbro.entity.projects.SmartDokProjects;
import dokbro.entity.subprojects.SmartDokSubProjects;
import dokbro.entity.subprojects.SubProjectFacts;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Projects, sub-projects and activities with {@code master: smartdok}. */
class SmartDokMasterTest {

    private final SmartDokProjects projects = new SmartDokProjects();
    private final SmartDokSubProjects subProjects = new SmartDokSubProjects();
    private final SmartDokActivities activities = new SmartDokActivities();

    static Stream<Path> projects() {
        return Golden.fixtures("smartdok-projects");
    }

    static Stream<Path> subProjects() {
        return Golden.fixtures("smartdok-sub-projects");
    }

    static Stream<Path> activities() {
        return Golden.fixtures("smartdok-activities");
    }

    @ParameterizedTest
    @MethodSource
    void projects(Path file) {
        Golden.check(projects, file);
    }

    @ParameterizedTest
    @MethodSource
    void subProjects(Path file) {
        Golden.check(subProjects, file);
    }

    @ParameterizedTest
    @MethodSource
    void activities(Path file) {
        Golden.check(activities, file);
    }

    @Test
    void touches() {
        Golden.checkTouches(
                projects,
                TestCompany.standard(),
                "Code",
                "Name",
                "IsActive",
                "ProjectStatus",
                "StartDate",
                "EndDate",
                "CustomerId",
                "DepartmentId",
                "ProjectManagerEmployeeId");
        Golden.checkTouches(
                subProjects,
                TestCompany.standard(),
                "Code",
                "Name",
                "IsActive",
                "ProjectStatus",
                "StartDate",
                "EndDate",
                "ParentProjectId");
        Golden.checkTouches(activities, TestCompany.standard(), "Name", "IsActive");
    }

    @Test
    void aRenamedActivityIsReportedAndNotRetried() {
        ActivityFacts facts = new ActivityFacts("01.1", "Graving", true);
        assertThat(activities.patchable()).isEmpty();
        assertThat(activities.replaceable()).isFalse();
        RecordFailure why = activities.unchangeable(facts);
        assertThat(why.reason()).isEqualTo(Reason.ACTIVITY_FIXED);
        assertThat(why.arguments()).containsExactly("01.1 Graving");
        assertThat(activities.touches(TestCompany.standard()).get("code"))
                .as("another number is nothing to Go")
                .isEmpty();
    }

    @Test
    void closedOnesAreNotMade() {
        assertThat(projects.creates(project(ProjectState.CLOSED))).isFalse();
        assertThat(projects.creates(project(ProjectState.FINISHED)))
                .as("hours still come in")
                .isTrue();
        assertThat(subProjects.creates(
                        new SubProjectFacts("1", "1001", "01", "a", ProjectState.CLOSED, null, null, null, false)))
                .isFalse();
        assertThat(activities.creates(new ActivityFacts("1", "a", false))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "projects, Id",
        "projects, ProjectName",
        "subProjects, Id",
        "subProjects, SubProjectName",
        "subProjects, ProjectId",
        "activities, Id",
        "activities, Name"
    })
    void whatMustBeThere(String which, String member) {
        Entity<?> entity = which.equals("projects") ? projects : which.equals("activities") ? activities : subProjects;
        var source = Json.mapper()
                .createObjectNode()
                .put("Id", 1)
                .put("ProjectId", 5001)
                .put("ProjectName", "a")
                .put("ProjectNumber", "1")
                .put("SubProjectName", "b")
                .put("SubProjectNumber", "01")
                .put("Name", "c");
        assertThat(entity.parts(source, TestCompany.standard(), Catalogue.EMPTY))
                .hasSize(1);
        source.remove(member);
        assertThatThrownBy(() -> entity.parts(source, TestCompany.standard(), Catalogue.EMPTY))
                .isInstanceOfSatisfying(RecordFailure.class, failure -> {
                    assertThat(failure.reason()).isEqualTo(Reason.UNREADABLE);
                    assertThat(failure.arguments().get(1)).isEqualTo(member + " mangler");
                });
    }

    private static SmartDokProjectFacts project(ProjectState state) {
        return new SmartDokProjectFacts("1", "a", state, null, null, null, null, null);
    }
}
