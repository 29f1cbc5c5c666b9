package dokbro.run;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.deadletter.DeadLetter;
import dokbro.failure.RecordFailure;
import dokbro.link.Link;

/** The dead letter of a link, for what was found outside its record's route. */
final class LinkLetter {

    private LinkLetter() {}

    /**
     * Says what the open claim is about, else what was confirmed last.
     *
     * @param step where it was found
     * @param operation null where none is meant
     * @param difference null but for what the target has locked
     */
    static DeadLetter of(
            Run run, Link link, RecordFailure failure, String step, String operation, JsonNode difference) {
        Link.Claim claim = link.claim();
        return new DeadLetter(
                0,
                link.company(),
                link.entity(),
                link.sourceId(),
                link.owner(),
                claim == null ? link.date() : claim.date(),
                run.id(),
                failure.reason(),
                failure.arguments(),
                step,
                operation,
                null,
                null,
                claim == null ? link.facts() : claim.facts(),
                claim == null ? null : claim.payload(),
                null,
                difference,
                null,
                0,
                DeadLetter.Status.OPEN,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
