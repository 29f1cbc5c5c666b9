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
    private List<Received> orderWrites;
    private List<Received> lineWrites;
    private List<Received> smartdokWrites;

    @Autowired
    private Site.Parts parts;

    @BeforeAll
    void sync() {
        site = parts.site(Sites.DEMO).reset();
        first = byEntity(site.wholeSync());
        goWrites = site.goWrites();
        orderWrites = writes("POST /v2/SalesOrders/Complete");
        lineWrites = writes("POST /v2/SalaryLines");
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
        assertThat(counts(first.get("reference-data"))).isEqualTo(Map.of("read", 97L, "adopted", 96L, "dead", 1L));
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

    /** One customer has no number; one invoice basis has no customer, and one waits for the customer without number. */
    @Test
    void invoiceBasesBecomeOrdersAndEachIsOnePost() {
        assertThat(counts(first.get("customers"))).isEqualTo(Map.of("read", 1L, "dead", 1L));
        assertThat(counts(first.get("invoice-basis")))
                .isEqualTo(Map.of("read", 18L, "created", 13L, "skipped", 3L, "waiting", 1L, "dead", 1L));
        assertThat(Site.calls(orderWrites)).hasSize(13).containsOnly("POST /v2/SalesOrders/Complete");
    }

    @Test
    void eachCreatedHourIsOnePostAndNothingElse() {
        List<Received> hours = writes("POST /v2/TimeTracking/EntryTime");
        List<Received> made =
                hours.stream().filter(call -> call.status() == 201).toList();
        assertThat(made).hasSize(first.get("work-hours").counts().get("created").intValue());
        assertThat(made.stream().map(call -> mark(call)).distinct()).hasSize(made.size());
        assertThat(site.go().entries()).hasSize(made.size());
        // Complete, not started, closed team.
        assertThat(hours).filteredOn(call -> call.status() != 201).hasSize(3).allMatch(call -> call.status() == 400);
    }

    private List<Received> writes(String call) {
        return goWrites.stream().filter(write -> Site.call(write).equals(call)).toList();
    }

    /** Number 0 (two), number 8 (two) and machine 6 for a person; without a number (two) and V400 (two) of the goods. */
    @Test
    void machinesAndGoodsBecomeProducts() {
        assertThat(counts(first.get("machines")))
                .isEqualTo(Map.of("read", 12L, "created", 5L, "adopted", 1L, "skipped", 1L, "dead", 5L));
        assertThat(counts(first.get("goods")))
                .isEqualTo(Map.of("read", 11L, "created", 5L, "adopted", 1L, "skipped", 1L, "dead", 4L));
        assertThat(writes("POST /v2/Products")).hasSize(10).allMatch(call -> call.status() == 200);
    }

    @Test
    void machineHoursAndConsumptionBecomeVouchers() {
        Map<String, Long> machines = counts(first.get("machine-hours"));
        Map<String, Long> goods = counts(first.get("goods-consumption"));
        assertThat(machines.get("created")).isPositive();
        assertThat(goods.get("created")).isPositive();
        // What waits has a machine or goods without a product; dead: no price, or no project.
        assertThat(machines.keySet()).containsExactly("created", "dead", "read", "skipped", "waiting");
        assertThat(goods.keySet()).containsExactly("created", "dead", "read", "skipped", "waiting");
        List<Received> vouchers = writes("POST /v2/Vouchers/ManualJournals");
        assertThat(vouchers)
                .hasSize((int) (machines.get("created") + goods.get("created")))
                .allMatch(call -> call.status() == 201);
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
            counts.remove("unchanged");
            assertThat(second.get(entity).counts().get("unchanged")).as(entity).isEqualTo(went);
            Map<String, Long> expected = counts(before);
            expected.remove("created");
            expected.remove("adopted");
            assertThat(counts).as(entity).isEqualTo(expected);
        });
    }
}
