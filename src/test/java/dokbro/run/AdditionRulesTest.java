package dokbro.run;

import static dokbro.Site.HOURS;
import static dokbro.run.PayOffice.ADDITIONS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Json;
import dokbro.OfficeFile;
import dokbro.Site;
import dokbro.Sites;
import dokbro.SyncTest;
import dokbro.TestTime;
import dokbro.deadletter.DeadLetter.Status;
import dokbro.failure.Reason;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What an office decides about additions, and what Go and the registers must have for them. */
@SyncTest
class AdditionRulesTest {

    private static final LocalDate DAY = TestTime.today().minusDays(2);

    @Autowired
    private Site.Parts parts;

    private Site site;
    private PayOffice pay;
    private OfficeFile file;

    @BeforeEach
    void office() {
        file = new OfficeFile(parts).write(yaml -> yaml);
        site = parts.site(Sites.OFFICE).reset().masterData();
        pay = new PayOffice(site);
        site.keeper();
    }

    @AfterEach
    void gone() {
        file.close();
    }

    private void additions(String settings) {
        file.write(yaml -> yaml.replace("entities:", "entities:\n  additions: {" + settings + "}"));
    }

    private void mappings(String mapping) {
        file.write(yaml -> yaml.replace("mappings:", "mappings:\n  " + mapping));
    }

    private void payItem(String code, String members) {
        site.go().accounting().change("pay-items", pay.payItem(code), Json.tree(members));
    }

    private void quantities(Object... codesAndQuantities) {
        Map<String, BigDecimal> expected = new java.util.TreeMap<>();
        for (int i = 0; i < codesAndQuantities.length; i += 2) {
            expected.put((String) codesAndQuantities[i], new BigDecimal((String) codesAndQuantities[i + 1]));
        }
        Map<String, BigDecimal> found = new java.util.TreeMap<>();
        pay.quantities()
                .forEach((code, quantity) -> found.put(
                        code, new BigDecimal(quantity.stripTrailingZeros().toPlainString())));
        assertThat(found).isEqualTo(expected);
    }

    private void created(long count) {
        assertThat(pay.run()).isEqualTo(Map.of("read", count, "created", count));
    }

    private void skipped(int id, String key, String why) {
        site.forget();
        var run = site.run(ADDITIONS);
        assertThat(Site.counts(run)).isEqualTo(Map.of("read", 1L, "skipped", 1L));
        assertThat(site.records(run)).singleElement().satisfies(record -> {
            assertThat(record.sourceId()).isEqualTo(id + key);
            assertThat(record.reason()).isEqualTo(why);
        });
        assertThat(site.goWrites()).isEmpty();
        assertThat(site.rows("dead_letter")).isZero();
    }

    private void refused(Reason reason) {
        pay.quiet(Map.of("read", 1L, "dead", 1L));
        assertThat(site.openLetters(ADDITIONS)).singleElement().satisfies(letter -> {
            assertThat(letter.reason()).isEqualTo(reason);
            assertThat(letter.status()).isEqualTo(Status.OPEN);
        });
    }

    /** 11 h day with a tick-box addition (bastillegg) and 3 h overtime 50 % as unit addition: 11 h of the hour type; salary lines 11 and 3. */
    @Test
    void elevenHoursWithATickBoxAndThreeHoursOfOvertime() {
        int id = pay.registration(
                "101",
                DAY,
                pay.with("210", "0")
                        .andThen(pay.with("310", "3"))
                        .andThen(draft -> draft.time(LocalTime.of(7, 0), LocalTime.of(18, 30), 30)));
        created(2);
        quantities("210", "11", "310", "3");
        site.run(HOURS);
        assertThat(site.entry("[SD-" + id + ".1]").get("Quantity").asInt()).isEqualTo(660);
    }

    /** Unit addition with a negative quantity (regulering): sent as it is. */
    @Test
    void aNegativeUnitAdditionIsSentAsItIs() {
        pay.registration("101", DAY, pay.with("330", "-2.5", "Regulering"));
        created(1);
        quantities("330", "-2.5");
    }

    @Test
    void quantityZeroIsNothing() {
        int id = pay.registration("101", DAY, pay.with("330", "0"));
        skipped(id, ":" + site.office().id("additions", "330"), "zero");
    }

    /** Additions not marked for export (HMS tick-box, price only): skipped, "not for payroll"; no dead letter every day. */
    @ParameterizedTest
    @CsvSource({"230, 0", "390, 1"})
    void notMarkedForExportIsSkipped(String code, String amount) {
        int id = pay.registration("101", DAY, pay.with(code, amount));
        skipped(id, ":" + site.office().id("additions", code), "not-for-payroll");
    }

    @Test
    void notMarkedForExportIsSentWhereTheOfficeWantsIt() {
        site.office().change("additions", site.office().id("additions", "340"), row -> row.put("Export", false));
        additions("not-exported: send");
        pay.registration("101", DAY, pay.with("340", "1"));
        created(1);
    }

