package dokbro.console;

import static org.assertj.core.api.Assertions.assertThat;

import dokbro.console.CorrectionsApi.EmployeeMonth;
import dokbro.console.CorrectionsApi.Row;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CorrectionsFileTest {

    private static String file(String name, String note, String language) {
        Row row = new Row(
                1,
                "work-hours",
                "77",
                LocalDate.of(2026, 10, 30),
                "1000 Bygg; rehab",
                null,
                "Timelønn",
                null,
                new BigDecimal("6.00"),
                new BigDecimal("7.50"),
                new BigDecimal("-1.50"),
                "h",
                "locked-in-go",
                "Låst i Go: \"godkjent\"",
                null,
                note);
        List<EmployeeMonth> months = List.of(new EmployeeMonth(
                "101", name, YearMonth.of(2026, 10), Map.of("h", new BigDecimal("-1.50")), List.of(row)));
        return new String(CorrectionsFile.of(months, language), StandardCharsets.UTF_8);
    }

    @Test
    void figuresHaveDecimalCommasAndCellsAreQuotedWhereTheyMust() {
        assertThat(file("Kåre Hansen", null, "nb").lines().toList())
                .containsExactly(
                        "\uFEFFAnsattnr;Navn;Måned;Dato;Prosjekt;Prosjekt før;Lønnsart;Lønnsart før;SmartDok;Go;Differanse;Enhet;Hvorfor;"
                                + "Rettet av;Merknad;Registrering",
                        "101;Kåre Hansen;2026-10;2026-10-30;\"1000 Bygg; rehab\";;Timelønn;;6,00;7,50;-1,50;h;"
                                + "\"Låst i Go: \"\"godkjent\"\"\";;;77");
        assertThat(file("Kåre", null, "en")).startsWith("\uFEFFEmployee no.;");
    }

    @Test
    void noTextBecomesAFormula() {
        assertThat(file("=HYPERLINK(1)", "@SUM(A1)", "nb")).contains(";'=HYPERLINK(1);", ";'@SUM(A1);");
        assertThat(file("-x", "+1", "nb")).contains(";'-x;", ";'+1;");
    }
}
