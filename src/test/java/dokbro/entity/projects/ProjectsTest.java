package dokbro.entity.projects;

import dokbro.entity.Golden;
import java.nio.file.Path;
import java.util.stream.Stream;
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
}
