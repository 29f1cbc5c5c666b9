package dokbro.sandbox.go;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectsTest extends GoTest {

    private static final String INVALID = "Project validation error(s)";

    @Test
    void aSubProjectShowsItsDottedCodeAndInheritsNothingVisible() throws Exception {
        JsonNode roof = json(get("/Projects/" + TinyContractor.GARAGE_ROOF));

        assertThat(roof.get("Code").asText()).isEqualTo("1001.1");
        assertThat(roof.get("ParentProjectId").asLong()).isEqualTo(TinyContractor.GARAGE);
        assertThat(roof.get("ParentProjectCode").asText()).isEqualTo("1001");
        assertThat(roof.get("CustomerId").isNull()).isTrue();
        JsonNode garage = json(get("/Projects/" + TinyContractor.GARAGE));
        assertThat(garage.get("CustomerId").asLong()).isEqualTo(TinyContractor.HANSEN);
        assertThat(garage.get("CustomerNo").asLong()).isEqualTo(10001);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "|1001,1002,900,1003,1001.1",
                "projectCodes=1001|1001",
                "projectCodes=1001&includeSubProjects=true|1001,1001.1",
                "projectCodes=1001.1, 1002|1002,1001.1",
                "includeSubProjects=false|1001,1002,900,1003,1001.1",
                "excludeArchivedProject=true|1001,1002,1003,1001.1",
                "status=NotStarted,Archived|900,1003",
                "name=GARASJE|1001",
                "customerNos=10002-|1002",
                "customerNos=10000-10001, 10002|1001,1002",
                "projectBillingMethod=Time|1001,1002,900,1003,1001.1",
                "departmentCodes=10|-"
            })
    void filters(String query, String codes) throws Exception {
        HttpResponse<String> answer = get("/Projects?" + (query == null ? "" : query.replace(" ", "%20")));

        assertThat(codes(answer)).isEqualTo(codes == null ? List.of() : List.of(codes.split(",")));
    }

    @Test
    void aProjectIsMadeWithItsReferencesByNumberAndCode() throws Exception {
        HttpResponse<String> answer = post("/Projects", """
                {"Code":"2000","Name":"Låve","CustomerNo":10001,"DepartmentCode":"10","ProjectManagerEmployeeNo":101,
                 "StartDate":"2026-12-01T12:00:00Z","ProjectStatus":"NotStarted","ExternalNumber":17}
                """);

        assertThat(answer.statusCode()).isEqualTo(201);
        JsonNode project = json(answer);
        assertThat(project.get("CustomerId").asLong()).isEqualTo(TinyContractor.HANSEN);
        assertThat(project.get("DepartmentId").asLong()).isEqualTo(TinyContractor.DEPARTMENT);
        assertThat(project.get("DepartmentCode").asText()).isEqualTo("10");
        assertThat(project.get("ProjectManagerEmployeeId").asLong()).isEqualTo(TinyContractor.KARI);
        assertThat(project.get("StartDate").asText()).isEqualTo("2026-12-01");
        assertThat(project.get("AllowAllEmployees").asBoolean()).isTrue();
        assertThat(json(get("/Projects/" + project.get("Id").asLong()))).isEqualTo(project);
    }

    @Test
    void theIdWinsOverTheNumber() throws Exception {
        JsonNode project = created(
                "/Projects", "{\"Name\":\"x\",\"CustomerId\":" + TinyContractor.OLSEN + ",\"CustomerNo\":10001}");

        assertThat(project.get("CustomerNo").asLong()).isEqualTo(10002);
        assertThat(project.get("Code").asText()).isEqualTo("1004");
    }

    @Test
    void aSubProjectIsMadeByParentCodeOrId() throws Exception {
        JsonNode byCode = created("/Projects", "{\"Code\":\"2\",\"Name\":\"Vegg\",\"ParentProjectCode\":\"1001\"}");
        JsonNode byId = created(
                "/Projects", "{\"Code\":\"2\",\"Name\":\"Vegg\",\"ParentProjectId\":" + TinyContractor.SCHOOL + "}");

        assertThat(byCode.get("Code").asText()).isEqualTo("1001.2");
        assertThat(byId.get("Code").asText()).isEqualTo("1002.2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'Code':'1001','Name':'x'}|400|Code is already in use. '1001' is used on another project.",
                "{'Code':'1','Name':'x','ParentProjectCode':'1001'}|400|Code is already in use. '1' is used on another project.",
                "{'Code':'1','Name':'x','ParentProjectId':5100001}|400|Code is already in use. '1' is used on another project.",
                "{'Code':'1.1','Name':'x'}|400|Code cannot contain '.', which is reserved for sub-projects.",
                "{'Code':'1','Name':'x','ParentProjectId':5100005}|400|A sub-project cannot have sub-projects.",
                "{'Code':'1','Name':'x','ParentProjectCode':'55'}|404|Project with code = '55' not found.",
                "{'Name':'x','CustomerId':5}|404|Customer with id = 5 not found.",
                "{'Name':'x','CustomerNo':5}|404|Customer with number = 5 not found.",
                "{'Code':'5'}|400|Name must have a value.",
                "{'Name':'x','Progress':101}|400|Progress must be between 0 and 100.",
                "{'Name':'x','ProjectStatus':1}|400|Enum 'projectstatus' with value = 1 is not valid. (Enums is not allowed to be represented as integers).",
                "{'Name':'x','ProjectStatus':'Open'}|400|Enum 'projectstatus' with value = Open is not valid.",
                "null|400|Project object is missing.",
                "''|400|Project object is missing."
            },
            quoteCharacter = '"')
    void refusedOnPost(String body, int status, String detail) throws Exception {
        assertProblem(post("/Projects", body.equals("''") ? "" : body.replace('\'', '"')), status, INVALID, detail);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'Name':'x','Extra':1}|Extra",
                "{'name':'x'}|name",
                "{'Name':'x','Id':1}|Id",
                "{'Name':5}|Name",
                "{'Name':'x','IsActive':'true'}|IsActive",
                "{'Name':'x','StartDate':'24.11.2026'}|StartDate",
                "{'Name':'x','CustomerId':1.5}|CustomerId",
                "[]|$",
                "{|$"
            })
    void bodiesThatDoNotBindAreRefused(String body, String member) throws Exception {
        assertUnbound(post("/Projects", body.replace('\'', '"')), member);
    }

    @Test
    void postTakesJsonOnly() throws Exception {
        HttpResponse<String> answer =
                send(signed("/Projects").header("Content-Type", "text/json").POST(text("{\"Name\":\"x\"}")));
        assertThat(answer.statusCode()).isEqualTo(415);
    }

    @Test
    void aPatchChangesAndAnswersWithoutBody() throws Exception {
        HttpResponse<String> answer = patch("/Projects/" + TinyContractor.GARAGE, """
                [{"op":"replace","path":"/Name","value":"Garasje"},{"op":"add","path":"/ProjectStatus","value":"Complete"},
                 {"op":"remove","path":"/CustomerId"}]
                """);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        JsonNode project = json(get("/Projects/" + TinyContractor.GARAGE));
        assertThat(project.get("Name").asText()).isEqualTo("Garasje");
        assertThat(project.get("ProjectStatus").asText()).isEqualTo("Complete");
        assertThat(project.get("CustomerId").isNull()).isTrue();
        assertThat(project.get("CustomerNo").isNull()).isTrue();
        assertThat(project.get("LastChangedDateTimeOffset").asText()).isEqualTo("2026-11-24T08:00:00.0000000+00:00");
    }

    @Test
    void aNewCodeOfTheParentShowsOnItsSubProjects() throws Exception {
        assertThat(replace("/Projects/" + TinyContractor.GARAGE, "Code", "\"1009\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(json(get("/Projects/" + TinyContractor.GARAGE_ROOF))
                        .get("Code")
                        .asText())
                .isEqualTo("1009.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "CustomerNo|5|400|ProjectPatchDto: The target location specified by path segment 'customerno' was not found.",
                "name|'x'|400|ProjectPatchDto: The target location specified by path segment 'name' was not found.",
                "Progress|'bogus'|400|ProjectPatchDto: The value 'bogus' is invalid for target location.",
                "Name|null|400|Name must have a value.",
                "Code|'1002'|400|Code is already in use. '1002' is used on another project.",
                "Code|'1.2'|400|Code cannot contain '.', which is reserved for sub-projects.",
                "CustomerId|5|404|Customer with id = 5 not found.",
                "ParentProjectId|5100002|400|A sub-project cannot have sub-projects."
            })
    void refusedOnPatch(String member, String value, int status, String detail) throws Exception {
        assertProblem(
                replace("/Projects/" + TinyContractor.GARAGE, member, value.replace('\'', '"')),
                status,
                INVALID,
                detail);
    }

    @Test
    void aPatchIsAnArrayOfOperationsOfItsOwnType() throws Exception {
        String path = "/Projects/" + TinyContractor.GARAGE;
        assertUnbound(patch(path, "{\"Name\":\"x\"}"), "$");
        assertThat(patch(path, "[{\"op\":\"move\",\"path\":\"/Name\",\"from\":\"/Code\"}]")
                        .statusCode())
                .isEqualTo(400);
        assertThat(patch(path, "[{\"op\":\"replace\",\"path\":\"/Name\"}]").statusCode())
                .isEqualTo(400);
        HttpResponse<String> plainJson = send(signed(path)
                .header("Content-Type", "application/json")
                .method("PATCH", text("[{\"op\":\"replace\",\"path\":\"/Name\",\"value\":\"x\"}]")));
        assertThat(plainJson.statusCode()).isEqualTo(415);
        assertProblem(
                replace("/Projects/5", "Name", "\"x\""), 404, "Object(s) not found", "Project with id = 5 not found.");
    }

    @Test
    void aProjectInUseStays() throws Exception {
        assertProblem(
                delete("/Projects/" + TinyContractor.GARAGE),
                409,
                "Project conflict",
                "Project with id = 5100001 is in use and cannot be deleted.");
        assertThat(delete("/Projects/" + TinyContractor.GARAGE_ROOF).statusCode())
                .isEqualTo(200);
        assertThat(delete("/Projects/" + TinyContractor.GARAGE).statusCode()).isEqualTo(200);
        assertThat(get("/Projects/" + TinyContractor.GARAGE).statusCode()).isEqualTo(404);
    }

    @Test
    void usersMakeRenameAndCloseProjects() throws Exception {
        long main = go.addProject("3000", "Ny", null);
        long sub = go.addProject("1", "Del", main);
        go.renameProject(main, "Nyere");
        go.setProjectStatus(main, "Complete");
        go.setProjectActive(main, false);

        assertThat(json(get("/Projects/" + sub)).get("Code").asText()).isEqualTo("3000.1");
        JsonNode project = json(get("/Projects/" + main));
        assertThat(project.get("Name").asText()).isEqualTo("Nyere");
        assertThat(project.get("ProjectStatus").asText()).isEqualTo("Complete");
        assertThat(project.get("IsActive").asBoolean()).isFalse();
    }

    private static List<String> codes(HttpResponse<String> answer) {
        if (answer.statusCode() == 204) {
            return List.of();
        }
        return StreamSupport.stream(json(answer).spliterator(), false)
                .map(each -> each.get("Code").asText())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"StartDate\":\"2026-11-02\",\"EndDate\":\"2026-11-01\"; EndDate cannot be before StartDate.",
                "\"BillableRate\":500; BillableRate can only be set when the project is billed by time and its own rate.",
                "\"BillableRate\":0,\"BillableRateSpecification\":\"Project\"; BillableRate must be positive.",
                "\"FixedPrice\":9000; FixedPrice can only be set when ProjectBillingMethod is FixedPrice.",
                "\"ExpenseMarkupFactor\":-1; ExpenseMarkupFactor cannot be negative.",
                "\"Progress\":101; Progress must be between 0 and 100.",
                "\"ProjectBillingMethod\":\"Hourly\"; Enum 'projectbillingmethod' with value = Hourly is not valid."
            })
    void termsThatDoNotFitAreRefused(String members, String detail) throws Exception {
        assertProblem(
                post("/Projects", "{\"Code\":\"77\",\"Name\":\"x\"," + members + "}"),
                400,
                "Project validation error(s)",
                detail);
    }

    @Test
    void codesAndNamesHaveALength() throws Exception {
        String invalid = "Project validation error(s)";
        assertProblem(
                post("/Projects", "{\"Name\":\"x\",\"Code\":\"" + "1".repeat(51) + "\"}"),
                400,
                invalid,
                "Code can have a maximum length of 50 characters.");
        assertProblem(
                post("/Projects", "{\"Name\":\"" + "x".repeat(401) + "\"}"),
                400,
                invalid,
                "Name can have a maximum length of 400 characters.");
    }

    @Test
    void aParentIsNamedByItsOwnCodeNotByThatOfASubProject() throws Exception {
        created("/Projects", "{\"Code\":\"1\",\"Name\":\"Hovedprosjekt\"}");
        JsonNode sub = created("/Projects", "{\"Code\":\"5\",\"Name\":\"x\",\"ParentProjectCode\":\"1\"}");
        assertThat(sub.get("Code").asText()).as("1001.1 has the code 1 too").isEqualTo("1.5");
        assertProblem(
                post("/Projects", "{\"Code\":\"5\",\"Name\":\"x\",\"ParentProjectCode\":\"1001.1\"}"),
                400,
                "Project validation error(s)",
                "A sub-project cannot have sub-projects.");
    }
}
