package dokbro.sandbox.go;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Json;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeEntriesTest extends GoTest {

    private static final String ENTRIES = "/TimeTracking/EntryTime";
    private static final String INVALID = "Time tracking entry validation error(s)";
    private static final String CONFLICT = "Time tracking entry conflict";

    @Test
    void anEntryIsMadeAndReadBackWithoutAnyLockState() throws Exception {
        HttpResponse<String> answer = post(ENTRIES, """
                {"EmployeeId":4100001,"ActivityTimeId":6100001,"Date":"2026-11-23","Quantity":450,"BillableQuantity":0,
                 "ProjectId":5100005,"DepartmentId":2100001,"HourTypeId":6500001,"InternalComment":"[SD-1.1]"}
                """);

        assertThat(answer.statusCode()).isEqualTo(201);
        ObjectNode expected = (ObjectNode) Json.tree("""
                {"Id":9100000001,"EmployeeId":4100001,"ActivityTimeId":6100001,"CustomerId":null,"DepartmentId":2100001,
                 "HourTypeId":6500001,"ProjectId":5100005,"Date":"2026-11-23","Quantity":450,"BillableQuantity":0,"BreakTime":null,
                 "FromTime":null,"ToTime":null,"InternalComment":"[SD-1.1]","ExternalComment":null,
                 "CreatedDateTimeOffset":"2026-11-24T08:00:00.0000000+00:00",
                 "LastChangedDateTimeOffset":"2026-11-24T08:00:00.0000000+00:00"}
                """);
        assertThat(json(answer)).isEqualTo(expected);
        assertThat(json(get(ENTRIES + "/9100000001"))).isEqualTo(expected);
        assertThat(json(get(ENTRIES)).get(0)).isEqualTo(expected);
        assertThat(Json.tree(Json.text(go.entries().get(0)))).isEqualTo(expected);
    }

    @Test
    void whatIsLeftOutIsRegularHoursAndBillableByTheActivity() throws Exception {
        JsonNode billable = created(ENTRIES, body("Quantity", "60"));
        JsonNode other = created(ENTRIES, body("ActivityTimeId", "6100002"));

        assertThat(billable.get("HourTypeId").asLong()).isZero();
        assertThat(billable.get("BillableQuantity").asInt()).isEqualTo(60);
        assertThat(other.get("Quantity").asInt()).isZero();
        assertThat(other.get("BillableQuantity").asInt()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"07:00,15:00,30,450", "22:00,06:00,0,480", "23:30,00:15,,45", "07:00,07:00,,0"})
    void timesAgreeWithTheQuantityPastMidnightToo(String from, String to, String pause, int minutes) throws Exception {
        String times = "\"FromTime\":\"" + from + "\",\"ToTime\":\"" + to + "\",\"BreakTime\":" + pause;

        assertThat(created(ENTRIES, body("Quantity", minutes + "," + times))
                        .get("Quantity")
                        .asInt())
                .isEqualTo(minutes);
        assertThat(created(
                                ENTRIES,
                                body("FromTime", "\"" + from + "\",\"ToTime\":\"" + to + "\",\"BreakTime\":" + pause))
                        .get("Quantity")
                        .asInt())
                .isEqualTo(minutes);
        assertProblem(
                post(ENTRIES, body("Quantity", minutes + 1 + "," + times)),
                400,
                INVALID,
                "Quantity does not agree with FromTime, ToTime and BreakTime.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EmployeeId|7|404|Employee with id = 7 not found.",
                "ActivityTimeId|7|404|Activity with id = 7 not found.",
                "ProjectId|7|404|Project with id = 7 not found.",
                "CustomerId|7|404|Customer with id = 7 not found.",
                "DepartmentId|7|404|Department with id = 7 not found.",
                "HourTypeId|7|404|Hour type with id = 7 not found.",
                "EmployeeId|null|400|EmployeeId must have a value.",
                "Date|null|400|Date must have a value.",
                "Quantity|-1|400|Quantity cannot be negative.",
                "BreakTime|-1|400|BreakTime cannot be negative.",
                "FromTime|'07:00'|400|FromTime and ToTime must both have a value, or none of them.",
                "ActivityTimeId|6100003|400|The activity is not active.",
                "ProjectId|5100003|400|This project is inactive",
                "ProjectId|5100004|400|This project is inactive"
            },
            quoteCharacter = '"')
    void refused(String member, String value, int status, String detail) throws Exception {
        assertProblem(post(ENTRIES, body(member, value.replace('\'', '"'))), status, INVALID, detail);
        assertThat(go.entries()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "Quantity|7.5",
                "Quantity|7.0",
                "Quantity|'450'",
                "BreakTime|0.5",
                "FromTime|'7:00'",
                "FromTime|'24:00'",
                "Date|'2026-02-30'",
                "IsLocked|true",
                "ExternalImportReference|'x'"
            },
            delimiter = '|',
            quoteCharacter = '"')
    void valuesOfTheWrongKindDoNotBind(String member, String value) throws Exception {
        assertUnbound(post(ENTRIES, body(member, value.replace('\'', '"'))), member);
    }

    @Test
    void billableHoursNeedABillableActivity() throws Exception {
        assertProblem(
                post(ENTRIES, body("ActivityTimeId", "6100002,\"BillableQuantity\":60")),
                400,
                INVALID,
                "BillableQuantity can only be set for billable activities.");
    }

    @Test
    void theCustomerMustBeTheProjectsOrItsParents() throws Exception {
        String other = "Customer connected to project is not the same as the customer stated in the API";

        assertProblem(post(ENTRIES, body("ProjectId", "5100001,\"CustomerId\":3100002")), 400, INVALID, other);
        assertProblem(post(ENTRIES, body("ProjectId", "5100005,\"CustomerId\":3100002")), 400, INVALID, other);
        created(ENTRIES, body("ProjectId", "5100001,\"CustomerId\":3100001"));
        created(ENTRIES, body("ProjectId", "5100005,\"CustomerId\":3100001"));
    }

    @Test
    void onlyTheTeamWorksOnAProjectThatSaysSoAndOnItsSubProjects() throws Exception {
        String noAccess = "This employee no longer has access for registration on this project.";
        replace("/Projects/" + TinyContractor.GARAGE, "AllowAllEmployees", "false");

        assertProblem(post(ENTRIES, body("ProjectId", "5100001")), 400, INVALID, noAccess);
        assertProblem(post(ENTRIES, body("ProjectId", "5100005")), 400, INVALID, noAccess);
        go.addToTeam(TinyContractor.GARAGE, TinyContractor.KARI);
        created(ENTRIES, body("ProjectId", "5100001"));
        created(ENTRIES, body("ProjectId", "5100005"));
    }

    @Test
    void onlyLinkedActivitiesAreUsedOnAProjectThatSaysSo() throws Exception {
        String notLinked = "The activity cannot be used on this project.";
        replace("/Projects/" + TinyContractor.GARAGE, "AllowAllActivities", "false");

        assertProblem(post(ENTRIES, body("ProjectId", "5100005")), 400, INVALID, notLinked);
        go.addProjectActivity(TinyContractor.GARAGE, TinyContractor.MASONRY);
        created(ENTRIES, body("ProjectId", "5100005"));
        long own = created("/TimeTracking/ActivityTime", "{\"Name\":\"Egen\",\"ProjectId\":5100001}")
                .get("Id")
                .asLong();
        created(ENTRIES, body("ProjectId", "5100001,\"ActivityTimeId\":" + own));

        replace("/Projects/" + TinyContractor.SCHOOL, "IsInternal", "true");
        assertProblem(post(ENTRIES, body("ProjectId", "5100002")), 400, INVALID, notLinked);
    }

    @Test
    void timeTrackingCanBeDenied() throws Exception {
        replace("/Projects/" + TinyContractor.GARAGE, "DenyTimeTracking", "true");

        assertProblem(
                post(ENTRIES, body("ProjectId", "5100001")), 400, INVALID, "Time tracking is denied on this project.");
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "Date|'2026-11-20'",
                "Quantity|30",
                "BillableQuantity|30",
                "ProjectId|5100002",
                "InternalComment|'a'",
                "ExternalComment|'b'"
            },
            delimiter = '|',
            quoteCharacter = '"')
    void patchable(String member, String value) throws Exception {
        long id = created(ENTRIES, body("Quantity", "60")).get("Id").asLong();
        clock.move(Duration.ofSeconds(1));
        HttpResponse<String> answer = replace(ENTRIES + "/" + id, member, value.replace('\'', '"'));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).get(member)).isEqualTo(Json.tree(value.replace('\'', '"')));
        assertThat(json(answer).get("LastChangedDateTimeOffset").asText())
                .isEqualTo("2026-11-24T08:00:01.0000000+00:00");
        assertThat(json(answer).get("CreatedDateTimeOffset").asText()).isEqualTo("2026-11-24T08:00:00.0000000+00:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EmployeeId",
                "ActivityTimeId",
                "HourTypeId",
                "DepartmentId",
                "CustomerId",
                "FromTime",
                "BreakTime",
                "Id"
            })
    void notPatchable(String member) throws Exception {
        long id = created(ENTRIES, body("Quantity", "60")).get("Id").asLong();

        assertProblem(
                replace(ENTRIES + "/" + id, member, "1"),
                400,
                INVALID,
                "TimetrackingentryPatchDto: The target location specified by path segment '"
                        + member.toLowerCase(java.util.Locale.ROOT) + "' was not found.");
    }

    @Test
    void aPatchMeetsTheSameRules() throws Exception {
        String path = ENTRIES + "/"
                + created(ENTRIES, body("FromTime", "\"07:00\",\"ToTime\":\"08:00\""))
                        .get("Id")
                        .asLong();

        assertProblem(
                replace(path, "Quantity", "90"),
                400,
                INVALID,
                "Quantity does not agree with FromTime, ToTime and BreakTime.");
        assertProblem(replace(path, "ProjectId", "5100004"), 400, INVALID, "This project is inactive");
        assertProblem(replace(path, "ProjectId", "7"), 404, INVALID, "Project with id = 7 not found.");
        assertThat(replace(path, "Quantity", "7.5").statusCode()).isEqualTo(400);
    }

    @Test
    void anEntryOnAProjectClosedSinceCanStillBeCorrected() throws Exception {
        long id = created(ENTRIES, body("ProjectId", "5100001")).get("Id").asLong();
        go.setProjectStatus(TinyContractor.GARAGE, "Complete");

        assertThat(replace(ENTRIES + "/" + id, "Quantity", "15").statusCode()).isEqualTo(200);
    }

    @Test
    void anApprovedWeekIsClosedForItsEmployeeUntilWithdrawn() throws Exception {
        long id = created(ENTRIES, body("Quantity", "60")).get("Id").asLong();
        long later = created(ENTRIES, body("Date", "\"2026-11-30\"")).get("Id").asLong();
        go.approveWeek(TinyContractor.KARI, LocalDate.of(2026, 11, 29));

        String locked = "Time tracking entry with id = " + id + " is locked and cannot be changed or deleted.";
        assertProblem(replace(ENTRIES + "/" + id, "Quantity", "30"), 409, CONFLICT, locked);
        assertProblem(delete(ENTRIES + "/" + id), 409, CONFLICT, locked);
        String closed = "The week of 2026-11-24 is approved for this employee.";
        assertProblem(post(ENTRIES, body("Quantity", "60")), 409, CONFLICT, closed);
        assertProblem(replace(ENTRIES + "/" + later, "Date", "\"2026-11-24\""), 409, CONFLICT, closed);
        created(ENTRIES, body("EmployeeId", Long.toString(TinyContractor.OLA)));
        created(ENTRIES, body("Date", "\"2026-11-30\""));

        go.revokeWeek(TinyContractor.KARI, LocalDate.of(2026, 11, 23));
        assertThat(replace(ENTRIES + "/" + id, "Quantity", "30").statusCode()).isEqualTo(200);
        assertThat(delete(ENTRIES + "/" + id).statusCode()).isEqualTo(200);
        assertThat(get(ENTRIES + "/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void paidAndInvoicedEntriesStayLocked() throws Exception {
        long paid = created(ENTRIES, body("Quantity", "60")).get("Id").asLong();
        long invoiced = created(ENTRIES, body("Quantity", "60")).get("Id").asLong();
        go.markPaid(paid);
        go.markInvoiced(invoiced);
        go.revokeWeek(TinyContractor.KARI, LocalDate.of(2026, 11, 24));

        assertThat(delete(ENTRIES + "/" + paid).statusCode()).isEqualTo(409);
        assertThat(replace(ENTRIES + "/" + invoiced, "InternalComment", "\"x\"").statusCode())
                .isEqualTo(409);
        created(ENTRIES, body("Quantity", "60"));
    }

    @Test
    void usersEditDeleteAndAddPastTheRules() throws Exception {
        long id = created(ENTRIES, body("Quantity", "60")).get("Id").asLong();
        go.approveWeek(TinyContractor.KARI, LocalDate.of(2026, 11, 24));
        go.editByUser(id, Json.tree("{\"Quantity\":90}"));
        assertThat(json(get(ENTRIES + "/" + id)).get("Quantity").asInt()).isEqualTo(90);
        go.deleteByUser(id);
        assertThat(get(ENTRIES).statusCode()).isEqualTo(204);
        long added = go.addEntryByUser(Json.tree(body("Quantity", "15")));
        assertThat(json(get(ENTRIES)).get(0).get("Id").asLong()).isEqualTo(added);

        assertThatThrownBy(() -> go.deleteByUser(1)).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> go.editByUser(added, Json.tree("{\"Hours\":1}")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> go.approveWeek(1, LocalDate.of(2026, 11, 24)))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void theOnlyFilterIsTheLastChange() throws Exception {
        created(ENTRIES, body("Quantity", "60"));
        clock.move(Duration.ofSeconds(1));
        long second = created(ENTRIES, body("Quantity", "60")).get("Id").asLong();

        JsonNode changed =
                json(get(ENTRIES + "?lastChangedDateTimeOffsetGreaterThan=2026-11-24T08:00:00Z&PageSize=10"));
        assertThat(changed.size()).isEqualTo(1);
        assertThat(changed.get(0).get("Id").asLong()).isEqualTo(second);
        assertUnbound(get(ENTRIES + "?employeeId=1"), "employeeId");
    }

    @Test
    void theReportNamesProjectAndSubProjectApart() throws Exception {
        created(ENTRIES, body("ProjectId", "5100005,\"Quantity\":90"));
        created(ENTRIES, body("Date", "\"2026-12-01\""));

        JsonNode rows = json(get("/TimeTransactions?fromDate=2026-11-24&toDate=2026-11-30"));
        assertThat(rows.size()).isEqualTo(1);
        assertThat(rows.get(0).get("ProjectCode").asText()).isEqualTo("1001");
        assertThat(rows.get(0).get("SubProjectCode").asText()).isEqualTo("1");
        assertThat(rows.get(0).get("Hours").decimalValue()).isEqualByComparingTo("1.5");
        String approved = "/TimeTransactions?fromDate=2026-11-24&toDate=2026-11-30&onlyApproved=true";
        assertThat(get(approved).statusCode()).isEqualTo(204);
        go.approveWeek(TinyContractor.KARI, LocalDate.of(2026, 11, 24));
        assertThat(json(get(approved)).size()).isEqualTo(1);
        assertUnbound(get("/TimeTransactions?fromDate=2026-11-24"), "toDate");
    }

    /** An hour of Kari's masonry today, with one member, or several written as one, set. */
    private static String body(String member, String value) {
        StringBuilder body = new StringBuilder("{");
        add(body, "EmployeeId", "4100001", member, value);
        add(body, "ActivityTimeId", "6100001", member, value);
        add(body, "Date", "\"2026-11-24\"", member, value);
        return body.append("\"" + member + "\":" + value + "}").toString();
    }

    private static void add(StringBuilder body, String name, String value, String member, String set) {
        if (!name.equals(member) && !set.contains("\"" + name + "\":")) {
            body.append("\"" + name + "\":" + value + ",");
        }
    }
}
