package dokbro.entity.subprojects;

import static org.assertj.core.api.Assertions.assertThat;

import dokbro.entity.Golden;
import dokbro.entity.TestCompany;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SubProjectsTest {

    private final SubProjects entity = new SubProjects();

    static Stream<Path> fixtures() {
        return Golden.fixtures("sub-projects");
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
                "ProjectId",
                "SubProjectNumber",
                "SubProjectName",
                "IsActive",
                "StartDate",
                "EndDate");
    }

    @Test
    void aMoveToAnotherProjectCannotBePatched() {
        assertThat(entity.patchable()).doesNotContain("ProjectId");
        assertThat(entity.touches(TestCompany.standard()).get("parentId")).containsExactly("ProjectId");
        assertThat(entity.touches(TestCompany.standard()).get("parentNumber")).isEmpty();
    }
}
