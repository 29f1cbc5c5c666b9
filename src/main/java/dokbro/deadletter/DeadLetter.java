package dokbro.deadletter;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.failure.FailureClass;
import dokbro.failure.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A record that could not go.
 *
 * @param step the route that it failed in
 * @param operation what was to be done, null where that was not known yet
 * @param httpStatus of the refusing answer, null where there was none
 * @param source the record as it was read
 * @param request what was or would have been sent, null before mapping
 * @param response the start of the answer
 * @param difference both sides of a record that Go has locked, as {@code Correction} has them; null for other classes
 * @param detail the start of the stack trace, for class INTERNAL
 * @param sentAt when the request was last really sent, null if never
 */
public record DeadLetter(
        long id,
        String company,
        String entity,
        String sourceId,
        String owner,
        LocalDate date,
        long run,
        Reason reason,
        List<String> arguments,
        String step,
        String operation,
        Integer httpStatus,
        JsonNode source,
        JsonNode facts,
        JsonNode request,
        String response,
        JsonNode difference,
        String detail,
        int attempts,
        Status status,
        Instant firstAt,
        Instant lastAt,
        Instant sentAt,
        Instant resolvedAt,
        String resolvedBy,
        String note) {

    /**
     * OPEN: somebody must act. WAITING: goes by itself when its parent is linked. DISCARDED: never to be sent, until its facts change.
     * SUPERSEDED: went through later. CLOSED: the source no longer has it. SETTLED: put right by hand; the facts are the new baseline.
     */
    public enum Status {
        OPEN,
        WAITING,
        DISCARDED,
        SUPERSEDED,
        CLOSED,
        SETTLED;

        /** Whether the row is the record's current one. */
        public boolean current() {
            return this == OPEN || this == WAITING || this == DISCARDED;
        }
    }

    public FailureClass failureClass() {
        return reason.failureClass();
    }

    /** The sentence people see; language "nb", else English. */
    public String message(String language) {
        return reason.text(language, arguments);
    }
}
