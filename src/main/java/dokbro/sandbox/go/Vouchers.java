package dokbro.sandbox.go;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Json;
import dokbro.sandbox.http.Request;
import dokbro.sandbox.http.Response;
import java.util.List;

/** Manual vouchers that are posted at once: Vouchers/ManualJournals (contract, section 3.9 A). They never change, they are reversed. */
final class Vouchers extends Resource {

    static final String LINES = "VoucherLines";
    static final String REVERSE = "/Vouchers/Reverse/{id}";
    static final String REVERSE_PRIVILEGE = "YearEndVoucher";

    private static final String ENTITY = "Manual voucher";
    private static final String REVERSED = "IsReversed";
    private static final String REVERSES = "ReversesVoucherId";
    private static final String AMOUNT = "CurrencyAmount";
    private static final String NUMBER = "VoucherNo";
    private static final int REFERENCE_LENGTH = 50;

    private final PostingRules rules;

    Vouchers(GoData data, Whereabouts where) {
        super(data, where, data.vouchers, shape(data), new Filters());
        this.rules = new PostingRules(data, ENTITY);
    }

    private static Shape shape(GoData data) {
        return new Shape(ENTITY)
                .readOnly(Type.GUID, "Id")
                .postOnly(
                        Type.TEXT,
                        "CurrencyCode",
                        "Description",
                        "ExternalImportReference",
                        "SaftBatchId",
                        "SaftSourceId")
                .postOnly(Type.LONG, "ImportedVoucherNo")
                .postOnly(Type.DATE, "VoucherDate")
                .readOnly(Type.LONG, NUMBER)
                .readOnly(Type.BOOLEAN, REVERSED)
                .readOnly(Type.GUID, REVERSES)
                .readOnly(Type.MOMENT, "CreatedDateTimeOffset", "LastChangedDateTimeOffset")
                .lines(LINES, line(data))
                .required("CurrencyCode", "VoucherDate")
                .max("ExternalImportReference", REFERENCE_LENGTH)
                .initial(REVERSED, false);
    }

    private static Shape line(GoData data) {
        return new Shape(ENTITY)
                .readOnly(Type.LONG, "Id")
                .postOnly(
                        Type.LONG, "AccountId", "DepartmentId", "Dim1Id", "Dim2Id", "Dim3Id", "LocationId", "ProductId")
                .postOnly(Type.LONG, "ProjectId")
                .postOnly(Type.INTEGER, "VatId")
                .postOnly(Type.DECIMAL, AMOUNT, "CurrencyExchangeRate", "Quantity", "Quantity2")
                .postOnly(Type.TEXT, "CurrencyCode", "CustomMatchingReference", "Description", "ExternalLineReference")
                .postOnly(Type.DATE, "PostingDate")
                .choice("VatReturnSpecification", VatSpecification.ALL)
                .readOnly(Type.MOMENT, "CreatedDateTimeOffset")
                .required("AccountId", "PostingDate", "VatId")
                .initial("VatReturnSpecification", "None")
                .refers("AccountId", null, data.accounts, null)
                .refers("DepartmentId", null, data.departments, null)
                .refers("ProductId", null, data.products, null)
                .refers("ProjectId", null, data.projects, null)
                .refers("VatId", null, data.vatCodes, null);
    }

    @Override
    void check(ObjectNode record, ObjectNode before) {
        rules.check(record);
    }

    @Override
    void accept(ObjectNode record) {
        record.put(NUMBER, data().ledger.nextVoucherNo());
        for (JsonNode line : record.get(LINES)) {
            ((ObjectNode) line).put("Id", data().ledger.nextLineId());
            ((ObjectNode) line).put("CreatedDateTimeOffset", GoData.moment(data().now()));
        }
    }

    /** What Go itself keeps is not shown. */
    @Override
    ObjectNode show(ObjectNode record) {
        return copy(record).without(List.of(REVERSES, "LastChangedDateTimeOffset"));
    }

    /** {@code POST /Vouchers/Reverse/{id}}, without a body. */
    Response reverse(Request request) {
        ListQuery.none(request);
        if (!request.bodyText().isBlank()) {
            throw Problem.unbound("$", "No body is expected.");
        }
        reverse(current(request));
        return Response.empty(data().options().has(Quirk.REVERSE_ANSWERS_200) ? 200 : 202);
    }

    /** An opposite voucher on the same dates; the reference is free for another one from now on. */
    void reverse(ObjectNode voucher) {
        String id = voucher.get("Id").asText();
        if (voucher.get(REVERSED).asBoolean()) {
            throw Problem.invalid(ENTITY, "Voucher with id = " + id + " is already reversed.");
        }
        if (!voucher.get(REVERSES).isNull()) {
            throw Problem.invalid(ENTITY, "Voucher with id = " + id + " is a reversal and cannot be reversed.");
        }
        voucher.get(LINES).forEach(rules::checkOpen);
        data().save(table(), copy(voucher).put(REVERSED, true));
        ObjectNode opposite = voucher.deepCopy();
        opposite.set("Id", table().newIdNode());
        opposite.put(REVERSES, id)
                .putNull("ExternalImportReference")
                .put(
                        "Description",
                        "Reversering av bilag " + voucher.get(NUMBER).asText())
                .put("CreatedDateTimeOffset", GoData.moment(data().now()));
        for (String member : new String[] {AMOUNT, "Quantity"}) {
            opposite.get(LINES).forEach(line -> negate((ObjectNode) line, member));
        }
        accept(opposite);
        data().save(table(), opposite);
    }

    private static void negate(ObjectNode line, String member) {
        if (line.get(member).isNumber()) {
            line.set(member, DecimalNode.valueOf(line.get(member).decimalValue().negate()));
        }
    }

    /** The postings of a voucher as reports see them: a row a line, with the voucher's members as {@code Voucher…}. */
    static ArrayNode postings(ObjectNode voucher) {
        ArrayNode rows = Json.mapper().createArrayNode();
        for (JsonNode line : voucher.get(LINES)) {
            ObjectNode row = copy((ObjectNode) line);
            row.set("VoucherId", voucher.get("Id"));
            row.set(NUMBER, voucher.get(NUMBER));
            row.set("VoucherDate", voucher.get("VoucherDate"));
            row.set("VoucherDescription", voucher.get("Description"));
            row.set("ExternalImportReference", voucher.get("ExternalImportReference"));
            row.set("ImportedVoucherNo", voucher.get("ImportedVoucherNo"));
            row.set(REVERSED, voucher.get(REVERSED));
            row.set("ReversedVoucherId", voucher.get(REVERSES));
            row.put("VoucherType", voucher.get(REVERSES).isNull() ? "ManualJournal" : "ReversalVoucher");
            rows.add(row);
        }
        return rows;
    }
}
