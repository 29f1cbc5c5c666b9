package dokbro.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The failure table: every row says in both languages the same, with the same arguments, and what to do. */
class ReasonTest {

    private static final List<String> ARGUMENTS = List.of("⟨0⟩", "⟨1⟩", "⟨2⟩", "⟨3⟩", "⟨4⟩");

    private static List<String> used(String sentence) {
        return ARGUMENTS.stream().filter(sentence::contains).toList();
    }

    @ParameterizedTest
    @EnumSource
    void bothLanguagesSayTheSameAndNothingIsLeftOpen(Reason reason) {
        String nb = reason.text("nb", ARGUMENTS);
        String en = reason.text("en", ARGUMENTS);
        assertThat(used(nb)).isEqualTo(used(en));
        assertThat(used(en)).as("no gap").isEqualTo(ARGUMENTS.subList(0, used(en).size()));
        assertThat(nb + en).doesNotContain("{", "}", "''");
        assertThat(nb).isNotEqualTo(en).isNotBlank();
        assertThat(reason.hint("nb"))
                .isNotEqualTo(reason.hint("en"))
                .isNotBlank()
                .endsWith(".");
        assertThat(reason.hint("en")).isNotBlank().endsWith(".");
        assertThat(Reason.of(reason.code())).isSameAs(reason);
    }

    @Test
    void everyClassHasARow() {
        assertThat(Reason.values()).extracting(Reason::failureClass).contains(FailureClass.values());
        assertThat(IntStream.range(0, Reason.values().length).mapToObj(i -> Reason.values()[i].code()))
                .doesNotHaveDuplicates();
    }
}
