package dokbro.run;

import static dokbro.Site.counts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Json;
import dokbro.Site;
import dokbro.Sites;
import dokbro.SyncTest;
import dokbro.TestTime;
import dokbro.failure.Reason;
import dokbro.link.Link;
import dokbro.run.RunHistory.RunRow;
import dokbro.sandbox.Contractor;
import dokbro.sandbox.http.Received;
import dokbro.sandbox.smartdok.Hours;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** The demo company's first sync of everything, and the second. */
@SyncTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirstSyncTest {

    private static final LocalDate START = TestTime.today().minusDays(14);

    private Site site;
    private Map<String, RunRow> first;
    private List<Received> goWrites;
    private List<Received> lineWrites;
    private List<Received> smartdokWrites;

    @Autowired
    private Site.Parts parts;

    @BeforeAll
    void sync() {
        site = parts.site(Sites.DEMO).reset();
        first = byEntity(site.wholeSync());
        goWrites = site.goWrites().stream()
                .filter(call -> call.path().equals("/v2/TimeTracking/EntryTime"))
                .toList();
        lineWrites = site.goWrites().stream()
                .filter(call -> !goWrites.contains(call))
                .toList();
        smartdokWrites = site.smartdokWrites().stream()
                .filter(call -> !call.path().startsWith("/WorkHours/"))
                .toList();
        site.forget();
    }

    private static Map<String, RunRow> byEntity(List<RunRow> rows) {
        return rows.stream().collect(Collectors.toMap(RunRow::entity, row -> row));
    }

    @Test
    void masterDataIsCreatedWhereOnlyGoHasItAndAdoptedWhereBothHave() {
        Contractor contractor = site.sandbox().contractor();
        long both = contractor.projects().stream()
                .filter(project -> project.smartdokName() != null && project.goName() != null)
                .filter(project -> project.parent() == null)
                .count();
        long parts = contractor.projects().stream()
                .filter(project -> project.smartdokName() != null && project.goName() != null)
                .filter(project -> project.parent() != null)
                .count();
        // The other name (1001) is for a person, and the long name (3010) does not fit into SmartDok.
        assertThat(counts(first.get("projects")))
                .isEqualTo(Map.of("read", both + 11, "adopted", both - 1, "created", 10L, "dead", 2L));
        assertThat(counts(first.get("sub-projects")))
                .isEqualTo(Map.of("read", parts + 8, "adopted", parts, "created", 8L));
        // 08, 08.1, 09, 10 and "Diverse arbeid"; five activities are for absence.
        assertThat(counts(first.get("activities")))
                .isEqualTo(Map.of("read", 23L, "adopted", 13L, "created", 5L, "skipped", 5L));
        assertThat(counts(first.get("reference-data"))).isEqualTo(Map.of("read", 88L, "adopted", 87L, "dead", 1L));
        assertThat(smartdokWrites.stream().map(Received::method)).containsOnly("POST", "PUT");
        assertThat(smartdokWrites.stream().map(Received::status)).containsOnly(200, 201);
        assertThat(Site.calls(smartdokWrites).stream().filter(call -> call.startsWith("POST")))
                .hasSize(10 + 8 + 5);
        // An adopted record is brought in line at most once.
        assertThat(Site.calls(smartdokWrites).stream().filter(call -> call.startsWith("PUT")))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyApprovedRegistrationSinceTheStartDateIsAccountedFor() {
        List<Hours> approved = site.office().registrations().stream()
                .filter(hours -> hours.approved() && !hours.date().isBefore(START))
                .toList();
        // One has both ordinary and banked hours, one is banked whole: each is two parts.
        long parts = approved.size() + 2L;
        assertThat(counts(first.get("work-hours")))
                .isEqualTo(Map.of("read", parts, "created", parts - 16, "skipped", 6L, "waiting", 5L, "dead", 5L));
    }

    @Test
    void eachCreatedHourIsOnePostAndNothingElse() {
        assertThat(Site.calls(goWrites)).containsOnly("POST /v2/TimeTracking/EntryTime");
        List<Received> made =
                goWrites.stream().filter(call -> call.status() == 201).toList();
        assertThat(made).hasSize(first.get("work-hours").counts().get("created").intValue());
        assertThat(made.stream().map(call -> mark(call)).distinct()).hasSize(made.size());
        assertThat(site.go().entries()).hasSize(made.size());
        // Complete, not started, closed team.
        assertThat(goWrites).filteredOn(call -> call.status() != 201).hasSize(3).allMatch(call -> call.status() == 400);
    }

    @Test
    void everyAdditionOfAnApprovedRegistrationIsAccountedFor() {
        List<Hours> approved = site.office().registrations().stream()
                .filter(hours -> hours.approved() && !hours.date().isBefore(START))
                .toList();
        long additions = approved.stream()
                .mapToLong(hours -> hours.additions().size() + (hours.allowanceId() == null ? 0 : 1))
                .sum();
        List<Integer> notForPayroll = Stream.of("230", "390")
                .map(code -> site.office().id("additions", code))
                .toList();
        // And "Matpakke", a per diem that is not for payroll, and kilometres of which there are none.
        long skipped = 2
                + approved.stream()
                        .flatMap(hours -> hours.additions().stream())
                        .filter(row -> notForPayroll.contains(row.additionId()))
                        .count();
        long created = additions - skipped - 2;
        assertThat(counts(first.get("additions")))
                .isEqualTo(Map.of("read", additions, "created", created, "skipped", skipped, "dead", 2L));
        assertThat(Site.calls(lineWrites)).containsOnly("POST /v2/SalaryLines");
        assertThat(lineWrites).allMatch(call -> call.status() == 201).hasSize((int) created);
        assertThat(site.go().salaryLines()).hasSize(lineWrites.size());
        assertThat(site.openLetters("additions").stream().map(letter -> letter.reason()))
                .containsExactlyInAnyOrder(Reason.NO_PAY_ITEM, Reason.PER_DIEM_TWICE);
    }

    /** Eleven hours with a ticked addition and three hours of overtime; a correction of kilometres; two equal ones. */
    @Test
    void theSalaryLinesOfTheCases() {
        assertThat(lines("101", "Lang dag, støping")).containsExactlyInAnyOrder("11", "3");
        assertThat(lines("102", "Regulering av km")).containsExactlyInAnyOrder("-2", "1", "1");
    }

    private List<String> lines(String employee, String comment) {
        String registration = "SD-AD-" + only(employee, comment).id() + ":";
        return site.go().salaryLines().stream()
                .filter(line -> line.get("ExternalImportReference").asText().startsWith(registration))
                .map(line ->
                        line.get("Quantity").decimalValue().stripTrailingZeros().toPlainString())
                .toList();
    }

    private static String mark(Received call) {
        String comment = Site.body(call).get("InternalComment").asText();
        return comment.substring(comment.indexOf("[SD-"));
    }

    @Test
    void aTimeEntryIsExactlyThis() {
        Hours hours = only("101", "Lang dag, støping");
        Received post = goWrites.stream()
                .filter(call -> call.body().contains("[SD-" + hours.id() + ".1]"))
                .findFirst()
                .orElseThrow();
        JsonNode expected = Json.mapper()
                .createObjectNode()
                .put("Date", hours.date().toString())
                .put("Quantity", 660)
                .put("BillableQuantity", 0)
                .put("InternalComment", "Lang dag, støping [SD-" + hours.id() + ".1]")
                .put("EmployeeId", site.goId("/Employees", "Number", "101"))
                .put("ActivityTimeId", site.goId("/TimeTracking/ActivityTime", "Code", "01"))
                .put("HourTypeId", site.goId("/TimeTracking/HourType", "Name", "Timelønn"))
                .put("ProjectId", site.goId("/Projects", "Code", "1000"));
        assertThat(Json.canonical(Site.body(post))).isEqualTo(Json.canonical(expected));

        Link link = site.link(Site.HOURS, hours.id());
        assertThat(link.state()).isEqualTo(Link.State.LINKED);
        assertThat(link.generation()).isEqualTo(1);
        assertThat(link.claim()).isNull();
        assertThat(link.targetId())
                .isEqualTo(site.entry("[SD-" + hours.id() + ".1]").get("Id").asText());
        assertThat(link.payload()).isEqualTo(Json.canonical(expected));
    }

    @Test
    void hoursToTheTimeAccountAreAnEntryOfTheirOwn() {
        Hours hours = only("104", "To timer til TimeKonto");
        JsonNode ordinary = site.entry("[SD-" + hours.id() + ".1]");
        JsonNode banked = site.entry("[SD-" + hours.id() + ":bank.1]");
        assertThat(ordinary.get("Quantity").asInt()).isEqualTo(450);
        assertThat(banked.get("Quantity").asInt()).isEqualTo(120);
        assertThat(banked.get("HourTypeId").asLong())
                .isEqualTo(site.goId("/TimeTracking/HourType", "Name", "Timebank"));
    }

    private Hours only(String employee, String comment) {
        List<Hours> found = site.office().registrations().stream()
                .filter(hours -> hours.userId().equals(site.office().employeeId(employee)))
                .filter(hours -> comment.equals(hours.comment()))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    @Test
    void theSecondSyncSendsNothing() {
        Map<String, RunRow> second = byEntity(site.wholeSync());
        assertThat(Site.calls(site.goWrites())).isEmpty();
        assertThat(Site.calls(site.smartdokWrites())).isEmpty();
        first.forEach((entity, before) -> {
            Map<String, Long> counts = counts(second.get(entity));
            long went = before.counts().get("created") + before.counts().get("adopted");
            assertThat(counts.remove("unchanged")).as(entity).isEqualTo(went);
            Map<String, Long> expected = counts(before);
            expected.remove("created");
            expected.remove("adopted");
            assertThat(counts).as(entity).isEqualTo(expected);
        });
    }
}
