package dokbro.sandbox.go;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The sums of a sales order. Each line is rounded to the øre, and the order is the sum of its lines (a guess). */
final class SalesOrderAmounts {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS = 2;
    private static final String DEFAULT_SALES_ACCOUNT = "3000";

    private final GoData data;

    SalesOrderAmounts(GoData data) {
        this.data = data;
    }

    /** Puts the sums into an order that may be changed; its lines are made anew. */
    ObjectNode with(ObjectNode order) {
        boolean vatFree = data.customers
                .last(order.get("CustomerId").asText())
                .map(customer -> customer.get("IsVatFree").asBoolean())
                .orElse(false);
        BigDecimal net = BigDecimal.ZERO;
        BigDecimal total = BigDecimal.ZERO;
        JsonNode lines = order.get(SalesOrderShape.LINES);
        ArrayNode shown = order.putArray(SalesOrderShape.LINES);
        for (JsonNode each : lines) {
            ObjectNode line = Resource.copy((ObjectNode) each);
            line.set("SalesOrderId", order.get("Id"));
            amounts(line, vatFree);
            net = net.add(line.get("NetAmount").decimalValue());
            total = total.add(line.get("TotalAmount").decimalValue());
            shown.add(line);
        }
        return order.put("NetAmount", net).put("TotalAmount", total);
    }

    private void amounts(ObjectNode line, boolean vatFree) {
        BigDecimal allowance = line.get("Allowance").decimalValue();
        BigDecimal net = line.get("Quantity")
                .decimalValue()
                .multiply(line.get("ProductUnitPrice").decimalValue())
                .multiply(HUNDRED.subtract(allowance))
                .divide(HUNDRED, DECIMALS, RoundingMode.HALF_UP);
        ObjectNode code = vatCode(line);
        BigDecimal rate =
                vatFree || code == null ? BigDecimal.ZERO : code.get("Rate").decimalValue();
        BigDecimal vat = net.multiply(rate).setScale(DECIMALS, RoundingMode.HALF_UP);
        line.put("NetAmount", net).put("VatAmount", vat).put("TotalAmount", net.add(vat));
        line.put("VatRate", rate);
        line.set("VatCode", code == null ? null : code.get("Code"));
        line.set("VatId", code == null ? null : code.get("Id"));
    }

    /** By the sales account of the product; null where the line has none. */
    private ObjectNode vatCode(ObjectNode line) {
        return data.products
                .last(line.get("ProductId").asText())
                .flatMap(product -> data.accounts
                        .last(product.get("StandardSalesAccountId").asText())
                        .or(() -> data.accounts.find("AccountNo", DEFAULT_SALES_ACCOUNT)))
                .flatMap(account -> data.vatCodes.last(account.get("VatCodeId").asText()))
                .orElse(null);
    }
}
