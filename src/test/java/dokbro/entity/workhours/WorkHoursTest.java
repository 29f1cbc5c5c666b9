package dokbro.entity.workhours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Json;
import dokbro.company.Company;
import dokbro.entity.Catalogue;
import dokbro.entity.Golden;
import dokbro.entity.Mapped;
import dokbro.entity.TestCompany;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WorkHoursTest {

    private final WorkHours entity = new WorkHours();

    static Stream<Path> fixtures() {
        return Golden.fixtures("work-hours");
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void fixture(Path file) {
        Golden.check(entity, file);
    }

    private static final String[] MEMBERS = {
        "EmployeeId",
        "ActivityTimeId",
        "HourTypeId",
        "ProjectId",
        "DepartmentId",
        "Date",
        "Quantity",
        "BillableQuantity",
        "FromTime",
        "ToTime",
        "BreakTime",
        "InternalComment",
        "ExternalComment"
    };

    @Test
    void touches() {
        Company times = TestCompany.with("{'workHours': {'sendTimes': true}}");
        Golden.checkTouches(entity, TestCompany.standard(), MEMBERS);
        Golden.checkTouches(entity, times, MEMBERS);
        Map<String, Set<String>> standard = entity.touches(TestCompany.standard());
        assertThat(standard.get("minutes")).containsExactlyInAnyOrder("Quantity", "BillableQuantity");
        assertThat(standard.get("from"))
                .as("without times a shift moved by an hour is no change")
                .isEmpty();
        assertThat(entity.touches(times).get("from")).containsExactly("FromTime");
        assertThat(entity.touches(times).get("minutes"))
                .contains("FromTime", "ToTime", "BreakTime")
                .anyMatch(member -> !entity.patchable().contains(member));
        assertThat(standard.get("comment")).containsExactly("InternalComment");
        assertThat(entity.touches(TestCompany.with("{'workHours': {'comments': 'NONE'}}"))
                        .get("comment"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"3, 0", "0.33, 1.5", "1.5, 2.25", "0, 0", "7.5, 0", "0.01, 0.02"})
    void splitOvertimeNeverChangesTheSumOfHours(String fifty, String hundred) {
        Company company = TestCompany.with("{'workHours': {'splitOvertimeFrom': '2026-11-01'},"
                + " 'mappings': {'overtime': {'50': 'Overtid 50 %', '100': 'Overtid 100 %'}}}");
        Catalogue overtime = Json.value("""
                {"wageTypes": {"1": {"id": "1", "number": "100", "name": "Timelønn", "absence": false, "export": true}},
                 "employees": {"u": {"id": "u", "number": "101", "name": "Ola"}},
                 "projects": {"1": {"id": "1", "number": "1001", "name": "Garasje", "order": false}}, "activities": {},
                 "additions": {"50": {"id": "50", "number": "50", "name": "Overtid 50", "unit": true},
                               "60": {"id": "60", "number": "100", "name": "Overtid 100", "unit": true}}}""", Catalogue.class);
        var source =
                Json.tree("{'Id': 7, 'UserId': 'u', 'Date': '2026-11-03', 'TimeFrom': '07:00:00', 'TimeTo': '15:00:00',"
                        .concat(" 'BreakTime': '00:30:00', 'ProjectId': 1, 'WageId': 1, 'AdditionRegistrations': [")
                        .concat("{'WageId': 50, 'Amount': " + fifty + "}, {'WageId': 60, 'Amount': " + hundred + "}]}")
                        .replace('\'', '"'));
        assertThat(entity.parts(source, company, overtime).stream()
                        .mapToInt(part -> part.facts().minutes())
                        .sum())
                .isEqualTo(450);
    }

    @Test
    void membersStandInOneOrder() {
        Company company = TestCompany.with("{'workHours': {'sendTimes': true}}");
        WorkHoursFacts facts = facts("Timer");
        Mapped mapped = entity.map("7", 1, facts, company, catalogue());
        assertThat(mapped.payload().fieldNames())
                .toIterable()
                .containsExactly(
                        "Date", "Quantity", "BillableQuantity", "FromTime", "ToTime", "BreakTime", "InternalComment");
        assertThat(mapped.references().keySet())
                .containsExactly("EmployeeId", "ActivityTimeId", "HourTypeId", "ProjectId", "DepartmentId");
    }

    @Test
    void aCutNeverSplitsACharacter() {
        for (int lead = 0; lead < 2; lead++) {
            WorkHoursFacts facts = facts("x".repeat(lead) + "🚜".repeat(600));
            String comment = entity.map("7", 1, facts, TestCompany.standard(), catalogue())
                    .payload()
                    .get("InternalComment")
                    .asText();
            assertThat(comment).endsWith("🚜… [SD-7.1]").hasSizeBetween(997, 999);
        }
    }

    @Test
    void aWageTypeThatIsGoneAtMappingWaits() {
        assertThatThrownBy(() -> entity.map("7", 1, facts(null), TestCompany.standard(), Catalogue.EMPTY))
                .isInstanceOfSatisfying(
                        RecordFailure.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.NOT_LINKED));
    }

    @ParameterizedTest
    @CsvSource({
        "TimeFrom, 7",
        "TimeFrom, ''",
        "TimeTo, 25:00:00",
        "TimeTo, 07:60:00",
        "BreakTime, -00:30:00",
        "HourBankDeposit, -02:00:00",
        "Date, 3.11.2026",
        "Date, ''",
        "UserId, ''",
        "WageId, ''",
        "Id, ''"
    })
    void whatCannotBeReadIsRefusedWhole(String member, String value) {
        ObjectNode source = Json.mapper()
                .createObjectNode()
                .put("Id", 7)
                .put("UserId", "u")
                .put("Date", "2026-11-03")
                .put("TimeFrom", "07:00:00")
                .put("TimeTo", "15:00:00")
                .put("ProjectId", 1)
                .put("ActivityId", 1)
                .put("WageId", 1);
        assertThat(entity.parts(source, TestCompany.standard(), Catalogue.EMPTY))
                .hasSize(1);
        source.put(member, value);
        assertThatThrownBy(() -> entity.parts(source, TestCompany.standard(), Catalogue.EMPTY))
                .isInstanceOfSatisfying(RecordFailure.class, failure -> {
                    assertThat(failure.reason()).isEqualTo(Reason.UNREADABLE);
                    assertThat(failure.arguments().get(1)).startsWith(member + " ");
                });
    }

    private static WorkHoursFacts facts(String comment) {
        return new WorkHoursFacts(
                "u",
                LocalDate.of(2026, 11, 3),
                480,
                false,
                LocalTime.of(7, 0),
                LocalTime.of(15, 0),
                0,
                "1",
                null,
                "1",
                "1",
                "9",
                null,
                comment);
    }

    private static Catalogue catalogue() {
        return new Catalogue(
                Map.of("1", new Catalogue.WageType("1", "100", "Timelønn", false, true)),
                Map.of(),
                Map.of(),
                Map.of("1", new Catalogue.Activity("1", "01.1", "Graving")));
    }
}
