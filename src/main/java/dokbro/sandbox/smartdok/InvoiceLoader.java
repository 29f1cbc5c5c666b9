package dokbro.sandbox.smartdok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.sandbox.Contractor;
import dokbro.sandbox.Contractor.Invoice;
import dokbro.sandbox.Contractor.InvoiceLine;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Puts a contractor's invoice bases into SmartDok. The numbers of the line types are not documented; here they follow this order. */
final class InvoiceLoader {

    private static final List<String> TYPES = List.of(
            "Workhour",
            "Addition",
            "UnitAddition",
            "Diet",
            "MachineHours",
            "GoodsConsumption",
            "GoodsProduction",
            "GoodsTransportation",
            "WorkRoute",
            "SupplierInvoice",
            "CustomLine");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final String MAKER = TenantLoader.userId("101").toString();
    private static final int FIRST_ROW = 130_400_000;

    private final Contractor contractor;
    private final Tenant tenant;

    InvoiceLoader(Contractor contractor, Tenant tenant) {
        this.contractor = contractor;
        this.tenant = tenant;
    }

    void load() {
        contractor.invoices().forEach(this::invoice);
    }

    private void invoice(Invoice each) {
        int id = tenant.invoices().nextId();
        String created = Times.text(each.created().atTime(14, 5, 9));
        ObjectNode invoice = tenant.empty()
                .put("Id", id)
                .put("ProjectId", TenantLoader.number(tenant.projects(), each.project()))
                .put("Created", created)
                .put("CreatedBy", MAKER)
                .put("Updated", created)
                .put("DateFrom", Times.text(each.from().atStartOfDay()))
                .put("DateTo", Times.text(each.to().atStartOfDay()))
                .put("IsDraft", each.draft())
                .put("Title", each.title())
                .put("InvoiceRef", each.reference())
                .put("SerialNumber", String.valueOf(id))
                .put("Discount", each.discount())
                .put("Surcharge", each.surcharge())
                .put("Sent", each.sent())
                .put("SentDate", each.sent() ? created : null)
                .put("Credited", each.credited())
                .put("CreditedDate", each.credited() ? created : null)
                .put("CompanyName", "Nordbygg AS");
        customer(invoice, each.customer());
        ArrayNode subProjects = invoice.putArray("SubProjectIds");
        ArrayNode lines = invoice.putArray(InvoiceShape.LINES);
        for (InvoiceLine line : each.lines()) {
            lines.add(line(invoice, line, lines.size(), each.project()));
            if (line.subProject() != null) {
                subProjects.add(TenantLoader.number(tenant.subProjects(), line.subProject()));
            }
        }
        invoice.set("EstimationSettings", settings(each));
        tenant.invoices().add(invoice);
    }

    private void customer(ObjectNode invoice, String number) {
        if (number == null) {
            return;
        }
        String id = tenant.customers().id(number);
        ObjectNode customer = tenant.customers().find(id).orElseThrow();
        invoice.put("CustomerId", Integer.valueOf(id));
        invoice.set("CustomerNumber", customer.get("CustomerNumber"));
        invoice.set("CustomerName", customer.get("CustomerName"));
    }

    private ObjectNode line(ObjectNode invoice, InvoiceLine each, int order, String project) {
        int id = tenant.invoiceLines().nextId();
        boolean dated = each.date() != null;
        ObjectNode line = tenant.empty()
                .put("Id", id)
                .put("RowId", dated ? FIRST_ROW + id : null)
                .put("Date", dated ? Times.text(each.date().atStartOfDay()) : null)
                .put("InvoiceId", invoice.get("Id").asInt())
                .put("InvoiceLineTypeId", TYPES.indexOf(each.type()) + 1)
                .put("InvoiceLineType", each.type())
                .put("PriceOriginal", each.price())
                .put("QuantityOriginal", each.quantity())
                .put("Price", each.price())
                .put("Quantity", each.quantity())
                .put("Discount", each.discount())
                .put("Surcharge", each.surcharge())
                .put("StartPrice", each.startPrice())
                .put("MinPrice", each.minPrice())
                .put("Detail", each.detail())
                .put("Code", each.code())
                .put("LineText", dated ? DAY.format(each.date()) + ", " + each.text() + ", Ola Vik" : each.text())
                .put("UnitType", each.unit())
                .put("Order", order)
                .put("CreatedBy", MAKER);
        line.set("Created", invoice.get("Created"));
        line.set("ProjectId", invoice.get("ProjectId"));
        line.set("Project", member(tenant.projects(), project, "ProjectName"));
        if (each.subProject() != null) {
            line.put("SubProjectId", TenantLoader.number(tenant.subProjects(), each.subProject()));
            line.set("SubProject", member(tenant.subProjects(), each.subProject(), "SubProjectName"));
        }
        return line;
    }

    private static JsonNode member(Register register, String key, String name) {
        return register.find(register.id(key)).orElseThrow().get(name);
    }

    /** Which kinds of lines SmartDok was asked to collect. */
    private ObjectNode settings(Invoice invoice) {
        ObjectNode settings = tenant.empty();
        List<String> types = invoice.lines().stream().map(InvoiceLine::type).toList();
        settings.put("WorkHours", types.contains("Workhour"))
                .put("MachineHours", types.contains("MachineHours"))
                .put("GoodsConsumption", types.contains("GoodsConsumption"))
                .put("Transportation", types.contains("GoodsTransportation"))
                .put("Workroute", types.contains("WorkRoute"))
                .put("AdditionsAndUnitAdditions", types.contains("Addition") || types.contains("UnitAddition"))
                .put("WorkHoursOnlyAttested", true);
        return settings;
    }
}
