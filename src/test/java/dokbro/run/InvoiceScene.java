package dokbro.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Site;
import dokbro.deadletter.DeadLetter;
import dokbro.sandbox.smartdok.InvoiceBook;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Two finished invoice bases of the demo company, and what people do with the first one on both sides. */
final class InvoiceScene {

    static final String INVOICES = "invoice-basis";
    static final String ORDERS = "/v2/SalesOrders";
    static final String COMPLETE = "POST " + ORDERS + "/Complete";
    static final Map<String, Long> QUIET = Map.of("read", 2L, "unchanged", 2L);
    static final Map<String, Long> DEAD = Map.of("read", 2L, "unchanged", 1L, "dead", 1L);

    static final List<String> MASTER_DATA = List.of("projects", "sub-projects", "activities", "reference-data");

    final Site site;
    final int id;

    /** The company as at the start with its master data in both systems; all other invoice bases are deleted in SmartDok. */
    InvoiceScene(Site site) {
        this.site = site.reset();
        MASTER_DATA.forEach(site::run);
        this.id = id("Løpende regning 1");
        int keeper = id("Løpende regning 2");
        book().invoices().stream()
                .map(invoice -> invoice.get("Id").asInt())
                .filter(each -> each != id && each != keeper)
                .forEach(each -> book().delete(each));
    }

    private int id(String title) {
        return book().titled(title).get("Id").asInt();
    }

    InvoiceBook book() {
        return site.office().invoices();
    }

    void change(Consumer<ObjectNode> change) {
        book().change(id, change);
    }

    /** Changes the first line, of seven hours at 725. */
    void line(Consumer<ObjectNode> change) {
        int line = book().titled("Løpende regning 1").at("/InvoiceLines/0/Id").asInt();
        book().changeLine(id, line, change);
    }

    void hours(int hours) {
        line(line -> line.put("Quantity", hours));
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

    /** Of one generation of the first invoice basis. */
    JsonNode order(int generation) {
        String reference = "SD-IN-" + id + (generation == 1 ? "" : "/" + generation);
        return orders().stream()
                .filter(order -> order.path("ExternalImportReference").asText().equals(reference))
                .findFirst()
                .orElseThrow();
    }

    DeadLetter letter() {
        return site.letters(INVOICES, id).get(0);
    }
}
