package dokbro.link;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What Dokbro knows it has put into the target for one source record.
 *
 * @param version for compare-and-set; 0 for a record without a row
 * @param generation which record in the target this is, counted from 1; a replacement is the next
 * @param targetId null where the target holds nothing
 * @param facts as last confirmed; null before the first confirmation
 * @param payload as last sent and confirmed
 * @param label what people know it by, null where nothing better than the id is known
 * @param doubt a change or delete that got no answer, so that the target may or may not have it; null for none
 * @param lockedText facts whose texts alone differ and which the target has refused because it has locked the record; null for none
 * @param claim open claim: a call may be under way, or its result unknown; null for none
 */
public record Link(
        long id,
        String company,
        String entity,
        String sourceId,
        String owner,
        LocalDate date,
        State state,
        long version,
        int generation,
        String targetId,
        JsonNode facts,
        JsonNode payload,
        String label,
        Doubt doubt,
        JsonNode lockedText,
        Claim claim,
        Instant updatedAt) {

    /**
     * NEW: claimed, never confirmed. DELETED: the target holds nothing any more. HELD: a person must say whether it still holds. SETTLED: a
     * person has put the target right by hand; the facts are the baseline (null: nothing), and nothing is sent for the record any more.
     */
    public enum State {
        NEW,
        LINKED,
        DELETED,
        HELD,
        SETTLED
    }

    /**
     * What was about to be done, stored before the call.
     *
     * @param step 0 before anything was done; 1 when a replacement has taken the old record away; 2 when the new one was refused and the old
     *     one is being put back, with its facts and payload
     * @param payload what was about to be sent
     * @param targetId the record that was about to be changed or taken away, null for a create
     */
    public record Claim(
            long run,
            String operation,
            int step,
            JsonNode facts,
            JsonNode payload,
            String targetId,
            LocalDate date,
            Instant at) {}

    /**
     * What may have had its effect.
     *
     * @param facts that were sent; null for a delete of a record that was gone; the names of members for {@link #RESTORE}
     */
    public record Doubt(String operation, JsonNode facts) {

        /** Not a call without an answer, but a person's word: these members of the payload are to be put back into the target. */
        static final String RESTORE = "RESTORE";

        /** Whether the target may hold nothing any more. */
        public boolean mayBeGone() {
            return !operation.equals("UPDATE") && !operation.equals(RESTORE);
        }
    }

    /** Members of the target record that a person wants put back as they were sent; empty for none. */
    public Set<String> restores() {
        if (doubt == null || !doubt.operation().equals(Doubt.RESTORE)) {
            return Set.of();
        }
        Set<String> members = new LinkedHashSet<>();
        doubt.facts().forEach(member -> members.add(member.asText()));
        return members;
    }

    /** Whether the target holds a record for this link. */
    public boolean linked() {
        return targetId != null && (state == State.LINKED || state == State.HELD);
    }

    /** Whether the master has changed since: which record it is stands firm, what it holds was not compared yet. */
    public boolean turned() {
        return linked() && facts == null;
    }

    /** Whether the target holds a record for this link, or somebody has put it right by hand as if it did. */
    public boolean stands() {
        return linked() || (state == State.SETTLED && facts != null);
    }

    /** A replacement has taken the record away, and neither the new one nor the old one has come since; facts and payload are the old one's. */
    public boolean halfReplaced() {
        return state == State.DELETED && facts != null && payload != null && doubt != null;
    }

    /** A link that has no row yet. */
    public static Link none(String company, String entity, String sourceId, String owner) {
        return new Link(
                0, company, entity, sourceId, owner, null, State.NEW, 0, 0, null, null, null, null, null, null, null,
                null);
    }
}
