package dokbro.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Site;
import dokbro.sandbox.smartdok.HoursDraft;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Additions of a {@link Site}: what its registrations carry, and the salary lines they have become. */
final class PayOffice {

    /** The link key, dead letters and route of additions. */
    static final String ADDITIONS = "additions";

    static final String LINES = "/v2/SalaryLines";

    private final Site site;

    PayOffice(Site site) {
        this.site = site;
    }

    /** Adds an addition, named by its code; "0" is what a ticked one carries. */
    Consumer<HoursDraft> with(String code, String amount) {
        return with(code, amount, null);
    }

    Consumer<HoursDraft> with(String code, String amount, String comment) {
        return draft -> draft.addition(site.office().id("additions", code), new BigDecimal(amount), comment);
    }

    Consumer<HoursDraft> perDiem(String code) {
        return draft -> draft.allowance(site.office().id("per-diems", code));
    }

    /** An approved registration of 7.5 hours with this. */
    int registration(String employee, LocalDate date, Consumer<HoursDraft> carries) {
        return site.hours(employee, date, carries);
    }

    void edit(int id, Consumer<HoursDraft> change) {
        site.office().edit(id, change);
    }

    /** The link's source id of an addition. */
    String key(int id, String code) {
        return id + ":" + site.office().id("additions", code);
    }

    static String diet(int id) {
        return id + ":diet";
    }

    /** The wire log is empty before. */
    Map<String, Long> run() {
        site.forget();
        return Site.counts(site.run(ADDITIONS));
    }

    Map<String, Long> night() {
        site.forget();
        return Site.counts(site.deepRun(ADDITIONS));
    }

    /** Nothing is sent, and this is what it counts. */
    void quiet(Map<String, Long> counts) {
        assertThat(run()).isEqualTo(counts);
        assertThat(Site.calls(site.goWrites())).isEmpty();
    }

    /** Lines that no user has deleted. */
    List<JsonNode> lines() {
        return site.go().salaryLines().stream()
                .filter(line -> !line.get("IsDeletedByUser").asBoolean())
                .toList();
    }

    /** The one line with this reference. */
    JsonNode line(String reference) {
        List<JsonNode> found = lines().stream()
                .filter(line ->
                        reference.equals(line.get("ExternalImportReference").asText()))
                .toList();
        assertThat(found).as("lines with %s", reference).hasSize(1);
        return found.get(0);
    }

    String payItem(String code) {
        return site.go().records("/PayItems").stream()
                .filter(item -> item.get("Code").asText().equals(code))
                .findFirst()
                .orElseThrow()
                .get("Id")
                .asText();
    }

    long employee(String number) {
        return site.goId("/Employees", "Number", number);
    }

    long project(String code) {
        return site.goId("/Projects", "Code", code);
    }

    static String reference(String key) {
        return "SD-AD-" + key;
    }

    /** Quantities of all lines, by pay item code. */
    Map<String, BigDecimal> quantities() {
        Map<String, String> codes = new TreeMap<>();
        site.go()
                .records("/PayItems")
                .forEach(item ->
                        codes.put(item.get("Id").asText(), item.get("Code").asText()));
        Map<String, BigDecimal> sums = new TreeMap<>();
        lines().forEach(line -> sums.merge(
                codes.get(line.get("PayItemId").asText()), line.get("Quantity").decimalValue(), BigDecimal::add));
        return sums;
    }
}
