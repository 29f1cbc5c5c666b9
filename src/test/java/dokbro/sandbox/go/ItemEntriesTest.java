package dokbro.sandbox.go;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TimeTracking/EntryItem and its activities. */
class ItemEntriesTest extends GoTest {

    private static final String ITEMS = "/TimeTracking/EntryItem";
    private static final String ACTIVITIES = "/TimeTracking/ActivityItem";
    private static final String INVALID = "Time tracking item validation error(s)";

    private long activity;

    @BeforeEach
    void activity() throws Exception {
        activity = created(ACTIVITIES, "{\"Name\":\"Maskintimer\",\"ProductId\":7100001}")
                .get("Id")
                .asLong();
    }

    @Test
    void anItemIsBookedChangedAndDeleted() throws Exception {
        JsonNode made = created(ITEMS, item());
        assertThat(made.get("Quantity").decimalValue()).isEqualByComparingTo("2.5");
        String path = ITEMS + "/" + made.get("Id").asLong();
        assertThat(json(replace(path, "Quantity", "3.25")).get("Quantity").decimalValue())
                .isEqualByComparingTo("3.25");
        assertThat(delete(ACTIVITIES + "/" + activity).statusCode()).isEqualTo(409);
        assertThat(delete(path).statusCode()).isEqualTo(200);
        assertThat(delete(ACTIVITIES + "/" + activity).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"EmployeeId\":4100001; \"EmployeeId\":null; 400; EmployeeId must have a value.",
                "\"EmployeeId\":4100001; \"EmployeeId\":4; 404; Employee with id = 4 not found.",
                "2.5; null; 400; Quantity must have a value.",
                "2.5; -1; 400; Quantity cannot be negative.",
                "5100001; 5100004; 400; This project is inactive"
            })
    void anItemThatBreaksARuleIsRefused(String part, String instead, int status, String detail) throws Exception {
        String title = detail.startsWith("This project") ? "Time tracking entry validation error(s)" : INVALID;
        assertProblem(post(ITEMS, item().replace(part, instead)), status, title, detail);
    }

    @Test
    void unknownMembersAndTheActivitiesOfHoursAreRefused() throws Exception {
        assertUnbound(post(ITEMS, item().replace("ActivityItemId", "ActivityTimeId")), "ActivityTimeId");
        assertThat(post(ITEMS, item().replace(String.valueOf(activity), "6100001"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void anItemInAnApprovedWeekOrOnAnInvoiceIsLocked() throws Exception {
        long id = created(ITEMS, item()).get("Id").asLong();
        go.approveWeek(TinyContractor.KARI, LocalDate.of(2026, 11, 23));
        assertThat(replace(ITEMS + "/" + id, "Quantity", "1").statusCode()).isEqualTo(409);
        assertThat(post(ITEMS, item()).statusCode()).isEqualTo(409);
        go.revokeWeek(TinyContractor.KARI, LocalDate.of(2026, 11, 23));
        go.markInvoiced(id);
        assertThat(delete(ITEMS + "/" + id).statusCode()).isEqualTo(409);
        go.deleteByUser(id);
        assertThat(get(ITEMS + "/" + id).statusCode()).isEqualTo(404);
    }

    private String item() {
        return "{\"EmployeeId\":4100001,\"ActivityItemId\":" + activity
                + ",\"Date\":\"2026-11-23\",\"Quantity\":2.5,\"ProjectId\":5100001}";
    }
}
