package dokbro.sandbox.go;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Json;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VouchersTest extends GoTest {

    private static final String PATH = "/Vouchers/ManualJournals";
    private static final String INVALID = "Manual voucher validation error(s)";

    @Test
    void aVoucherIsPostedWithANumberAndReadBack() throws Exception {
        HttpResponse<String> answer = post(PATH, voucher("SD-1").toString());

        assertThat(answer.statusCode()).isEqualTo(201);
        JsonNode made = json(answer);
        assertThat(made.get("VoucherNo").asLong()).isEqualTo(20_001);
        assertThat(made.get("IsReversed").asBoolean()).isFalse();
        assertThat(made.get("Id").asText()).matches("[0-9a-f-]{36}");
        assertThat(made.has("ReversesVoucherId")).isFalse();
        JsonNode line = made.at("/VoucherLines/0");
        assertThat(line.get("Quantity").decimalValue()).isEqualByComparingTo("2.5");
        assertThat(line.get("ProductId").asLong()).isEqualTo(TinyContractor.EXCAVATOR);
        assertThat(line.get("Id").asLong())
                .isNotEqualTo(made.at("/VoucherLines/1/Id").asLong());
        assertThat(json(get(PATH + "/" + made.get("Id").asText()))).isEqualTo(made);
        assertThat(created(PATH, voucher("SD-2").toString()).get("VoucherNo").asLong())
                .isEqualTo(20_002);
    }

    @Test
    void thereIsNoListNoPatchAndNoDelete() throws Exception {
        String id = created(PATH, voucher("SD-1").toString()).get("Id").asText();
        assertThat(get(PATH).statusCode()).isEqualTo(404);
        assertThat(replace(PATH + "/" + id, "Description", "\"x\"").statusCode())
                .isEqualTo(404);
        assertThat(delete(PATH + "/" + id).statusCode()).isEqualTo(404);
        assertThat(get(PATH + "/00000000-0000-0000-0000-000000000000").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aSecondUseOfAReferenceNamesTheHolder() throws Exception {
        String id = created(PATH, voucher("SD-1").toString()).get("Id").asText();
        assertProblem(
                post(PATH, voucher("SD-1").toString()),
                400,
                INVALID,
                "ExternalImportReference is already in use. 'SD-1' is used on voucher with Id = " + id + ".");
        go.setLockDate(LocalDate.of(2026, 11, 24));
        assertThat(json(post(PATH, voucher("SD-1").toString())).get("detail").asText())
                .as("the holder comes before the other rules")
                .contains("already in use");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0/AccountId; null; 400; VoucherLines[0].AccountId must have a value.",
                "1/VatId; null; 400; VoucherLines[1].VatId must have a value.",
                "0/PostingDate; null; 400; VoucherLines[0].PostingDate must have a value.",
                "0/CurrencyAmount; null; 400; CurrencyAmount cannot be 0.",
                "0/CurrencyAmount; 0; 400; CurrencyAmount cannot be 0.",
                "0/CurrencyAmount; 1125.005; 400; CurrencyAmount can have at most two decimals.",
                "0/CurrencyAmount; 1125.01; 400; The voucher is not in balance. The sum of its lines is 0.01.",
                "0/AccountId; 4390; 404; General ledger account with id = 4390 not found.",
                "0/VatId; 5; 404; Vat code with id = 5 not found.",
                "0/ProjectId; 7; 404; Project with id = 7 not found.",
                "0/ProductId; 7; 404; Product with id = 7 not found.",
                "0/AccountId; 1100010; 400; Account 6530 is not active.",
                "1/AccountId; 1100007; 400; Account 6500 requires a project.",
                "0/AccountId; 1100008; 400; Account 6510 requires a department.",
                "0/VatId; 34; 400; VAT code 9 is not active."
            })
    void aLineThatBreaksARuleIsRefused(String where, String value, int status, String detail) throws Exception {
        ObjectNode voucher = voucher("SD-1");
        String[] path = where.split("/");
        ((ObjectNode) voucher.get("VoucherLines").get(Integer.parseInt(path[0]))).set(path[1], Json.tree(value));

        assertProblem(post(PATH, voucher.toString()), status, INVALID, detail);
        assertThat(go.records(PATH)).isEmpty();
    }

    @Test
    void anAccountWithALockedVatCodeTakesNoOther() throws Exception {
        ObjectNode voucher = with(line -> line.put("AccountId", TinyContractor.VAT_LOCKED));
        assertThat(post(PATH, voucher.toString()).statusCode()).isEqualTo(201);
        ObjectNode other =
                with(line -> line.put("AccountId", TinyContractor.VAT_LOCKED).put("VatId", 32));
        assertProblem(
                post(PATH, other.put("ExternalImportReference", "SD-2").toString()),
                400,
                INVALID,
                "Account 6520 only takes its own VAT code.");
    }

    @Test
    void aHeaderThatBreaksARuleIsRefused() throws Exception {
        assertProblem(
                post(PATH, voucher("x").put("CurrencyCode", "kr").toString()),
                400,
                INVALID,
                "CurrencyCode must be three letters.");
        assertProblem(
                post(PATH, voucher("x").putNull("VoucherDate").toString()),
                400,
                INVALID,
                "VoucherDate must have a value.");
        assertProblem(
                post(PATH, voucher("x".repeat(51)).toString()),
                400,
                INVALID,
                "ExternalImportReference can have a maximum length of 50 characters.");
        ObjectNode empty = voucher("x");
        empty.putArray("VoucherLines");
        assertProblem(post(PATH, empty.toString()), 400, INVALID, "A voucher must have lines.");
        assertUnbound(post(PATH, voucher("x").put("VoucherNo", 5).toString()), "VoucherNo");
        assertUnbound(post(PATH, voucher("x").put("Comment", "y").toString()), "Comment");
        assertUnbound(post(PATH, voucher("x").put("VoucherLines", 1).toString()), "VoucherLines");
        assertUnbound(post(PATH, with(line -> line.put("Amount", 1)).toString()), "VoucherLines[0].Amount");
        assertUnbound(post(PATH, with(line -> line.put("VatId", "31")).toString()), "VoucherLines[0].VatId");
        assertThat(send(signed(PATH)
                                .header("Content-Type", "text/plain")
                                .POST(text(voucher("x").toString())))
                        .statusCode())
                .isEqualTo(415);
        assertThat(post(PATH, "").statusCode()).isEqualTo(400);
    }

    @Test
    void nothingIsPostedOnOrBeforeTheLockDate() throws Exception {
        go.setLockDate(LocalDate.of(2026, 11, 23));
        assertProblem(
                post(PATH, voucher("SD-1").toString()),
                400,
                INVALID,
                "PostingDate 2026-11-23 is in a locked period. LockDate is 2026-11-23.");
        go.options(go.options().withQuirk(Quirk.LOCKED_PERIOD_ANSWERS_409, true));
        assertThat(post(PATH, voucher("SD-1").toString()).statusCode()).isEqualTo(409);
        go.setLockDate(LocalDate.of(2026, 11, 22));
        assertThat(post(PATH, voucher("SD-1").toString()).statusCode()).isEqualTo(201);
    }

    @Test
    void aReversalFreesTheReference() throws Exception {
        String id = created(PATH, voucher("SD-1").toString()).get("Id").asText();
        HttpResponse<String> answer = post("/Vouchers/Reverse/" + id, "");
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEmpty();
        JsonNode reversed = json(get(PATH + "/" + id));
        assertThat(reversed.get("IsReversed").asBoolean()).isTrue();
        assertThat(reversed.get("ExternalImportReference").asText()).isEqualTo("SD-1");
        assertThat(post(PATH, voucher("SD-1").toString()).statusCode()).isEqualTo(201);

        assertProblem(
                post("/Vouchers/Reverse/" + id, ""), 400, INVALID, "Voucher with id = " + id + " is already reversed.");
        String opposite = go.records(PATH).get(1).get("Id").asText();
        assertProblem(
                post("/Vouchers/Reverse/" + opposite, ""),
                400,
                INVALID,
                "Voucher with id = " + opposite + " is a reversal and cannot be reversed.");
        assertThat(post("/Vouchers/Reverse/00000000-0000-0000-0000-000000000000", "")
                        .statusCode())
                .isEqualTo(404);
        String next = created(PATH, voucher("SD-3").toString()).get("Id").asText();
        assertUnbound(post("/Vouchers/Reverse/" + next, "{}"), "$");
        go.options(go.options().withQuirk(Quirk.REVERSE_ANSWERS_200, true));
        assertThat(post("/Vouchers/Reverse/" + next, "").statusCode()).isEqualTo(200);
    }

    @Test
    void aVoucherInALockedPeriodIsNotReversed() throws Exception {
        String id = created(PATH, voucher("SD-1").toString()).get("Id").asText();
        go.setLockDate(LocalDate.of(2026, 11, 23));
        assertProblem(
                post("/Vouchers/Reverse/" + id, ""),
                400,
                INVALID,
                "PostingDate 2026-11-23 is in a locked period. LockDate is 2026-11-23.");
        assertThat(json(get(PATH + "/" + id)).get("IsReversed").asBoolean()).isFalse();
    }

    @Test
    void thePostingsAndTheirReversalStandInTheAccountTransactions() throws Exception {
        String id = created(
                        PATH,
                        with(line -> line.put("ProjectId", TinyContractor.GARAGE_ROOF))
                                .toString())
                .get("Id")
                .asText();
        post("/Vouchers/Reverse/" + id, "");
        String all = "/AccountTransactions?fromDate=2026-11-01&toDate=2026-11-30";
        JsonNode rows = json(get(all));
        assertThat(rows).hasSize(4);
        assertThat(rows.get(0).get("AccountNo").asLong()).isEqualTo(4390);
        assertThat(rows.get(0).get("ProjectCode").asText()).isEqualTo("1001.1");
        assertThat(rows.get(0).get("ProductCode").asText()).isEqualTo("G1");
        assertThat(rows.get(0).get("Amount").decimalValue()).isEqualByComparingTo("1125");
        assertThat(rows.get(0).get("ExternalImportReference").asText()).isEqualTo("SD-1");
        assertThat(rows.get(2).get("Amount").decimalValue()).isEqualByComparingTo("-1125");
        assertThat(rows.get(2).get("Quantity").decimalValue()).isEqualByComparingTo("-2.5");
        assertThat(rows.get(2).get("VoucherType").asText()).isEqualTo("ReversalVoucher");
        assertThat(rows.get(2).get("ReversedVoucherId").asText()).isEqualTo(id);
        assertThat(json(get(all + "&accountNos=4390"))).hasSize(2);
        assertThat(get(all + "&projectCodes=1001").statusCode()).isEqualTo(204);
        assertThat(json(get(all + "&projectCodes=1001&includeSubProject=true"))).hasSize(2);
        assertThat(get("/AccountTransactions?fromDate=2026-12-01&toDate=2026-12-31")
                        .statusCode())
                .isEqualTo(204);
        assertUnbound(get("/AccountTransactions?fromDate=2026-11-01"), "toDate");
        assertUnbound(get(all + "&project=1"), "project");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ManualVoucher_Full", "YearEndVoucher_Full"})
    void postingAndReversingNeedTheirPrivileges(String privilege) throws Exception {
        String id = created(PATH, voucher("SD-1").toString()).get("Id").asText();
        go.options(go.options().withPrivilege(privilege, false));
        signIn();
        boolean posting = privilege.startsWith("Manual");
        assertThat(post(PATH, voucher("SD-2").toString()).statusCode()).isEqualTo(posting ? 403 : 201);
        assertThat(get(PATH + "/" + id).statusCode()).isEqualTo(posting ? 403 : 200);
        assertThat(post("/Vouchers/Reverse/" + id, "").statusCode()).isEqualTo(posting ? 202 : 403);
    }

    @Test
    void whatAVoucherNamesIsNotDeleted() throws Exception {
        created(PATH, voucher("SD-1").toString());
        assertThat(delete("/Products/" + TinyContractor.EXCAVATOR).statusCode()).isEqualTo(409);
        assertThat(delete("/Projects/" + TinyContractor.SCHOOL).statusCode()).isEqualTo(409);
        assertThat(delete("/Products/" + TinyContractor.HOURS_PRODUCT).statusCode())
                .isEqualTo(200);
    }

    private static ObjectNode with(Consumer<ObjectNode> change) {
        ObjectNode voucher = voucher("SD-1");
        change.accept((ObjectNode) voucher.get("VoucherLines").get(0));
        return voucher;
    }

    /** Two and a half machine hours on a project, and the account against it. */
    static ObjectNode voucher(String reference) {
        ObjectNode voucher = Json.mapper().createObjectNode();
        voucher.put("CurrencyCode", "NOK")
                .put("VoucherDate", "2026-11-23")
                .put("Description", "Maskintimer")
                .put("ExternalImportReference", reference);
        ArrayNode lines = voucher.putArray("VoucherLines");
        line(lines, TinyContractor.MACHINE_COST, "1125.00")
                .put("ProjectId", TinyContractor.SCHOOL)
                .put("ProductId", TinyContractor.EXCAVATOR)
                .set("Quantity", Json.tree("2.5"));
        line(lines, TinyContractor.CONTRA, "-1125.00");
        return voucher;
    }

    private static ObjectNode line(ArrayNode lines, long account, String amount) {
        ObjectNode line = lines.addObject();
        line.put("AccountId", account).put("VatId", TinyContractor.NO_VAT).put("PostingDate", "2026-11-23");
        line.set("CurrencyAmount", Json.tree(amount));
        return line;
    }
}
