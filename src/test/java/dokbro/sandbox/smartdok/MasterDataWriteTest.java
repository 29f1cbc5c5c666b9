package dokbro.sandbox.smartdok;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MasterDataWriteTest extends SmartDokTest {

    private static final String PROJECT =
            "{\"ProjectName\":\"Naust, Flå\",\"ProjectNumber\":\"4000\",\"IsActive\":true}";

    @Test
    void aNewProjectIsAnswered201WithItsPlace() {
        Caller.Answer answer = caller.post("/Projects", PROJECT);
        assertThat(answer.status()).isEqualTo(201);
        int id = answer.json().get("Id").asInt();
        assertThat(answer.location()).isEqualTo(smartdok.url() + "/Projects/" + id);
        JsonNode read = caller.get("/Projects/" + id).json();
        assertThat(read).isEqualTo(answer.json());
        assertThat(read.get("ProjectName").asText()).isEqualTo("Naust, Flå");
        assertThat(read.get("Created").asText()).isEqualTo("2026-11-24T12:00:00");
        assertThat(read.get("IsOrder").asBoolean()).isFalse();
        smartdok.options(options -> options.withCreated(false));
        assertThat(caller.post("/Projects", PROJECT).status()).isEqualTo(200);
    }

    @Test
    void namesOfMembersMayComeInAnyCaseAndUnknownOnesAreIgnored() {
        JsonNode made = caller.post(
                        "/Projects",
                        "{\"projectName\":\"A\",\"PROJECTNUMBER\":\"1\",\"isActive\":true,\"Updated\":\"x\",\"Foo\":1}")
                .json();
        assertThat(made.get("ProjectName").asText()).isEqualTo("A");
        assertThat(made.has("Foo")).isFalse();
    }

    @Test
    void aPutReplacesTheWholeProject() {
        int department = office.id("departments", "10");
        int id = caller.post("/Projects", """
                        {"ProjectName": "A", "ProjectNumber": "4000", "IsActive": true, "DescriptionText": "Tekst",
                         "HourlyRate": 890.5, "Departments": [%d], "ActivityIds": [1, 57], "StartDate": "2026-11-01"}
                        """.formatted(department))
                .json()
                .get("Id")
                .asInt();
        assertThat(office.projectActivities(id)).containsExactly(1, 57);
        JsonNode put = caller.put("/v3/Projects/" + id, PROJECT).json();
        assertThat(put.get("ProjectName").asText()).isEqualTo("Naust, Flå");
        assertThat(put.get("DescriptionText").asText()).isEmpty();
        assertThat(put.get("HourlyRate").asInt()).isZero();
        assertThat(put.get("Departments")).isEmpty();
        assertThat(put.get("StartDate").isNull()).isTrue();
        assertThat(office.projectActivities(id)).isEmpty();
        assertThat(caller.put("/v3/Projects/1", PROJECT).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"ProjectName, 70", "ProjectNumber, 20", "DescriptionText, 600", "Location, 50", "ClientCompanyName, 50"
    })
    void aTextThatIsTooLongIsRefused(String member, int max) {
        assertThat(caller.post("/Projects", with(member, "x".repeat(max))).status())
                .isEqualTo(201);
        Caller.Answer refused = caller.post("/Projects", with(member, "x".repeat(max + 1)));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("Error").asText()).isEqualTo("ValueIsTooLong");
        assertThat(refused.json().get("Message").asText()).contains(member).contains(String.valueOf(max));
        assertThat(refused.json().get("Code").isInt()).isTrue();
    }

    @Test
    void whatIsRequiredMustBeThere() {
        assertThat(caller.post("/Projects", "{\"ProjectNumber\":\"1\",\"IsActive\":true}")
                        .json()
                        .get("Error")
                        .asText())
                .isEqualTo("NameIsRequired");
        assertThat(caller.post("/Projects", "{\"ProjectName\":\" \",\"ProjectNumber\":\"1\",\"IsActive\":true}")
                        .json()
                        .get("Error")
                        .asText())
                .isEqualTo("NameIsRequired");
        assertThat(caller.post("/Projects", "{\"ProjectName\":\"A\",\"IsActive\":true}")
                        .json()
                        .get("Error")
                        .asText())
                .isEqualTo("NumberIsRequired");
        assertThat(caller.post("/Projects", "{\"ProjectName\":\"A\",\"ProjectNumber\":\"1\"}")
                        .status())
                .isEqualTo(400);
        assertThat(caller.post("/Projects", "").status()).isEqualTo(400);
        assertThat(caller.post("/Projects", "{\"ProjectName\":").status()).isEqualTo(400);
        assertThat(caller.post("/Projects", "{\"ProjectName\":\"A\",\"ProjectNumber\":1,\"IsActive\":true}")
                        .status())
                .as("a number where a text belongs")
                .isEqualTo(400);
        assertThat(caller.post("/Projects", with("CustomerId", 1)).status()).isEqualTo(400);
    }

    @Test
    void anOrderKeepsItsTypeAndAProjectHasNone() {
        int order = office.id("projects", "1006");
        assertThat(caller.put("/v3/Projects/" + order, PROJECT).status()).isEqualTo(400);
        assertThat(caller.put("/v3/Projects/" + order, with("OrderTypeId", 1)).status())
                .isEqualTo(200);
        int project = office.id("projects", "1000");
        assertThat(caller.put("/v3/Projects/" + project, with("OrderTypeId", 1)).status())
                .isEqualTo(400);
        assertThat(caller.post("/Projects", with("OrderTypeId", 2))
                        .json()
                        .get("IsOrder")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void theNextNumberIsAText() {
        assertThat(caller.get("/Projects/NextProjectNumber").text()).isEqualTo("\"9001\"");
    }

    @Test
    void aSubProjectIsMadeUnderItsProject() {
        int project = office.id("projects", "1000");
        Caller.Answer made = caller.post(
                "/Projects/" + project + "/SubProjects", "{\"SubProjectName\":\"Grunn\",\"SubProjectNumber\":\"01\"}");
        assertThat(made.status()).isEqualTo(201);
        int id = made.json().get("Id").asInt();
        assertThat(made.location()).endsWith("/SubProjects/" + id);
        assertThat(made.json().get("IsActive").asBoolean()).isTrue();
        assertThat(made.json().at("/Project/ProjectNumber").asText()).isEqualTo("1000");
        assertThat(caller.get("/Projects/" + project + "/SubProjects").json().get("Items"))
                .hasSize(1);
        assertThat(caller.put("/SubProjects/" + id, "{\"SubProjectName\":\"Ny\",\"SubProjectNumber\":\"01\"}")
                        .json()
                        .get("IsActive")
                        .asBoolean())
                .as("not sent in a PUT is false")
                .isFalse();
        assertThat(caller.get("/SubProjects/" + id).json().get("ProjectId").asInt())
                .isEqualTo(project);
        assertThat(caller.post("/Projects/1/SubProjects", "{\"SubProjectName\":\"A\",\"SubProjectNumber\":\"1\"}")
                        .status())
                .isEqualTo(404);
        assertThat(caller.get("/Projects/1/SubProjects").status()).isEqualTo(404);
    }

    @Test
    void activitiesDepartmentsAndCustomersAreWrittenToo() {
        JsonNode activity = caller.post(
                        "/WorkDescriptions", "{\"Name\":\"Riving\",\"Number\":\"11\",\"IsActive\":true}")
                .json();
        assertThat(caller.put(
                                "/WorkDescriptions/" + activity.get("Id").asInt(),
                                "{\"Name\":\"Riving\",\"IsActive\":false}")
                        .json()
                        .get("Number")
                        .asText())
                .isEmpty();
        assertThat(caller.post("/WorkDescriptions", "{\"Name\":\"A\",\"IsActive\":true,\"Price\":1.234}")
                        .status())
                .isEqualTo(400);
        assertThat(caller.post("/Departments", "{\"Name\":\"Asfalt\",\"Number\":\"40\",\"IsActive\":true}")
                        .status())
                .isEqualTo(201);
        assertThat(caller.post("/Departments", "{\"Name\":\"Asfalt\",\"Number\":\"12345678901\",\"IsActive\":true}")
                        .status())
                .isEqualTo(400);
        int customer = caller.post("/Customers", "{\"CustomerName\":\"Ål kommune\",\"IsActive\":true}")
                .json()
                .get("Id")
                .asInt();
        assertThat(caller.put("/v2/Customers/" + customer, "{\"CustomerName\":\"Ål\",\"IsActive\":false}")
                        .status())
                .isEqualTo(200);
        assertThat(caller.put("/Customers/" + customer, "{\"CustomerName\":\"Ål\",\"IsActive\":false}")
                        .status())
                .as("the deprecated operation is not simulated")
                .isEqualTo(404);
    }

    @Test
    void writingNeedsItsOwnClaim() {
        office.removeClaim("ProjectsWrite");
        assertThat(caller.post("/Projects", PROJECT).text()).isEqualTo("Missing claims: ProjectsWrite");
        assertThat(caller.get("/Projects").status()).isEqualTo(200);
    }

    private static String with(String member, Object value) {
        return dokbro.Json.tree(PROJECT)
                .<com.fasterxml.jackson.databind.node.ObjectNode>require()
                .set(member, dokbro.Json.mapper().valueToTree(value))
                .toString();
    }
}
