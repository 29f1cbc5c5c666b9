package dokbro.sandbox;

import dokbro.sandbox.go.Accounting;
import dokbro.sandbox.http.Request;
import dokbro.sandbox.http.Response;
import java.util.Map;
import java.util.function.BiConsumer;

/** {@code /go/vouchers}, {@code /go/drafts}, {@code /go/sales-orders} and {@code /go/records}: what accountants do in Go's own pages. */
final class AccountingControl {

    private static final Map<String, String> LISTS = Map.of(
            "vouchers", "/Vouchers/ManualJournals",
            "drafts", "/JournalEntryVouchers/ManualJournals",
            "sales-orders", "/SalesOrders",
            "invoices", "/OutgoingInvoices",
            "items", "/TimeTracking/EntryItem");

    private final Sandbox sandbox;
    private final Control control;

    AccountingControl(Sandbox sandbox, Control control) {
        this.sandbox = sandbox;
        this.control = control;
    }

    void routes() {
        LISTS.forEach((name, path) -> control.get(
                "/go/" + name, request -> Response.json(200, sandbox.go().records(path))));
        act("vouchers", "reverse", Accounting::reverse);
        act("drafts", "post", Accounting::postDraft);
        act("drafts", "submit", (accounting, id) -> accounting.setInApproval(id, true));
        act("drafts", "delete", Accounting::deleteDraft);
        act("sales-orders", "confirm", Accounting::confirmOrder);
        act("sales-orders", "reopen", Accounting::reopenOrder);
        act("sales-orders", "delete", Accounting::deleteOrder);
        control.post("/go/sales-orders/{id}/edit", request -> {
            accounting().editOrder(id(request), Control.members(request));
            return Control.done();
        });
        control.post(
                "/go/sales-orders/{id}/invoice",
                request -> Response.json(200, Map.of("InvoiceNo", accounting().invoiceOrder(id(request)))));
        control.get(
                "/go/records/{register}",
                request -> Response.json(200, sandbox.go().records(accounting().path(request.variable("register")))));
        control.post("/go/records/{register}/{id}", request -> {
            accounting().change(request.variable("register"), id(request), Control.members(request));
            return Control.done();
        });
    }

    private void act(String list, String name, BiConsumer<Accounting, String> action) {
        control.post("/go/" + list + "/{id}/" + name, request -> {
            action.accept(accounting(), id(request));
            return Control.done();
        });
    }

    /** Anew each time, since a reset makes another Go. */
    private Accounting accounting() {
        return sandbox.go().accounting();
    }

    private static String id(Request request) {
        return request.variable("id");
    }
}
