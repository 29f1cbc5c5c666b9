package dokbro.program;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;

/**
 * A run after its end, as REST tells it.
 *
 * @param plannedAt when the plan was complete and the apply half began; null where it never was
 * @param counts by outcome
 * @param error null where nothing ended it early
 */
public record FinishedRun(
        String state, Instant startedAt, Instant plannedAt, Instant endedAt, JsonNode counts, String error) {

    static FinishedRun of(JsonNode run) {
        return new FinishedRun(
                run.path("state").asText(),
                at(run, "startedAt"),
                at(run, "plannedAt"),
                at(run, "endedAt"),
                run.path("counts"),
                run.path("error").asText(null));
    }

    private static Instant at(JsonNode run, String member) {
        return run.hasNonNull(member) ? Instant.parse(run.path(member).asText()) : null;
    }

    public boolean succeeded() {
        return state.equals("SUCCEEDED");
    }

    public long count(String outcome) {
        return counts.path(outcome).asLong();
    }

    /** @throws ProgramFailed when the run did something else than what is measured */
    public FinishedRun mustCount(String outcome, long expected) {
        if (count(outcome) != expected) {
            throw new ProgramFailed(outcome + " should be " + expected + ": " + this, null);
        }
        return this;
    }

    public Duration whole() {
        return Duration.between(startedAt, endedAt);
    }

    public Duration apply() {
        return Duration.between(plannedAt, endedAt);
    }
}
