package dokbro.console;

import dokbro.audit.Audit;
import dokbro.audit.Finding;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * An audit.
 *
 * @param from first day of what it looks at
 * @param requestedBy who asked for it, null for the clock
 * @param counts checked = equal + missing + changed
 * @param error why it did not come to its end, null otherwise
 */
record AuditAnswer(
        long id,
        String company,
        String entity,
        Audit.State state,
        LocalDate from,
        Instant scheduledAt,
        String requestedBy,
        Instant startedAt,
        Instant endedAt,
        Map<String, Long> counts,
        String error) {

    static AuditAnswer of(Audit audit) {
        return new AuditAnswer(
                audit.id(),
                audit.company(),
                audit.entity(),
                audit.state(),
                audit.from(),
                audit.scheduledAt(),
                audit.requestedBy(),
                audit.startedAt(),
                audit.endedAt(),
                audit.counts(),
                audit.error());
    }

    /**
     * One thing that an audit found. What is about a person is null for viewers.
     *
     * @param differences what Dokbro sent, and what the target has; the values are null for viewers, where they are about a person
     * @param repaired whether a repair has gone through
     * @param repair the last attempt, null for none
     */
    record Row(
            long id,
            Finding.Kind kind,
            String sourceId,
            String targetId,
            LocalDate date,
            String employee,
            String project,
            BigDecimal quantity,
            String comment,
            List<Finding.Difference> differences,
            boolean repaired,
            Repair repair) {

        static Row of(Finding row, String entity, Caller caller) {
            boolean open = caller.operator() || !Personal.kind(entity);
            List<Finding.Difference> differences = open
                    ? row.differences()
                    : row.differences().stream()
                            .map(difference -> new Finding.Difference(difference.field(), null, null))
                            .toList();
            Finding.Repaired repair = row.repair();
            return new Row(
                    row.id(),
                    row.kind(),
                    row.sourceId(),
                    row.targetId(),
                    row.date(),
                    open ? row.employee() : null,
                    row.project(),
                    open ? row.quantity() : null,
                    open ? row.comment() : null,
                    differences,
                    repair != null && repair.done(),
                    repair == null
                            ? null
                            : new Repair(repair.by(), repair.at(), repair.note(), repair.run(), repair.result()));
        }
    }

    /**
     * @param run the run that it was
     * @param result the record's outcome and reason
     */
    record Repair(String by, Instant at, String note, Long run, String result) {}
}
