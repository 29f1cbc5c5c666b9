package dokbro.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;

/** What the dead letter channel can tell of the record in hand, wherever on its way it failed. */
interface Failing {

    String kind();

    String sourceId();

    String owner();

    /** Null where the record has no day. */
    LocalDate date();

    /** The record as it was read; null where the source no longer has it. */
    JsonNode source();

    /** Null before the facts are made. */
    default JsonNode facts() {
        return null;
    }

    /** What was or would have been sent; null before mapping. */
    default JsonNode request() {
        return null;
    }

    /** Null before the comparison. */
    default Operation operation() {
        return null;
    }
}
