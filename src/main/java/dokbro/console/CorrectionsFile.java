package dokbro.console;

import dokbro.console.CorrectionsApi.EmployeeMonth;
import dokbro.console.CorrectionsApi.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Corrections as a file that a Norwegian spreadsheet opens as it is: UTF-8 with its mark, semicolons, decimal commas. */
final class CorrectionsFile {

    static final String CSV = "text/csv";

    private static final String MARK = "\uFEFF";
    private static final List<String> NB = List.of(
            "Ansattnr",
            "Navn",
            "Måned",
            "Dato",
            "Prosjekt",
            "Prosjekt før",
            "Lønnsart",
            "Lønnsart før",
            "SmartDok",
            "Go",
            "Differanse",
            "Enhet",
            "Hvorfor",
            "Rettet av",
            "Merknad",
            "Registrering");
    private static final List<String> EN = List.of(
            "Employee no.",
            "Name",
            "Month",
            "Date",
            "Project",
            "Project before",
            "Wage type",
            "Wage type before",
            "SmartDok",
            "Go",
            "Difference",
            "Unit",
            "Why",
            "Settled by",
            "Note",
            "Registration");

    private CorrectionsFile() {}

    /** @param language of the headings, "nb" or "en"; the figures are Norwegian in both */
    static byte[] of(List<EmployeeMonth> months, String language) {
        Stream<String> rows = months.stream()
                .filter(month -> month.rows() != null)
                .flatMap(month -> month.rows().stream().map(row -> line(month, row)));
        String text = Stream.concat(Stream.of(String.join(";", "nb".equals(language) ? NB : EN)), rows)
                .collect(Collectors.joining("\r\n", MARK, "\r\n"));
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String line(EmployeeMonth month, Row row) {
        Object[] cells = {
            month.employee(),
            month.name(),
            month.month(),
            row.date(),
            row.project(),
            row.projectBefore(),
            row.type(),
            row.typeBefore(),
            row.smartdok(),
            row.go(),
            row.difference(),
            row.unit(),
            row.message(),
            row.settledBy(),
            row.note(),
            row.sourceId()
        };
        return Arrays.stream(cells).map(CorrectionsFile::cell).collect(Collectors.joining(";"));
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return number.setScale(2, RoundingMode.HALF_UP).toPlainString().replace('.', ',');
        }
        String text = value.toString();
        // A spreadsheet takes a text that begins so for a formula.
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        return safe.matches("(?s).*[;\"\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
