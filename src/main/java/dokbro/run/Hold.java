package dokbro.run;

import java.time.Instant;
import java.util.List;

/**
 * Why a run was HELD, and what a person said to it.
 *
 * @param run the newest run that is held for it
 * @param operation the kind of write of a canary; null for the others
 * @param sourceId the record of a canary; null for the others
 * @param lookedAt when the canary's record was read back; null before, and for the others
 * @param differences of the canary: {@code from} what was sent, {@code to} what the target has; empty when all is equal
 * @param decidedBy who approved or rejected it, null while it is open
 * @param nextRun the run that approval started, or that has replaced it; null for none
 */
public record Hold(
        long id,
        String company,
        String entity,
        long run,
        Kind kind,
        Operation operation,
        String sourceId,
        State state,
        Instant lookedAt,
        List<PlanRow.Change> differences,
        Instant openedAt,
        Instant decidedAt,
        String decidedBy,
        String note,
        Long nextRun) {

    /**
     * BRAKE: the plan is too large. CANARY: the first write of its kind has gone, and a person looks at it. RECOMPUTE: what was sent is to be
     * changed though SmartDok says the same. SWITCH: the first plan after a change of master.
     */
    public enum Kind {
        BRAKE,
        CANARY,
        RECOMPUTE,
        SWITCH
    }

    /** REPLACED: a later run is held instead. CLOSED: a later run found nothing to hold. */
    public enum State {
        OPEN,
        APPROVED,
        REJECTED,
        REPLACED,
        CLOSED
    }
}
