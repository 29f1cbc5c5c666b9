package dokbro.entity.subprojects;

import dokbro.entity.Golden;
import java.nio.file.Path;
import java.util.stream.Stream;
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
}
