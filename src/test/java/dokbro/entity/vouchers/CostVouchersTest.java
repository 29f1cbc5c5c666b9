package dokbro.entity.vouchers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Json;
import dokbro.company.Company;
import dokbro.entity.Catalogue;
import dokbro.entity.Correction;
import dokbro.entity.Golden;
import dokbro.entity.Mapped;
import dokbro.entity.TestCompany;
import dokbro.entity.vouchers.VoucherFacts.Line;
import dokbro.failure.FailureClass;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CostVouchersTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 3);

    private final CostVouchers machineHours = new CostVouchers(CostKind.MACHINE_HOURS);
    private final CostVouchers goods = new CostVouchers(CostKind.GOODS_CONSUMPTION);

    static Stream<Path> machineHours() {
        return Golden.fixtures("machine-hours");
    }

    static Stream<Path> goodsConsumption() {
        return Golden.fixtures("goods-consumption");
    }

    @ParameterizedTest
    @MethodSource
    void machineHours(Path file) {
        Golden.check(machineHours, file);
    }

    @ParameterizedTest
    @MethodSource
    void goodsConsumption(Path file) {
        Golden.check(goods, file);
    }

    @Test
    void everyChangeReversesAndRepostsButPricesAndRowsAlone() {
        Golden.checkTouches(
                machineHours,
                TestCompany.standard(),
                "VoucherDate",
                "CurrencyCode",
                "Description",
                "ExternalImportReference",
                "VoucherLines",
                "ManualVoucherLines");
        assertThat(machineHours.patchable()).isEmpty();
        assertThat(machineHours.replaceable()).isTrue();
        assertThat(machineHours.touches(TestCompany.standard()).get("prices")).isEmpty();
    }

    @Test
    void aMachineThatCostsMoreFromNovemberLeavesOctobersVouchers() {
        VoucherFacts sent = facts(450, "450");
        assertThat(CostVouchers.keeping(facts(450, "480"), sent)).isEqualTo(sent);
        assertThat(CostVouchers.keeping(facts(480, "480"), sent)).isEqualTo(facts(480, "450"));
        assertThat(CostVouchers.keeping(facts(480, null), sent))
                .as("nor does a price that was taken away")
                .isEqualTo(facts(480, "450"));
    }

    @Test
    void aCorrectionIsInKroner() {
        assertThat(machineHours.correction(facts(450, "450"), locked(null)))
                .isEqualTo(new Correction(null, null, null, "Maskintimer", new BigDecimal("3375"), "kr"));
    }

    @Test
    void aMachineThatIsNewInTheGroupHasTodaysPrice() {
        VoucherFacts now = new VoucherFacts(
                DAY,
                "5001",
                null,
                List.of(line("18", 60)),
                new TreeMap<>(Map.of("18", new BigDecimal("100"))),
                List.of());
        assertThat(CostVouchers.keeping(now, facts(450, "450"))).isEqualTo(now);
    }

    @Test
    void aCorrectionOfALockedVoucherIsTheDifferenceOnTheFirstOpenDay() {
        Mapped mapped = machineHours.difference(
                "2026-11-03:p5001",
                2,
                facts(450, "450"),
                facts(390, "450"),
                TestCompany.standard(),
                locked("2026-11-10"));
        JsonNode voucher = mapped.payload();
        assertThat(voucher.get("VoucherDate").asText()).isEqualTo("2026-11-11");
        assertThat(voucher.get("ExternalImportReference").asText()).isEqualTo("SD-MH-2026-11-03:p5001/2");
        assertThat(voucher.get("Description").asText()).startsWith("Rettelse: Maskintimer 03.11.2026");
        assertThat(voucher.at("/VoucherLines/0/CurrencyAmount").decimalValue()).isEqualByComparingTo("-450");
        assertThat(voucher.at("/VoucherLines/0/Quantity").decimalValue()).isEqualByComparingTo("-1");
        assertThat(voucher.at("/VoucherLines/0/PostingDate").asText()).isEqualTo("2026-11-11");
        assertThat(voucher.at("/VoucherLines/1/CurrencyAmount").decimalValue()).isEqualByComparingTo("450");
    }

    /** A row is a voucher of its own, and its hours were moved to another project after the lock. */
    @Test
    void ofALockedVoucherThatMovedTheCostLeavesOneProjectAndComesToTheOther() {
        VoucherFacts sent = facts(450, "450");
        VoucherFacts now = new VoucherFacts(DAY, "5002", null, sent.lines(), sent.prices(), List.of());
        Mapped mapped = machineHours.difference("812:17", 2, sent, now, TestCompany.standard(), locked("2026-11-10"));
        assertThat(mapped.payload().get("VoucherLines")).hasSize(2);
        assertThat(mapped.payload().at("/VoucherLines/0/CurrencyAmount").decimalValue())
                .isEqualByComparingTo("-3375");
        assertThat(mapped.payload().at("/VoucherLines/1/CurrencyAmount").decimalValue())
                .isEqualByComparingTo("3375");
        assertThat(mapped.references().get("/VoucherLines/0/ProjectId").sourceId())
                .isEqualTo("5001");
        assertThat(mapped.references().get("/VoucherLines/1/ProjectId").sourceId())
                .isEqualTo("5002");
    }

    @Test
    void ofALockedVoucherThatShouldBeGoneTheDifferenceIsAllOfIt() {
        JsonNode voucher = machineHours
                .difference(
                        "2026-11-03:p5001", 2, facts(450, "450"), null, TestCompany.standard(), locked("2026-11-10"))
                .payload();
        assertThat(voucher.at("/VoucherLines/0/CurrencyAmount").decimalValue()).isEqualByComparingTo("-3375");
        assertThat(voucher.at("/VoucherLines/0/Quantity").decimalValue()).isEqualByComparingTo("-7.5");
    }

    @Test
    void aCorrectionOfALockedVoucherMayBeATask() {
        Company tasks = TestCompany.with("{'machineHours': {'lateAreTasks': true}}");
        assertThatThrownBy(() -> machineHours.difference(
                        "k", 2, facts(450, "450"), facts(390, "450"), tasks, locked("2026-11-10")))
                .isInstanceOfSatisfying(RecordFailure.class, failure -> {
                    assertThat(failure.reason()).isEqualTo(Reason.PERIOD_LOCKED);
                    assertThat(failure.reason().failureClass()).isEqualTo(FailureClass.LOCKED);
                });
    }

    @ParameterizedTest
    @CsvSource({"17, 1, 450", "18, 1, 333.33", "17, 59, 450", "18, 7, 0.07", "17, 1439, 1234.56"})
    void everyVoucherBalances(String machine, int minutes, String price) {
        VoucherFacts facts = new VoucherFacts(
                DAY,
                "5001",
                null,
                List.of(line("17", 37), line(machine + "x", minutes)),
                new TreeMap<>(Map.of("17", new BigDecimal("450.55"), machine + "x", new BigDecimal(price))),
                List.of());
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode line : machineHours
                .map("k", 1, facts, TestCompany.standard(), locked(null))
                .payload()
                .get("VoucherLines")) {
            BigDecimal amount = line.get("CurrencyAmount").decimalValue();
            assertThat(amount.scale()).as("whole øre").isLessThanOrEqualTo(2);
            assertThat(amount.signum()).isNotZero();
            sum = sum.add(amount);
        }
        assertThat(sum).isEqualByComparingTo("0");
    }

    @Test
    void referencesHoldTheLongestKey() {
        String longest = "130000001:1000000:12";
        assertThat(machineHours
                        .map(longest, 99, facts(450, "450"), TestCompany.standard(), locked(null))
                        .payload()
                        .get("ExternalImportReference")
                        .asText())
                .isEqualTo("SD-MH-130000001:1000000:12/99")
                .hasSizeLessThanOrEqualTo(50);
    }

    private static VoucherFacts facts(int minutes, String price) {
        return new VoucherFacts(
                DAY,
                "5001",
                null,
                List.of(line("17", minutes)),
                new TreeMap<>(price == null ? Map.of() : Map.of("17", new BigDecimal(price))),
                List.of("1:17"));
    }

    private static Line line(String machine, int minutes) {
        return new Line(machine, BigDecimal.valueOf(minutes));
    }

    private static Catalogue locked(String date) {
        return Json.value(
                "{\"projects\": {}, \"lockDate\": " + (date == null ? "null" : "\"" + date + "\"") + "}",
                Catalogue.class);
    }
}
