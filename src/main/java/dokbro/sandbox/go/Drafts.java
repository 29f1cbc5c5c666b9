package dokbro.sandbox.go;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.sandbox.http.Refusal;
import dokbro.sandbox.http.Request;
import dokbro.sandbox.http.Response;
import java.util.List;

/**
 * Vouchers that wait for a person in bilagsføring: JournalEntryVouchers (contract, section 3.9 B). They have no reference, so Go refuses no
 * duplicate. A person posts them; the id stays.
 */
final class Drafts extends Resource {

    static final String ALL = "/JournalEntryVouchers";
    static final String LINES = "ManualVoucherLines";

    private static final String ENTITY = "Manual journal entry voucher";
    private static final String POSTED = "IsPosted";
    private static final String IN_APPROVAL = "InApprovalWorkflow";
    private static final String COMMENT = "Comment";
    private static final String CREATED = "CreatedDateTimeOffset";
    private static final String CHANGED = "LastChangedDateTimeOffset";
    private static final int COMMENT_LENGTH = 1000;

    private final LinePaths lines;
    private final Filters filters = new Filters()
            .lastChanged()
            .created("createdDateTimeOffsetGreaterThan")
            .flag("inApprovalWorkflow", IN_APPROVAL)
            .flag("isPosted", POSTED);

    Drafts(GoData data, Whereabouts where) {
        super(data, where, data.drafts, shape(data), new Filters());
        this.lines = new LinePaths(this, LINES, this::number);
    }

    private static Shape shape(GoData data) {
        return new Shape(ENTITY)
                .readOnly(Type.GUID, "Id")
                .postOnly(Type.TEXT, COMMENT)
                .writable(Type.TEXT, "CurrencyCode", "Description")
                .writable(Type.LONG, "DepartmentId", "Dim1Id", "Dim2Id", "Dim3Id", "LocationId", "ProjectId")
                .writable(Type.DATE, "VoucherDate")
                .lines(LINES, line(data))
                .readOnly(Type.LINES, "Pages")
                .readOnly(Type.BOOLEAN, POSTED, IN_APPROVAL)
                .readOnly(Type.MOMENT, CREATED, CHANGED)
                .required("CurrencyCode", "VoucherDate")
                .max(COMMENT, COMMENT_LENGTH)
                .initial("Pages", List.of())
                .initial(POSTED, false)
                .initial(IN_APPROVAL, false)
                .refers("DepartmentId", null, data.departments, null)
                .refers("ProjectId", null, data.projects, null)
                .orNone("DepartmentId", "ProjectId");
    }

    private static Shape line(GoData data) {
        return new Shape(ENTITY)
                .readOnly(Type.LONG, "Id")
                .writable(Type.LONG, "CreditAccountId", "DebitAccountId", "DepartmentId", "Dim1Id", "Dim2Id", "Dim3Id")
                .writable(Type.LONG, "LocationId", "ProductId", "ProjectId")
                .writable(Type.INTEGER, "CreditVatId", "DebitVatId")
                .writable(Type.DECIMAL, "CurrencyAmount", "CurrencyExchangeRate", "Quantity", "Quantity2")
                .writable(Type.TEXT, "CurrencyCode", "Description")
                .writable(Type.DATE, "PostingDate")
                .choice("CreditVatReturnSpecification", VatSpecification.ALL)
                .choice("DebitVatReturnSpecification", VatSpecification.ALL)
                .readOnly(Type.MOMENT, CREATED, CHANGED)
                .initial("CreditVatReturnSpecification", "None")
                .initial("DebitVatReturnSpecification", "None")
                .refers("CreditAccountId", null, data.accounts, null)
                .refers("DebitAccountId", null, data.accounts, null)
                .refers("CreditVatId", null, data.vatCodes, null)
                .refers("DebitVatId", null, data.vatCodes, null)
                .refers("DepartmentId", null, data.departments, null)
                .refers("ProductId", null, data.products, null)
                .refers("ProjectId", null, data.projects, null)
                .orNone("DepartmentId", "ProjectId");
    }

    @Override
    void check(ObjectNode record, ObjectNode before) {
        if (!record.get("CurrencyCode").asText().matches("[A-Z]{3}")) {
            throw invalid("CurrencyCode must be three letters.");
        }
        for (JsonNode line : record.get(LINES)) {
            if (line.get("DebitAccountId").isNull()
                    && line.get("CreditAccountId").isNull()) {
                throw invalid("DebitAccountId or CreditAccountId must have a value.");
            }
            if (line.get("CurrencyAmount").decimalValue().signum() <= 0) {
                throw invalid("CurrencyAmount must be positive.");
            }
            if (line.get("PostingDate").isNull()) {
                ((ObjectNode) line).set("PostingDate", record.get("VoucherDate"));
            }
        }
    }

    @Override
    void accept(ObjectNode record) {
        record.get(LINES).forEach(line -> number((ObjectNode) line));
    }

    private void number(ObjectNode line) {
        String now = GoData.moment(data().now());
        line.put("Id", data().ledger.nextLineId()).put(CREATED, now).put(CHANGED, now);
    }

    @Override
    void mayChange(ObjectNode record) {
        refusePosted(record);
    }

    @Override
    void mayDelete(ObjectNode record) {
        refusePosted(record);
        if (record.get(IN_APPROVAL).asBoolean()) {
            throw Problem.of(409, "Object conflict", voucher(record) + " is in the approval workflow.");
        }
    }

    private static void refusePosted(ObjectNode record) {
        if (record.get(POSTED).asBoolean()) {
            throw Problem.of(409, "Object conflict", voucher(record) + " is already posted.");
        }
    }

    private static String voucher(ObjectNode record) {
        return "Voucher with id = " + record.get("Id").asText();
    }

    /** The comment goes into the history and is never returned; the states stand in the list only. */
    @Override
    ObjectNode show(ObjectNode record) {
        return copy(record).without(List.of(COMMENT, POSTED, IN_APPROVAL, CREATED, CHANGED));
    }

    /** {@code GET /JournalEntryVouchers}: what stands there and its state, without the contents. */
    Response items(Request request) {
        ListQuery query = new ListQuery(request, filters, server());
        return query.answer(table().at(data().visible())
                .filter(filters.byTime(request))
                .map(seen -> item(seen.value()))
                .filter(filters.byMember(request))
                .toList());
    }

    private static ObjectNode item(ObjectNode record) {
        ObjectNode item = copy(record).retain(List.of("Id", POSTED, IN_APPROVAL, CREATED, CHANGED));
        return item.put("IsCreatedByCurrentIntegration", true)
                .put("OriginatedFromEhf", false)
                .put("VoucherType", "ManualJournal");
    }

    Response addLine(Request request) {
        lines.add(request);
        return Response.json(201, shown(current(request)));
    }

    Response changeLine(Request request) {
        return Response.json(200, lines.change(request));
    }

    Response removeLine(Request request) {
        lines.remove(request);
        return Response.empty(200);
    }

    private static Refusal invalid(String detail) {
        return Problem.invalid(ENTITY, detail);
    }
}
