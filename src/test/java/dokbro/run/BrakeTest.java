package dokbro.run;

import static dokbro.run.Operation.CREATE;
import static dokbro.run.Operation.DELETE;
import static dokbro.run.Operation.REPLACE;
import static dokbro.run.Operation.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import dokbro.company.Company;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BrakeTest {

    private static final Company.Brake LIMITS = new Company.Brake(20, 50, new BigDecimal("0.05"));
    private static final Set<Operation> CHANGES = Set.of(DELETE, REPLACE, UPDATE);

    private static Set<Operation> held(long read, Map<Operation, Long> rows) {
        return Brake.held(LIMITS, read, rows);
    }

    @Test
    void bothTheNumberAndTheShareMustBeExceeded() {
        assertThat(held(100, Map.of(UPDATE, 20L))).isEmpty();
        assertThat(held(100, Map.of(UPDATE, 21L))).isEqualTo(CHANGES);
        assertThat(held(420, Map.of(UPDATE, 21L))).isEmpty();
        assertThat(held(419, Map.of(UPDATE, 21L))).isEqualTo(CHANGES);
    }

    @Test
    void allKindsOfChangesCountTogetherAndCreatesDoNot() {
        assertThat(held(10, Map.of(UPDATE, 7L, REPLACE, 7L, DELETE, 7L))).isEqualTo(CHANGES);
        assertThat(held(10, Map.of(CREATE, 5000L, UPDATE, 20L))).isEmpty();
    }

    @Test
    void deletesHaveALimitOfTheirOwnWhateverWasRead() {
        assertThat(held(100_000, Map.of(DELETE, 50L))).isEmpty();
        assertThat(held(100_000, Map.of(DELETE, 51L, UPDATE, 3L))).isEqualTo(Set.of(DELETE));
    }

    @Test
    void aReadOfNothingHoldsEveryChange() {
        assertThat(held(0, Map.of(DELETE, 1L))).isEqualTo(CHANGES);
        assertThat(held(0, Map.of())).isEmpty();
    }
}
