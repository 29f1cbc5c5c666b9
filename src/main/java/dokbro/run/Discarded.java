package dokbro.run;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.deadletter.DeadLetter;
import dokbro.failure.RecordFailure;
import java.util.Objects;

/** A dead letter that somebody discarded: the record is never sent until its facts change, or the letter is replayed. */
final class Discarded {

    private Discarded() {}

    /** Whether the record stands as it was discarded. Without facts on either side, the record of the source is compared instead. */
    static boolean holds(Run run, DeadLetter letter, JsonNode facts, JsonNode source) {
        if (!discarded(letter) || run.cause() == Cause.REPLAY) {
            return false;
        }
        return facts == null && letter.facts() == null
                ? Operation.DELETE.name().equals(letter.operation()) || Objects.equals(letter.source(), source)
                : Objects.equals(facts, letter.facts());
    }

    /** As above, for a record that the source no longer has: the delete was discarded. */
    static boolean gone(DeadLetter letter) {
        return discarded(letter) && Operation.DELETE.name().equals(letter.operation());
    }

    /** As above, for the registers: the row says the same of the two records. */
    static boolean says(DeadLetter letter, RecordFailure problem) {
        return discarded(letter)
                && letter.reason() == problem.reason()
                && letter.arguments().equals(problem.arguments());
    }

    private static boolean discarded(DeadLetter letter) {
        return letter != null && letter.status() == DeadLetter.Status.DISCARDED;
    }
}
