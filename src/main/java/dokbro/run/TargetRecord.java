package dokbro.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Compares what the target says with what is wanted there. */
final class TargetRecord {

    private TargetRecord() {}

    /** The wanted members that differ in the target. */
    static List<PlanRow.Change> changes(JsonNode current, JsonNode wanted) {
        List<PlanRow.Change> changes = new ArrayList<>();
        wanted.fieldNames().forEachRemaining(member -> {
            if (!same(current.path(member), wanted.path(member))) {
                changes.add(new PlanRow.Change(
                        member,
                        current.path(member).isMissingNode() ? null : current.path(member),
                        wanted.path(member)));
            }
        });
        return changes;
    }

    /**
     * Both APIs write empty texts for null, dates with a time part and numbers with trailing blanks; none of these is a difference
     * (contracts, SmartDok section 2, Go section 2.1).
     */
    static boolean same(JsonNode current, JsonNode wanted) {
        if (empty(current) || empty(wanted)) {
            return empty(current) && empty(wanted);
        }
        if (current.isNumber() && wanted.isNumber()) {
            return current.decimalValue().compareTo(wanted.decimalValue()) == 0;
        }
        if (current.isTextual() && wanted.isTextual()) {
            return day(current.textValue()).equals(day(wanted.textValue()));
        }
        if (current.isArray() && wanted.isArray()) {
            return current.size() == wanted.size()
                    && IntStream.range(0, wanted.size()).allMatch(row -> same(current.get(row), wanted.get(row)));
        }
        // Inside a record as for the record itself: what only the target says is no difference.
        return current.isObject() && wanted.isObject()
                ? changes(current, wanted).isEmpty()
                : current.equals(wanted);
    }

    private static boolean empty(JsonNode node) {
        return node.isNull()
                || node.isMissingNode()
                || (node.isTextual() && node.textValue().isBlank());
    }

    private static String day(String text) {
        String stripped = text.strip();
        return stripped.matches("\\d{4}-\\d{2}-\\d{2}T00:00:00(\\.0+)?(Z|[+-]00:00)?")
                ? stripped.substring(0, 10)
                : stripped;
    }
}
