package dokbro.entity.activities;

import static org.assertj.core.api.Assertions.assertThat;

import dokbro.entity.Golden;
import dokbro.entity.TestCompany;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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

    @Test
    void touches() {
        Golden.checkTouches(entity, TestCompany.standard(), "Name", "Number", "IsActive");
    }

    @Test
    void closedActivitiesAreNotCreated() {
        assertThat(entity.creates(new ActivityFacts(null, "Graving", false))).isFalse();
        assertThat(entity.creates(new ActivityFacts(null, "Graving", true))).isTrue();
    }
}