    @Test
    void mappedToSkipIsNeverSent() {
        mappings("additions: {\"340\": skip}");
        int id = pay.registration("101", DAY, pay.with("340", "1"));
        skipped(id, ":" + site.office().id("additions", "340"), "mapped-skip");
    }

    @Test
    void aPerDiemMappedToSkipIsNeverSent() {
        mappings("per-diems: {\"701\": skip}");
        int id = pay.registration("101", DAY, pay.perDiem("701"));
        skipped(id, ":diet", "mapped-skip");
    }

    /** Wage types for hired-in people. */
    @Test
    void additionsOfHiredInPeopleAreSkipped() {
        file.write(yaml -> yaml.replace("{\"Innleid\": skip}", "{\"Fastlønn\": skip}"));
        int id = pay.registration(
                "101",
                DAY,
                pay.with("340", "1").andThen(draft -> draft.wage(site.office().id("wage-types", "110"))));
        skipped(id, ":" + site.office().id("additions", "340"), "mapped-skip");
    }

    @Test
    void aMappedCodeGoesToThatPayItem() {
        mappings("additions: {\"340\": \"330\"}");
        site.run("reference-data");
        pay.registration("101", DAY, pay.with("340", "1"));
        created(1);
        quantities("330", "1");
    }

    @Test
    void aMappedCodeThatGoDoesNotHaveIsRefused() {
        mappings("additions: {\"340\": \"9999\"}");
        pay.registration("101", DAY, pay.with("340", "1"));
        refused(Reason.NO_PAY_ITEM);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"IsActive\":false}|PAY_ITEM_INACTIVE",
                "{\"Rate\":null}|PAY_ITEM_NEEDS_RATE",
                "{\"ProcessingType\":\"FixedAmount\"}|PAY_ITEM_NEEDS_AMOUNT",
                "{\"ProcessingType\":\"FreeCar\"}|PAY_ITEM_UNFIT"
            })
    void aPayItemThatCannotTakeTheAddition(String members, Reason reason) {
        payItem("340", members);
        pay.registration("101", DAY, pay.with("340", "2"));
        refused(reason);
        payItem("340", "{\"IsActive\":true,\"Rate\":65,\"ProcessingType\":\"QuantityAndFixedRate\"}");
        created(1);
    }

    @Test
    void anAmountIsMadeOfSmartDoksRate() {
        payItem("340", "{\"ProcessingType\":\"FixedAmountWithQuantity\",\"Rate\":null}");
        additions("rate: smartdok");
        int id = pay.registration("101", DAY, pay.with("340", "2"));
        created(1);
        JsonNode line = pay.line("SD-AD-" + pay.key(id, "340"));
        assertThat(line.get("Amount").decimalValue()).isEqualByComparingTo("130");
        assertThat(line.get("Rate").isNull()).isTrue();
        pay.edit(id, draft -> pay.with("340", "3").accept(draft.withoutAdditions()));
        assertThat(pay.run()).isEqualTo(Map.of("read", 1L, "updated", 1L));
        assertThat(pay.line("SD-AD-" + pay.key(id, "340")).get("Amount").decimalValue())
                .isEqualByComparingTo("195");
    }

    /** A changed rate rewrites no history. */
    @Test
    void aLineKeepsTheRateThatItWasSentWith() {
        additions("rate: smartdok");
        int id = pay.registration("101", DAY, pay.with("340", "2"));
        created(1);
        site.office().change("additions", site.office().id("additions", "340"), row -> row.put("Rate", 70));
        pay.quiet(Map.of("read", 1L, "unchanged", 1L));
        pay.edit(id, draft -> pay.with("340", "3").accept(draft.withoutAdditions()));
        assertThat(pay.run()).isEqualTo(Map.of("read", 1L, "updated", 1L));
        JsonNode line = pay.line("SD-AD-" + pay.key(id, "340"));
        assertThat(line.get("Rate").decimalValue()).isEqualByComparingTo("65");
        assertThat(line.get("Quantity").decimalValue()).isEqualByComparingTo("3");
    }

    @Test
    void aTickBoxCountsOneWhereTheOfficeSaysSo() {
        additions("addition-quantity: {default: hours, \"210\": one}");
        int id = pay.registration("101", DAY, pay.with("210", "0").andThen(pay.with("220", "0")));
        created(2);
        quantities("210", "1", "220", "8");
        file.write(yaml -> yaml);
        pay.quiet(Map.of("read", 2L, "unchanged", 2L));
        assertThat(site.link(ADDITIONS, pay.key(id, "210"))
                        .facts()
                        .get("flatQuantity")
                        .asText())
                .isEqualTo("ONE");
    }

    @Test
    void anAdditionOnAbsenceHasNoProject() {
        int id = pay.registration(
                "101",
                DAY,
                pay.with("340", "1").andThen(draft -> draft.wage(site.office().id("wage-types", "530"))));
        created(1);
        assertThat(pay.line("SD-AD-" + pay.key(id, "340")).get("ProjectId").isNull())
                .isTrue();
    }

    @Test
    void aProjectThatGoDoesNotHaveWaits() {
        pay.registration(
                "101",
                DAY,
                pay.with("340", "1")
                        .andThen(draft -> draft.project(site.office().id("projects", "9000"), null)));
        assertThat(pay.run()).isEqualTo(Map.of("read", 1L, "waiting", 1L));
        assertThat(site.openLetters(ADDITIONS)).singleElement().satisfies(letter -> {
            assertThat(letter.reason()).isEqualTo(Reason.NOT_LINKED);
            assertThat(letter.status()).isEqualTo(Status.WAITING);
        });
    }

    @Test
    void theDefaultProjectTakesThem() {
        file.write(yaml -> yaml + "default-project: \"1010\"\ndefault-project-for: [\"9000\"]\n");
        site.run("reference-data");
        int id = pay.registration(
                "101",
                DAY,
                pay.with("340", "1")
                        .andThen(draft -> draft.project(site.office().id("projects", "9000"), null)));
        created(1);
        assertThat(pay.line("SD-AD-" + pay.key(id, "340")).get("ProjectId").asLong())
                .isEqualTo(pay.project("1010"));
    }

    @Test
    void aDepartmentGoesAlong() {
        int id = pay.registration(
                "101",
                DAY,
                pay.with("340", "1")
                        .andThen(draft -> draft.department(site.office().id("departments", "20"))));
        created(1);
        assertThat(pay.line("SD-AD-" + pay.key(id, "340")).get("DepartmentId").asLong())
                .isEqualTo(site.goId("/Departments", "Code", "20"));
    }

    private static UnaryOperator<String> split(LocalDate from) {
        return yaml -> yaml.replace(
                        "{default-activity",
                        "{split-overtime: true, split-overtime-from: " + from + ", default-activity")
                .replace("mappings:", "mappings:\n  overtime: {\"310\": \"Overtid 50 %\"}");
    }

    private int minutes(int id, String part) {
        return site.entry("[SD-" + id + part + ".1]").get("Quantity").asInt();
    }

    /** Each hour is paid once: the entries' sum is the registration's, and the addition is no salary line. */
    @Test
    void overtimeOfItsOwnIsNoSalaryLine() {
        file.write(split(DAY));
        site.run("reference-data");
        int id = pay.registration("101", DAY, pay.with("310", "2").andThen(pay.with("340", "1")));
        int before = pay.registration("102", DAY.minusDays(1), pay.with("310", "2"));
        assertThat(Site.counts(site.run(HOURS))).containsEntry("created", 4L);
        String overtime = ":" + site.office().id("additions", "310");
        assertThat(site.go().entries().stream()
                        .filter(entry -> entry.get("InternalComment").asText().contains("[SD-" + id))
                        .map(entry -> entry.get("Quantity").asInt())
                        .sorted())
                .containsExactly(120, 360);
        assertThat(site.go().entries().stream()
                        .filter(entry -> entry.get("InternalComment").asText().contains("[SD-" + id))
                        .filter(entry -> entry.get("Quantity").asInt() == 120)
                        .map(entry -> entry.get("HourTypeId").asLong()))
                .containsExactly(site.goId("/TimeTracking/HourType", "Name", "Overtid 50 %"));
        assertThat(minutes(before, "")).isEqualTo(480);
        assertThat(pay.run()).isEqualTo(Map.of("read", 3L, "created", 2L, "skipped", 1L));
        quantities("310", "2", "340", "1");
        assertThat(site.hasLink(ADDITIONS, id + overtime)).isFalse();
        pay.quiet(Map.of("read", 3L, "unchanged", 2L, "skipped", 1L));
        site.forget();
        site.run(HOURS);
        assertThat(site.goWrites()).isEmpty();
    }

    /** The first day is moved back: the hours become an entry, so the line that was sent goes. */
    @Test
    void overtimeThatBecomesAnEntryLeavesThePayroll() {
        int id = pay.registration("101", DAY, pay.with("310", "2"));
        site.run(HOURS);
        created(1);
        file.write(split(DAY));
        site.run("reference-data");
        site.run(HOURS);
        assertThat(pay.run()).isEqualTo(Map.of("read", 1L, "deleted", 1L));
        assertThat(pay.lines()).isEmpty();
        assertThat(site.go().entries().stream()
                        .filter(entry -> entry.get("InternalComment").asText().contains("[SD-" + id))
                        .mapToInt(entry -> entry.get("Quantity").asInt())
                        .sum())
                .isEqualTo(480);
        pay.quiet(Map.of("read", 1L, "skipped", 1L));
    }
}
