package dokbro.run;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.api.ApiCall;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** An entity's records as the target has them: read back after a first write, when the target refuses a change, and by the audit. */
public interface TargetRecords {

    /** One record; empty where the target has none with this id. Never from a list read earlier. */
    Optional<JsonNode> find(Run run, String targetId);

    /**
     * Every record that belongs to this day or a later one; there may be older ones among them, and in master data there are all. Inactive
     * ones too.
     */
    List<JsonNode> since(Run run, LocalDate from);

    /** As {@link #since}, a part of the list at a time where the target gives it so: for lists that are long. */
    default void each(Run run, LocalDate from, Consumer<List<JsonNode>> part) {
        part.accept(since(run, from));
    }

    /** What of a payload stands in the target's record: a part of it may have gone into the address. */
    default JsonNode owned(JsonNode payload) {
        return payload;
    }

    /** A record as the target's API gave it, in the words in which it is sent; {@link #find} and {@link #since} give it so. */
    default JsonNode asSent(JsonNode record) {
        return record;
    }

    /**
     * What the record itself says after the target has refused to change or delete it: LOCKED_IN_GO, DELETED_IN_GO, or REFUSED where it is
     * open; empty where the answer says all.
     */
    default Optional<Reason> closed(Run run, String targetId) {
        return Optional.empty();
    }

    /**
     * Why a record cannot be changed any more, where it says so itself: class LOCKED. Empty where only a refusal would tell.
     *
     * @param record as {@link #find} gave it
     */
    default Optional<RecordFailure> lock(JsonNode record) {
        return Optional.empty();
    }

    /** The call that takes a record away; empty where Dokbro deletes nothing. */
    default Optional<ApiCall> takeAway(Run run, String targetId) {
        return Optional.empty();
    }
}
