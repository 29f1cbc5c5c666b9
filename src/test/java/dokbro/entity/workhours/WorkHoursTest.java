package dokbro.entity.workhours;

import dokbro.entity.Golden;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkHoursTest {

    private final WorkHours entity = new WorkHours();

    static Stream<Path> fixtures() {
        return Golden.fixtures("work-hours");
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void fixture(Path file) {
        Golden.check(entity, file);
    }
}
