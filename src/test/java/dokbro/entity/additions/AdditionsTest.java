package dokbro.entity.additions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Json;
import dokbro.company.AdditionsSettings.FlatQuantity;
import dokbro.company.Company;
import dokbro.entity.Catalogue;
import dokbro.entity.Correction;
import dokbro.entity.Golden;
import dokbro.entity.TestCompany;
import dokbro.entity.additions.AdditionFacts.Kind;
import dokbro.failure.FailureClass;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AdditionsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 3);

    private final Additions entity = new Additions();

    static Stream<Path> fixtures() {
        return Golden.fixtures("additions");
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void fixture(Path file) {
        Golden.check(entity, file);
    }

    @Test
    void touches() {
        Golden.checkTouches(
                entity,
                TestCompany.standard(),
                "EmployeeId",
                "PayItemId",
                "Quantity",
                "Amount",
                "Rate",
                "ProjectId",
                "DepartmentId",
                "Comment");
        assertThat(entity.marked()).containsExactly("ExternalImportReference");
        assertThat(entity.replaceable()).isTrue();
    }

    @Test
    void aNewLineOfADayAfterPayThroughWaitsForTheNextPayroll() {
        Company october = TestCompany.standard().withPayThrough(LocalDate.of(2026, 11, 2));
        RecordFailure waits = entity.waits(facts(FlatQuantity.HOURS, "7.5", null), october);
        assertThat(waits.reason()).isEqualTo(Reason.AFTER_PAY_THROUGH);
        assertThat(waits.reason().failureClass()).isEqualTo(FailureClass.DEPENDENCY);
        assertThat(waits.arguments()).containsExactly("2026-11-03", "2026-11-02");
        assertThat(entity.waits(facts(FlatQuantity.HOURS, "7.5", null), october.withPayThrough(DAY)))
                .as("the last day itself is paid")
                .isNull();
        assertThat(entity.waits(facts(FlatQuantity.HOURS, "7.5", null), TestCompany.standard()))
                .as("no date, no waiting")
                .isNull();
    }

    @Test
    void aChangedSettingRewritesNoHistory() {
        AdditionFacts sent = facts(FlatQuantity.HOURS, "7", "25");
        AdditionFacts now = facts(FlatQuantity.ONE, "1", "30");
        assertThat(Additions.keeping(now, sent)).isEqualTo(facts(FlatQuantity.HOURS, "7.5", "25"));
        assertThat(Additions.keeping(facts(FlatQuantity.HOURS, "7.5", null), facts(FlatQuantity.ONE, "1", null)))
                .isEqualTo(facts(FlatQuantity.ONE, "1", null));
    }

    @Test
    void whatWasSentIsKeptWhereTheTargetHoldsIt() {
        ObjectNode source = registration("7", "u", "2026-11-03", 81);
        Catalogue rated = Json.value(
                "{\"perDiems\": {\"81\": {\"id\": \"81\", \"number\": \"D1\", \"name\": \"Diett\", \"export\": true,"
                        + " \"rate\": 640}}, \"employees\": {\"u\": {\"id\": \"u\", \"number\": \"1\", \"name\": \"Ola\"}},"
                        + " \"wageTypes\": {\"1\": {\"id\": \"1\", \"name\": \"Timelønn\"}},"
                        + " \"projects\": {\"1\": {\"id\": \"1\", \"number\": \"1001\", \"name\": \"Garasje\"}}, \"activities\": {}}",
                Catalogue.class);
        Company smartdok = TestCompany.with("{'additions': {'rateOfSmartDok': true}}");
        AdditionFacts fresh = entity.parts(source, smartdok, rated).get(0).facts();
        assertThat(fresh.rate()).isEqualByComparingTo("640");
        AdditionFacts sent = fresh.with(null, BigDecimal.ONE, new BigDecimal("634"));
        assertThat(entity.parts(source, smartdok, rated, Map.of("7:diet", sent))
                        .get(0)
                        .facts())
                .isEqualTo(sent);
        assertThat(entity.parts(source, smartdok, rated, Map.of("8:diet", sent))
                        .get(0)
                        .facts())
                .isEqualTo(fresh);
    }

    @Test
    void aCorrectionNamesWhoAndWhat() {
        Correction correction = entity.correction(perDiem("83", "1"), catalogue());
        assertThat(correction)
                .isEqualTo(new Correction(null, null, null, "diett D9 Ikke til lønn", BigDecimal.ONE, "stk"));
        assertThat(entity.held(Json.tree("{\"Quantity\": 2.5}"), TestCompany.standard()))
                .isEqualByComparingTo("2.5");
        assertThat(entity.held(Json.tree("{}"), TestCompany.standard())).isNull();
    }

    @Test
    void anotherPerDiemIsAnotherRate() {
        AdditionFacts sent = perDiem("81", "634");
        assertThat(Additions.keeping(perDiem("82", "315"), sent)).isEqualTo(perDiem("82", "315"));
        assertThat(Additions.keeping(perDiem("81", "640"), sent)).isEqualTo(sent);
    }

    @Test
    void thePerDiemOfADayGoesOnceAndTheOthersNameIt() {
        List<JsonNode> day = List.of(
                registration("20", "u", "2026-11-03", 81),
                registration("9", "u", "2026-11-03", 81),
                registration("30", "u", "2026-11-03", 82),
                registration("31", "v", "2026-11-03", 81),
                registration("32", "u", "2026-11-04", 81),
                registration("8", "u", "2026-11-03", 0));
        assertThat(taken(day, Set.of())).containsExactly("9", null, "9", null, null, null);
        assertThat(taken(day, Set.of("30:diet")))
                .as("what Go has already stays")
                .containsExactly("30", "30", null, null, null, null);
    }

    @Test
    void aPerDiemThatIsNeverSentTakesNoDay() {
        List<JsonNode> day =
                List.of(registration("1", "u", "2026-11-03", 83), registration("2", "u", "2026-11-03", 81));
        assertThat(taken(day, Set.of())).containsExactly(null, null);
    }

    @ParameterizedTest
    @CsvSource({"WageId, ''", "Amount, tre", "WageId, {}"})
    void anAdditionThatCannotBeReadIsRefusedWithItsRegistration(String member, String value) {
        ObjectNode source = registration("7", "u", "2026-11-03", 0);
        ObjectNode row = source.putArray("AdditionRegistrations").addObject().put("WageId", 1);
        if (value.equals("{}")) {
            row.putObject(member);
        } else {
            row.put(member, value);
        }
        assertThatThrownBy(() -> entity.parts(source, TestCompany.standard(), catalogue()))
                .isInstanceOfSatisfying(RecordFailure.class, failure -> {
                    assertThat(failure.reason()).isEqualTo(Reason.UNREADABLE);
                    assertThat(failure.arguments().get(0)).contains("timeregistrering 7");
                });
    }

    @Test
    void aListThatIsNone() {
        ObjectNode source = registration("7", "u", "2026-11-03", 0).put("AdditionRegistrations", "ingen");
        assertThatThrownBy(() -> entity.parts(source, TestCompany.standard(), catalogue()))
                .isInstanceOfSatisfying(
                        RecordFailure.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.UNREADABLE));
    }

    private static List<String> taken(List<JsonNode> day, Set<String> linked) {
        return new PerDiemDays(TestCompany.standard(), catalogue())
                .told(day, linked::contains).stream()
                        .map(node -> node.path(PerDiemDays.TAKEN_BY).asText(null))
                        .toList();
    }

    private static ObjectNode registration(String id, String user, String date, int allowance) {
        return Json.mapper()
                .createObjectNode()
                .put("Id", id)
                .put("UserId", user)
                .put("Date", date)
                .put("TimeFrom", "07:00:00")
                .put("TimeTo", "15:00:00")
                .put("ProjectId", 1)
                .put("WageId", 1)
                .put("AllowanceId", allowance);
    }

    private static Catalogue catalogue() {
        return new Catalogue(
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of("83", new Catalogue.PerDiem("83", "D9", "Ikke til lønn", false, null)),
                Map.of(),
                Map.of(),
                null,
                Map.of(),
                null);
    }

    private static AdditionFacts facts(FlatQuantity counted, String quantity, String rate) {
        return new AdditionFacts(
                Kind.ADDITION,
                "93001",
                "u",
                DAY,
                450,
                counted,
                new BigDecimal(quantity),
                rate == null ? null : new BigDecimal(rate),
                false,
                "1",
                null,
                null);
    }

    private static AdditionFacts perDiem(String type, String rate) {
        return new AdditionFacts(
                Kind.PER_DIEM, type, "u", DAY, 450, null, BigDecimal.ONE, new BigDecimal(rate), false, "1", null, null);
    }
}
