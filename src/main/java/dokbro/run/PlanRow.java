package dokbro.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;

/**
 * One row of a plan: what the run found to do for one record.
 *
 * @param kind the link's entity; the run's own, but for the registers of reference-data
 * @param linkVersion of the link as the plan saw it, 0 for none
 * @param facts as the source has them now; null for a delete of a record that is gone
 * @param changes the members of the facts that differ from the link; recomputed, members of the target record too, a slash before their name
 * @param source the record as it was read, null where it is gone
 * @param targetId the record in the target that is meant, null for a create
 * @param label what people know the record by
 * @param note why it waits or is held, or what people should know of it, a short code; null otherwise
 */
public record PlanRow(
        long seq,
        Operation operation,
        String kind,
        String sourceId,
        String owner,
        LocalDate date,
        long linkVersion,
        JsonNode facts,
        List<Change> changes,
        JsonNode source,
        String targetId,
        String label,
        String note) {

    PlanRow numbered(long number) {
        return new PlanRow(
                number,
                operation,
                kind,
                sourceId,
                owner,
                date,
                linkVersion,
                facts,
                changes,
                source,
                targetId,
                label,
                note);
    }

    PlanRow waiting(String why) {
        return with(Operation.WAIT, why);
    }

    PlanRow noted(String what) {
        return with(operation, what);
    }

    private PlanRow with(Operation other, String otherNote) {
        return new PlanRow(
                seq,
                other,
                kind,
                sourceId,
                owner,
                date,
                linkVersion,
                facts,
                changes,
                source,
                targetId,
                label,
                otherNote);
    }

    /** One member of the facts that differs; null is JSON null. */
    public record Change(String field, JsonNode from, JsonNode to) {}
}
