package dokbro.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What registrations have to know of the others of their day before they are compared.
 *
 * @param waits whether a registration is concerned
 * @param together those concerned, of days that were read whole
 * @param alone registrations whose days were not read whole
 */
record WholeDays(
        Predicate<JsonNode> waits, UnaryOperator<List<JsonNode>> together, UnaryOperator<List<JsonNode>> alone) {

    /** Each stands for itself. */
    static final WholeDays NONE =
            new WholeDays(registration -> false, UnaryOperator.identity(), UnaryOperator.identity());
}
