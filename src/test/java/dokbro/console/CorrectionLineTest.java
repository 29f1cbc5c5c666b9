package dokbro.console;

import static org.assertj.core.api.Assertions.assertThat;

import dokbro.Json;
import dokbro.deadletter.DeadLetter;
import dokbro.failure.Reason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** For whom and when a locked record counts. */
class CorrectionLineTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

    private static String side(String employee, String type) {
        return "{\"employee\":\"%s\",\"name\":\"N%s\",\"type\":\"%s\",\"unit\":\"h\"}"
                .formatted(employee, employee, type);
    }

    private static List<String> lines(String now, String was, String wasDate, String source, String held) {
        String json = "{\"now\":%s,\"was\":%s,\"wasDate\":%s,\"unit\":\"h\",\"source\":%s,\"held\":%s}"
                .formatted(now, was, wasDate == null ? "null" : '"' + wasDate + '"', source, held);
        DeadLetter letter = new DeadLetter(
                1,
                "c",
                "work-hours",
                "7",
                "7",
                DAY,
                1,
                Reason.LOCKED_IN_GO,
                List.of("x"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Json.tree(json),
                null,
                1,
                DeadLetter.Status.OPEN,
                null,
                null,
                null,
                null,
                null,
                null);
        return CorrectionLine.of(letter).stream()
                .map(line -> line.employee() + " " + line.date() + " " + difference(line))
                .toList();
    }

    private static String difference(CorrectionLine line) {
        BigDecimal difference = line.row(new Caller("kari", true, "nb")).difference();
        assertThat(difference).isEqualByComparingTo(line.smartdok().subtract(line.go()));
        return difference.setScale(2).toPlainString();
    }

    @Test
    void changedHoursAreOneLine() {
        assertThat(lines(side("101", "A"), side("101", "A"), "2026-11-02", "6.00", "8.00"))
                .containsExactly("101 2026-11-02 -2.00");
    }

    @Test
    void anotherDayOfTheSameMonthAndAnotherTypeAreOneLineToo() {
        assertThat(lines(side("101", "B"), side("101", "A"), "2026-11-30", "8.00", "8.00"))
                .containsExactly("101 2026-11-02 0.00");
    }

    @Test
    void hoursOfAnotherEmployeeAreMinusForOneAndPlusForTheOther() {
        assertThat(lines(side("103", "A"), side("101", "A"), "2026-11-02", "7.50", "8.00"))
                .containsExactly("101 2026-11-02 -8.00", "103 2026-11-02 7.50");
    }

    @Test
    void hoursMovedToAnotherMonthAreMinusInTheOneAndPlusInTheOther() {
        assertThat(lines(side("101", "A"), side("101", "A"), "2026-10-31", "8.00", "8.00"))
                .containsExactly("101 2026-10-31 -8.00", "101 2026-11-02 8.00");
    }

    @Test
    void whatGoneHasAndWhatIsNewIsOneLine() {
        assertThat(lines("null", side("101", "A"), "2026-11-02", "0", "8.00")).containsExactly("101 2026-11-02 -8.00");
        assertThat(lines(side("103", "A"), "null", null, "8.00", "0")).containsExactly("103 2026-11-02 8.00");
        assertThat(lines(side("103", "A"), side("101", "A"), "2026-11-02", "8.00", "0"))
                .as("a user has deleted it in Go")
                .containsExactly("103 2026-11-02 8.00");
    }
}
