package dokbro.entity.invoices;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Json;
import dokbro.company.Company;
import dokbro.entity.Catalogue;
import dokbro.entity.FirstMatch;
import dokbro.entity.ImportReference;
import dokbro.entity.Kinds;
import dokbro.entity.Mapped;
import dokbro.entity.Mapped.Reference;
import dokbro.entity.Parents;
import dokbro.entity.products.UnitOfMeasure;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The sales order of Go, with all its lines, for one invoice basis. VAT follows from the product; the draft is sent from Go. */
final class SalesOrder {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final InvoiceFacts facts;
    private final Company company;
    private final Catalogue catalogue;
    private final Parents parents;
    private final ArrayNode lines = Json.mapper().createArrayNode();
    private final Map<String, Reference> references = new LinkedHashMap<>();

    SalesOrder(InvoiceFacts facts, Company company, Catalogue catalogue) {
        this.facts = facts;
        this.company = company;
        this.catalogue = catalogue;
        this.parents = new Parents(company, catalogue);
    }

    Mapped mapped(String key, int generation) {
        ObjectNode payload = Json.mapper().createObjectNode();
        payload.put("ExternalImportReference", ImportReference.of("IN", key, generation));
        if (facts.reference() != null) {
            payload.put("CustomerReference", facts.reference());
        }
        references.put(
                "CustomerId",
                new Reference(
                        List.of(Kinds.CUSTOMERS),
                        facts.customerId(),
                        "kunde " + (facts.customer() == null ? "med id " + facts.customerId() : facts.customer())));
        if (facts.projectId() != null) {
            references.put("ProjectId", parents.project(facts.projectId(), facts.subProjectId()));
        }
        heading();
        List<List<PricedLine>> priced = new Pricing(facts).lines();
        for (int row = 0; row < priced.size(); row++) {
            InvoiceFacts.Line line = facts.lines().get(row);
            if (priced.get(row).isEmpty()) {
                text(Objects.requireNonNullElse(line.text(), line.type()));
            }
            priced.get(row).forEach(this::line);
        }
        payload.set("SalesOrderLines", lines);
        return new Mapped(payload, references);
    }

    /** Title and period stand first, since the order has no members for them. */
    private void heading() {
        List<String> heading = new ArrayList<>();
        if (facts.title() != null) {
            heading.add(facts.title());
        }
        if (facts.from() != null && facts.to() != null) {
            heading.add("Periode " + day(facts.from()) + "–" + day(facts.to()));
        }
        if (!heading.isEmpty()) {
            text(String.join(", ", heading));
        }
    }

    private void text(String text) {
        ObjectNode line = lines.addObject();
        line.put("LineType", "Text");
        line.put("Description", text);
        line.put("SortOrder", lines.size() - 1);
    }

    private void line(PricedLine priced) {
        InvoiceFacts.Line of = priced.line();
        Reference product = product(of);
        ObjectNode line = lines.addObject();
        int number = lines.size() - 1;
        line.put("LineType", "Normal");
        line.put("Description", description(priced));
        line.put("Quantity", priced.quantity());
        line.put("ProductUnitPrice", priced.price());
        // Always said, since a line without allowance would take the customer's.
        line.put("Allowance", Objects.requireNonNullElse(priced.allowance(), BigDecimal.ZERO));
        String unit = priced.note() == null ? UnitOfMeasure.of(of.unit()) : UnitOfMeasure.EACH;
        if (unit != null) {
            line.put("UnitOfMeasureCode", unit);
        }
        line.put("SortOrder", number);
        references.put("/SalesOrderLines/" + number + "/ProductId", product);
        boolean ownProject = of.projectId() != null
                && !(of.projectId().equals(facts.projectId())
                        && Objects.equals(of.subProjectId(), facts.subProjectId()));
        if (ownProject) {
            references.put(
                    "/SalesOrderLines/" + number + "/ProjectId", parents.project(of.projectId(), of.subProjectId()));
        }
    }

    private static String description(PricedLine priced) {
        String text =
                Objects.requireNonNullElse(priced.line().text(), priced.line().type());
        return priced.note() == null ? text : text + " (" + priced.note() + ")";
    }

    /** The machine's or item's own product by its code, else the one that is set for the kind of line. */
    private Reference product(InvoiceFacts.Line line) {
        LineKind kind = line.route() ? LineKind.ROUTE : LineKind.of(line.type());
        if (kind == null) {
            throw new RecordFailure(Reason.UNKNOWN_LINE, line.type());
        }
        String set = company.invoiceBasis().lineProducts().get(kind.key());
        String id = sourceId(kind, line.code());
        if (id != null) {
            String links = kind == LineKind.MACHINE ? Kinds.MACHINES : Kinds.GOODS;
            return new Reference(
                    set == null ? List.of(links) : List.of(links, Kinds.under(Kinds.CHOSEN_PRODUCTS, set)),
                    id,
                    "produkt for " + (kind == LineKind.MACHINE ? "maskin " : "vare ") + line.code());
        }
        if (set == null) {
            throw new RecordFailure(Reason.NO_LINE_PRODUCT, kind.key());
        }
        return new Reference(List.of(Kinds.CHOSEN_PRODUCTS), set, "produkt " + set);
    }

    /** The machine or item with this code, where there is exactly one. */
    private String sourceId(LineKind kind, String code) {
        List<String> ids = List.of();
        if (kind == LineKind.MACHINE) {
            ids = catalogue.machines().values().stream()
                    .filter(machine -> FirstMatch.sameNumber(machine.number(), code)
                            || FirstMatch.sameNumber(machine.code(), code))
                    .map(Catalogue.Machine::id)
                    .toList();
        } else if (kind == LineKind.GOODS) {
            ids = catalogue.goods().values().stream()
                    .filter(goods -> FirstMatch.sameNumber(goods.number(), code))
                    .map(Catalogue.Goods::id)
                    .toList();
        }
        return ids.size() == 1 ? ids.get(0) : null;
    }

    private static String day(LocalDate day) {
        return day.format(DAY);
    }
}
