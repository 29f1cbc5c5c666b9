package dokbro.sandbox.go;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;

/** Which transactions name a record, so that Go does not delete it. */
final class Uses {

    private Uses() {}

    /**
     * Whether a transaction names it, in its header or in one of its lines.
     *
     * @param member that holds the id, such as ProjectId
     */
    static boolean of(GoData data, String member, ObjectNode record) {
        String id = record.get("Id").asText();
        return Stream.of(
                        data.entries,
                        data.items,
                        data.salaryLines,
                        data.vouchers,
                        data.drafts,
                        data.salesOrders,
                        data.invoices)
                .flatMap(Table::all)
                .flatMap(Uses::withLines)
                .anyMatch(each -> each.path(member).asText("").equals(id));
    }

    private static Stream<JsonNode> withLines(ObjectNode record) {
        return Stream.concat(
                Stream.of(record),
                Stream.of(Vouchers.LINES, Drafts.LINES, SalesOrderShape.LINES)
                        .flatMap(lines -> record.path(lines).valueStream()));
    }
}
