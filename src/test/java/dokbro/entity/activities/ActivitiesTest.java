package dokbro.entity.activities;

import dokbro.entity.Golden;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActivitiesTest {

    private final Activities entity = new Activities();

    static Stream<Path> fixtures() {
        return Golden.fixtures("activities");
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void fixture(Path file) {
        Golden.check(entity, file);
    }
}
