package dokbro.entity.invoices;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.company.Company;
import dokbro.entity.Catalogue;
import dokbro.entity.Correction;
import dokbro.entity.Decimals;
import dokbro.entity.Entity;
import dokbro.entity.Mapped;
import dokbro.entity.Part;
import dokbro.entity.SourceRecord;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finished invoice bases become sales order drafts. One that was sent by hand before Dokbro saw it stays out; one that is credited takes its
 * draft away. A changed one replaces its draft, since lines cannot be changed through the order.
 */
public final class InvoiceBasis implements Entity<InvoiceFacts> {

    private static final Set<String> LINES = Set.of("SalesOrderLines");

    @Override
    public String name() {
        return "invoice-basis";
    }

    @Override
    public Class<InvoiceFacts> factsType() {
        return InvoiceFacts.class;
    }

    /** @param source an InvoiceOutput with its lines */
    @Override
    public List<Part<InvoiceFacts>> parts(JsonNode source, Company company, Catalogue catalogue) {
        SourceRecord invoice = new SourceRecord(source, "fakturagrunnlag");
        String id = invoice.id();
        LocalDate created = invoice.date("Created");
        if (created == null) {
            throw invoice.unreadable("Created mangler");
        }
        if (invoice.yes("IsDraft", false)) {
            return List.of(Part.skipped(id, id, created, "draft"));
        }
        if (created.isBefore(company.startDate())) {
            return List.of(Part.skipped(id, id, created, "before-start-date"));
        }
        InvoiceFacts facts = facts(invoice, created);
        boolean wanted = !facts.credited();
        if (wanted && facts.customerId() == null) {
            String who = facts.customer() == null ? "" : " (" + facts.customer() + ")";
            return List.of(Part.refused(id, id, created, new RecordFailure(Reason.NO_CUSTOMER, label(facts) + who)));
        }
        return List.of(Part.of(id, id, created, facts));
    }

    /** A credited one should not be in Go. */
    @Override
    public boolean nothing(InvoiceFacts facts) {
        return facts.credited();
    }

    @Override
    public String leftAlone(InvoiceFacts facts, Company company) {
        return facts.sent() ? "sent" : null;
    }

    @Override
    public String label(InvoiceFacts facts) {
        return "fakturagrunnlag " + (facts.title() == null ? "fra " + facts.created() : facts.title());
    }

    /** In kroner without VAT. */
    @Override
    public Correction correction(InvoiceFacts facts, Catalogue catalogue) {
        Catalogue.Project project =
                facts.projectId() == null ? null : catalogue.projects().get(facts.projectId());
        return new Correction(
                null,
                null,
                project == null ? null : project.number() + " " + project.name(),
                facts.customer() == null ? label(facts) : label(facts) + " (" + facts.customer() + ")",
                facts.total(),
                "kr");
    }

    @Override
    public BigDecimal held(JsonNode order, Company company) {
        JsonNode net = order.path("NetAmount");
        return net.isNumber() ? net.decimalValue() : null;
    }

    @Override
    public Mapped map(String key, int generation, InvoiceFacts facts, Company company, Catalogue catalogue) {
        return new SalesOrder(facts, company, catalogue).mapped(key, generation);
    }

    @Override
    public Map<String, Set<String>> touches(Company company) {
        return Map.ofEntries(
                Map.entry("created", Set.of()),
                Map.entry("from", LINES),
                Map.entry("to", LINES),
                Map.entry("title", LINES),
                Map.entry("projectId", Set.of("ProjectId", "SalesOrderLines")),
                Map.entry("subProjectId", Set.of("ProjectId", "SalesOrderLines")),
                Map.entry("customerId", Set.of("CustomerId")),
                Map.entry("customer", Set.of()),
                Map.entry("reference", Set.of("CustomerReference")),
                Map.entry("discount", LINES),
                Map.entry("surcharge", LINES),
                Map.entry("total", LINES),
                Map.entry("lines", LINES),
                Map.entry("sent", Set.of()),
                Map.entry("credited", Set.of()));
    }

    @Override
    public Set<String> patchable() {
        return Set.of("CustomerId", "CustomerReference", "ProjectId");
    }

    @Override
    public boolean replaceable() {
        return true;
    }

    @Override
    public Set<String> marked() {
        return Set.of("ExternalImportReference");
    }

    private static InvoiceFacts facts(SourceRecord invoice, LocalDate created) {
        List<InvoiceFacts.Line> lines = new ArrayList<>();
        List<SourceRecord> rows = new ArrayList<>();
        invoice.list("InvoiceLines")
                .forEach(node -> rows.add(new SourceRecord(node, "linje i fakturagrunnlag " + invoice.id())));
        Comparator<BigDecimal> order = Comparator.nullsLast(Comparator.naturalOrder());
        rows.sort(Comparator.comparing((SourceRecord row) -> row.decimal("Order"), order)
                .thenComparing(row -> row.decimal("Id"), order));
        rows.forEach(row -> lines.add(line(row)));
        JsonNode subProjects = invoice.list("SubProjectIds");
        return new InvoiceFacts(
                created,
                invoice.date("DateFrom"),
                invoice.date("DateTo"),
                invoice.text("Title"),
                invoice.reference("ProjectId"),
                subProjects.size() == 1 ? subProjects.get(0).asText() : null,
                invoice.reference("CustomerId"),
                invoice.text("CustomerName"),
                invoice.text("InvoiceRef"),
                Decimals.orNone(invoice.decimal("Discount")),
                Decimals.orNone(invoice.decimal("Surcharge")),
                amount(invoice, "TotalPrice"),
                List.copyOf(lines),
                invoice.yes("Sent", false),
                invoice.yes("Credited", false));
    }

    private static InvoiceFacts.Line line(SourceRecord row) {
        String type = row.text("InvoiceLineType");
        String text = row.text("LineText");
        String fallback = row.text("Detail") == null ? row.text("Comment") : row.text("Detail");
        return new InvoiceFacts.Line(
                row.text("Id"),
                type == null ? row.required("InvoiceLineTypeId") : type,
                row.text("AutoRegInvoiceLineId") != null,
                row.text("Code"),
                text == null ? fallback : text,
                row.text("UnitType"),
                amount(row, "Quantity"),
                amount(row, "Price"),
                Decimals.orNone(row.decimal("Discount")),
                Decimals.orNone(row.decimal("Surcharge")),
                Decimals.orNone(row.decimal("StartPrice")),
                Decimals.orNone(row.decimal("MinPrice")),
                amount(row, "Sum"),
                row.reference("ProjectId"),
                row.reference("SubProjectId"));
    }

    private static BigDecimal amount(SourceRecord row, String member) {
        BigDecimal amount = row.decimal(member);
        if (amount == null) {
            throw row.unreadable(member + " mangler");
        }
        return amount;
    }
}
