package dokbro.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.sandbox.http.Request;
import dokbro.sandbox.http.Response;
import dokbro.sandbox.smartdok.BackDoor;
import dokbro.sandbox.smartdok.ConsumptionBook;
import dokbro.sandbox.smartdok.InvoiceBook;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.ObjIntConsumer;

/** {@code /smartdok/goods-rows} and {@code /smartdok/invoices}: what people do with them in SmartDok's own pages. */
final class GoodsControl {

    private static final String ROWS = "/smartdok/goods-rows";
    private static final String INVOICES = "/smartdok/invoices";
    private static final String[] MEMBERS = {
        "employee", "date", "project", "subProject", "goods", "amount", "agreedPrice", "comment", "approved"
    };

    private final Control control;
    private final BackDoor office;
    private final ConsumptionBook rows;
    private final InvoiceBook invoices;

    GoodsControl(Sandbox sandbox, Control control) {
        this.control = control;
        this.office = sandbox.smartdok().backDoor();
        this.rows = office.consumption();
        this.invoices = office.invoices();
    }

    void routes() {
        control.get(ROWS, request -> Response.json(200, rows.rows()));
        control.get(ROWS + "/{id}", request -> Response.json(200, rows.row(id(request))));
        control.post(ROWS, this::add);
        control.post(ROWS + "/{id}", this::edit);
        row("approve", ConsumptionBook::approve);
        row("withdraw", ConsumptionBook::withdraw);
        row("delete", ConsumptionBook::delete);
        control.get(INVOICES, request -> Response.json(200, invoices.invoices()));
        control.post(INVOICES + "/{id}", request -> {
            JsonNode members = Control.members(request);
            invoices.change(id(request), invoice -> Control.set(invoice, members));
            return Control.done();
        });
        control.post(INVOICES + "/{id}/lines/{lineId}", request -> {
            JsonNode members = Control.members(request);
            int line = Control.id(request.variable("lineId"));
            invoices.changeLine(id(request), line, each -> Control.set(each, members));
            return Control.done();
        });
        control.post(INVOICES + "/{id}/copy", request -> Response.json(201, Map.of("Id", invoices.copy(id(request)))));
        invoice("finish", InvoiceBook::finish);
        invoice("reopen", InvoiceBook::reopen);
        invoice("send", InvoiceBook::send);
        invoice("credit", InvoiceBook::credit);
        invoice("delete", InvoiceBook::delete);
    }

    private void row(String name, ObjIntConsumer<ConsumptionBook> action) {
        control.post(ROWS + "/{id}/" + name, request -> {
            action.accept(rows, id(request));
            return Control.done();
        });
    }

    private void invoice(String name, ObjIntConsumer<InvoiceBook> action) {
        control.post(INVOICES + "/{id}/" + name, request -> {
            action.accept(invoices, id(request));
            return Control.done();
        });
    }

    private Response add(Request request) {
        Body body = Body.of(request, MEMBERS);
        int id = rows.add(
                body.mustText("employee"),
                body.mustDate("date"),
                body.text("project").orElse(Sites.DEFAULT),
                body.text("subProject").orElse(null),
                body.mustText("goods"),
                amount(body, "amount"));
        apply(body, id);
        return Response.json(201, rows.row(id));
    }

    private Response edit(Request request) {
        Body body = Body.of(request, MEMBERS);
        int id = id(request);
        rows.row(id);
        apply(body, id);
        return Response.json(200, rows.row(id));
    }

    private void apply(Body body, int id) {
        rows.change(id, row -> {
            body.text("employee")
                    .ifPresent(key -> row.put("UserId", office.employeeId(key).toString()));
            body.date("date").ifPresent(day -> row.put("Date", day + "T00:00:00"));
            key(body, "goods", "goods", row, "GoodsId");
            if (key(body, "project", "projects", row, "ProjectId")) {
                row.remove("SubProjectId");
            }
            key(body, "subProject", "sub-projects", row, "SubProjectId");
            body.text("comment").ifPresent(text -> row.put("Comment", text));
            if (body.has("amount")) {
                row.put("Amount", amount(body, "amount"));
            }
            if (body.has("agreedPrice")) {
                boolean none = body.json().get("agreedPrice").isNull();
                row.put("AgreedPrice", none ? null : amount(body, "agreedPrice"));
            }
        });
        body.flag("approved").ifPresent(approved -> {
            if (approved) {
                rows.approve(id);
            } else {
                rows.withdraw(id);
            }
        });
    }

    private boolean key(Body body, String member, String register, ObjectNode row, String as) {
        body.text(member).ifPresent(key -> row.put(as, office.id(register, key)));
        return body.text(member).isPresent();
    }

    private static BigDecimal amount(Body body, String name) {
        JsonNode amount = body.json().path(name);
        if (!amount.isNumber()) {
            throw Body.bad(name + " must be a number, not " + amount);
        }
        return amount.decimalValue();
    }

    private static int id(Request request) {
        return Control.id(request.variable("id"));
    }
}
