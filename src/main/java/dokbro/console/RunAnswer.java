package dokbro.console;

import dokbro.run.Cause;
import dokbro.run.RunHistory.RunRow;
import dokbro.run.RunState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A run.
 *
 * @param from first day of its window
 * @param to last day, null for open
 * @param scheduledAt the cron time that it stands for, null for none
 * @param requestedBy who started it, null for the clock
 * @param plannedAt when its plan was complete, null before
 * @param error what ended it early, null otherwise
 * @param holds what it is held for, empty for none; null in lists
 */
record RunAnswer(
        long id,
        String company,
        String entity,
        Cause cause,
        RunState state,
        boolean dryRun,
        LocalDate from,
        LocalDate to,
        Instant scheduledAt,
        String requestedBy,
        long settingsRevision,
        Instant startedAt,
        Instant plannedAt,
        Instant endedAt,
        Map<String, Long> counts,
        String error,
        List<HoldAnswer> holds) {

    static RunAnswer of(RunRow run) {
        return of(run, run.counts(), null);
    }

    /** @param counts as they are at this moment */
    static RunAnswer of(RunRow run, Map<String, Long> counts, List<HoldAnswer> holds) {
        return new RunAnswer(
                run.id(),
                run.company(),
                run.entity(),
                run.cause(),
                run.state(),
                run.dryRun(),
                run.from(),
                run.to(),
                run.scheduledAt(),
                run.requestedBy(),
                run.settingsRevision(),
                run.startedAt(),
                run.plannedAt(),
                run.endedAt(),
                counts,
                run.error(),
                holds);
    }
}
