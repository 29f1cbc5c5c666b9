package dokbro.sandbox.go;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Json;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Departments, customers, employees, products and the catalogues that are only read. */
class RegistersTest extends GoTest {

    @Test
    void departments() throws Exception {
        JsonNode made = created("/Departments", "{\"Code\":\"20\",\"Name\":\"Anlegg\",\"ManagerEmployeeNo\":102}");
        assertThat(made.get("IsActive").asBoolean()).isFalse();
        assertThat(made.get("ManagerEmployeeId").asLong()).isEqualTo(TinyContractor.OLA);
        String path = "/Departments/" + made.get("Id").asLong();

        HttpResponse<String> patched = replace(path, "IsActive", "true");
        assertThat(patched.statusCode()).isEqualTo(200);
        assertThat(patched.body()).isEmpty();
        assertThat(json(get(path)).get("IsActive").asBoolean()).isTrue();
        assertThat(json(get("/Departments?codes=20,30&isActive=true")).size()).isEqualTo(1);
        assertProblem(
                replace(path, "ManagerEmployeeNo", "101"),
                400,
                "Department validation error(s)",
                "DepartmentPatchDto: The target location specified by path segment 'manageremployeeno' was not found.");
        assertProblem(
                post("/Departments", "{\"Code\":\"20\",\"Name\":\"x\"}"),
                400,
                "Department validation error(s)",
                "Code '20' is already in use.");
        assertThat(delete(path).statusCode()).isEqualTo(200);
        assertProblem(
                delete("/Departments/" + TinyContractor.DEPARTMENT),
                409,
                "Department conflict",
                "Department with id = 2100001 is in use and cannot be deleted.");
    }

    @Test
    void customers() throws Exception {
        JsonNode made = created("/Customers", "{\"Name\":\"Ny kunde\",\"ExternalImportReference\":\"SD-5\"}");
        assertThat(made.get("Number").asLong()).isEqualTo(10_000);
        assertThat(created("/Customers", "{\"Name\":\"x\",\"Number\":19999}")
                        .get("Number")
                        .asLong())
                .isEqualTo(19_999);
        String invalid = "Customer validation error(s)";
        assertProblem(
                post("/Customers", "{\"Name\":\"x\",\"Number\":20000}"),
                400,
                invalid,
                "Number = 20000 is not in the number series 10000-19999.");
        assertProblem(
                post("/Customers", "{\"Name\":\"x\",\"Number\":10001}"),
                400,
                invalid,
                "Number '10001' is already in use.");
        assertProblem(post("/Customers", "{\"Number\":10009}"), 400, invalid, "Name must have a value.");
        assertProblem(
                post("/Customers", "{\"Name\":\"x\",\"ExternalImportReference\":\"SD-5\"}"),
                400,
                invalid,
                "ExternalImportReference is already in use. 'SD-5' is used on customer with Id = "
                        + made.get("Id").asLong() + ".");
        assertThat(json(get("/Customers?customerNos=10001-10002")).size()).isEqualTo(2);
        assertThat(json(get("/Customers?externalImportReference=SD-5")).get(0).get("Id"))
                .isEqualTo(made.get("Id"));
        assertThat(delete("/Customers/" + TinyContractor.HANSEN).statusCode()).isEqualTo(409);
    }

    @Test
    void employeesAndTheirRates() throws Exception {
        assertThat(json(get("/Employees")).size()).isEqualTo(2);
        JsonNode kari = json(get("/Employees?employeeNos=101"));
        assertThat(kari.get(0).get("DepartmentCode").asText()).isEqualTo("10");
        assertThat(json(get("/Employees?employeeNos=90-101,%20102-")).size()).isEqualTo(2);
        assertThat(get("/Employees?employeeNos=103-").statusCode()).isEqualTo(204);
        assertUnbound(get("/Employees?employeeNos=a-b"), "employeeNos");

        JsonNode rates = json(get("/Employees/4100001/HourlyRates?validNow=true"));
        assertThat(rates.size()).isEqualTo(1);
        assertThat(rates.get(0).get("CostRate").decimalValue()).isEqualByComparingTo("410.50");
        assertThat(get("/Employees/4100002/HourlyRates").statusCode()).isEqualTo(204);
        assertThat(get("/Employees/7/HourlyRates").statusCode()).isEqualTo(404);

        go.renameEmployee(TinyContractor.KARI, "Kari", "Berg");
        go.renumberEmployee(TinyContractor.KARI, 201);
        assertThat(json(get("/Employees/4100001")).get("LastName").asText()).isEqualTo("Berg");
        assertThat(json(get("/Employees?employeeNos=201")).size()).isEqualTo(1);
    }

