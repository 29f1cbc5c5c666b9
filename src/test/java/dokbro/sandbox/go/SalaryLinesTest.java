package dokbro.sandbox.go;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Json;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SalaryLinesTest extends GoTest {

    private static final String LINES = "/SalaryLines";
    private static final String INVALID = "Salary line validation error(s)";

    private String supplement;
    private String perDiem;
    private String retired;

    @BeforeEach
    void payItems() throws Exception {
        supplement = payItem("2100");
        perDiem = payItem("700");
        retired = payItem("999");
    }

    @Test
    void aLineIsMadeAndReadBack() throws Exception {
        HttpResponse<String> answer = post(
                LINES,
                "{\"EmployeeId\":4100001,\"PayItemId\":\"" + supplement
                        + "\",\"Quantity\":-2.25,\"Rate\":40,\"ProjectId\":5100001,"
                        + "\"Comment\":\"23.11.2026\",\"ExternalImportReference\":\"SD-1\"}");

        assertThat(answer.statusCode()).isEqualTo(201);
        JsonNode line = json(answer);
        assertThat(line.get("Quantity").decimalValue()).isEqualByComparingTo("-2.25");
        assertThat(line.get("IsLocked").asBoolean()).isFalse();
        assertThat(json(get(LINES + "/" + line.get("Id").asLong()))).isEqualTo(line);
        assertThat(json(get(LINES)).size()).isEqualTo(1);
        assertUnbound(
                get(LINES + "?lastChangedDateTimeOffsetGreaterThan=2026-11-24T08:00:00Z"),
                "lastChangedDateTimeOffsetGreaterThan");
    }

    @Test
    void refused() throws Exception {
        String unknown = "00000000-0000-0000-0000-000000000000";
        assertProblem(post(LINES, line(unknown, "x")), 404, INVALID, "Pay item with id = " + unknown + " not found.");
        assertProblem(
                post(LINES, line(retired, "x")), 400, INVALID, "Pay item with id = " + retired + " is not active.");
        assertProblem(
                post(LINES, line(supplement, "x").replace("4100001", "4")),
                404,
                INVALID,
                "Employee with id = 4 not found.");
        assertProblem(
                post(LINES, line(supplement, "x").replace("\"Quantity\":1", "\"Quantity\":null")),
                400,
                INVALID,
                "Quantity must have a value.");
        assertProblem(
                post(LINES, line(supplement, "x".repeat(51))),
                400,
                INVALID,
                "ExternalImportReference can have a maximum length of 50 characters.");
        assertUnbound(post(LINES, line("2100", "x")), "PayItemId");
        assertThat(go.salaryLines()).isEmpty();
    }

    @Test
    void aSecondUseOfAReferenceNamesTheHolder() throws Exception {
        long first = created(LINES, line(supplement, "SD-1")).get("Id").asLong();
        long second = created(LINES, line(supplement, "SD-2")).get("Id").asLong();
        String taken =
                "ExternalImportReference is already in use. 'SD-1' is used on salary line with Id = " + first + ".";

        assertProblem(post(LINES, line(perDiem, "SD-1")), 400, INVALID, taken);
        assertProblem(replace(LINES + "/" + second, "ExternalImportReference", "\"SD-1\""), 400, INVALID, taken);
        assertThat(replace(LINES + "/" + first, "ExternalImportReference", "\"SD-1\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(replace(LINES + "/" + first, "ExternalImportReference", "\"SD-3\"")
                        .statusCode())
                .isEqualTo(200);
        created(LINES, line(perDiem, "SD-1"));
    }

    @Test
    void aDeleteByTheIntegrationFreesTheReferenceAndOneByAUserDoesNot() throws Exception {
        long gone = created(LINES, line(supplement, "SD-1")).get("Id").asLong();
        assertThat(delete(LINES + "/" + gone).statusCode()).isEqualTo(200);
        assertThat(get(LINES + "/" + gone).statusCode()).isEqualTo(404);
        long kept = created(LINES, line(supplement, "SD-1")).get("Id").asLong();
        go.deleteByUser(kept);

        JsonNode line = json(get(LINES + "/" + kept));
        assertThat(line.get("IsDeletedByUser").asBoolean()).isTrue();
        assertThat(line.get("IsLocked").asBoolean()).isTrue();
        assertThat(post(LINES, line(supplement, "SD-1")).statusCode()).isEqualTo(400);
        assertThat(delete(LINES + "/" + kept).statusCode()).isEqualTo(409);
    }

    @Test
    void aLineOnAPayrollIsLocked() throws Exception {
        long id = created(LINES, line(supplement, "SD-1")).get("Id").asLong();
        assertThat(json(replace(LINES + "/" + id, "Quantity", "2.5"))
                        .get("Quantity")
                        .decimalValue())
                .isEqualByComparingTo("2.5");
        go.markPaid(id);

        assertProblem(
                replace(LINES + "/" + id, "Quantity", "3"),
                400,
                INVALID,
                "Salary line with id = " + id + " is locked and cannot be changed.");
        assertProblem(
                delete(LINES + "/" + id),
                409,
                "Salary line conflict",
                "Salary line with id = " + id + " is locked and cannot be deleted.");
        go.editByUser(id, Json.tree("{\"Quantity\":3}"));
        assertThat(json(get(LINES + "/" + id)).get("Quantity").asInt()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "QuantityAndRate, Quantity Rate",
        "QuantityAndFixedRate, Quantity",
        "HourlyWage, Quantity",
        "FixedAmount, Amount",
        "FixedAmountWithQuantity, Amount Quantity",
        "CommuterWithNumberOfJourneys, Number"
    })
    void aLineNeedsWhatItsPayItemIsDrivenBy(String type, String needed) throws Exception {
        go.accounting().change("pay-items", supplement, Json.tree("{\"ProcessingType\":\"" + type + "\"}"));
        ObjectNode line = Json.mapper().createObjectNode();
        line.put("EmployeeId", 4100001).put("PayItemId", supplement);
        for (String member : needed.split(" ")) {
            assertProblem(post(LINES, line.toString()), 400, INVALID, member + " must have a value.");
            line.put(member, 2);
        }
        assertThat(post(LINES, line.toString()).statusCode()).isEqualTo(201);
    }

    @Test
    void aRateOfThePayItemsOwnIsEnough() throws Exception {
        go.accounting().change("pay-items", supplement, Json.tree("{\"Rate\":25}"));
        assertThat(post(LINES, line(supplement, "x").replace("\"Rate\":40,", ""))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void aPaidLineMayAnswer409() throws Exception {
        long id = created(LINES, line(supplement, "SD-1")).get("Id").asLong();
        go.markPaid(id);
        go.options(go.options().withQuirk(Quirk.PAID_LINE_ANSWERS_409, true));
        assertThat(replace(LINES + "/" + id, "Quantity", "3").statusCode()).isEqualTo(409);
    }

    private String payItem(String code) throws Exception {
        return json(get("/PayItems?codes=" + code)).get(0).get("Id").asText();
    }

    private static String line(String payItem, String reference) {
        return "{\"EmployeeId\":4100001,\"PayItemId\":\"" + payItem
                + "\",\"Quantity\":1,\"Rate\":40,\"Amount\":900,\"ExternalImportReference\":\"" + reference + "\"}";
    }
}
