package dokbro.sandbox.smartdok;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class WorkHoursV1Test extends SmartDokTest {

    private static final String PERIOD = "/WorkHours?fromDate=2026-11-02&toDate=2026-11-06";

    @Test
    void bothDatesAreMandatory() {
        Caller.Answer refused = caller.get("/WorkHours");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/toDate/0").asText()).isEqualTo("The toDate field is required.");
        assertThat(refused.json().at("/errors/fromDate/0").asText()).isEqualTo("The fromDate field is required.");
    }

    @Test
    void aPeriodHasAtMost93Days() {
        assertThat(caller.get("/WorkHours?fromDate=2026-08-01&toDate=2026-11-02")
                        .status())
                .isEqualTo(200);
        assertThat(caller.get("/WorkHours?fromDate=2026-08-01&toDate=2026-11-03")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aRegistrationBecomesOneRowForEachKind() {
        int id = office.add(office.draft("101", TODAY.minusDays(20), "1000", "01", "100")
                .time(LocalTime.of(7, 0), LocalTime.of(17, 0), 30)
                .hourBank(120)
                .comment("Alt på én dag")
                .addition(office.id("additions", "210"), java.math.BigDecimal.ZERO, null)
                .addition(office.id("additions", "310"), new java.math.BigDecimal("2.5"), "sent")
                .allowance(office.id("per-diems", "701"))
                .machine(office.id("machines", "Dumper Bell B30"), 90));
        office.approve(id);
        assertThat(rows(PERIOD, id))
                .hasSize(5)
                .allMatch(r -> r.get("ForemanAttested").asBoolean());
        List<JsonNode> all = rows(PERIOD + "&includeMachineHours=true", id);
        assertThat(all).hasSize(6);
        JsonNode wage = all.get(0);
        assertThat(wage.get("OrdinaryHoursFrom").decimalValue()).isEqualByComparingTo("7");
        assertThat(wage.get("OrdinaryHours").decimalValue()).isEqualByComparingTo("9.5");
        assertThat(wage.get("BreakTime").decimalValue()).isEqualByComparingTo("0.5");
        assertThat(wage.get("NetHours").decimalValue()).isEqualByComparingTo("7.5");
        assertThat(wage.get("WageName").asText()).isEqualTo("Timelønn");
        assertThat(wage.get("EmployeeNo").asText()).isEqualTo("101");
        assertThat(wage.get("ProjectNumber").asText()).isEqualTo("1000");
        assertThat(wage.get("WorkDescriptionCode").asText()).isEqualTo("01");
        assertThat(wage).hasSize(55);
        assertThat(all.get(1).get("TimeKontoLine").asBoolean()).isTrue();
        assertThat(all.get(2).get("WageAddition").asBoolean()).isTrue();
        assertThat(all.get(3).get("UnitAddition").asBoolean()).isTrue();
        assertThat(all.get(3).get("OrdinaryHours").decimalValue()).isEqualByComparingTo("2.5");
        assertThat(all.get(4).get("Diet").asBoolean()).isTrue();
        assertThat(all.get(5).get("EquipmentCode").asText()).isEqualTo("D-BELL");
        assertThat(rows(PERIOD + "&includeHourBankHours=true", id)
                        .get(0)
                        .get("NetHours")
                        .decimalValue())
                .isEqualByComparingTo("9.5");
    }

    @Test
    void onlyApprovedAndUnexportedRowsComeByDefault() {
        int id = office.add(office.draft("101", TODAY.minusDays(20), "1000", "01", "100"));
        assertThat(rows(PERIOD, id)).isEmpty();
        assertThat(rows(PERIOD + "&onlyAttested=false", id)).hasSize(1);
        office.approve(id, false, false, true);
        assertThat(rows(PERIOD, id))
                .hasSize(1)
                .allMatch(r -> r.get("AdminAttested").asBoolean());
        caller.post("/WorkHours/MarkAsExported", "[" + id + "]");
        assertThat(rows(PERIOD, id)).isEmpty();
        assertThat(rows(PERIOD + "&includeExported=true", id))
                .hasSize(1)
                .allMatch(r -> r.get("Exported").asBoolean());
    }

    @Test
    void whatIsNotForExportComesOnlyWhenAskedFor() {
        int id = office.add(office.draft("101", TODAY.minusDays(20), "1000", "01", "910")
                .addition(office.id("additions", "230"), java.math.BigDecimal.ZERO, null)
                .allowance(office.id("per-diems", "790")));
        office.approve(id);
        assertThat(rows(PERIOD, id)).as("the per diem, by default").hasSize(1);
        assertThat(rows(PERIOD + "&includeAllowanceMarkedNoExport=false", id)).isEmpty();
        assertThat(rows(PERIOD + "&includeWagesMarkedNoExport=true", id)).hasSize(3);
    }

    @Test
    void theExternalMarkFilters() {
        int id = office.add(office.draft("101", TODAY.minusDays(20), "1000", "01", "100"));
        office.approve(id);
        assertThat(rows(PERIOD + "&exportedExternal=false", id)).hasSize(1);
        assertThat(rows(PERIOD + "&exportedExternal=true", id)).isEmpty();
        caller.post("/WorkHours/SetExportedExternal?exportedExternalId=dokbro", "[" + id + "]");
        assertThat(rows(PERIOD + "&exportedExternal=false", id)).isEmpty();
        assertThat(rows(PERIOD + "&exportedExternal=true&exportedExternalId=dokbro", id))
                .hasSize(1)
                .allMatch(r -> r.get("ExportedExternalId").asText().equals("dokbro"));
        assertThat(rows(PERIOD + "&exportedExternal=true&exportedExternalId=other", id))
                .isEmpty();
        assertThat(rows(PERIOD, id)).as("it hides nothing").hasSize(1);
    }

    private List<JsonNode> rows(String path, int id) {
        JsonNode page = caller.get(path).json();
        assertThat(page.get("Count").asInt()).isEqualTo(page.get("Items").size());
        return StreamSupport.stream(page.get("Items").spliterator(), false)
                .filter(row -> row.get("WorkHourID").asInt() == id)
                .toList();
    }
}
