package dokbro.sandbox.smartdok;

import java.util.ArrayList;
import java.util.List;

/** The members of a row of goods: consumption and production have the same, transport has four more. */
final class GoodsRowShape {

    private static final List<Field> COMMON = List.of(
            Field.zero("Id"),
            Field.decimal("Amount"),
            Field.time("Date"),
            Field.object("Project"),
            Field.integer("ProjectId"),
            Field.object("SubProject"),
            Field.object("User"),
            Field.object("Goods"),
            Field.integer("GoodsId"),
            Field.blank("Comment"),
            Field.flag("Production"),
            Field.flag("MassTransport"),
            Field.blank("AENumber"),
            Field.blank("DccNumber"),
            Field.flag("Expence"),
            Field.flag("Deviation"),
            Field.flag("Alteration"),
            Field.text("Time"),
            Field.decimal("FuelConsumption"),
            Field.decimal("NewUnitPrice"),
            Field.flag("Invoiced"),
            Field.time("DateRegistered"),
            Field.integer("MachineId"),
            Field.time("DateInvoiced"),
            Field.text("InvoicedBy"),
            Field.flag("AdminAttested"),
            Field.time("DateAdminAttested"),
            Field.text("AdminName"),
            Field.flag("BasAttested"),
            Field.time("DateBasAttested"),
            Field.text("BasName"),
            Field.flag("ToInvoice"),
            Field.time("DateToInvoice"),
            Field.text("ToInvoiceBy"),
            Field.flag("Exported"),
            Field.time("ExportedDate"),
            Field.decimalOrNull("AgreedPrice"),
            Field.decimal("Sum"),
            Field.zero("FlowId"),
            Field.integer("LocationId"));

    static final Shape ROW = new Shape(COMMON);
    static final Shape TRANSPORT = transport();

    private GoodsRowShape() {}

    private static Shape transport() {
        List<Field> fields = new ArrayList<>(COMMON);
        fields.addAll(List.of(
                Field.text("Fetched"),
                Field.text("Delivered"),
                Field.decimal("Kilometer"),
                Field.zero("NumberOfLoads")));
        return new Shape(fields);
    }
}
