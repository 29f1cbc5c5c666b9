package dokbro.sandbox.smartdok;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.sandbox.http.Request;
import dokbro.sandbox.http.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/** {@code /Invoices}: invoice bases with their lines, drafts, sent and credited ones too; they are only read. */
final class Invoices {

    private final Tenant tenant;
    private final Endpoints endpoints;

    Invoices(Tenant tenant, Endpoints endpoints) {
        this.tenant = tenant;
        this.endpoints = endpoints;
    }

    void routes() {
        String read = Claims.read(Claims.INVOICES);
        endpoints.get("/Invoices", read, this::list, "fromDate", "toDate");
        endpoints.get("/Invoices/{id}", read, request -> Response.json(200, one(request)));
    }

    private ObjectNode one(Request request) {
        return tenant.invoices()
                .find(String.valueOf(HoursV2.id(request)))
                .map(this::shown)
                .orElseThrow(Errors::notFound);
    }

    /** A bare array. */
    private Response list(Request request) {
        LocalDate from = Params.date(request, "fromDate").orElse(null);
        LocalDate to = Params.date(request, "toDate").orElse(null);
        List<ObjectNode> found = tenant.invoices().all().stream()
                .filter(within(from, to))
                .map(this::shown)
                .toList();
        return Response.json(200, found);
    }

    private Predicate<ObjectNode> within(LocalDate from, LocalDate to) {
        if (endpoints.options().needDates() && (from == null || to == null)) {
            return invoice -> false;
        }
        boolean byCreation = endpoints.options().invoicesByCreation();
        String first = byCreation ? "Created" : "DateFrom";
        String last = byCreation ? "Created" : "DateTo";
        return invoice -> (to == null || !Times.day(invoice.get(first).asText()).isAfter(to))
                && (from == null || !Times.day(invoice.get(last).asText()).isBefore(from));
    }

    private ObjectNode shown(ObjectNode invoice) {
        ObjectNode shown = InvoiceShape.INVOICE.shown(InvoiceSums.with(invoice));
        return shown.put("CompanyId", endpoints.options().companyId());
    }
}
