package dokbro.console;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.console.Paging.Page;
import dokbro.deadletter.DeadLetter;
import dokbro.deadletter.DeadLetter.Status;
import dokbro.deadletter.DeadLetters;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the payroll office has to put right by hand, since Go has locked it: per employee and month, also as CSV. */
@RestController
@RequestMapping("/api/v1/companies/{company}/corrections")
class CorrectionsApi {

    private final Known known;
    private final DeadLetters deadLetters;

    CorrectionsApi(Known known, DeadLetters deadLetters) {
        this.known = known;
        this.deadLetters = deadLetters;
    }

    /** OPEN: still to be put right; SETTLED: put right by hand. */
    enum Wanted {
        OPEN,
        SETTLED
    }

    /**
     * One record that differs.
     *
     * @param project number and name as SmartDok has it now, or had it where the record is gone
     * @param smartdok quantity there, 0 where the record is gone
     * @param go quantity there, 0 where Go has none
     * @param difference SmartDok's minus Go's
     * @param settledBy null while it is open
     */
    record Row(
            long deadLetter,
            String entity,
            String sourceId,
            LocalDate date,
            String project,
            String projectBefore,
            String type,
            String typeBefore,
            BigDecimal smartdok,
            BigDecimal go,
            BigDecimal difference,
            String unit,
            String reason,
            String message,
            String settledBy,
            String note) {}

    /**
     * An employee's month.
     *
     * @param employee number; null for a viewer, as are name and rows
     * @param month null for records without a day
     * @param difference by unit: the sum of the rows
     */
    record EmployeeMonth(
            String employee, String name, YearMonth month, Map<String, BigDecimal> difference, List<Row> rows) {}

    @Operation(
            summary = "What Go has locked and SmartDok has otherwise, per employee and month",
            description = "Ask with Accept: text/csv for a file that a spreadsheet opens.")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Page<EmployeeMonth> corrections(
            @PathVariable String company,
            @RequestParam(required = false) YearMonth month,
            @RequestParam(required = false) String employee,
            @RequestParam(defaultValue = "OPEN") Wanted status,
            @Valid @ParameterObject Paging paging,
            Caller caller) {
        List<EmployeeMonth> all = months(company, month, employee, status, caller);
        int from = Math.min(all.size(), paging.page() * paging.size());
        int to = Math.min(all.size(), from + paging.size());
        return paging.page(all.subList(from, to), all.size());
    }

    @Operation(summary = "The same as a file", hidden = true)
    @GetMapping(produces = CorrectionsFile.CSV)
    ResponseEntity<byte[]> file(
            @PathVariable String company,
            @RequestParam(required = false) YearMonth month,
            @RequestParam(required = false) String employee,
            @RequestParam(defaultValue = "OPEN") Wanted status,
            Caller caller) {
        List<EmployeeMonth> all = months(company, month, employee, status, caller);
        String name = "rettelser-" + company + (month == null ? "" : "-" + month) + ".csv";
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .contentType(MediaType.parseMediaType(CorrectionsFile.CSV + ";charset=UTF-8"))
                .body(CorrectionsFile.of(all, caller.language()));
    }

    private List<EmployeeMonth> months(String company, YearMonth month, String employee, Wanted status, Caller caller) {
        known.company(company);
        record Key(String employee, String name, YearMonth month) {}
        Map<Key, List<Row>> grouped = new LinkedHashMap<>();
        deadLetters.locked(company, Status.valueOf(status.name())).stream()
                .filter(letter -> month == null || month.equals(month(letter)))
                .filter(letter -> employee == null || employee.equals(about(letter, "employee")))
                .sorted(ORDER)
                .forEach(letter -> grouped.computeIfAbsent(
                                new Key(
                                        caller.personal(about(letter, "employee")),
                                        caller.personal(about(letter, "name")),
                                        month(letter)),
                                key -> new ArrayList<>())
                        .add(row(letter, caller)));
        List<EmployeeMonth> months = new ArrayList<>();
        grouped.forEach((key, rows) -> months.add(
                new EmployeeMonth(key.employee(), key.name(), key.month(), sums(rows), caller.personal(rows))));
        return months;
    }

    private static final Comparator<DeadLetter> ORDER = Comparator.comparing(
                    CorrectionsApi::month, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(letter -> about(letter, "name"), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(letter -> about(letter, "employee"), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(DeadLetter::date, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(DeadLetter::id);

    private static Map<String, BigDecimal> sums(List<Row> rows) {
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        rows.forEach(row -> sums.merge(row.unit(), row.difference(), BigDecimal::add));
        return sums;
    }

    private static YearMonth month(DeadLetter letter) {
        return letter.date() == null ? null : YearMonth.from(letter.date());
    }

    /** A member of what SmartDok has now, else of what it had. */
    private static String about(DeadLetter letter, String member) {
        String now = text(letter.difference().path("now"), member);
        return now == null ? text(letter.difference().path("was"), member) : now;
    }

    private static String text(JsonNode node, String member) {
        JsonNode value = node.path(member);
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }

    private static Row row(DeadLetter letter, Caller caller) {
        JsonNode difference = letter.difference();
        return new Row(
                letter.id(),
                letter.entity(),
                letter.sourceId(),
                letter.date(),
                about(letter, "project"),
                text(difference.path("was"), "project"),
                about(letter, "type"),
                text(difference.path("was"), "type"),
                difference.path("source").decimalValue(),
                difference.path("held").decimalValue(),
                difference.path("difference").decimalValue(),
                difference.path("unit").asText(),
                letter.reason().code(),
                letter.message(caller.language()),
                letter.resolvedBy(),
                letter.note());
    }
}
