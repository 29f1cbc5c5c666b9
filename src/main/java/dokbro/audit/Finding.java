package dokbro.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One thing that an audit found.
 *
 * @param sourceId of the link; of the record that an orphan's mark names; null for FOREIGN
 * @param targetId the record in the target
 * @param linkVersion of the link as the audit saw it; null without a link
 * @param date of the record, null for master data
 * @param employee number and name, null where the record names none
 * @param project number and name, null where the record names none
 * @param quantity as the target has it, or had it; hours for work-hours; null where there is none
 * @param comment an orphan's mark, or the beginning of a foreign record's comment; null for none
 * @param differences empty but for CHANGED
 */
public record Finding(
        long id,
        long audit,
        Kind kind,
        String sourceId,
        String targetId,
        Long linkVersion,
        LocalDate date,
        String employee,
        String project,
        BigDecimal quantity,
        String comment,
        List<Difference> differences,
        Repaired repair) {

    public enum Kind {
        /** Linked, and gone in the target. */
        MISSING,
        /** Members that Dokbro wrote have other values in the target. */
        CHANGED,
        /** A linked employee's record that Dokbro did not make. */
        FOREIGN,
        /** A record with Dokbro's mark that belongs to no link, and may be a double. */
        ORPHAN
    }

    /** One member: what Dokbro sent, and what the target has; null is JSON null. */
    public record Difference(String field, JsonNode sent, JsonNode found) {
        public Difference {
            sent = sent == null ? NullNode.getInstance() : sent;
            found = found == null ? NullNode.getInstance() : found;
        }
    }

    /**
     * What came of the last attempt at a repair.
     *
     * @param done false where it did not go through; the result says why
     * @param run the run that it was
     * @param result the record's outcome and reason
     */
    public record Repaired(boolean done, String by, Instant at, String note, Long run, String result) {}
}
