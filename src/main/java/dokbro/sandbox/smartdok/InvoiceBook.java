package dokbro.sandbox.smartdok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;

/** What people do with invoice bases in SmartDok's own pages. An id that is not there is a NoSuchElementException. Thread-safe. */
public final class InvoiceBook {

    private final Tenant tenant;

    InvoiceBook(Tenant tenant) {
        this.tenant = tenant;
    }

    /** All of them with their sums; not to be changed. */
    public List<ObjectNode> invoices() {
        return tenant.invoices().all().stream().map(InvoiceSums::with).toList();
    }

    /** The first with this title. */
    public ObjectNode titled(String title) {
        return invoices().stream()
                .filter(invoice -> invoice.path("Title").asText().equals(title))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("SmartDok has no invoice basis " + title));
    }

    /** Makes a new draft like another, with the same lines; gives its id. */
    public int copy(int id) {
        ObjectNode copy = kept(id).deepCopy();
        int copyId = tenant.invoices().nextId();
        copy.put("Id", copyId)
                .put("IsDraft", true)
                .put("Sent", false)
                .put("Credited", false)
                .put("Created", tenant.now())
                .put("Updated", tenant.now());
        for (JsonNode line : copy.get(InvoiceShape.LINES)) {
            ((ObjectNode) line).put("Id", tenant.invoiceLines().nextId()).put("InvoiceId", copyId);
        }
        tenant.invoices().add(copy);
        return copyId;
    }

    /** Changes members, by the names of the API; sums follow. Updated moves. */
    public void change(int id, Consumer<ObjectNode> change) {
        kept(id);
        tenant.invoices().change(String.valueOf(id), invoice -> {
            change.accept(invoice);
            invoice.put("Updated", tenant.now())
                    .put("UpdatedCounter", invoice.path("UpdatedCounter").asInt() + 1);
        });
    }

    /** Changes members of one of its lines. */
    public void changeLine(int id, int lineId, Consumer<ObjectNode> change) {
        change(
                id,
                invoice -> change.accept(invoice.get(InvoiceShape.LINES)
                        .valueStream()
                        .filter(line -> line.path("Id").asInt() == lineId)
                        .map(ObjectNode.class::cast)
                        .findFirst()
                        .orElseThrow(() -> new NoSuchElementException("The invoice basis has no line " + lineId))));
    }

    /** From a draft to the archive. */
    public void finish(int id) {
        change(id, invoice -> invoice.put("IsDraft", false));
    }

    /** Back to a draft. */
    public void reopen(int id) {
        change(id, invoice -> invoice.put("IsDraft", true));
    }

    /** Marked as sent, by hand. */
    public void send(int id) {
        change(
                id,
                invoice ->
                        invoice.put("Sent", true).put("SentDate", tenant.now()).put("SentBy", "Kari Leder"));
    }

    public void credit(int id) {
        change(
                id,
                invoice -> invoice.put("Credited", true)
                        .put("CreditedDate", tenant.now())
                        .put("CreditedBy", "Kari Leder"));
    }

    public void delete(int id) {
        kept(id);
        tenant.invoices().remove(String.valueOf(id));
    }

    private ObjectNode kept(int id) {
        return tenant.invoices()
                .find(String.valueOf(id))
                .orElseThrow(() -> new NoSuchElementException("SmartDok has no invoice basis " + id));
    }
}
