package dokbro.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dokbro.chaos.DokbroSide.Link;
import dokbro.chaos.GoSide.Entry;
import dokbro.chaos.SmartDokSide.Registration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The verdict of the fault test can fail, in each way that it claims to see. */
class VerdictTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 18);
    private static final Set<LockedWeek> NO_LOCKS = Set.of();
    private static final Set<LockedWeek> LOCKED = Set.of(LockedWeek.of("101", DAY.minusDays(2)));
    private static final Hours EIGHT = hours(480);

    private final List<Registration> registrations = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Master> smartdokProjects = new ArrayList<>();
    private final List<Master> goProjects = new ArrayList<>();
    private Set<String> listed = Set.of();

    @BeforeEach
    void oneRegistrationThatIsInGoAndOneProjectThatIsInSmartDok() {
        registrations.add(registration("7", true, "15:30", 0));
        entries.add(new Entry("90", "7", 1, EIGHT));
        links.add(new Link("work-hours", "7", "90", 1, false));
        goProjects.add(new Master("51", "1010", "Garasje Ål"));
        smartdokProjects.add(new Master("20", "1010 ", "GARASJE  AAL"));
        links.add(new Link("projects", "51", "20", 1, false));
    }

    @Test
    void allRight() {
        assertThat(verdict(NO_LOCKS))
                .isEqualTo(new Verdict(List.of(), List.of(), List.of(), List.of(), List.of()))
                .returns(true, Verdict::clean);
    }

    @Test
    void anApprovedRegistrationThatIsNotInGoIsLostAndItsLinkDiffers() {
        entries.clear();
        Verdict verdict = verdict(NO_LOCKS);
        assertThat(verdict.lost()).singleElement().asString().startsWith("7 is not in Go");
        assertThat(verdict.links()).singleElement().asString().contains("does not have");
        assertThat(verdict.twice()).isEmpty();
        assertThat(verdict.clean()).isFalse();
    }

    @Test
    void aSecondEntryOfTheSameRegistrationIsTwiceAlsoWithAnotherGeneration() {
        entries.add(new Entry("91", "7", 2, EIGHT));
        Verdict verdict = verdict(NO_LOCKS);
        assertThat(verdict.twice()).containsExactly("7 is entry 90 and entry 91");
        assertThat(verdict.links()).containsExactly("entry 91 of 7 has 0 links");
        assertThat(verdict.wrong()).isEmpty();
        assertThat(verdict.clean()).isFalse();
    }

    @Test
    void anyOtherValueIsWrong() {
        List<Hours> others = List.of(
                hours(450),
                new Hours("102", DAY, 480, 0, "1010", "graving", "timeloenn", "10", "Støping"),
                new Hours("101", DAY.plusDays(1), 480, 0, "1010", "graving", "timeloenn", "10", "Støping"),
                new Hours("101", DAY, 480, 480, "1010", "graving", "timeloenn", "10", "Støping"),
                new Hours("101", DAY, 480, 0, "1010.01", "graving", "timeloenn", "10", "Støping"),
                new Hours("101", DAY, 480, 0, "1010", "muring", "timeloenn", "10", "Støping"),
                new Hours("101", DAY, 480, 0, "1010", "graving", "overtid 50 %", "10", "Støping"),
                new Hours("101", DAY, 480, 0, "1010", "graving", "timeloenn", null, "Støping"),
                new Hours("101", DAY, 480, 0, "1010", "graving", "timeloenn", "10", ""));
        for (Hours other : others) {
            entries.set(0, new Entry("90", "7", 1, other));
            Verdict verdict = verdict(NO_LOCKS);
            assertThat(verdict.wrong()).as("%s", other).hasSize(1);
            assertThat(verdict.lost()).isEmpty();
            assertThat(verdict.twice()).isEmpty();
        }
    }

    @Test
    void whatIsNotApprovedOrIsZeroOrDeletedShouldNotBeThere() {
        registrations.set(0, registration("7", false, "15:30", 0));
        assertThat(verdict(NO_LOCKS).wrong()).singleElement().asString().startsWith("7 should not be in Go: entry 90");
        registrations.set(0, registration("7", true, "07:30", 0));
        assertThat(verdict(NO_LOCKS).wrong()).hasSize(1);
        registrations.clear();
        assertThat(verdict(NO_LOCKS).wrong()).hasSize(1);
    }

    @Test
    void anEntryWithoutMarkerIsWrong() {
        entries.add(new Entry("91", null, 0, EIGHT));
        assertThat(verdict(NO_LOCKS).wrong()).singleElement().asString().startsWith("entry 91 has no marker");
    }

    @Test
    void hoursToTheTimeAccountAreAnEntryOfTheirOwn() {
        registrations.set(0, registration("7", true, "15:30", 60));
        Verdict verdict = verdict(NO_LOCKS);
        assertThat(verdict.lost()).singleElement().asString().startsWith("7:bank is not in Go");
        assertThat(verdict.wrong()).singleElement().asString().startsWith("7 is entry 90");
    }

    @Test
    void aDifferenceUnderALockMustBeListed() {
        entries.set(0, new Entry("90", "7", 1, hours(450)));
        assertThat(verdict(LOCKED).wrong()).hasSize(1);
        listed = Set.of("7");
        assertThat(verdict(LOCKED))
                .returns(true, Verdict::clean)
                .satisfies(verdict -> assertThat(verdict.listed()).hasSize(1));
    }

    @Test
    void aListedDifferenceWithoutALockInGoIsNoExcuse() {
        entries.set(0, new Entry("90", "7", 1, hours(450)));
        listed = Set.of("7");
        assertThat(verdict(NO_LOCKS).wrong()).hasSize(1);
        assertThat(verdict(Set.of(LockedWeek.of("102", DAY))).wrong()).hasSize(1);
    }

    @Test
    void aLockIsNoExcuseForADouble() {
        entries.add(new Entry("91", "7", 1, EIGHT));
        listed = Set.of("7");
        assertThat(verdict(LOCKED).twice()).hasSize(1);
    }

    @Test
    void linksMustNameWhatGoHolds() {
        links.set(0, new Link("work-hours", "7", "90", 2, false));
        assertThat(verdict(NO_LOCKS).links()).singleElement().asString().contains("another record's entry");
        links.set(0, new Link("work-hours", "8", "90", 1, false));
        assertThat(verdict(NO_LOCKS).links()).hasSize(1);
        links.set(0, new Link("work-hours", "7", "90", 1, true));
        assertThat(verdict(NO_LOCKS).links()).singleElement().asString().contains("nobody settles");
        links.set(0, new Link("work-hours", "7", null, 1, false));
        assertThat(verdict(NO_LOCKS).links()).containsExactly("entry 90 of 7 has 0 links");
    }

    @Test
    void masterDataIsLostTwiceOrWrongToo() {
        smartdokProjects.add(new Master("21", "1010", "Garasje Ål"));
        assertThat(verdict(NO_LOCKS).twice()).containsExactly("projects 1010 is 20 and 21 in SmartDok");
        smartdokProjects.clear();
        assertThat(verdict(NO_LOCKS).lost()).containsExactly("projects 1010 is not in SmartDok");
        assertThat(verdict(NO_LOCKS).links()).hasSize(1);
        smartdokProjects.add(new Master("20", "1010", "Garasje Gol"));
        assertThat(verdict(NO_LOCKS).wrong()).hasSize(1);
        links.remove(1);
        assertThat(verdict(NO_LOCKS).links()).hasSize(1);
    }

    private Verdict verdict(Set<LockedWeek> locks) {
        return Verdict.of(
                new SmartDokSide(registrations, smartdokProjects, List.of(), List.of()),
                new GoSide(entries, goProjects, List.of(), List.of()),
                new DokbroSide(links, listed),
                locks);
    }

    private static Hours hours(int minutes) {
        return new Hours("101", DAY, minutes, 0, "1010", "graving", "timeloenn", "10", "Støping");
    }

    private static Registration registration(String id, boolean approved, String to, int banked) {
        return new Registration(
                id,
                approved,
                "101",
                DAY,
                LocalTime.of(7, 0),
                LocalTime.parse(to),
                30,
                banked,
                "1010",
                "01.1",
                "Graving",
                "Timelønn",
                false,
                "10",
                "Støping ");
    }
}
