package dokbro.sandbox.go;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vouchers that wait for a person: JournalEntryVouchers. */
class DraftsTest extends GoTest {

    private static final String ALL = "/JournalEntryVouchers";
    private static final String PATH = ALL + "/ManualJournals";
    private static final String INVALID = "Manual journal entry voucher validation error(s)";
    private static final String LINE =
            "{\"DebitAccountId\":1100002,\"CreditAccountId\":1100003,\"CurrencyAmount\":1125.5,\"ProjectId\":5100001}";

    @Test
    void aDraftIsMadeChangedAndDeleted() throws Exception {
        go.setLockDate(LocalDate.of(2026, 11, 30));
        HttpResponse<String> answer = post(PATH, draft(LINE));
        assertThat(answer.statusCode()).as("a draft is not posted yet").isEqualTo(201);
        JsonNode made = json(answer);
        assertThat(made.has("Comment")).isFalse();
        assertThat(made.at("/ManualVoucherLines/0/PostingDate").asText()).isEqualTo("2026-11-23");
        String path = PATH + "/" + made.get("Id").asText();
        assertThat(json(get(path))).isEqualTo(made);
        assertThat(json(replace(path, "Description", "\"Ny\""))
                        .get("Description")
                        .asText())
                .isEqualTo("Ny");
        assertProblem(
                replace(path, "Comment", "\"x\""),
                400,
                INVALID,
                "ManualjournalentryvoucherPatchDto: The target location specified by path segment 'comment' was not found.");
        assertThat(delete(ALL + "/" + made.get("Id").asText()).statusCode()).isEqualTo(200);
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void linesHavePathsOfTheirOwn() throws Exception {
        JsonNode made = created(PATH, draft(""));
        String lines = PATH + "/" + made.get("Id").asText() + "/VoucherLines";
        HttpResponse<String> added = post(lines, LINE);
        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(json(added).get("ManualVoucherLines")).hasSize(1);
        String line = lines + "/" + json(added).at("/ManualVoucherLines/0/Id").asText();
        assertThat(json(replace(line, "CurrencyAmount", "900"))
                        .get("CurrencyAmount")
                        .decimalValue())
                .isEqualByComparingTo("900");
        assertProblem(replace(line, "CurrencyAmount", "-1"), 400, INVALID, "CurrencyAmount must be positive.");
        assertThat(replace(lines + "/7", "CurrencyAmount", "1").statusCode()).isEqualTo(404);
        assertThat(delete(line).statusCode()).isEqualTo(200);
        assertThat(delete(line).statusCode()).isEqualTo(404);
    }

    @Test
    void goRefusesNoDuplicateOfADraft() throws Exception {
        created(PATH, draft(LINE));
        created(PATH, draft(LINE));
        assertThat(json(get(ALL))).hasSize(2);
        assertUnbound(
                post(PATH, draft(LINE).replaceFirst("\\{", "{\"ExternalImportReference\":\"SD-1\",")),
                "ExternalImportReference");
    }

    @Test
    void onceAPersonHasPostedItNothingChanges() throws Exception {
        String id = created(PATH, draft(LINE)).get("Id").asText();
        assertThat(json(get(ALL + "?isPosted=false")).get(0).get("Id").asText()).isEqualTo(id);
        go.accounting().postDraft(id);
        String posted = "Voucher with id = " + id + " is already posted.";
        assertProblem(replace(PATH + "/" + id, "Description", "\"x\""), 409, "Object conflict", posted);
        assertProblem(delete(ALL + "/" + id), 409, "Object conflict", posted);
        assertProblem(post(PATH + "/" + id + "/VoucherLines", LINE), 409, "Object conflict", posted);
        assertThat(get(PATH + "/" + id).statusCode()).isEqualTo(200);
        assertThat(get(ALL + "?isPosted=false").statusCode()).isEqualTo(204);
        assertThat(json(get(ALL + "?isPosted=true")).get(0).get("IsPosted").asBoolean())
                .isTrue();
    }

    @Test
    void oneInApprovalIsNotDeleted() throws Exception {
        String id = created(PATH, draft(LINE)).get("Id").asText();
        go.accounting().setInApproval(id, true);
        assertThat(delete(ALL + "/" + id).statusCode()).isEqualTo(409);
        go.accounting().setInApproval(id, false);
        assertThat(delete(ALL + "/" + id).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"CurrencyAmount\":5}; 400; DebitAccountId or CreditAccountId must have a value.",
                "{\"DebitAccountId\":1100002}; 400; CurrencyAmount must be positive.",
                "{\"DebitAccountId\":1100002,\"CurrencyAmount\":-5}; 400; CurrencyAmount must be positive.",
                "{\"DebitAccountId\":4390,\"CurrencyAmount\":5}; 404; General ledger account with id = 4390 not found.",
                "{\"DebitAccountId\":1100002,\"CurrencyAmount\":5,\"DebitVatId\":7}; 404; Vat code with id = 7 not found."
            })
    void aLineThatBreaksARuleIsRefused(String line, int status, String detail) throws Exception {
        assertProblem(post(PATH, draft(line)), status, INVALID, detail);
        assertThat(get(ALL).statusCode()).isEqualTo(204);
    }

    @Test
    void aLineMaySayExplicitlyNoProject() throws Exception {
        JsonNode made = created(PATH, draft(LINE.replace("5100001", "-1")));
        assertThat(made.at("/ManualVoucherLines/0/ProjectId").asLong()).isEqualTo(-1);
        assertThat(post(PATH, draft(LINE.replace("1100002", "-1"))).statusCode())
                .as("only dimensions can be none")
                .isEqualTo(404);
    }

    @Test
    void aHeaderThatBreaksARuleIsRefused() throws Exception {
        assertUnbound(post(PATH, draft(LINE).replace("2026-11-23", "23.11.2026")), "VoucherDate");
        assertProblem(
                post(PATH, draft(LINE).replace("NOK", "kroner")), 400, INVALID, "CurrencyCode must be three letters.");
        assertProblem(
                post(PATH, draft(LINE).replace("Fra SmartDok", "x".repeat(1001))),
                400,
                INVALID,
                "Comment can have a maximum length of 1000 characters.");
    }

    private static String draft(String line) {
        return "{\"CurrencyCode\":\"NOK\",\"VoucherDate\":\"2026-11-23\",\"Comment\":\"Fra SmartDok\","
                + "\"ManualVoucherLines\":[" + line + "]}";
    }
}
