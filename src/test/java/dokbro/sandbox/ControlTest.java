package dokbro.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Dokbro;
import dokbro.Json;
import dokbro.sandbox.go.Quirk;
import dokbro.sandbox.smartdok.Hours;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Clock CLOCK =
            Clock.fixed(TODAY.atTime(12, 0).atZone(Dokbro.OSLO).toInstant(), Dokbro.OSLO);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = new Sandbox(ContractorData.make(1, Size.DEMO, TODAY), CLOCK, Sandbox.Ports.FREE);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @BeforeEach
    void reset() {
        assertThat(post("/reset", "").statusCode()).isEqualTo(200);
    }

    @Test
    void theStateCountsBothSystems() {
        JsonNode state = json(get("/state"));
        assertThat(state.get("today").asText()).isEqualTo("2026-11-24");
        assertThat(state.at("/smartdok/registrations").asInt())
                .isEqualTo(sandbox.contractor().registrations().size());
        assertThat(state.at("/smartdok/employees").asInt()).isEqualTo(40);
        assertThat(state.at("/smartdok/apiToken").asText()).isEqualTo("sandbox-smartdok-token");
        assertThat(state.at("/go/entries").asInt()).isZero();
        assertThat(state.at("/go/projects").asInt()).isGreaterThan(60);
        assertThat(state.at("/go/tooManyRequests").asInt()).isZero();
        assertThat(state.at("/go/url").asText()).isEqualTo(sandbox.go().url());
    }

    @Test
    void registrationsAreListedByFilter() {
        JsonNode list = json(get("/smartdok/registrations?employee=104&from=2026-11-10&to=2026-11-10"));
        assertThat(list.get("total").asInt()).isEqualTo(1);
        assertThat(list.at("/items/0/HourBankDeposit").asText()).isEqualTo("02:00:00");
        assertThat(list.at("/items/0/Approved").asBoolean()).isTrue();
        assertThat(json(get("/smartdok/registrations?project=1005"))
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(json(get("/smartdok/registrations?approved=false")).get("items"))
                .isNotEmpty()
                .noneMatch(item -> item.get("Approved").asBoolean());
    }

    @Test
    void aRegistrationIsAddedEditedApprovedAndDeleted() {
        HttpResponse<String> added = post("/smartdok/registrations", """
                {"employee": "101", "date": "2026-11-23", "project": "1010", "subProject": "1010.01", "from": "08:00",
                 "to": "12:00", "breakMinutes": 0, "perDiem": "701",
                 "additions": [{"addition": "310", "amount": 1.5}], "machines": [{"machine": "Lift JLG", "minutes": 60}]}
                """);
        assertThat(added.statusCode()).isEqualTo(201);
        int id = json(added).get("Id").asInt();
        Hours hours = hours(id);
        assertThat(hours.netMinutes()).isEqualTo(240);
        assertThat(hours.approved()).isFalse();
        assertThat(hours.additions()).hasSize(1);
        assertThat(hours.machines()).hasSize(1);
        String path = "/smartdok/registrations/" + id;
        assertThat(json(post(path + "/approve", "")).get("Approved").asBoolean())
                .isTrue();
        JsonNode edited =
                json(post(path, "{\"to\": \"13:00\", \"project\": \"1011\", \"perDiem\": null, \"additions\": []}"));
        assertThat(edited.get("TimeFrom").asText()).isEqualTo("08:00:00");
        assertThat(edited.get("TimeTo").asText()).isEqualTo("13:00:00");
        assertThat(edited.get("SubProjectId").isNull()).as("another project").isTrue();
        assertThat(edited.get("AllowanceId").isNull()).isTrue();
        assertThat(edited.get("AdditionRegistrations")).isEmpty();
        assertThat(edited.get("MachineHourRegistrations")).hasSize(1);
        assertThat(edited.get("Approved").asBoolean()).isTrue();
        assertThat(json(post(path + "/withdraw", "")).get("Approved").asBoolean())
                .isFalse();
        assertThat(json(post(path + "/zero", "")).get("TimeTo").asText()).isEqualTo("00:00:00");
        assertThat(json(get(path)).get("Id").asInt()).isEqualTo(id);
        assertThat(post(path + "/delete", "").statusCode()).isEqualTo(200);
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void masterDataOfSmartDokChanges() {
        int project = sandbox.smartdok().backDoor().id("projects", "1010");
        assertThat(post("/smartdok/records/projects/" + project, "{\"ProjectName\": \"Nytt navn\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(json(get("/smartdok/records/projects")))
                .anyMatch(p -> p.get("ProjectName").asText().equals("Nytt navn"));
        assertThat(post("/smartdok/records/projects/" + project, "{\"Name\": \"x\"}")
                        .body())
                .contains("no member Name");
        assertThat(get("/smartdok/records/houses").body()).contains("No register houses");
    }

    @Test
    void goIsOperatedByItsPages() {
        long employee = sandbox.go().records("/Employees").stream()
                .filter(e -> e.get("Number").asLong() == 101)
                .findFirst()
                .orElseThrow()
                .get("Id")
                .asLong();
        long project = first("/Projects");
        long id = addEntry(employee);
        assertThat(json(get("/go/entries?employee=101&date=2026-11-23"))
                        .at("/items/0/Id")
                        .asLong())
                .isEqualTo(id);
        assertThat(json(get("/go/entries?employee=102")).get("total").asInt()).isZero();
        assertThat(post("/go/entries/" + id + "/edit", "{\"Quantity\": 60}").statusCode())
                .isEqualTo(200);
        assertThat(sandbox.go().entries().get(0).get("Quantity").asInt()).isEqualTo(60);
        assertThat(post("/go/weeks/approve", "{\"employee\": 101, \"date\": \"2026-11-23\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(post("/go/weeks/revoke", "{\"employeeId\": " + employee + ", \"date\": \"2026-11-23\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(post("/go/entries/" + id + "/pay", "").statusCode()).isEqualTo(200);
        assertThat(post("/go/entries/" + id + "/invoice", "").statusCode()).isEqualTo(200);
        assertThat(post("/go/entries/" + id + "/delete", "").statusCode()).isEqualTo(200);
        assertThat(sandbox.go().entries()).isEmpty();
        assertThat(post("/go/lock-date", "{\"date\": \"2026-10-31\"}").statusCode())
                .isEqualTo(200);
        assertThat(post("/go/lock-date", "{\"date\": null}").statusCode()).isEqualTo(200);
        assertThat(post("/go/projects/" + project, "{\"name\": \"Omdøpt\", \"status\": \"Complete\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(sandbox.go().records("/Projects").get(0).get("Name").asText())
                .isEqualTo("Omdøpt");
    }

    @Test
    void goodsRowsAreAddedEditedApprovedAndDeleted() {
        HttpResponse<String> added = post("/smartdok/goods-rows", """
                {"employee": "101", "date": "2026-11-23", "project": "1010", "subProject": "1010.01", "goods": "Pukk 8-16",
                 "amount": 12.5, "agreedPrice": 900, "comment": "Ny", "approved": true}
                """);
        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(json(added).get("BasAttested").asBoolean()).isTrue();
        String path = "/smartdok/goods-rows/" + json(added).get("Id").asInt();
        JsonNode edited = json(
                post(path, "{\"amount\": -1, \"project\": \"1011\", \"agreedPrice\": null, \"date\": \"2026-11-20\"}"));
        assertThat(edited.get("Amount").asInt()).isEqualTo(-1);
        assertThat(edited.has("SubProjectId")).as("another project").isFalse();
        assertThat(edited.get("AgreedPrice").isNull()).isTrue();
        assertThat(edited.get("Date").asText()).isEqualTo("2026-11-20T00:00:00");
        assertThat(edited.get("BasAttested").asBoolean()).isTrue();
        assertThat(post(path + "/withdraw", "").statusCode()).isEqualTo(200);
        assertThat(json(get(path)).get("BasAttested").asBoolean()).isFalse();
        assertThat(post(path + "/approve", "").statusCode()).isEqualTo(200);
        assertThat(json(get("/smartdok/goods-rows"))).hasSizeGreaterThan(100);
        assertThat(post(path + "/delete", "").statusCode()).isEqualTo(200);
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void invoiceBasesAreFinishedSentCreditedAndEdited() {
        int id = sandbox.smartdok()
                .backDoor()
                .invoices()
                .titled("Utkast")
                .get("Id")
                .asInt();
        String path = "/smartdok/invoices/" + id;
        for (String act : List.of("finish", "send", "credit")) {
            assertThat(post(path + "/" + act, "").statusCode()).isEqualTo(200);
        }
        assertThat(post(path, "{\"InvoiceRef\": \"Ny bestilling\"}").statusCode())
                .isEqualTo(200);
        JsonNode invoice = invoice(id);
        assertThat(invoice.get("IsDraft").asBoolean()).isFalse();
        assertThat(invoice.get("Sent").asBoolean() && invoice.get("Credited").asBoolean())
                .isTrue();
        assertThat(invoice.get("InvoiceRef").asText()).isEqualTo("Ny bestilling");
        int line = invoice.at("/InvoiceLines/0/Id").asInt();
        assertThat(post(path + "/lines/" + line, "{\"Price\": 800}").statusCode())
                .isEqualTo(200);
        assertThat(invoice(id).get("TotalPrice").decimalValue()).isEqualByComparingTo("3200");
        int copy = json(post(path + "/copy", "")).get("Id").asInt();
        assertThat(invoice(copy).get("IsDraft").asBoolean()).isTrue();
        assertThat(post(path + "/reopen", "").statusCode()).isEqualTo(200);
        assertThat(post(path + "/delete", "").statusCode()).isEqualTo(200);
        assertThat(json(get("/smartdok/invoices")))
                .noneMatch(each -> each.get("Id").asInt() == id);
    }

    @Test
    void aMachinesCostAndAPayItemChange() {
        int machine = sandbox.smartdok().backDoor().id("machines", "Gravemaskin CAT 320");
        assertThat(post("/smartdok/records/machines/" + machine, "{\"InternalCost\": 480}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(json(get("/smartdok/records/machines")))
                .anyMatch(m -> m.get("InternalCost").asInt() == 480);
        JsonNode items = json(get("/go/records/pay-items"));
        assertThat(items).isNotEmpty();
        String item = items.get(0).get("Id").asText();
        assertThat(post("/go/records/pay-items/" + item, "{\"IsActive\": false}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(json(get("/go/records/pay-items")).get(0).get("IsActive").asBoolean())
                .isFalse();
    }

    @Test
    void theStateCountsWhatTheLedgerHas() {
        JsonNode state = json(get("/state"));
        assertThat(state.at("/smartdok/goodsRows").asInt())
                .isEqualTo(sandbox.contractor().goodsRows().size());
        assertThat(state.at("/smartdok/invoices").asInt())
                .isEqualTo(sandbox.contractor().invoices().size());
        assertThat(state.at("/go/products").asInt()).isEqualTo(7);
        assertThat(state.at("/go/vouchers").asInt()).isZero();
        for (String list : List.of("vouchers", "drafts", "sales-orders", "invoices", "items")) {
            assertThat(json(get("/go/" + list))).as(list).isEmpty();
        }
    }

    @Test
    void faultsAreScripted() {
        post(
                "/faults/next",
                "{\"system\": \"smartdok\", \"path\": \"/LicenseInfo\", \"kind\": \"too-many\", \"times\": 2}");
        assertThat(call("GET", sandbox.smartdok().url() + "/LicenseInfo", "").statusCode())
                .isEqualTo(429);
        assertThat(json(get("/state")).at("/smartdok/tooManyRequests").asInt()).isEqualTo(1);
        post("/faults/clear", "{\"system\": \"smartdok\"}");
        assertThat(call("GET", sandbox.smartdok().url() + "/LicenseInfo", "").statusCode())
                .isEqualTo(401);
        post("/faults", "{\"system\": \"go\", \"permille\": 1000, \"kinds\": [\"SERVER_ERROR\", \"bad-gateway\"]}");
        assertThat(call("GET", sandbox.go().url() + "/Projects", "").statusCode())
                .isIn(500, 502);
        post("/faults", "{\"system\": \"go\", \"permille\": 0}");
        assertThat(call("GET", sandbox.go().url() + "/Projects", "").statusCode())
                .isEqualTo(401);
    }

    @Test
    void optionsChangeWhileTheyRun() {
        post("/options", "{\"system\": \"go\", \"requestsPerSecond\": 0, \"replicaLagMs\": 1500, \"tokenSeconds\": 9}");
        assertThat(sandbox.go().options().requestsPerSecond()).isZero();
        assertThat(sandbox.go().options().replicaLag()).isEqualTo(Duration.ofMillis(1500));
        post(
                "/options",
                "{\"system\": \"smartdok\", \"tokenSeconds\": 9, \"order\": \"shuffled\", \"moving\": \"INSERT\"}");
        assertThat(sandbox.smartdok().options().session()).isEqualTo(Duration.ofSeconds(9));
        assertThat(sandbox.smartdok().options().order().name()).isEqualTo("SHUFFLED");
        assertThat(sandbox.smartdok().options().moving().name()).isEqualTo("INSERT");
        post("/options", "{\"system\": \"go\", \"quirks\": [\"reverse-answers-200\"]}");
        assertThat(sandbox.go().options().quirks()).containsExactly(Quirk.REVERSE_ANSWERS_200);
        post("/options", "{\"system\": \"go\", \"quirks\": []}");
        assertThat(sandbox.go().options().quirks()).isEmpty();
        post("/options", "{\"system\": \"smartdok\", \"needDates\": false, \"invoicesByCreation\": true}");
        assertThat(sandbox.smartdok().options().needDates()).isFalse();
        assertThat(sandbox.smartdok().options().invoicesByCreation()).isTrue();
        post("/reset", "");
        assertThat(sandbox.go().options().tokenSeconds()).as("options stay").isEqualTo(9);
    }

    @Test
    void aResetKeepsTheAddresses() {
        String url = sandbox.go().url();
        addEntry(first("/Employees"));
        post("/reset", "");
        assertThat(sandbox.go().url()).isEqualTo(url);
        assertThat(sandbox.go().entries()).isEmpty();
        assertThat(call("GET", url + "/Projects", "").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/nothing; {}; 404; No such call: POST /nothing",
                "/faults; {; 400; The body is not JSON",
                "/faults; []; 400; must be a JSON object",
                "/faults; {\"system\": \"x\", \"permille\": 1}; 400; system must be smartdok or go",
                "/faults; {\"permille\": 1}; 400; system is missing",
                "/faults; {\"system\": \"go\"}; 400; permille is missing",
                "/faults; {\"system\": \"go\", \"permille\": 1}; 400; 1 per mille",
                "/faults; {\"system\": \"go\", \"permill\": 1}; 400; Unknown member permill",
                "/faults/next; {\"system\": \"go\", \"kind\": \"flood\"}; 400; kind must be one of",
                "/options; {\"system\": \"smartdok\", \"requestsPerSecond\": 5}; 400; Unknown member requestsPerSecond",
                "/options; {\"system\": \"go\", \"latencyMs\": \"5\"}; 400; latencyMs must be a whole number",
                "/smartdok/registrations; {\"date\": \"2026-11-23\"}; 400; employee is missing",
                "/smartdok/registrations; {\"employee\": \"101\", \"date\": \"23.11\"}; 400; date must be a date",
                "/smartdok/registrations; {\"employee\": \"7\", \"date\": \"2026-11-23\"}; 400; no record 7",
                "/smartdok/registrations/5/approve; {}; 404; no record 5",
                "/smartdok/registrations/x/approve; {}; 400; whole number",
                "/go/entries/5/pay; {}; 404; 5",
                "/go/weeks/approve; {\"employee\": 7, \"date\": \"2026-11-23\"}; 404; number 7",
                "/go/lock-date; {}; 400; date is missing",
                "/go/vouchers/5/reverse; {}; 404; Voucher 5",
                "/go/drafts/5/post; {}; 404; Journal entry voucher 5",
                "/go/sales-orders/5/confirm; {}; 404; Sales order 5",
                "/go/sales-orders/5/invoice; {}; 404; Sales order 5",
                "/go/records/houses/5; {}; 400; No register houses",
                "/go/records/products/7100001; {\"Price\": 5}; 400; no member Price",
                "/go/records/products/7100001; {\"UnitPrice\": \"5\"}; 400; UnitPrice cannot be",
                "/go/records/products/7100001; []; 400; must be a JSON object",
                "/smartdok/goods-rows; {\"employee\": \"101\", \"date\": \"2026-11-23\"}; 400; goods is missing",
                "/smartdok/goods-rows/5; {\"amount\": 5}; 404; no row of goods 5",
                "/smartdok/goods-rows/5/approve; {}; 404; no row of goods 5",
                "/smartdok/invoices/5/finish; {}; 404; no invoice basis 5",
                "/smartdok/invoices/61001; {\"Total\": 5}; 400; no member Total",
                "/smartdok/invoices/61001/lines/5; {\"Price\": 5}; 404; no line 5",
                "/options; {\"system\": \"go\", \"quirks\": [\"ODD\"]}; 400; quirks must be one of"
            })
    void whatIsWrongIsSaid(String path, String body, int status, String message) {
        HttpResponse<String> answer = post(path, body);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer).get("message").asText()).contains(message);
    }

    @Test
    void aPortThatIsTakenLeavesNothingOpen() {
        int taken = URI.create(sandbox.controlUrl()).getPort();
        Contractor small = ContractorData.make(1, Size.registrations(10), TODAY);
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> new Sandbox(small, CLOCK, new Sandbox.Ports(taken, 0, 0)))
                .hasMessageContaining(String.valueOf(taken));
        assertThat(json(get("/state")).at("/smartdok/employees").asInt()).isEqualTo(40);
    }

    private static long first(String path) {
        return sandbox.go().records(path).get(0).get("Id").asLong();
    }

    private static long addEntry(long employee) {
        return sandbox.go()
                .addEntryByUser(Json.mapper()
                        .createObjectNode()
                        .put("EmployeeId", employee)
                        .put("ActivityTimeId", first("/TimeTracking/ActivityTime"))
                        .put("ProjectId", first("/Projects"))
                        .put("Date", "2026-11-23")
                        .put("Quantity", 450));
    }

    private static JsonNode invoice(int id) {
        return json(get("/smartdok/invoices"))
                .valueStream()
                .filter(each -> each.get("Id").asInt() == id)
                .findFirst()
                .orElseThrow();
    }

    private static Hours hours(int id) {
        List<Hours> found =
                sandbox.smartdok().backDoor().registration(id).stream().toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static HttpResponse<String> get(String path) {
        return call("GET", sandbox.controlUrl() + path, "");
    }

    private static HttpResponse<String> post(String path, String body) {
        return call("POST", sandbox.controlUrl() + path, body);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Json.tree(answer.body());
    }

    private static HttpResponse<String> call(String method, String url, String body) {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
