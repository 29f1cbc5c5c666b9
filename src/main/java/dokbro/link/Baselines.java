package dokbro.link;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Json;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a link stands for where not Dokbro but a person has written to the target last. */
@Component
public class Baselines {

    private final JdbcClient jdbc;
    private final Clock clock;

    Baselines(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Ends the claim of a change that the target has locked, and holds already: somebody has made it there by hand.
     *
     * @param facts that the target's record stands for from now on
     * @param lockedText see {@link Link#lockedText}
     * @throws ClaimLost when the link has changed meanwhile, or the run is not RUNNING any more
     */
    public void heldAlready(Link claimed, long run, JsonNode facts, JsonNode payload, JsonNode lockedText) {
        int done = jdbc.sql(
                        "update link set version = version + 1, updated_at = :now, state = 'LINKED', facts = :facts,"
                                + " payload = :payload, record_date = claim_date, locked_text = :text, doubt_operation = null,"
                                + " doubt_facts = null, claim_run = null, claim_operation = null, claim_step = null, claim_facts = null,"
                                + " claim_payload = null, claim_target_id = null, claim_date = null, claimed_at = null"
                                + " where id = :id and version = :version and claim_run = :run"
                                + " and exists (select 1 from run where id = :run and state = 'RUNNING')")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("facts", Json.text(facts))
                .param("payload", Json.text(payload))
                .param("text", lockedText == null ? null : Json.text(lockedText))
                .param("id", claimed.id())
                .param("version", claimed.version())
                .param("run", run)
                .update();
        if (done != 1) {
            throw new ClaimLost(claimed.entity() + " " + claimed.sourceId()
                    + " was changed by somebody else, or the run has ended");
        }
    }
}
