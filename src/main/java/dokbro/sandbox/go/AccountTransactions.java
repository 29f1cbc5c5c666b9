package dokbro.sandbox.go;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.sandbox.http.Request;
import dokbro.sandbox.http.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/** The postings of the ledger (contract, section 3.10): what vouchers made, reversals too. Drafts are not in it. */
final class AccountTransactions {

    static final String PATH = "/AccountTransactions";
    static final String PRIVILEGE = "AccountTransaction";

    private static final String PROJECT_CODE = "ProjectCode";

    private final GoData data;
    private final String server;
    private final Filters filters = new Filters()
            .lastChanged()
            .created("createdDateTimeOffsetGreaterThan")
            .numbers("accountNos", "AccountNo")
            .numbers("voucherNos", "VoucherNo")
            .codes("departmentCodes", "DepartmentCode")
            .codes("productCodes", "ProductCode")
            .codes("vatCodes", "VatCode")
            .codes("voucherTypes", "VoucherType")
            .known("projectCodes")
            .known("includeSubProject")
            .known("fromDate")
            .known("toDate");

    AccountTransactions(GoData data, String server) {
        this.data = data;
        this.server = server;
    }

    /** Both dates are needed and count; they are posting dates. */
    Response list(Request request) {
        ListQuery query = new ListQuery(request, filters, server);
        LocalDate from = TimeTransactions.date(request, "fromDate");
        LocalDate to = TimeTransactions.date(request, "toDate");
        Predicate<Table.Seen> inTime = filters.byTime(request);
        Predicate<ObjectNode> filter = filters.byMember(request).and(onProjects(request));
        return query.answer(data.vouchers
                .at(data.visible())
                .filter(inTime)
                .flatMap(seen -> Vouchers.postings(seen.value()).valueStream())
                .map(row -> row((ObjectNode) row))
                .filter(row -> within(row, from, to))
                .filter(filter)
                .toList());
    }

    private static Predicate<ObjectNode> onProjects(Request request) {
        boolean withSubs = request.query("includeSubProject")
                .map(text -> Filters.bool("includeSubProject", text))
                .orElse(false);
        List<String> codes = request.query("projectCodes")
                .map(text -> Filters.list(text).toList())
                .orElse(null);
        return row -> codes == null
                || codes.contains(row.get(PROJECT_CODE).asText())
                || withSubs && codes.contains(row.get(PROJECT_CODE).asText().split("\\.")[0]);
    }

    private ObjectNode row(ObjectNode row) {
        code(row, "AccountId", data.accounts, "AccountNo", "AccountNo");
        code(row, "DepartmentId", data.departments, "Code", "DepartmentCode");
        code(row, "ProductId", data.products, "Code", "ProductCode");
        code(row, "VatId", data.vatCodes, "Code", "VatCode");
        code(row, "VatId", data.vatCodes, "Rate", "VatRate");
        row.putNull(PROJECT_CODE);
        data.projects
                .last(row.get("ProjectId").asText())
                .ifPresent(project -> row.set(PROJECT_CODE, ProjectCodes.code(data.projects, project)));
        row.set("Amount", row.get("CurrencyAmount"));
        return row;
    }

    private static void code(ObjectNode row, String id, Table table, String member, String as) {
        row.putNull(as);
        table.last(row.get(id).asText()).ifPresent(other -> row.set(as, other.get(member)));
    }

    private static boolean within(JsonNode row, LocalDate from, LocalDate to) {
        LocalDate day = LocalDate.parse(row.get("PostingDate").asText());
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
