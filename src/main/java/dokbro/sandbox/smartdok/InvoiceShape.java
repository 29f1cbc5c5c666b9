package dokbro.sandbox.smartdok;

import java.util.ArrayList;
import java.util.List;

/** The members of an invoice basis and of its lines. */
final class InvoiceShape {

    static final String LINES = "InvoiceLines";

    static final Shape LINE = Shape.of(
            Field.integer("Id"),
            Field.integer("RowId"),
            Field.time("Date"),
            Field.integer("ProjectId"),
            Field.text("Project"),
            Field.integer("SubProjectId"),
            Field.text("SubProject"),
            Field.integer("AreaId"),
            Field.text("Area"),
            Field.integer("InvoiceId"),
            Field.zero("InvoiceLineTypeId"),
            Field.text("InvoiceLineType"),
            Field.decimal("PriceOriginal"),
            Field.decimal("QuantityOriginal"),
            Field.decimal("Price"),
            Field.decimal("Quantity"),
            Field.decimal("Discount"),
            Field.text("Detail"),
            Field.text("Code"),
            Field.text("LineText"),
            Field.text("UnitType"),
            Field.text("Comment"),
            Field.time("Created"),
            Field.blank("CreatedBy"),
            Field.integer("Order"),
            Field.decimal("Surcharge"),
            Field.decimalOrNull("StartPrice"),
            Field.decimalOrNull("MinPrice"),
            Field.text("SupplierInvoiceId"),
            Field.text("SupplierInvoiceLineId"),
            Field.text("AutoRegInvoiceLineId"),
            Field.decimal("Sum"));

    static final Shape INVOICE = new Shape(header());

    private InvoiceShape() {}

    private static List<Field> header() {
        List<Field> fields = new ArrayList<>(List.of(
                Field.zero("Id"),
                Field.zero("CompanyId"),
                Field.integer("ProjectId"),
                Field.integer("CustomerId"),
                Field.list("SubProjectIds"),
                Field.list("AreaIds"),
                Field.integer("InvoiceEstimationSettingsId"),
                Field.time("Created"),
                Field.blank("CreatedBy"),
                Field.time("Updated"),
                Field.text("UpdatedBy"),
                Field.zero("UpdatedCounter"),
                Field.time("DateFrom"),
                Field.time("DateTo"),
                Field.flag("IsDraft")));
        for (String text :
                List.of("Title", "InvoiceRef", "SerialNumber", "InvoicedBy", "InvoiceCalculationNote", "Comment")) {
            fields.add(Field.text(text));
        }
        fields.addAll(List.of(
                Field.zero("WorkTypeId"),
                Field.text("WorkTypeNr"),
                Field.object("EstimationSettings"),
                Field.list(LINES),
                Field.list("InvoiceSummary"),
                Field.decimalOrNull("Discount"),
                Field.decimalOrNull("Surcharge"),
                Field.flag("Sent"),
                Field.text("SentBy"),
                Field.time("SentDate"),
                Field.flag("Credited"),
                Field.text("CreditedBy"),
                Field.time("CreditedDate")));
        for (String text :
                List.of("CustomerNumber", "CustomerName", "CustomerAddress", "CustomerZipCode", "CustomerCity")) {
            fields.add(Field.text(text));
        }
        for (String text : List.of("CompanyName", "CompanyOrgNo", "CompanyPhone", "CompanyEmail", "CompanyWeb")) {
            fields.add(Field.text(text));
        }
        fields.add(Field.decimal("TotalPrice"));
        fields.add(Field.list("SubProjectIdsCalculationNote"));
        return fields;
    }
}
