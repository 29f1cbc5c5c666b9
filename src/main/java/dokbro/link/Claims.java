package dokbro.link;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Json;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The claims on links, from before a call to its confirmation. Each write is a compare-and-set on the link's version and on the run still
 * being RUNNING, so that a node that lost its lease can neither claim nor confirm.
 */
@Component
public class Claims {

    private static final String STILL_RUNNING = " exists (select 1 from run where id = :run and state = 'RUNNING')";

    private static final String NO_CLAIM =
            "claim_run = null, claim_operation = null, claim_step = null, claim_facts = null,"
                    + " claim_payload = null, claim_target_id = null, claim_date = null, claimed_at = null";

    private final JdbcClient jdbc;
    private final Links links;
    private final Clock clock;

    Claims(JdbcClient jdbc, Links links, Clock clock) {
        this.jdbc = jdbc;
        this.links = links;
        this.clock = clock;
    }

    /**
     * Claims the record for one operation and commits, before anything is sent.
     *
     * @param link as it was read; {@link Link#none} for a record without a row
     * @param targetId the record about to be changed, taken away or adopted; null for a create
     * @throws ClaimLost when the link has changed meanwhile, is claimed, or the run is not RUNNING any more
     */
    public Link claim(
            Link link, long run, String operation, JsonNode facts, JsonNode payload, String targetId, LocalDate date) {
        Map<String, Object> values = new HashMap<>();
        values.put("now", now());
        values.put("run", run);
        values.put("operation", operation);
        values.put("facts", text(facts));
        values.put("payload", text(payload));
        values.put("target", targetId);
        values.put("date", date);
        LinkRow.write(
                jdbc,
                link,
                "insert into link (company, entity, source_id, owner_id, state, version, generation, created_at, updated_at,"
                        + " claim_run, claim_operation, claim_step, claim_facts, claim_payload, claim_target_id, claim_date, claimed_at)"
                        + " select :company, :entity, :source, :owner, 'NEW', 1, 0, :now, :now, cast(:run as bigint), :operation, 0,"
                        + " :facts, :payload, :target, cast(:date as date), :now from run where id = :run and state = 'RUNNING'",
                "update link set version = version + 1, updated_at = :now, claim_run = :run, claim_operation = :operation,"
                        + " claim_step = 0, claim_facts = :facts, claim_payload = :payload, claim_target_id = :target,"
                        + " claim_date = cast(:date as date), claimed_at = :now"
                        + " where id = :id and version = :version and claim_run is null and" + STILL_RUNNING,
                values);
        return again(link);
    }

    /** The claimed record was taken away in the target; remembered before the create of a replacement. */
    public Link takenAway(Link link) {
        compareAndSet(
                link,
                "state = 'DELETED', target_id = null, own_target_id = null, claim_step = 1, claimed_at = :now",
                Map.of());
        return again(link);
    }

    /**
     * Makes the claim as young as now, before a call that comes late or once more; its age is that of the last send.
     *
     * @throws ClaimLost when another run has it, or the claim's run is not RUNNING any more
     */
    public Link renew(Link link) {
        compareAndSet(link, "claimed_at = :now", Map.of());
        return again(link);
    }

    /**
     * The target has refused the new record of a replacement: from now on the claim is for the old one, which is put back under the next
     * generation. Committed before it is sent, as every claim.
     *
     * @param payload the old record with the next generation's mark
     */
    public Link puttingBack(Link link, JsonNode payload) {
        compareAndSet(
                link,
                "claim_step = 2, claim_facts = facts, claim_date = record_date, claim_payload = :payload, claimed_at = :now",
                Map.of("payload", text(payload)));
        return again(link);
    }

    /**
     * The call went through: the claim's facts and the payload hold from now on.
     *
     * @param targetId null after a delete
     * @param own whether the target record belongs to this link alone
     * @throws RecordFailure TARGET_TAKEN when another link has this target
     */
    public void confirm(Link link, String targetId, JsonNode payload, String label, boolean own) {
        Map<String, Object> values = new HashMap<>();
        values.put("target", targetId);
        values.put("own", own ? targetId : null);
        values.put("payload", text(payload));
        values.put("label", label);
        String state = targetId == null ? "DELETED" : "LINKED";
        // A delete that sends something has made a record beside the old one, whose reference is taken.
        boolean created = targetId == null ? link.claim().payload() != null : !targetId.equals(link.targetId());
        try {
            compareAndSet(
                    link,
                    "state = '" + state
                            + "', target_id = :target, own_target_id = :own, facts = claim_facts, doubt_operation = null, doubt_facts = null, locked_text = null,"
                            + " payload = :payload, label = :label, record_date = claim_date, generation = generation + "
                            + (created ? 1 : 0) + ", " + NO_CLAIM,
                    values);
        } catch (DuplicateKeyException e) {
            throw new RecordFailure(e, Reason.TARGET_TAKEN, link.entity(), targetId);
        }
    }

