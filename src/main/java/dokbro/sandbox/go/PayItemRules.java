package dokbro.sandbox.go;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Which members of a salary line drive a pay item's processing type (contract, section 3.8). That Go refuses a line without them is a guess. */
final class PayItemRules {

    private static final List<String> NONE = List.of();
    private static final List<String> QUANTITY = List.of("Quantity");

    private PayItemRules() {}

    /** Refuses a line that lacks what its pay item needs. */
    static void check(JsonNode line, JsonNode payItem, String entity) {
        for (String member : needed(payItem)) {
            if (line.get(member).isNull()) {
                throw Problem.invalid(entity, member + " must have a value.");
            }
        }
    }

    private static List<String> needed(JsonNode payItem) {
        String type = payItem.get("ProcessingType").asText();
        if (type.startsWith("QuantityAndRate")) {
            // a pay item may have a rate of its own
            return payItem.get("Rate").isNull() ? List.of("Quantity", "Rate") : QUANTITY;
        }
        if (type.startsWith("QuantityAndFixedRate")) {
            return QUANTITY;
        }
        return switch (type) {
            case "HourlyWage", "PercentOfHourlyWage", "CommuterWithPersonTypeAndQuantity", "WorkCarKilometers" ->
                QUANTITY;
            case "CommuterWithPersonTypeQuantityAndRate" -> List.of("Quantity", "Rate");
            case "FixedAmount", "SalaryAdvance", "ExpenseRefund" -> List.of("Amount");
            case "FixedAmountWithQuantity", "FixedAmountWithQuantitySubjectToWithholdingTax" ->
                List.of("Amount", "Quantity");
            case "CommuterWithNumberOfJourneys" -> List.of("Number");
            default -> NONE;
        };
    }
}
