package dokbro.console;

import dokbro.console.Paging.Page;
import dokbro.deadletter.DeadLetter.Status;
import dokbro.deadletter.DeadLetters;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
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
     * @param smartdok quantity there, 0 where the record is gone or has moved away
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
     * @param difference by unit, and for additions by their kind: the sum of the rows
     */
    record EmployeeMonth(
            String employee, String name, YearMonth month, Map<String, BigDecimal> difference, List<Row> rows) {}

    @Operation(
            summary = "What Go has locked and SmartDok has otherwise, per employee and month",
            description = "Ask with Accept: text/csv or format=csv for a file that a spreadsheet opens.")
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Page<EmployeeMonth> corrections(
            @PathVariable String company,
            @RequestParam(required = false) YearMonth month,
            @RequestParam(required = false) String employee,
            @RequestParam(defaultValue = "OPEN") Wanted status,
            @RequestParam(required = false) Format format,
            @RequestParam(required = false) Lang lang,
            @Valid @ParameterObject Paging paging,
            Caller asking) {
        Caller caller = in(lang, asking);
        List<EmployeeMonth> all = months(company, month, employee, status, caller);
        return paging.of(all);
    }

    @Operation(summary = "The same as a file", hidden = true)
    @GetMapping(produces = CorrectionsFile.CSV)
    ResponseEntity<byte[]> file(
            @PathVariable String company,
            @RequestParam(required = false) YearMonth month,
            @RequestParam(required = false) String employee,
            @RequestParam(defaultValue = "OPEN") Wanted status,
            @RequestParam(required = false) Format format,
            @RequestParam(required = false) Lang lang,
            Caller asking) {
        Caller caller = in(lang, asking);
        List<EmployeeMonth> all = months(company, month, employee, status, caller);
        String name = "rettelser-" + company + (month == null ? "" : "-" + month) + ".csv";
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .contentType(MediaType.parseMediaType(CorrectionsFile.CSV + ";charset=UTF-8"))
                .body(CorrectionsFile.of(all, caller.language()));
    }

    /** For a link on a page, which cannot set a header. */
    @Operation(summary = "The same as a file", hidden = true)
    @GetMapping(params = "format=csv")
    ResponseEntity<byte[]> fileByName(
            @PathVariable String company,
            @RequestParam(required = false) YearMonth month,
            @RequestParam(required = false) String employee,
            @RequestParam(defaultValue = "OPEN") Wanted status,
            @RequestParam Format format,
            @RequestParam(required = false) Lang lang,
            Caller caller) {
        return file(company, month, employee, status, format, lang, caller);
    }

    /** The language of the answer where it is not that of Accept-Language. */
    enum Lang {
        nb,
        en
    }

    enum Format {
        json,
        csv
    }

    private static Caller in(Lang lang, Caller caller) {
        return lang == null ? caller : new Caller(caller.name(), caller.operator(), lang.name());
    }

    private List<EmployeeMonth> months(String company, YearMonth month, String employee, Wanted status, Caller caller) {
        known.company(company);
        record Key(String employee, String name, YearMonth month) {}
        Map<Key, List<Row>> grouped = new LinkedHashMap<>();
        deadLetters.locked(company, Status.valueOf(status.name())).stream()
                .flatMap(letter -> CorrectionLine.of(letter).stream())
                .filter(line -> month == null || month.equals(line.month()))
                .filter(line -> employee == null || employee.equals(line.employee()))
                .sorted(CorrectionLine.ORDER)
                .forEach(line -> grouped.computeIfAbsent(
                                new Key(caller.personal(line.employee()), caller.personal(line.name()), line.month()),
                                key -> new ArrayList<>())
                        .add(line.row(caller)));
        List<EmployeeMonth> months = new ArrayList<>();
        grouped.forEach((key, rows) -> months.add(
                new EmployeeMonth(key.employee(), key.name(), key.month(), sums(rows), caller.personal(rows))));
        return months;
    }

    /** Kilometres and per diems are no sum, and the hours that an addition is paid for are no more hours. */
    private static String summedAs(Row row) {
        boolean addition = row.entity().equals("additions") && row.type() != null;
        return addition ? row.type() + ", " + row.unit() : row.unit();
    }

    /** Hours may have thirds; their sum has not. */
    private static Map<String, BigDecimal> sums(List<Row> rows) {
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        rows.forEach(row -> sums.merge(summedAs(row), row.difference(), BigDecimal::add));
        sums.replaceAll((unit, sum) -> sum.setScale(2, RoundingMode.HALF_UP));
        return sums;
    }
}
