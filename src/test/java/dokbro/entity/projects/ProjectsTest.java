package dokbro.entity.projects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dokbro.Json;
import dokbro.entity.Catalogue;
import dokbro.entity.Golden;
import dokbro.entity.ProjectState;
import dokbro.entity.TestCompany;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProjectsTest {

    private final Projects entity = new Projects();

    static Stream<Path> fixtures() {
        return Golden.fixtures("projects");
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void fixture(Path file) {
        Golden.check(entity, file);
    }

    @Test
    void touches() {
        Golden.checkTouches(
                entity,
                TestCompany.standard(),
                "ProjectName",
                "ProjectNumber",
                "IsActive",
                "Finished",
                "StartDate",
                "EndDate",
                "CustomerId");
    }

    @Test
    void onlyActiveProjectsAreCreated() {
        assertThat(entity.creates(new ProjectFacts("1", "a", ProjectState.CLOSED, null, null, null, null)))
                .isFalse();
        assertThat(entity.creates(new ProjectFacts("1", "a", ProjectState.FINISHED, null, null, null, null)))
                .isFalse();
        assertThat(entity.creates(new ProjectFacts("1", "a", ProjectState.ACTIVE, null, null, null, null)))
                .isTrue();
    }

    @Test
    void aStatusThatNobodyKnowsIsUnreadable() {
        assertThatThrownBy(() -> entity.parts(
                        Json.tree("{\"Id\": 1, \"Code\": \"1\", \"Name\": \"a\", \"ProjectStatus\": \"Paused\"}"),
                        TestCompany.standard(),
                        Catalogue.EMPTY))
                .isInstanceOfSatisfying(
                        RecordFailure.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.UNREADABLE));
    }
}
