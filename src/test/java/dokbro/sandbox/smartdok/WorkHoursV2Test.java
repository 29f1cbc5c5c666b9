package dokbro.sandbox.smartdok;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.sandbox.ContractorData;
import dokbro.sandbox.Size;
import dokbro.sandbox.smartdok.SmartDokOptions.Moving;
import dokbro.sandbox.smartdok.SmartDokOptions.Order;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkHoursV2Test extends SmartDokTest {

    @Test
    void allRegistrationsComeInPagesNewestFirst() {
        List<Integer> ids = caller.allIds("");
        assertThat(ids).hasSameSizeAs(DEMO.registrations()).doesNotHaveDuplicates();
        assertThat(ids).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(ids.get(0)).isBetween(130_000_000, 140_000_000);
        JsonNode second = caller.get("/WorkHours/v2?offset=100&count=7").json();
        assertThat(second.get("Count").asInt()).isEqualTo(7);
        assertThat(second.get("Offset").asInt()).isEqualTo(100);
        assertThat(second.get("TotalCount").asInt()).isEqualTo(ids.size());
        assertThat(second.get("Items").get(0).get("Id").asInt()).isEqualTo(ids.get(100));
        JsonNode beyond = caller.get("/WorkHours/v2?offset=" + ids.size()).json();
        assertThat(beyond.get("Items")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"count=0", "count=101", "offset=-1"})
    void aPageOutsideTheLimitsIsRefusedWithProblemDetails(String query) {
        Caller.Answer refused = caller.get("/WorkHours/v2?" + query);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("Status").asInt()).isEqualTo(400);
        assertThat(refused.json().has("Title")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"count=x", "fromDate=2026-13-01", "approved=1", "userId=4"})
    void aParameterThatDoesNotFitIsRefused(String query) {
        assertThat(caller.get("/WorkHours/v2?" + query).status()).isEqualTo(400);
    }

    @Test
    void aRegistrationHasClockTimesAndNoApproval() {
        Hours banked = find("104", hours -> hours.hourBank() == 120);
        JsonNode shown = caller.get("/WorkHours/" + banked.id()).json();
        assertThat(shown.get("Date").asText()).isEqualTo(banked.date().toString());
        assertThat(shown.get("TimeFrom").asText()).isEqualTo("07:00:00");
        assertThat(shown.get("TimeTo").asText()).isEqualTo("17:00:00");
        assertThat(shown.get("BreakTime").asText()).isEqualTo("00:30:00");
        assertThat(shown.get("HourBankDeposit").asText()).isEqualTo("02:00:00");
        assertThat(shown.get("RegistrationType").asText()).isEqualTo("Ordinary");
        assertThat(shown.get("SubProjectId").isNull()).isTrue();
        assertThat(shown.get("AllowanceId").isNull()).isTrue();
        assertThat(shown).hasSize(28);
        assertThat(shown.has("AdminAttested")).isFalse();
    }

    @Test
    void additionsAndMachinesAreNested() {
        Hours longDay = find("101", hours -> hours.netMinutes() == 660);
        JsonNode rows = caller.get("/WorkHours/" + longDay.id()).json().get("AdditionRegistrations");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).get("WageId").asInt()).isEqualTo(office.id("additions", "210"));
        assertThat(caller.get("/WorkHours/" + longDay.id()).text())
                .as("a tick-box")
                .contains("\"Amount\":0.0,")
                .contains("\"Amount\":3.0,");
        Hours machine = find("101", hours -> !hours.machines().isEmpty());
        assertThat(caller.get("/WorkHours/" + machine.id())
                        .json()
                        .at("/MachineHourRegistrations/0/Hours")
                        .asText())
                .matches("0[5-7]:[03]0:00");
    }

    @Test
    void theTimesOfChangeHaveVaryingFractions() {
        Set<Integer> lengths = new HashSet<>();
        caller.get("/WorkHours/v2").json().get("Items").forEach(item -> {
            assertThat(item.get("LastUpdated").asText())
                    .matches("2026-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{0,6}[1-9])?");
            lengths.add(item.get("LastUpdated").asText().length());
        });
        assertThat(lengths).hasSizeGreaterThan(2);
    }

    @Test
    void datesAreIncluded() {
        List<Integer> week = caller.allIds("&fromDate=2026-11-09&toDate=2026-11-13");
        assertThat(week)
                .containsExactlyInAnyOrderElementsOf(office.registrations().stream()
                        .filter(h -> !h.date().isBefore(TODAY.minusDays(15))
                                && !h.date().isAfter(TODAY.minusDays(11)))
                        .map(Hours::id)
                        .toList());
        assertThat(caller.allIds("&fromDate=2026-11-25"))
                .as("absence a week ahead")
                .hasSize(1);
        assertThat(caller.allIds("&fromDate=2026-11-13&toDate=2026-11-12")).isEmpty();
    }

    @Test
    void approvedFalseMeansBoth() {
        int all = caller.allIds("").size();
        assertThat(caller.allIds("&approved=false")).hasSize(all);
        long approved = office.registrations().stream().filter(Hours::approved).count();
        assertThat(caller.allIds("&approved=true")).hasSize((int) approved).hasSizeLessThan(all);
    }

    @Test
    void projectSubProjectAndAbsenceNarrow() {
        int project = office.id("projects", "1005");
        assertThat(caller.allIds("&projectId=" + project)).hasSize(1);
        int sub = office.registrations().stream()
                .filter(h -> h.subProjectId() != null)
                .findFirst()
                .orElseThrow()
                .subProjectId();
        assertThat(caller.get("/WorkHours/v2?subProjectId=" + sub).json().get("Items"))
                .isNotEmpty()
                .allMatch(item -> item.get("SubProjectId").asInt() == sub);
        int absent = caller.allIds("&absence=true").size();
        int present = caller.allIds("&absence=false").size();
        assertThat(absent).isPositive();
        assertThat(absent + present).isEqualTo(caller.allIds("").size());
        assertThat(caller.allIds("&areaId=5")).isEmpty();
    }

    @Test
    void lastUpdatedMovesOnEditAndApprovalButNotOnMarks() {
        Hours hours = find("111", Hours::approved);
        String since = "&lastUpdated=2026-11-24T12:00:01";
        clock.forward(Duration.ofSeconds(1));
        caller.post("/WorkHours/SetExportedExternal?exportedExternalId=a", "[" + hours.id() + "]");
        assertThat(caller.allIds(since)).isEmpty();
        office.withdraw(hours.id());
        assertThat(caller.allIds(since)).containsExactly(hours.id());
        assertThat(caller.allIds(since + "&approved=true")).isEmpty();
        clock.forward(Duration.ofSeconds(1));
        smartdok.options(options -> options.withTouch(false, true));
        office.approve(hours.id());
        assertThat(caller.allIds("&lastUpdated=2026-11-24T12:00:02")).isEmpty();
        assertThat(caller.allIds(since + "&approved=true")).containsExactly(hours.id());
        caller.post("/WorkHours/SetExportedExternal?exportedExternalId=a", "[" + hours.id() + "]");
        assertThat(caller.allIds("&lastUpdated=2026-11-24T12:00:02")).containsExactly(hours.id());
    }

    @Test
    void rowsMayComeInNoOrderButAlwaysTheSame() {
        smartdok.options(options -> options.withRows(Order.SHUFFLED, Moving.NONE));
        List<Integer> ids = caller.allIds("");
        assertThat(ids).hasSameSizeAs(DEMO.registrations()).doesNotHaveDuplicates();
        assertThat(ids)
                .isNotEqualTo(ids.stream().sorted(Comparator.reverseOrder()).toList());
        assertThat(caller.allIds("")).isEqualTo(ids);
    }

    @Test
    void rowsThatAreInsertedBetweenPagesComeTwice() {
        List<Integer> before = caller.allIds("&toDate=2026-11-20");
        smartdok.options(options -> options.withRows(Order.NEWEST_FIRST, Moving.INSERT));
        List<Integer> read = caller.allIds("&toDate=2026-11-20");
        assertThat(new HashSet<>(read)).hasSizeLessThan(read.size());
        assertThat(read).containsAll(before);
    }

    @Test
    void aRowThatIsTouchedBetweenPagesIsNotSeen() {
        smartdok.options(options -> options.withRows(Order.LAST_UPDATED_FIRST, Moving.TOUCH));
        Set<Integer> read = new HashSet<>();
        List<Integer> pages = new ArrayList<>(caller.allIds(""));
        read.addAll(pages);
        Set<Integer> all = office.registrations().stream().map(Hours::id).collect(Collectors.toSet());
        assertThat(read).isSubsetOf(all).hasSizeLessThan(all.size());
    }

    @Test
    void aHundredThousandRegistrationsArePagedInTime() {
        try (SimulatedSmartDok big = new SimulatedSmartDok(
                        ContractorData.make(3, Size.registrations(100_000), TODAY), clock, 0, SmartDokOptions.DEFAULT)
                .start()) {
            Caller reader = new Caller(big);
            long start = System.nanoTime();
            List<Integer> ids = reader.allIds("&approved=true");
            long perPage = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000;
            assertThat(ids).hasSize(100_000).doesNotHaveDuplicates();
            assertThat(perPage).as("milliseconds a page").isLessThan(40);
        }
    }

    private Hours find(String employee, java.util.function.Predicate<Hours> which) {
        return office.registrations().stream()
                .filter(h -> h.userId().equals(office.employeeId(employee)))
                .filter(which)
                .findFirst()
                .orElseThrow();
    }
}
