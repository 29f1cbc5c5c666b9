package dokbro.link;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Json;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a link stands for where a person has put the record right by hand in the target. */
@Component
public class Baselines {

    private final JdbcClient jdbc;
    private final Clock clock;

    Baselines(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Sets what is compared from now on; nothing is sent for the record any more.
     *
     * @param facts the new baseline; null where the target holds nothing of it any more
     * @param date of the record, null where it has none
     * @throws ClaimLost when the link has changed meanwhile or a transfer is under way
     */
    public void settle(Link link, JsonNode facts, LocalDate date) {
        Map<String, Object> values = new HashMap<>();
        values.put("facts", facts == null ? null : Json.text(facts));
        values.put("date", date);
        values.put("now", clock.instant().atOffset(ZoneOffset.UTC));
        LinkRow.write(
                jdbc,
                link,
                "insert into link (company, entity, source_id, owner_id, state, version, generation, facts, record_date, created_at,"
                        + " updated_at) values (:company, :entity, :source, :owner, 'SETTLED', 1, 0, :facts, cast(:date as date), :now, :now)",
                "update link set version = version + 1, updated_at = :now, state = 'SETTLED', facts = :facts,"
                        + " record_date = coalesce(cast(:date as date), record_date), doubt_operation = null, doubt_facts = null"
                        + " where id = :id and version = :version and claim_run is null",
                values);
    }
}