    /**
     * Nothing was done since the claim's last step: the link stands as before it. Where a replacement has taken the old record away, the link
     * remembers that it is half replaced.
     */
    public void release(Link link, long run) {
        release(link, run, link.claim().step() > 0 ? "doubt_operation = 'REPLACE', doubt_facts = null, " : "");
    }

    /** As {@link #release}, where the target has refused both the new record and the old one: it holds nothing, and nothing is to be put back. */
    public void giveUp(Link link, long run) {
        release(link, run, "doubt_operation = null, doubt_facts = null, ");
    }

    private void release(Link link, long run, String doubt) {
        if (link.state() == Link.State.NEW) {
            ClaimLost.unlessOne(guarded("delete from link", link, run, Map.of()).update(), link);
        } else {
            end(link, run, doubt);
        }
    }

    /**
     * A change or delete got no answer: the claim ends, and the link remembers what the target may hold by now, so that the next run sends
     * whatever is right even where the source is back to what was confirmed last.
     */
    public void doubt(Link link, long run) {
        end(link, run, "doubt_operation = claim_operation, doubt_facts = claim_facts, ");
    }

    /** A change of texts alone met a lock: the claim ends, and the facts are remembered, so that they are not sent again every run. */
    public void lockedText(Link link, long run) {
        end(link, run, "locked_text = claim_facts, ");
    }

    /**
     * The target has locked the record, and holds already what was to be sent: somebody has made the change there by hand.
     *
     * @param facts that the target's record stands for from now on
     * @param lockedText see {@link Link#lockedText}
     * @throws ClaimLost when the link has changed meanwhile, or the run is not RUNNING any more
     */
    public void heldAlready(Link link, JsonNode facts, JsonNode payload, JsonNode lockedText) {
        Map<String, Object> values = new HashMap<>();
        values.put("facts", text(facts));
        values.put("payload", text(payload));
        values.put("text", text(lockedText));
        compareAndSet(
                link,
                "state = 'LINKED', facts = :facts, payload = :payload, record_date = claim_date, locked_text = :text,"
                        + " doubt_operation = null, doubt_facts = null, " + NO_CLAIM,
                values);
    }

    /** A person must say whether the link still holds; {@code held} false sets it free again. */
    public void hold(Link link, boolean held) {
        jdbc.sql(
                        "update link set version = version + 1, updated_at = :now, state = :state where id = :id and version = :version")
                .param("now", now())
                .param("state", held ? "HELD" : "LINKED")
                .param("id", link.id())
                .param("version", link.version())
                .update();
    }

    /** An open claim of an ended run passes to the run that settles it. */
    public Link takeOver(Link link, long run) {
        ClaimLost.unlessOne(
                guarded("update link set version = version + 1, claim_run = :run", link, run, Map.of())
                        .update(),
                link);
        return again(link);
    }

    /** The claim ends without a call that went through. */
    private void end(Link link, long run, String set) {
        ClaimLost.unlessOne(
                guarded("update link set version = version + 1, " + set + NO_CLAIM, link, run, Map.of())
                        .update(),
                link);
    }

    private void compareAndSet(Link link, String set, Map<String, Object> values) {
        int done = guarded(
                        "update link set version = version + 1, updated_at = :now, " + set,
                        link,
                        link.claim().run(),
                        values)
                .param("now", now())
                .update();
        ClaimLost.unlessOne(done, link);
    }

    private Link again(Link link) {
        return links.find(link.company(), link.entity(), link.sourceId()).orElseThrow();
    }

    private JdbcClient.StatementSpec guarded(String sql, Link link, long run, Map<String, Object> values) {
        return jdbc.sql(sql + " where id = :id and version = :version and claim_run is not null and" + STILL_RUNNING)
                .param("id", link.id())
                .param("version", link.version())
                .param("run", run)
                .params(values);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String text(JsonNode node) {
        return node == null ? null : Json.text(node);
    }
}
