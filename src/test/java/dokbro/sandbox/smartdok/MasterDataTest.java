package dokbro.sandbox.smartdok;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MasterDataTest extends SmartDokTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"Users", "Departments", "Customers", "Projects", "SubProjects", "Allowance", "Machines", "Goods"
            })
    void theseListsComeInAPage(String path) {
        JsonNode page = caller.get("/" + path).json();
        assertThat(names(page)).containsExactly("Count", "Offset", "TotalCount", "Items");
        assertThat(page.get("Count").asInt())
                .isEqualTo(page.get("TotalCount").asInt())
                .isEqualTo(page.get("Items").size())
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"WorkDescriptions", "Wages", "Additions?onlyAddition=true", "Goods/Units"})
    void theseListsAreBareArrays(String path) {
        assertThat(caller.get("/" + path).json())
                .isInstanceOf(com.fasterxml.jackson.databind.node.ArrayNode.class)
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Users, 39, 40, 1",
        "Projects, 58, 59, 1",
        "Wages, 14, 14, 1",
        "Machines, 12, 12, 1",
        "Departments, 4, 4, 0"
    })
    void whatAllAndActiveMeanDiffersByResource(String path, int unasked, int all, int inactive) {
        assertThat(size(caller.get("/" + path).json())).isEqualTo(unasked);
        assertThat(size(caller.get("/" + path + "?all=true&active=false").json()))
                .isEqualTo(all);
        assertThat(size(caller.get("/" + path + "?all=false&active=false").json()))
                .isEqualTo(inactive);
        assertThat(size(caller.get("/" + path + "?all=false&active=true").json()))
                .isEqualTo(all - inactive);
    }

    @Test
    void ordersComeOnlyWhenAskedFor() {
        assertThat(size(caller.get("/Projects?all=true").json())).isEqualTo(59);
        JsonNode withOrders =
                caller.get("/Projects?all=true&includeOrders=true").json();
        assertThat(size(withOrders)).isEqualTo(60);
        assertThat(withOrders.get("Items")).anyMatch(p -> p.get("IsOrder").asBoolean());
    }

    @Test
    void additionsAreEmptyUntilAKindIsAskedFor() {
        assertThat(caller.get("/Additions").json()).isEmpty();
        assertThat(caller.get("/Additions?onlyAddition=true").json())
                .hasSize(3)
                .allMatch(a -> a.get("Addition").asBoolean());
        assertThat(caller.get("/Additions?onlyAddition=true&onlyUnitAddition=true")
                        .json())
                .hasSize(9);
    }

    @Test
    void aRecordComesByIdAndAnUnknownIdIs404WithoutABody() {
        int id = office.id("projects", "1012");
        assertThat(caller.get("/Projects/" + id)
                        .json()
                        .get("ProjectNumber")
                        .asText()
                        .trim())
                .isEqualTo("1012");
        for (String path : List.of("/Projects/1", "/Users/1", "/Wages/1", "/WorkHours/1", "/Nothing")) {
            Caller.Answer missing = caller.get(path);
            assertThat(missing.status()).isEqualTo(404);
            assertThat(missing.text()).isEmpty();
        }
    }

    @Test
    void numbersAndNamesAreFoundExactly() {
        assertThat(caller.get("/Projects?projectNumber=1000").json().get("Items"))
                .hasSize(1)
                .allMatch(p -> p.get("ProjectName").asText().equals("Standardprosjekt"));
        assertThat(size(caller.get("/Projects?projectNumber=100").json())).isZero();
        assertThat(size(caller.get("/Projects?projectNumber=1010").json()))
                .as("stored with blanks at its end")
                .isEqualTo(1);
        assertThat(caller.get("/WorkDescriptions?workDescriptionNumber=01.1").json())
                .hasSize(1);
    }

    @Test
    void membersAreInPascalCaseAndNullsAreWritten() {
        JsonNode user =
                caller.get("/Users/" + office.employeeId("without-number")).json();
        assertThat(user.get("EmployeeNo").asText()).isEmpty();
        assertThat(user.has("PhoneNumber")).isTrue();
        assertThat(user.get("PhoneNumber").isNull()).isTrue();
        assertThat(names(user))
                .allMatch(name -> Character.isUpperCase(name.charAt(0)))
                .hasSize(34);
        JsonNode project =
                caller.get("/Projects/" + office.id("projects", "1000")).json();
        assertThat(names(project))
                .hasSize(36)
                .contains("CalcuatedTimeConsumption")
                .doesNotContain("ActivityIds");
        assertThat(project.get("StartDate").asText()).endsWith("T00:00:00");
    }

    @Test
    void theApiUserNamesTheCompany() {
        JsonNode current = caller.get("/Users/current").json();
        assertThat(current.get("CompanyId").asInt()).isEqualTo(4711);
        assertThat(current.get("Role").asText()).isEqualTo("Administrator");
        assertThat(caller.get("/LicenseInfo").json().get("TotalLicenses").asInt())
                .isEqualTo(50);
    }

    @Test
    void whatChangedSinceComes() {
        assertThat(size(caller.get("/Projects?updatedSince=2026-11-24").json())).isZero();
        office.renameProject(office.id("projects", "1000"), "Diverse");
        assertThat(caller.get("/Projects?updatedSince=2026-11-24T12:00:00")
                        .json()
                        .get("Items"))
                .hasSize(1)
                .allMatch(p -> p.get("ProjectName").asText().equals("Diverse"));
        assertThat(size(caller.get("/Projects?updatedSince=2026-11-24T12:00:01").json()))
                .isZero();
        assertThat(size(caller.get("/Projects?createdSince=2026-11-24").json())).isZero();
    }

    @Test
    void anUnknownQueryParameterIsRefusedUnlessIgnored() {
        assertThat(caller.get("/Users?employeeNo=101").status()).isEqualTo(400);
        assertThat(caller.get("/Users?employeeNo=101").text()).contains("employeeNo");
        assertThat(caller.get("/Projects?offset=0&count=100").status()).isEqualTo(400);
        smartdok.options(options -> options.withIgnoreUnknownQuery(true));
        assertThat(size(caller.get("/Users?employeeNo=101&count=2").json())).isEqualTo(39);
    }

    @Test
    void aParameterThatCannotBeBoundIsRefused() {
        assertThat(caller.get("/Users?all=yes").status()).isEqualTo(400);
        assertThat(caller.get("/Projects?updatedSince=24.11.2026")
                        .json()
                        .at("/errors/updatedSince/0")
                        .asText())
                .contains("24.11.2026");
    }

    @Test
    void goodsShowUnitAndCategory() {
        JsonNode goods =
                caller.get("/Goods/" + office.id("goods", "Betong B30")).json();
        assertThat(goods.at("/Unit/Name").asText()).isEqualTo("kubikkmeter");
        assertThat(goods.at("/Category/Name").asText()).isEqualTo("Betong");
        assertThat(caller.get("/Goods/Units").json().get(0).get("UnitId").asInt())
                .isZero();
    }

    private static int size(JsonNode list) {
        return list.isArray() ? list.size() : list.get("TotalCount").asInt();
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
