package dokbro.run;

import com.fasterxml.jackson.core.type.TypeReference;
import dokbro.Json;
import dokbro.run.Hold.Kind;
import dokbro.run.Hold.State;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of holds. */
@Component
public class Holds {

    private final JdbcClient jdbc;
    private final Clock clock;

    Holds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Opens a hold; an open one of the same kind and operation is replaced. */
    void open(Run run, Kind kind, Operation operation, String sourceId) {
        String key = run.company().key() + "|" + run.entity() + "|" + kind + "|" + operation;
        jdbc.sql("update hold set state = 'REPLACED', next_run = :run, open_key = null where open_key = :key")
                .param("run", run.id())
                .param("key", key)
                .update();
        jdbc.sql("insert into hold (company, entity, run_id, kind, operation, source_id, state, opened_at, open_key)"
                        + " values (:company, :entity, :run, :kind, :operation, :source, 'OPEN', :now, :key)")
                .param("company", run.company().key())
                .param("entity", run.entity())
                .param("run", run.id())
                .param("kind", kind.name())
                .param("operation", operation == null ? null : operation.name())
                .param("source", sourceId)
                .param("now", now())
                .param("key", key)
                .update();
    }

    /** What was held for the other direction is over. */
    void replaceAll(String company, String entity) {
        jdbc.sql("update hold set state = 'REPLACED', open_key = null"
                        + " where company = :company and entity = :entity and state = 'OPEN'")
                .param("company", company)
                .param("entity", entity)
                .update();
    }

    /** A later run is held by the same canary: the question moves on to it. */
    void move(Hold hold, Run run) {
        jdbc.sql("update hold set run_id = :run where id = :id and state = 'OPEN'")
                .param("run", run.id())
                .param("id", hold.id())
                .update();
    }

    /** A later run found nothing to hold, or the canary's record never went. */
    void close(Hold hold, Run run) {
        jdbc.sql("update hold set state = 'CLOSED', next_run = :run, open_key = null where id = :id and state = 'OPEN'")
                .param("run", run.id())
                .param("id", hold.id())
                .update();
    }

    /** The canary's record was read back. */
    void looked(Hold hold, List<PlanRow.Change> differences) {
        jdbc.sql("update hold set looked_at = :now, differences = :differences where id = :id")
                .param("now", now())
                .param("differences", Json.text(differences))
                .param("id", hold.id())
                .update();
    }

    /**
     * A person's word on all that a run is held for.
     *
     * @return false when nothing of it is open any more
     */
    boolean decide(String company, long run, State how, String who, String note) {
        return jdbc.sql(
                                "update hold set state = :state, decided_at = :now, decided_by = :who, note = :note, open_key = null"
                                        + " where company = :company and run_id = :run and state in ('OPEN', 'REJECTED')"
                                        + " and state <> :state")
                        .param("state", how.name())
                        .param("now", now())
                        .param("who", who)
                        .param("note", note)
                        .param("company", company)
                        .param("run", run)
                        .update()
                > 0;
    }

    /** The run that goes on where an approved one was held. */
    void followedBy(String company, long run, long next) {
        jdbc.sql("update hold set next_run = :next where company = :company and run_id = :run and state = 'APPROVED'")
                .param("next", next)
                .param("company", company)
                .param("run", run)
                .update();
    }

    /** What a run was held for. */
    public List<Hold> ofRun(String company, long run) {
        return jdbc.sql("select * from hold where company = :company and run_id = :run order by id")
                .param("company", company)
                .param("run", run)
                .query(ROW)
                .list();
    }

    /** All that is open for a company. */
    public List<Hold> open(String company) {
        return jdbc.sql("select * from hold where company = :company and state = 'OPEN' order by id")
                .param("company", company)
                .query(ROW)
                .list();
    }

    /** The newest of its kind since the master is what it is; operation null for what is no canary. */
    Optional<Hold> newest(Run run, Kind kind, Operation operation) {
        return jdbc.sql("select * from hold where id = (select max(id) from hold where company = :company"
                        + " and entity = :entity and kind = :kind and not exists (select 1 from entity_state s"
                        + " where s.company = hold.company and s.entity = hold.entity and s.master_since > hold.opened_at)"
                        + " and (cast(:operation as varchar) is null"
                        + " or operation = :operation))")
                .param("company", run.company().key())
                .param("entity", run.entity())
                .param("kind", kind.name())
                .param("operation", operation == null ? null : operation.name())
                .query(ROW)
                .optional();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static final RowMapper<Hold> ROW = (row, n) -> new Hold(
            row.getLong("id"),
            row.getString("company"),
            row.getString("entity"),
            row.getLong("run_id"),
            Kind.valueOf(row.getString("kind")),
            row.getString("operation") == null ? null : Operation.valueOf(row.getString("operation")),
            row.getString("source_id"),
            State.valueOf(row.getString("state")),
            instant(row.getObject("looked_at", OffsetDateTime.class)),
            row.getString("differences") == null
                    ? List.of()
                    : Json.mapper()
                            .convertValue(
                                    Json.tree(row.getString("differences")),
                                    new TypeReference<List<PlanRow.Change>>() {}),
            instant(row.getObject("opened_at", OffsetDateTime.class)),
            instant(row.getObject("decided_at", OffsetDateTime.class)),
            row.getString("decided_by"),
            row.getString("note"),
            row.getObject("next_run", Long.class));

    private static Instant instant(OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
