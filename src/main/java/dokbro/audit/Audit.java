package dokbro.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * One comparison of an entity's records in the target with the links.
 *
 * @param scheduledAt the cron time that it stands for, null when a person asked
 * @param requestedBy who asked for it, null for the clock
 * @param from first day of what it looks at; master data, which has no day, is looked at whole
 * @param endedAt null while it goes
 * @param counts checked = equal + missing + changed links; ignored ones were changing or in doubt; foreign and orphan are records without
 *     a link
 * @param error why it did not come to its end, null otherwise
 */
public record Audit(
        long id,
        String company,
        String entity,
        Instant scheduledAt,
        String requestedBy,
        LocalDate from,
        State state,
        Instant startedAt,
        Instant endedAt,
        Map<String, Long> counts,
        String error) {

    /** An audit that did not come to its end, FAILED or INTERRUPTED, reports nothing. */
    public enum State {
        RUNNING,
        SUCCEEDED,
        FAILED,
        INTERRUPTED
    }
}
