package dokbro.run;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Site;
import dokbro.deadletter.DeadLetter;
import dokbro.sandbox.smartdok.InvoiceBook;
import java.util.List;
import java.util.Map;

/** One finished invoice basis of the small company in Go as a draft, and what people do with it on both sides. */
final class InvoiceScene {

    static final String INVOICES = "invoice-basis";
    static final String ORDERS = "/v2/SalesOrders";
    static final String COMPLETE = "POST " + ORDERS + "/Complete";

    final Site site;
    final int id;

    /** All others are deleted in SmartDok, so that counts are of this one and the keeper. */
    InvoiceScene(Site site) {
        this.site = site;
        this.id = book().titled("Løpende regning 1").get("Id").asInt();
    }

    InvoiceBook book() {
        return site.office().invoices();
    }

    /** Leaves only these invoice bases in SmartDok. */
    void keep(Integer... ids) {
        List<Integer> kept = List.of(ids);
        book().invoices().stream()
                .map(invoice -> invoice.get("Id").asInt())
                .filter(each -> !kept.contains(each))
                .forEach(each -> book().delete(each));
    }

    Map<String, Long> run() {
        site.forget();
        return Site.counts(site.run(INVOICES));
    }

    String target() {
        return site.link(INVOICES, id).targetId();
    }

    List<String> writes() {
        return Site.calls(site.goWrites());
    }

    List<JsonNode> orders() {
        return site.go().records("/SalesOrders");
    }

    JsonNode order(String reference) {
        return orders().stream()
                .filter(order -> order.path("ExternalImportReference").asText().equals(reference))
                .findFirst()
                .orElseThrow();
    }

    DeadLetter letter() {
        return site.letters(INVOICES, id).get(0);
    }
}
