package dokbro.sandbox.smartdok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.sandbox.http.Fault;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BackDoorTest extends SmartDokTest {

    private int id;

    @BeforeEach
    void add() {
        id = office.add(office.draft("101", TODAY.minusDays(1), "1000", "01", "100"));
    }

    @Test
    void anAddedRegistrationIsReadAndNotApproved() {
        JsonNode read = caller.get("/WorkHours/" + id).json();
        assertThat(read.get("TimeTo").asText()).isEqualTo("15:30:00");
        assertThat(read.get("LastUpdated").asText()).isEqualTo("2026-11-24T12:00:00");
        assertThat(caller.allIds("&approved=true")).doesNotContain(id);
        assertThat(caller.allIds("").get(0)).isEqualTo(id);
    }

    @Test
    void everyMemberCanBeEdited() {
        int sub = office.id("sub-projects", "1010.01");
        office.edit(
                id,
                draft -> draft.time(LocalTime.of(8, 0), LocalTime.of(16, 0), 45)
                        .date(LocalDate.of(2026, 11, 20))
                        .project(office.id("projects", "1010"), sub)
                        .activity(office.id("activities", "02"))
                        .wage(office.id("wage-types", "150"))
                        .employee(office.employeeId("102"))
                        .department(office.id("departments", "20"))
                        .comment("Flyttet")
                        .hourBank(60));
        JsonNode read = caller.get("/WorkHours/" + id).json();
        assertThat(read.get("TimeFrom").asText()).isEqualTo("08:00:00");
        assertThat(read.get("BreakTime").asText()).isEqualTo("00:45:00");
        assertThat(read.get("Date").asText()).isEqualTo("2026-11-20");
        assertThat(read.get("SubProjectId").asInt()).isEqualTo(sub);
        assertThat(read.get("ActivityId").asInt()).isEqualTo(office.id("activities", "02"));
        assertThat(read.get("WageId").asInt()).isEqualTo(office.id("wage-types", "150"));
        assertThat(read.get("UserId").asText())
                .isEqualTo(office.employeeId("102").toString());
        assertThat(read.get("DepartmentId").asInt()).isEqualTo(office.id("departments", "20"));
        assertThat(read.get("Comment").asText()).isEqualTo("Flyttet");
        assertThat(read.get("HourBankDeposit").asText()).isEqualTo("01:00:00");
        assertThat(caller.allIds("&fromDate=2026-11-20&toDate=2026-11-20")).contains(id);
        assertThat(caller.allIds("&fromDate=2026-11-23&toDate=2026-11-23")).doesNotContain(id);
    }

    @Test
    void anEditKeepsTheApproval() {
        office.approve(id);
        office.zero(id);
        assertThat(caller.allIds("&approved=true")).contains(id);
        JsonNode read = caller.get("/WorkHours/" + id).json();
        assertThat(read.get("TimeFrom").asText()).isEqualTo("00:00:00");
        assertThat(read.get("TimeTo").asText()).isEqualTo("00:00:00");
        assertThat(read.get("BreakTime").asText()).isEqualTo("00:00:00");
    }

    @Test
    void aDeletedRegistrationIsGone() {
        office.delete(id);
        assertThat(caller.get("/WorkHours/" + id).status()).isEqualTo(404);
        assertThat(caller.allIds("")).doesNotContain(id);
        assertThatThrownBy(() -> office.delete(id)).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> office.approve(id)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void masterDataChange() {
        int project = office.id("projects", "1010");
        office.renumberProject(project, "2010");
        office.closeProject(project);
        JsonNode read = caller.get("/Projects/" + project).json();
        assertThat(read.get("ProjectNumber").asText()).isEqualTo("2010");
        assertThat(read.get("IsActive").asBoolean()).isFalse();
        assertThat(read.get("Finished").asBoolean()).isTrue();
        office.changeEmployeeNumber(office.employeeId("101"), "245");
        assertThat(caller.get("/Users/" + office.employeeId("101"))
                        .json()
                        .get("EmployeeNo")
                        .asText())
                .isEqualTo("245");
        office.renameWageType(office.id("wage-types", "150"), "Overtid 100");
        assertThat(caller.get("/Wages/" + office.id("wage-types", "150"))
                        .json()
                        .get("Name")
                        .asText())
                .isEqualTo("Overtid 100");
        assertThatThrownBy(() -> office.renameProject(1, "A")).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> office.id("projects", "nope")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aResetBringsBackTheContractorsDataAndIds() {
        int project = office.id("projects", "1010");
        int first = office.registrations().get(0).id();
        office.delete(first);
        smartdok.faults().next(1, "GET", "/Projects", Fault.SERVER_ERROR);
        smartdok.reset();
        assertThat(caller.get("/LicenseInfo").status()).as("sessions ended").isEqualTo(401);
        assertThat(office.registration(first)).isPresent();
        assertThat(office.registration(id)).isEmpty();
        assertThat(office.id("projects", "1010")).isEqualTo(project);
        assertThat(new Caller(smartdok).get("/Projects").status()).isEqualTo(200);
    }

    @Test
    void callsAreCountedAndCanGoWrong() {
        smartdok.faults().next(1, "GET", "/Wages", Fault.TOO_MANY_RETRY_AFTER);
        assertThat(caller.get("/Wages").status()).isEqualTo(429);
        assertThat(caller.get("/Wages").status()).isEqualTo(200);
        assertThat(smartdok.counters())
                .containsEntry("GET /Wages 429", 1L)
                .containsEntry("GET /Wages 200", 1L)
                .containsEntry("POST /Authorize/ApiToken 200", 1L);
        assertThat(smartdok.received()).hasSize(3);
    }
}
