package dokbro.console;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.console.CorrectionsApi.Row;
import dokbro.deadletter.DeadLetter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * One line of the corrections: what a locked record means for one employee and one day. A record that has moved to another employee or
 * month is two, since the one has been paid too much and the other too little.
 *
 * @param about the member of the difference that tells employee, project and type: {@code now} or {@code was}
 * @param date null for records without a day
 * @param go quantity there that counts on this line
 */
record CorrectionLine(DeadLetter letter, JsonNode about, LocalDate date, BigDecimal smartdok, BigDecimal go) {

    static final Comparator<CorrectionLine> ORDER = Comparator.comparing(
                    CorrectionLine::month, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(CorrectionLine::name, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(CorrectionLine::employee, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(CorrectionLine::date, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(line -> line.letter().id());

    /** @param letter with both sides */
    static List<CorrectionLine> of(DeadLetter letter) {
        JsonNode difference = letter.difference();
        JsonNode now = difference.path("now");
        JsonNode was = difference.path("was");
        BigDecimal smartdok = difference.path("source").decimalValue();
        BigDecimal go = difference.path("held").decimalValue();
        String day = text(difference, "wasDate");
        LocalDate before = day == null ? letter.date() : LocalDate.parse(day);
        CorrectionLine one = new CorrectionLine(letter, now.isObject() ? now : was, letter.date(), smartdok, go);
        CorrectionLine left = new CorrectionLine(letter, was, before, BigDecimal.ZERO, go);
        boolean moved = now.isObject()
                && was.isObject()
                && go.signum() != 0
                && (!Objects.equals(one.employee(), left.employee()) || !Objects.equals(one.month(), left.month()));
        return moved
                ? List.of(left, new CorrectionLine(letter, now, letter.date(), smartdok, BigDecimal.ZERO))
                : List.of(one);
    }

    String employee() {
        return text(about, "employee");
    }

    String name() {
        return text(about, "name");
    }

    YearMonth month() {
        return date == null ? null : YearMonth.from(date);
    }

    Row row(Caller caller) {
        JsonNode was = letter.difference().path("was");
        return new Row(
                letter.id(),
                letter.entity(),
                letter.sourceId(),
                date,
                text(about, "project"),
                text(was, "project"),
                text(about, "type"),
                text(was, "type"),
                smartdok,
                go,
                smartdok.subtract(go),
                letter.difference().path("unit").asText(),
                letter.reason().code(),
                letter.message(caller.language()),
                letter.resolvedBy(),
                letter.note());
    }

    private static String text(JsonNode node, String member) {
        JsonNode value = node.path(member);
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }
}
