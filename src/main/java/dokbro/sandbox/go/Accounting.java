package dokbro.sandbox.go;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Json;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * What accountants do in Go's own pages, past the rules of the API: vouchers, drafts, sales orders, registers. Ids are as the API shows them;
 * one that is not there is a NoSuchElementException. Thread-safe.
 */
public final class Accounting {

    private static final String POSTED = "IsPosted";

    private final GoData data;
    private final GoResources resources;
    private final Map<String, Resource> registers;

    Accounting(GoData data, GoResources resources) {
        this.data = data;
        this.resources = resources;
        this.registers = Map.ofEntries(
                Map.entry("accounts", resources.accounts),
                Map.entry("activities", resources.activities),
                Map.entry("customers", resources.customers),
                Map.entry("departments", resources.departments),
                Map.entry("employees", resources.employees),
                Map.entry("hour-types", resources.hourTypes),
                Map.entry("pay-items", resources.payItems),
                Map.entry("product-groups", resources.productGroups),
                Map.entry("products", resources.products),
                Map.entry("projects", resources.projects),
                Map.entry("vat-codes", resources.vatCodes));
    }

    /** Reverses a posted voucher, as the API does; a mistake is refused as there. */
    public void reverse(String voucherId) {
        synchronized (data) {
            resources.ledger.vouchers.reverse(existing(data.vouchers, voucherId));
        }
    }

    /** Posts a draft as it is: it is locked, its id stays. Its postings are not in the account transactions. */
    public void postDraft(String draftId) {
        change(data.drafts, draftId, Map.of(POSTED, true));
    }

    /** Sends a draft to approval, or takes it back. */
    public void setInApproval(String draftId, boolean on) {
        change(data.drafts, draftId, Map.of("InApprovalWorkflow", on));
    }

    /** Throws a draft away, posted or not. */
    public void deleteDraft(String draftId) {
        remove(data.drafts, draftId);
    }

    /** Confirms a sales order: it is locked. */
    public void confirmOrder(String orderId) {
        change(data.salesOrders, orderId, Map.of(SalesOrders.STATUS, SalesOrders.CONFIRMED));
    }

    /** Makes a confirmed order a draft again. */
    public void reopenOrder(String orderId) {
        change(data.salesOrders, orderId, Map.of(SalesOrders.STATUS, "Draft"));
    }

    /** Changes members of an order's header, confirmed or not. */
    public void editOrder(String orderId, JsonNode members) {
        edit(resources.ledger.salesOrders, orderId, members);
    }

    /** Deletes an order; its reference is free. */
    public void deleteOrder(String orderId) {
        remove(data.salesOrders, orderId);
    }

    /** Sends the invoice of an order: the order is gone, its reference stays taken. Gives the invoice's number. */
    public long invoiceOrder(String orderId) {
        synchronized (data) {
            ObjectNode invoice = resources.ledger.salesOrders.invoice(existing(data.salesOrders, orderId));
            return invoice.get("InvoiceNo").asLong();
        }
    }

    /**
     * Changes members of a record of a register, by Go's names; no rule is checked.
     *
     * @param register accounts, activities, customers, departments, employees, hour-types, pay-items, product-groups, products or vat-codes
     */
    public void change(String register, String id, JsonNode members) {
        edit(register(register), id, members);
    }

    /** A user makes a product; gives its id. */
    public long addProduct(JsonNode members) {
        synchronized (data) {
            ObjectNode product = resources.products.shape().blank();
            Office.set(product, members, resources.products.shape());
            product.put("CreatedDateTimeOffset", GoData.moment(data.now()));
            product.set("Id", data.products.newIdNode());
            data.save(data.products, product);
            return product.get("Id").asLong();
        }
    }

    /** The path of a register in the API, below /v2. */
    public String path(String register) {
        return register(register).path();
    }

    private Resource register(String name) {
        Resource register = registers.get(name);
        if (register == null) {
            throw new IllegalArgumentException("No register " + name + "; there are " + registers.keySet());
        }
        return register;
    }

    private void edit(Resource resource, String id, JsonNode members) {
        synchronized (data) {
            ObjectNode changed = existing(resource.table(), id).deepCopy();
            Office.set(changed, members, resource.shape());
            data.save(resource.table(), changed);
        }
    }

    private void change(Table table, String id, Map<String, ?> members) {
        synchronized (data) {
            ObjectNode changed = existing(table, id).deepCopy();
            members.forEach((name, value) -> changed.set(name, Json.mapper().valueToTree(value)));
            data.save(table, changed);
        }
    }

    private void remove(Table table, String id) {
        synchronized (data) {
            existing(table, id);
            data.remove(table, id);
        }
    }

    private static ObjectNode existing(Table table, String id) {
        return table.now(id).orElseThrow(() -> new NoSuchElementException(table.kind() + " " + id));
    }
}
