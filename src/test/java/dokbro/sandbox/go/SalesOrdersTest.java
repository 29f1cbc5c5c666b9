package dokbro.sandbox.go;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Json;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SalesOrdersTest extends GoTest {

    private static final String ORDERS = "/SalesOrders";
    private static final String COMPLETE = ORDERS + "/Complete";
    private static final String INVALID = "Sales order validation error(s)";
    private static final String HOURS =
            "{\"ProductCode\":\"T\",\"Quantity\":7.5,\"Allowance\":10,\"ExternalImportReference\":\"1\"}";

    @Test
    void anOrderIsMadeWholeAndReadInParts() throws Exception {
        String text = "{\"LineType\":\"Text\",\"Description\":\"Ingen arbeid\",\"SortOrder\":1}";
        HttpResponse<String> answer = post(COMPLETE, order("SD-1", HOURS + "," + text));
        assertThat(answer.statusCode()).isEqualTo(201);
        JsonNode made = json(answer);
        String path = ORDERS + "/" + made.get("Id").asText();
        JsonNode line = made.at("/SalesOrderLines/0");
        assertThat(line.get("Description").asText()).as("of the product").isEqualTo("Timer");
        assertThat(line.get("ProductUnitPrice").decimalValue()).isEqualByComparingTo("725");
        assertThat(line.get("UnitOfMeasureCode").asText()).isEqualTo("HUR");
        assertThat(line.get("NetAmount").decimalValue()).isEqualByComparingTo("4893.75");
        assertThat(line.get("VatCode").asText()).isEqualTo("3");
        assertThat(made.get("NetAmount").decimalValue()).isEqualByComparingTo("4893.75");
        assertThat(made.get("TotalAmount").decimalValue()).isEqualByComparingTo("6117.19");
        assertThat(made.get("ProjectCode").asText()).isEqualTo("1001.1");
        assertThat(json(get(path + "/Complete"))).isEqualTo(made);
        assertThat(json(get(path + "/Lines"))).isEqualTo(made.get("SalesOrderLines"));
        assertThat(json(get(path + "/Lines/" + line.get("Id").asText()))).isEqualTo(line);
        JsonNode header = json(get(path));
        assertThat(header.has("SalesOrderLines")).isFalse();
        assertThat(header.get("LineCount").asInt()).isEqualTo(2);
        assertThat(header.get("SalesOrderStatus").asText()).isEqualTo("Draft");
        assertThat(json(get(ORDERS + "?orderStatus=Draft&customerNos=10001"))).containsExactly(header);
        assertThat(get(ORDERS + "?orderStatus=Confirmed").statusCode()).isEqualTo(204);
        assertThat(json(get(path + "/Complete?showInherited=true"))
                        .at("/SalesOrderLines/0/ProjectId")
                        .asLong())
                .isEqualTo(TinyContractor.GARAGE_ROOF);
        assertUnbound(get(path + "?withLines=true"), "withLines");
    }

    @Test
    void thereIsNoBarePost() throws Exception {
        HttpResponse<String> answer = post(ORDERS, order("SD-1", HOURS));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).get("message").asText()).isEqualTo("Resource not found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"Quantity\":1}; 400; ProductId must have a value on lines of type Normal.",
                "{\"ProductCode\":\"T\"}; 400; Quantity must have a value when a product is set.",
                "{\"ProductCode\":\"X\",\"Quantity\":1}; 404; Product with code = 'X' not found.",
                "{\"ProductId\":9,\"ProductCode\":\"T\",\"Quantity\":1}; 404; Product with id = 9 not found.",
                "{\"ProductCode\":\"T\",\"Quantity\":1,\"Allowance\":100.5}; 400; Allowance must be between -1000 and 100.",
                "{\"ProductCode\":\"T\",\"Quantity\":1,\"Allowance\":-1001}; 400; Allowance must be between -1000 and 100.",
                "{\"ProductCode\":\"T\",\"Quantity\":1,\"ProjectCode\":\"1\"}; 404; Project with code = '1' not found.",
                "{\"LineType\":\"Text\",\"Quantity\":1}; 400; Quantity cannot be set on lines of type Text.",
                "{\"LineType\":\"Text\",\"ProductCode\":\"T\"}; 400; ProductId cannot be set on lines of type Text.",
                "{\"LineType\":\"InvoiceFee\"}; 400; Lines of type InvoiceFee are made by Go.",
                "{\"LineType\":\"Comment\"}; 400; Enum 'linetype' with value = Comment is not valid."
            })
    void aLineThatBreaksARuleIsRefused(String line, int status, String detail) throws Exception {
        assertProblem(post(COMPLETE, order("SD-1", line)), status, INVALID, detail);
        assertThat(go.records(ORDERS)).isEmpty();
    }

    @Test
    void aHeaderThatBreaksARuleIsRefused() throws Exception {
        String order = order("SD-1", HOURS);
        assertProblem(
                post(COMPLETE, order.replace("\"CustomerNo\":10001,", "")),
                400,
                INVALID,
                "CustomerId must have a value.");
        assertProblem(
                post(COMPLETE, order.replace("10001", "10003")),
                404,
                INVALID,
                "Customer with number = 10003 not found.");
        assertProblem(
                post(COMPLETE, order.replace("1001.1", "1001.9")),
                404,
                INVALID,
                "Project with code = '1001.9' not found.");
        go.accounting().change("customers", String.valueOf(TinyContractor.HANSEN), Json.tree("{\"IsArchived\":true}"));
        assertProblem(post(COMPLETE, order), 400, INVALID, "Customer 10001 is archived.");
        assertUnbound(post(COMPLETE, order.replaceFirst("\\{", "{\"NetAmount\":1,")), "NetAmount");
        assertUnbound(post(COMPLETE, order.replace("\"Allowance\"", "\"Discount\"")), "SalesOrderLines[0].Discount");
        go.accounting()
                .change("products", String.valueOf(TinyContractor.HOURS_PRODUCT), Json.tree("{\"IsArchived\":true}"));
        assertProblem(
                post(COMPLETE, order.replace("10001", "10002")),
                400,
                INVALID,
                "Product with id = 7100002 is archived.");
    }

    @Test
    void aReferenceIsUniqueAmongOrdersAndAmongTheLinesOfOne() throws Exception {
        String id = created(COMPLETE, order("SD-1", HOURS)).get("Id").asText();
        assertProblem(
                post(COMPLETE, order("SD-1", HOURS)),
                400,
                INVALID,
                "ExternalImportReference is already in use. 'SD-1' is used on sales order with Id = " + id + ".");
        assertProblem(
                post(COMPLETE, order("SD-2", HOURS + "," + HOURS)),
                400,
                INVALID,
                "ExternalImportReference is already in use. '1' is used on another line of the order.");
        assertProblem(
                post(ORDERS + "/" + id + "/Lines", HOURS),
                400,
                INVALID,
                "ExternalImportReference is already in use. '1' is used on another line of the order.");
        go.accounting().deleteOrder(id);
        assertThat(post(COMPLETE, order("SD-1", HOURS)).statusCode()).isEqualTo(201);
    }

    @Test
    void aDraftChanges() throws Exception {
        JsonNode made = created(COMPLETE, order("SD-1", HOURS));
        String path = ORDERS + "/" + made.get("Id").asText();
        assertThat(json(replace(path, "CustomerReference", "\"Ola\""))
                        .get("CustomerReference")
                        .asText())
                .isEqualTo("Ola");
        assertProblem(
                replace(path, "ProjectCode", "\"1002\""),
                400,
                INVALID,
                "SalesorderPatchDto: The target location specified by path segment 'projectcode' was not found.");
        HttpResponse<String> added = post(path + "/Lines", "{\"ProductId\":7100001,\"Quantity\":-2,\"ProjectId\":-1}");
        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(json(added).get("NetAmount").decimalValue()).isEqualByComparingTo("-2300");
        String line = path + "/Lines/" + json(added).get("Id").asText();
        assertThat(json(replace(line, "Quantity", "1")).get("NetAmount").decimalValue())
                .isEqualByComparingTo("1150");
        assertThat(json(get(path)).get("NetAmount").decimalValue()).isEqualByComparingTo("6043.75");
        assertThat(delete(line).statusCode()).isEqualTo(200);
        assertThat(get(line).statusCode()).isEqualTo(404);
        assertThat(delete(path).statusCode()).isEqualTo(200);
        assertThat(get(path + "/Complete").statusCode()).isEqualTo(404);
    }

    @Test
    void aConfirmedOrderIsLockedUntilItIsADraftAgain() throws Exception {
        String id = created(COMPLETE, order("SD-1", HOURS)).get("Id").asText();
        String path = ORDERS + "/" + id;
        go.accounting().confirmOrder(id);
        String locked = "Sales order with id = " + id + " is confirmed and cannot be changed or deleted.";
        assertProblem(replace(path, "CustomerReference", "\"x\""), 409, "Sales order conflict", locked);
        assertProblem(delete(path), 409, "Sales order conflict", locked);
        assertProblem(post(path + "/Lines", HOURS.replace("\"1\"", "\"2\"")), 409, "Sales order conflict", locked);
        go.options(go.options().withQuirk(Quirk.CONFIRMED_ORDER_ANSWERS_400, true));
        assertProblem(delete(path), 400, INVALID, locked);
        assertThat(replace(path, "SalesOrderStatus", "\"Draft\"").statusCode()).isEqualTo(200);
        assertThat(delete(path).statusCode()).isEqualTo(200);
    }

    @Test
    void anInvoicedOrderIsGoneAndItsReferenceStaysTaken() throws Exception {
        String id = created(COMPLETE, order("SD-1", HOURS)).get("Id").asText();
        long number = go.accounting().invoiceOrder(id);
        assertThat(get(ORDERS + "/" + id).statusCode()).isEqualTo(404);
        JsonNode invoice = json(get("/OutgoingInvoices?invoiceNos=" + number)).get(0);
        assertThat(invoice.get("ExternalImportReference").asText()).isEqualTo("SD-1");
        assertThat(invoice.get("OrderNo").asLong()).isEqualTo(5001);
        assertProblem(
                post(COMPLETE, order("SD-1", HOURS)),
                400,
                INVALID,
                "ExternalImportReference is already in use. 'SD-1' is used on outgoing invoice with Id = " + id + ".");
    }

    private static String order(String reference, String lines) {
        return "{\"CustomerNo\":10001,\"ProjectCode\":\"1001.1\",\"ExternalImportReference\":\"" + reference
                + "\",\"SalesOrderLines\":[" + lines + "]}";
    }
}
