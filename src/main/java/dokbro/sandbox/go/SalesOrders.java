package dokbro.sandbox.go;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.sandbox.http.Request;
import dokbro.sandbox.http.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Sales orders, which are invoice drafts (contract, section 3.7). They are made whole at {@code /SalesOrders/Complete}. One that a person
 * has invoiced is gone; its reference stays with the invoice.
 */
final class SalesOrders extends Resource {

    static final String STATUS = "SalesOrderStatus";
    static final String CONFIRMED = "Confirmed";

    private static final String SHOW_INHERITED = "showInherited";

    private final SalesOrderRules rules;
    private final SalesOrderAmounts amounts;
    private final LinePaths lines;

    SalesOrders(GoData data, Whereabouts where) {
        this(data, where, SalesOrderShape.of(data));
    }

    private SalesOrders(GoData data, Whereabouts where, Shape shape) {
        super(
                data,
                where,
                data.salesOrders,
                shape,
                new Filters()
                        .lastChanged()
                        .numbers("customerNos", "CustomerNo")
                        .codes("departmentCodes", "DepartmentCode")
                        .codes("projectCodes", "ProjectCode")
                        .choice("orderStatus", STATUS, shape)
                        .known("includeSubProject")
                        .known("onlyCreatedByCurrentIntegration")
                        .known(SHOW_INHERITED));
        this.rules = new SalesOrderRules(data);
        this.amounts = new SalesOrderAmounts(data);
        this.lines = new LinePaths(this, SalesOrderShape.LINES, this::number);
    }

    /** What the product says, where the line does not. */
    @Override
    void complete(ObjectNode order) {
        order.get(SalesOrderShape.LINES).forEach(line -> completeLine((ObjectNode) line));
    }

    private void completeLine(ObjectNode line) {
        data().products.now(line.get("ProductId").asText()).ifPresent(product -> {
            inherit(line, "Description", product.get("Name"));
            inherit(line, "ProductUnitPrice", product.get("UnitPrice"));
            inherit(line, "ProductUnitCost", product.get("UnitCost"));
            inherit(line, "UnitOfMeasureCode", product.get("UnitOfMeasureCode"));
        });
    }

    private static void inherit(ObjectNode line, String member, JsonNode value) {
        if (line.get(member).isNull()) {
            line.set(member, value);
        }
    }

    @Override
    void check(ObjectNode order, ObjectNode before) {
        rules.check(order, before);
    }

    @Override
    void accept(ObjectNode order) {
        order.put("SalesOrderNo", data().ledger.nextOrderNo());
        order.get(SalesOrderShape.LINES).forEach(line -> number((ObjectNode) line));
    }

    private void number(ObjectNode line) {
        line.set("Id", data().salesOrderLines.newIdNode());
    }

    @Override
    void mayDelete(ObjectNode order) {
        if (order.get(STATUS).asText().equals(CONFIRMED)) {
            throw rules.confirmed(order);
        }
    }

    /** An invoice has the reference of the order it was made of. */
    @Override
    Optional<String> heldElsewhere(String reference) {
        return data().invoices.holder(reference).map(id -> "outgoing invoice with Id = " + id);
    }

    /** Without the lines, with the sums over them. */
    @Override
    ObjectNode show(ObjectNode order) {
        ObjectNode shown = whole(order);
        shown.put("LineCount", shown.get(SalesOrderShape.LINES).size());
        shown.remove(SalesOrderShape.LINES);
        return shown;
    }

    @Override
    ObjectNode answered(ObjectNode order) {
        return whole(withCodes(shape(), order));
    }

    private ObjectNode whole(ObjectNode coded) {
        return amounts.with(copy(coded));
    }

    Response one(Request request) {
        inherited(request);
        return Response.json(200, shown(seen(request)));
    }

    /** {@code GET /SalesOrders/{id}/Complete}. */
    Response complete(Request request) {
        return Response.json(200, wholeSeen(request));
    }

    Response lines(Request request) {
        JsonNode all = wholeSeen(request).get(SalesOrderShape.LINES);
        return all.isEmpty() ? Response.empty(204) : Response.json(200, all);
    }

    Response line(Request request) {
        return Response.json(200, lines.one(request, wholeSeen(request)));
    }

    Response addLine(Request request) {
        return Response.json(201, now(request, lines.add(request)));
    }

    Response changeLine(Request request) {
        return Response.json(200, now(request, lines.change(request)));
    }

    Response removeLine(Request request) {
        lines.remove(request);
        return Response.empty(200);
    }

    /** A line just written, as the whole order shows it. */
    private JsonNode now(Request request, ObjectNode line) {
        return whole(withCodes(shape(), current(request)))
                .get(SalesOrderShape.LINES)
                .valueStream()
                .filter(each -> each.get("Id").equals(line.get("Id")))
                .findFirst()
                .orElseThrow();
    }

    private ObjectNode wholeSeen(Request request) {
        boolean inherited = inherited(request);
        ObjectNode order = seen(request);
        if (inherited) {
            order = order.deepCopy();
            for (JsonNode line : order.get(SalesOrderShape.LINES)) {
                inherit((ObjectNode) line, "ProjectId", order.get("ProjectId"));
                inherit((ObjectNode) line, "DepartmentId", order.get("DepartmentId"));
            }
        }
        return dressed(whole(withCodes(shape(), order)));
    }

    private ObjectNode seen(Request request) {
        String id = request.variable("id");
        return table().at(id, data().visible())
                .map(Table.Seen::value)
                .orElseThrow(() -> Problem.notFound(table().kind(), id));
    }

    private static boolean inherited(Request request) {
        request.query().keySet().stream()
                .filter(name -> !name.equalsIgnoreCase(SHOW_INHERITED))
                .forEach(name -> {
                    throw Problem.unbound(name, "Unknown query parameter '" + name + "'.");
                });
        return request.query(SHOW_INHERITED)
                .map(text -> Filters.bool(SHOW_INHERITED, text))
                .orElse(false);
    }

    /** A person makes the invoice of an order; gives its id. */
    ObjectNode invoice(ObjectNode order) {
        ObjectNode invoice = whole(withCodes(shape(), order));
        invoice.remove(List.of(SalesOrderShape.LINES, STATUS, "LineCount"));
        invoice.set("OrderNo", invoice.remove("SalesOrderNo"));
        invoice.put("InvoiceNo", data().ledger.nextInvoiceNo())
                .put("IsReversed", false)
                .put(
                        "VoucherType",
                        invoice.get("NetAmount").decimalValue().compareTo(BigDecimal.ZERO) < 0
                                ? "OutgoingCreditNote"
                                : "OutgoingInvoice")
                .put("SentDateTimeOffset", GoData.moment(data().now()));
        data().remove(table(), order.get("Id").asText());
        data().save(data().invoices, invoice);
        return invoice;
    }
}
