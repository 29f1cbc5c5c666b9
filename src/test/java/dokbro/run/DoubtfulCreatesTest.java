package dokbro.run;

import static org.assertj.core.api.Assertions.assertThat;

import dokbro.run.DoubtfulCreates.Arrived;
import dokbro.run.DoubtfulCreates.Never;
import dokbro.run.DoubtfulCreates.Several;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DoubtfulCreatesTest {

    private static final List<String> TWINS = List.of("a", "b");

    private static Map<String, DoubtfulCreates.Verdict> twins(List<String> candidates) {
        return DoubtfulCreates.judged(TWINS, Map.of("a", candidates, "b", candidates));
    }

    @Test
    void asManyCandidatesAsCreatesAreAllAdopted() {
        assertThat(twins(List.of("1", "2"))).isEqualTo(Map.of("a", new Arrived("1"), "b", new Arrived("2")));
    }

    @Test
    void withFewerCandidatesTheRestIsSentAgain() {
        assertThat(twins(List.of("1"))).isEqualTo(Map.of("a", new Arrived("1"), "b", new Never()));
        assertThat(twins(List.of())).isEqualTo(Map.of("a", new Never(), "b", new Never()));
    }

    @Test
    void withMoreCandidatesAPersonDecidesAboutAllOfThem() {
        Several three = new Several(List.of("1", "2", "3"));
        assertThat(twins(List.of("1", "2", "3"))).isEqualTo(Map.of("a", three, "b", three));
        assertThat(DoubtfulCreates.judged(List.of("a"), Map.of("a", List.of("1", "2"))))
                .isEqualTo(Map.of("a", new Several(List.of("1", "2"))));
    }

    @Test
    void createsThatAreNoTwinsAreJudgedEachForItself() {
        assertThat(DoubtfulCreates.judged(
                        List.of("a", "b", "c"), Map.of("a", List.of("1"), "b", List.of("2"), "c", List.of("3", "4"))))
                .isEqualTo(Map.of("a", new Arrived("1"), "b", new Arrived("2"), "c", new Several(List.of("3", "4"))));
    }
}
