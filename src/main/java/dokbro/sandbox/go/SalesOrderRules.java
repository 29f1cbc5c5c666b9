package dokbro.sandbox.go;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.sandbox.http.Refusal;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a sales order must be (contract, section 3.7). That it needs a customer, and that text lines carry no amounts, are guesses. */
final class SalesOrderRules {

    private static final BigDecimal SMALLEST_ALLOWANCE = BigDecimal.valueOf(-1000);
    private static final BigDecimal LARGEST_ALLOWANCE = BigDecimal.valueOf(100);
    private static final String REFERENCE = "ExternalImportReference";

    private final GoData data;

    SalesOrderRules(GoData data) {
        this.data = data;
    }

    /** @param before null for a new order */
    void check(ObjectNode order, ObjectNode before) {
        if (before != null && isConfirmed(before) && isConfirmed(order)) {
            throw confirmed(before);
        }
        if (order.get("CustomerId").isNull()) {
            throw invalid("CustomerId must have a value.");
        }
        ObjectNode customer =
                data.customers.now(order.get("CustomerId").asText()).orElseThrow();
        if (customer.get("IsArchived").asBoolean()) {
            throw invalid("Customer " + customer.get("Number").asText() + " is archived.");
        }
        Set<String> references = new HashSet<>();
        for (JsonNode line : order.get(SalesOrderShape.LINES)) {
            line(line);
            String reference = line.get(REFERENCE).textValue();
            if (reference != null && !references.add(reference)) {
                throw invalid(
                        REFERENCE + " is already in use. '" + reference + "' is used on another line of the order.");
            }
        }
    }

    private static boolean isConfirmed(ObjectNode order) {
        return order.get(SalesOrders.STATUS).asText().equals(SalesOrders.CONFIRMED);
    }

    Refusal confirmed(ObjectNode order) {
        String text =
                "Sales order with id = " + order.get("Id").asText() + " is confirmed and cannot be changed or deleted.";
        return data.options().has(Quirk.CONFIRMED_ORDER_ANSWERS_400)
                ? invalid(text)
                : Problem.conflict(SalesOrderShape.ENTITY, text);
    }

    private void line(JsonNode line) {
        JsonNode allowance = line.get("Allowance");
        if (!allowance.isNull()
                && (allowance.decimalValue().compareTo(SMALLEST_ALLOWANCE) < 0
                        || allowance.decimalValue().compareTo(LARGEST_ALLOWANCE) > 0)) {
            throw invalid("Allowance must be between -1000 and 100.");
        }
        switch (line.get("LineType").asText()) {
            case "Normal" -> normal(line);
            case "Text", "Summary", "TotalHours" -> withoutAmounts(line);
            default -> throw invalid("Lines of type " + line.get("LineType").asText() + " are made by Go.");
        }
    }

    private void normal(JsonNode line) {
        if (line.get("ProductId").isNull()) {
            throw invalid("ProductId must have a value on lines of type Normal.");
        }
        if (line.get("Quantity").isNull()) {
            throw invalid("Quantity must have a value when a product is set.");
        }
        ObjectNode product = data.products.now(line.get("ProductId").asText()).orElseThrow();
        if (product.get("IsArchived").asBoolean()) {
            throw invalid("Product with id = " + product.get("Id").asText() + " is archived.");
        }
    }

    private static void withoutAmounts(JsonNode line) {
        for (String member : List.of("ProductId", "Quantity", "ProductUnitPrice", "ProductUnitCost", "Allowance")) {
            if (!line.get(member).isNull()) {
                throw invalid(member + " cannot be set on lines of type "
                        + line.get("LineType").asText() + ".");
            }
        }
    }

    private static Refusal invalid(String detail) {
        return Problem.invalid(SalesOrderShape.ENTITY, detail);
    }
}