    @Test
    void products() throws Exception {
        HttpResponse<String> answer = post(
                "/Products",
                "{\"Code\":\"M1\",\"Name\":\"Gravemaskin\",\"ProductGroupCode\":\"1\",\"UnitOfMeasureCode\":\"HUR\","
                        + "\"UnitCost\":450.5,\"StandardSalesAccount\":3000}");
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode product = json(answer);
        assertThat(product.get("UnitCost").decimalValue()).isEqualByComparingTo("450.5");
        assertThat(product.get("StandardSalesAccount").asLong()).isEqualTo(3000);
        String path = "/Products/" + product.get("Id").asLong();
        assertThat(json(replace(path, "IsArchived", "true")).get("IsArchived").asBoolean())
                .isTrue();
        assertThat(get("/Products?codes=M1&isArchived=false").statusCode()).isEqualTo(204);
        String invalid = "Product validation error(s)";
        assertProblem(
                post("/Products", "{\"Code\":\"M1\",\"Name\":\"x\"}"), 400, invalid, "Code 'M1' is already in use.");
        assertProblem(
                post("/Products", "{\"Name\":\"x\",\"StockOnHand\":1}"),
                400,
                invalid,
                "StockOnHand can only be set when IsStockItem is true.");
        assertProblem(
                post("/Products", "{\"Name\":\"x\",\"UnitOfMeasureCode\":\"HOUR\"}"),
                400,
                invalid,
                "Enum 'unitofmeasurecode' with value = HOUR is not valid.");
        long activity = created(
                        "/TimeTracking/ActivityTime",
                        "{\"Name\":\"x\",\"ProductId\":" + product.get("Id").asLong() + "}")
                .get("Id")
                .asLong();
        assertThat(delete(path).statusCode()).isEqualTo(409);
        delete("/TimeTracking/ActivityTime/" + activity);
        assertThat(delete(path).statusCode()).isEqualTo(200);
        assertThat(json(get("/ProductGroups?codes=1")).get(0).get("Name").asText())
                .isEqualTo("Standard");
    }

    @Test
    void hourTypesBeginWithRegularHours() throws Exception {
        JsonNode types = json(get("/TimeTracking/HourType"));
        assertThat(types.get(0).get("Id").asLong()).isZero();
        assertThat(types.get(0).get("Name").asText()).isEqualTo("Regular hours");
        assertThat(types.get(1).get("Name").asText()).isEqualTo("Overtid 50 %");
        assertThat(types.get(1).get("PayItemCode").asText()).isEqualTo("2050");
        go.renameHourType(TinyContractor.OVERTIME, "Overtid 100 %");
        assertThat(json(get("/TimeTracking/HourType")).get(1).get("Name").asText())
                .isEqualTo("Overtid 100 %");
    }

    @Test
    void payItemsHaveGuids() throws Exception {
        JsonNode item = json(get("/PayItems?codes=2100")).get(0);
        assertThat(json(get("/PayItems/" + item.get("Id").asText()))).isEqualTo(item);
        assertThat(json(get("/PayItems?isActive=false")).get(0).get("Code").asText())
                .isEqualTo("999");
    }

    @Test
    void ledger() throws Exception {
        JsonNode account = json(get("/GeneralLedgerAccounts?accountNos=4390")).get(0);
        assertThat(account.get("VatCode").asText()).isEqualTo("0");
        assertThat(json(get("/GeneralLedgerAccounts?accountNos=4000-4398")).size())
                .isEqualTo(2);
        assertThat(json(get("/VatCodes?isActive=true")).get(2).get("Code").asText())
                .isEqualTo("3");
        assertThat(json(get("/LockDateSettings"))).isEqualTo(Json.tree("{\"LockDate\":null}"));
        go.setLockDate(LocalDate.of(2026, 10, 31));
        assertThat(json(get("/LockDateSettings"))).isEqualTo(Json.tree("{\"LockDate\":\"2026-10-31\"}"));
        go.setLockDate(null);
        assertThat(json(get("/LockDateSettings"))).isEqualTo(Json.tree("{\"LockDate\":null}"));
    }
}
