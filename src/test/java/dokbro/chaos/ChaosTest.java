package dokbro.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dokbro.program.Launch;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The short fault test: 500 registrations, three kills, on H2. {@code make chaos} is the long one. */
class ChaosTest {

    @Test
    void nothingIsLostTwiceOrWrongAfterThreeKills() {
        Launch classes = Launch.classes();
        Trial trial = new Trial(3, 500, 1, Proof.NONE, classes, classes, Path.of("target", "chaos-short"));
        Outcome outcome = new Ordeal(Store.H2, trial, System.out).run();
        assertThat(outcome.faultsMet()).isPositive();
        assertThat(outcome.sent()).isGreaterThan(400);
        assertThat(outcome.verdict().lost()).as("lost").isEmpty();
        assertThat(outcome.verdict().twice()).as("twice").isEmpty();
        assertThat(outcome.verdict().wrong()).as("wrong").isEmpty();
        assertThat(outcome.verdict().links()).as("links that differ").isEmpty();
    }
}
