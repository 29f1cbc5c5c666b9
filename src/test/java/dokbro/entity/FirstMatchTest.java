package dokbro.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dokbro.entity.FirstMatch.Candidate;
import dokbro.entity.FirstMatch.None;
import dokbro.entity.FirstMatch.OtherName;
import dokbro.entity.FirstMatch.Same;
import dokbro.entity.FirstMatch.Several;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstMatchTest {

    private static final Candidate GARAGE = new Candidate("1", "1001", "Garasje Hansen", false);
    private static final Candidate SCHOOL = new Candidate("2", "1002", "Skole", false);

    @Test
    void numberAndNameMustAgree() {
        List<Candidate> candidates = List.of(GARAGE, SCHOOL);
        assertThat(FirstMatch.numberAndName(" 1001", "garasje  hansen ", candidates))
                .isEqualTo(new Same("1"));
        assertThat(FirstMatch.numberAndName("1001", "Skole", candidates))
                .isEqualTo(new OtherName("1", "Garasje Hansen"));
        assertThat(FirstMatch.numberAndName("1003", "Skole", candidates)).isEqualTo(new None());
        assertThat(FirstMatch.numberAndName("01001", "Garasje Hansen", candidates))
                .isEqualTo(new None());
    }

    @Test
    void linkedOnesAreNoCandidates() {
        List<Candidate> candidates = List.of(new Candidate("1", "1001", "Garasje Hansen", true), SCHOOL);
        assertThat(FirstMatch.numberAndName("1001", "Garasje Hansen", candidates))
                .isEqualTo(new None());
        assertThat(FirstMatch.numberAndName("1001", "Annet", candidates)).isEqualTo(new None());
        assertThat(FirstMatch.nameAlone("Garasje Hansen", candidates)).isEqualTo(new None());
        assertThat(FirstMatch.sameNameOtherNumber("7", "Garasje Hansen", candidates))
                .isEmpty();
    }

    @Test
    void moreThanOneIsForAPerson() {
        Candidate twin = new Candidate("3", "1001", "GARASJE HANSEN", false);
        Candidate other = new Candidate("4", "1001", "Låve", false);
        assertThat(FirstMatch.numberAndName("1001", "Garasje Hansen", List.of(GARAGE, twin)))
                .isEqualTo(new Several(List.of("1", "3")));
        assertThat(FirstMatch.numberAndName("1001", "Garasje Hansen", List.of(GARAGE, other)))
                .as("the name tells them apart")
                .isEqualTo(new Same("1"));
        assertThat(FirstMatch.numberAndName("1001", "Hytte", List.of(GARAGE, other)))
                .isEqualTo(new Several(List.of("1", "4")));
    }

    @Test
    void withoutNumberTheNameAloneDecidesWhereItStandsOnce() {
        Candidate twin = new Candidate("3", "1009", "skole", false);
        assertThat(FirstMatch.numberAndName(null, "Skole", List.of(GARAGE, SCHOOL)))
                .isEqualTo(new Same("2"));
        assertThat(FirstMatch.numberAndName(" ", "Skole", List.of(SCHOOL, twin)))
                .isEqualTo(new Several(List.of("2", "3")));
        assertThat(FirstMatch.numberAndName(null, "Hytte", List.of(SCHOOL))).isEqualTo(new None());
        assertThat(FirstMatch.numberAndName(null, null, List.of(new Candidate("5", "1", null, false))))
                .isEqualTo(new None());
    }

    @Test
    void equalNameUnderAnotherNumberIsNamed() {
        assertThat(FirstMatch.sameNameOtherNumber("1003", "skole", List.of(GARAGE, SCHOOL)))
                .containsExactly("2");
        assertThat(FirstMatch.sameNameOtherNumber("1002", "Skole", List.of(GARAGE, SCHOOL)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Blåbær, Blaabaer, true",
        "Blåbær, BLAABÆR, true",
        "Grøft, Groeft, true",
        "Grøft, Groft, false",
        "Blåbær, Blabaer, false",
        "Åge, Age, false",
        "Nord-bygg, Nordbygg, false",
        "Hansen AS, Hansen A/S, false",
        "' Ola\u00a0 Nordmann', ola nordmann, true",
        "a\u030Age, åge, true",
        "'', '', false"
    })
    void namesForgiveThisAndNoMore(String one, String other, boolean same) {
        assertThat(FirstMatch.sameName(one, other)).isEqualTo(same);
        assertThat(FirstMatch.sameName(other, one)).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({"01, 01", "123-01, 01", "123.01, 01", "01, 123.01", "123-01, 123.01", "' 123-01 ', 01"})
    void subProjectNumbersUnder123(String source, String target) {
        assertThat(FirstMatch.subProject(
                        "123", source, "Grunnmur", List.of(new Candidate("1", target, "grunnmur", false))))
                .isEqualTo(new Same("1"));
    }

    @ParameterizedTest
    @CsvSource({"1, 01", "124-01, 01", "12301, 01", "123_01, 01", "123-, 01", "123/01, 123-01"})
    void otherSubProjectNumbersUnder123(String source, String target) {
        assertThat(FirstMatch.subProject(
                        "123", source, "Grunnmur", List.of(new Candidate("1", target, "Grunnmur", false))))
                .isEqualTo(new None());
    }

    @Test
    void aSubProjectOfAnotherNameIsForAPerson() {
        assertThat(FirstMatch.subProject("123", "01", "Tak", List.of(new Candidate("1", "123-01", "Grunnmur", false))))
                .isEqualTo(new OtherName("1", "Grunnmur"));
    }

    @ParameterizedTest
    @CsvSource({
        "Ola Nordmann, Ola Nordmann, true",
        "'Nordmann, Ola', Ola Nordmann, true",
        "Nordmann Ola, ola nordmann, true",
        "Ola Kristian Nordmann, Ola Nordmann, true",
        "'Nordmann, Ola Kristian', Ola Nordmann, true",
        "Ola Kristian Berg Nordmann, Ola Kristian Nordmann, true",
        "Bjørn Åsen, Bjoern Aasen, true",
        "Ola Nordmann, Ole Nordmann, false",
        "Ola Nordmann, Ola, false",
        "Ola Kristian Nordmann, Ola Kristian, false",
        "Ola Kristian Nordmann, Kristian Nordmann, false",
        "Ola Kristian Nordmann, Ola Per Nordmann, false",
        "Ola Kristian Berg Nordmann, Ola Per Nordmann, false",
        "Ola K. Nordmann, Ola Kristian Nordmann, false",
        "'', Ola Nordmann, false"
    })
    void persons(String one, String other, boolean same) {
        assertThat(FirstMatch.samePerson(one, other)).isEqualTo(same);
        assertThat(FirstMatch.samePerson(other, one)).isEqualTo(same);
    }

    @Test
    void employeesOfAnotherNameNeverLink() {
        List<Candidate> candidates = List.of(new Candidate("1", "101", "Nordmann, Ola", false));
        assertThat(FirstMatch.employee("101", "Ola Nordmann", candidates)).isEqualTo(new Same("1"));
        assertThat(FirstMatch.employee("101", "Kari Nordmann", candidates))
                .isEqualTo(new OtherName("1", "Nordmann, Ola"));
        assertThat(FirstMatch.employee("0101", "Ola Nordmann", candidates)).isEqualTo(new None());
        assertThat(FirstMatch.employee(null, "Ola Nordmann", candidates)).isEqualTo(new None());
        assertThat(FirstMatch.employee(" ", "Ola Nordmann", candidates)).isEqualTo(new None());
    }

    /** Whatever the register looks like: what is linked agrees in number and name, is open, and is alone in that. */
    @Test
    void nothingIsEverLinkedThatDoesNotAgree() {
        Random random = new Random(20261124);
        for (int round = 0; round < 5_000; round++) {
            List<Candidate> candidates = new ArrayList<>();
            for (int id = 0; id < random.nextInt(6); id++) {
                candidates.add(new Candidate("" + id, number(random), name(random), random.nextInt(4) == 0));
            }
            String number = number(random);
            String name = name(random);
            FirstMatch.Answer answer = FirstMatch.numberAndName(number, name, candidates);
            List<String> agree = candidates.stream()
                    .filter(candidate -> !candidate.linked()
                            && candidate.number().strip().equals(number.strip())
                            && candidate.name().strip().equalsIgnoreCase(name.strip()))
                    .map(Candidate::id)
                    .toList();
            assertThat(answer instanceof Same)
                    .as("%s %s in %s", number, name, candidates)
                    .isEqualTo(agree.size() == 1);
            if (answer instanceof Same same) {
                assertThat(same.id()).isEqualTo(agree.get(0));
            }
            Collections.shuffle(candidates, random);
            assertThat(FirstMatch.numberAndName(number, name, candidates).getClass())
                    .as("the order does not matter")
                    .isEqualTo(answer.getClass());
        }
    }

    private static String number(Random random) {
        return List.of("1", "01", " 1", "2").get(random.nextInt(4));
    }

    private static String name(Random random) {
        return List.of("Skole", "SKOLE ", "Skole 2", "Tak").get(random.nextInt(4));
    }
}
