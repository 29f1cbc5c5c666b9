package dokbro.sandbox.smartdok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The sums of an invoice basis. How SmartDok counts is not documented; here a line is price times quantity and its start price, at least its
 * least price, less discount and more surcharge in percent, to the øre. The whole has its own discount and surcharge.
 */
final class InvoiceSums {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS = 2;

    private InvoiceSums() {}

    /** A copy with sums, whole lines and a summary. */
    static ObjectNode with(ObjectNode invoice) {
        ObjectNode whole = invoice.deepCopy();
        ArrayNode lines = whole.putArray(InvoiceShape.LINES);
        BigDecimal total = BigDecimal.ZERO;
        for (JsonNode each : invoice.get(InvoiceShape.LINES)) {
            ObjectNode line = InvoiceShape.LINE.shown((ObjectNode) each);
            BigDecimal sum = sum(line);
            lines.add(line.put("Sum", sum));
            total = total.add(sum);
        }
        whole.put("TotalPrice", rounded(percent(total, whole)));
        whole.set("InvoiceSummary", summary(lines));
        return whole;
    }

    private static BigDecimal sum(ObjectNode line) {
        BigDecimal sum = line.get("Price")
                .decimalValue()
                .multiply(line.get("Quantity").decimalValue())
                .add(line.get("StartPrice").decimalValue());
        JsonNode least = line.get("MinPrice");
        return rounded(percent(least.isNull() ? sum : sum.max(least.decimalValue()), line));
    }

    private static BigDecimal percent(BigDecimal sum, ObjectNode of) {
        return sum.multiply(HUNDRED.subtract(of.path("Discount").decimalValue()))
                .multiply(HUNDRED.add(of.path("Surcharge").decimalValue()))
                .movePointLeft(4);
    }

    private static BigDecimal rounded(BigDecimal sum) {
        return sum.setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    private static ArrayNode summary(ArrayNode lines) {
        List<String> kinds = new ArrayList<>();
        ArrayNode summary = JsonNodeFactory.instance.arrayNode();
        for (JsonNode line : lines) {
            String kind = line.get("InvoiceLineType").asText();
            if (kinds.contains(kind)) {
                continue;
            }
            kinds.add(kind);
            BigDecimal quantity = BigDecimal.ZERO;
            BigDecimal price = BigDecimal.ZERO;
            for (JsonNode other : lines) {
                if (other.get("InvoiceLineType").asText().equals(kind)) {
                    quantity = quantity.add(other.get("Quantity").decimalValue());
                    price = price.add(other.get("Sum").decimalValue());
                }
            }
            ObjectNode row = summary.addObject();
            row.put("Name", kind);
            row.set("UnitType", line.get("UnitType"));
            row.set("InvoiceLineTypeId", line.get("InvoiceLineTypeId"));
            row.put("InvoiceLineType", kind).put("Quantity", quantity).put("Price", price);
            row.putNull("Code");
        }
        return summary;
    }
}
