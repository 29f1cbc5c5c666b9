package dokbro.run;

import com.fasterxml.jackson.core.type.TypeReference;
import dokbro.Json;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The table of runs. */
@Component
public class RunHistory {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Node node;

    RunHistory(JdbcClient jdbc, Clock clock, Node node) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.node = node;
    }

    /**
     * A run as it stands in the history.
     *
     * @param scheduledAt the cron time that it stands for; null when a person or Dokbro itself started it
     * @param error what ended it early; null otherwise
     */
    public record RunRow(
            long id,
            String company,
            String entity,
            Cause cause,
            Instant scheduledAt,
            String requestedBy,
            boolean dryRun,
            LocalDate from,
            LocalDate to,
            RunState state,
            long settingsRevision,
            Instant startedAt,
            Instant plannedAt,
            Instant endedAt,
            Map<String, Long> counts,
            String error) {}

    /** @throws org.springframework.dao.DuplicateKeyException when this scheduled time has its run already */
    long insert(
            String company,
            String entity,
            Runs.Start start,
            boolean dry,
            LocalDate from,
            long revision,
            RunState state,
            String error) {
        var keys = new GeneratedKeyHolder();
        Instant now = clock.instant();
        jdbc.sql(
                        "insert into run (company, entity, cause, scheduled_at, requested_by, dry_run, window_from, window_to, state,"
                                + " settings_revision, node, started_at, ended_at, counts, error) values (:company, :entity, :cause, :scheduled,"
                                + " :who, :dry, :from, :to, :state, :revision, :node, :now, :ended, :counts, :error)")
                .param("company", company)
                .param("entity", entity)
                .param("cause", start.cause().name())
                .param("scheduled", utc(start.scheduledAt()))
                .param("who", start.requestedBy())
                .param("dry", dry)
                .param("from", from)
                .param("to", start.to())
                .param("state", state.name())
                .param("revision", revision)
                .param("node", node.name())
                .param("now", utc(now))
                .param("ended", state == RunState.RUNNING ? null : utc(now))
                .param("counts", Json.text(new Tally().counts()))
                .param("error", error)
                .update(keys, "id");
        return keys.getKey().longValue();
    }

    void end(long id, RunState state, Map<String, Long> counts, String error) {
        jdbc.sql(
                        "update run set state = :state, ended_at = :now, counts = :counts, error = :error where id = :id and state = 'RUNNING'")
                .param("state", state.name())
                .param("now", utc(clock.instant()))
                .param("counts", Json.text(counts))
                .param("error", error)
                .param("id", id)
                .update();
    }

    void counts(long id, Map<String, Long> counts) {
        jdbc.sql("update run set counts = :counts where id = :id and state = 'RUNNING'")
                .param("counts", Json.text(counts))
                .param("id", id)
                .update();
    }

    /** Whoever holds the lease knows that an older run of the entity has no node any more. */
    void interruptOlder(String company, String entity, long than) {
        jdbc.sql(
                        "update run set state = 'INTERRUPTED', ended_at = :now, error = :error where company = :company and entity = :entity"
                                + " and state = 'RUNNING' and not dry_run and cause <> 'REPLAY' and id < :than")
                .param("now", utc(clock.instant()))
                .param("error", "The service ended, or lost its lease, while the run was going.")
                .param("company", company)
                .param("entity", entity)
                .param("than", than)
                .update();
    }

    /** Runs of nodes that do not say any more that they live; dry runs and replays too, which hold no lease of their own. */
    void interruptDead() {
        jdbc.sql(
                        "update run set state = 'INTERRUPTED', ended_at = :now, error = :error where state = 'RUNNING' and node <> :node"
                                + " and not exists (select 1 from shedlock where name = concat('" + Leases.PRESENCE
                                + "', run.node) and lock_until > current_timestamp)")
                .param("now", utc(clock.instant()))
                .param("error", "The node ended while the run was going.")
                .param("node", node.name())
                .update();
    }

    /** Nodes that have not lived for a day; each process has a name of its own. */
    void forgetNodes() {
        jdbc.sql("delete from shedlock where name like '" + Leases.PRESENCE
                        + "%' and lock_until < current_timestamp - interval '1' day")
                .update();
    }

    /** Whether this scheduled time has its run, on whatever node. */
    boolean has(String company, String entity, Cause cause, Instant scheduledAt) {
        return jdbc.sql("select count(*) from run where company = :company and entity = :entity and cause = :cause"
                                + " and scheduled_at = :at")
                        .param("company", company)
                        .param("entity", entity)
                        .param("cause", cause.name())
                        .param("at", utc(scheduledAt))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** At the start of the only node: no run can be going. */
    void interruptAll() {
        jdbc.sql("update run set state = 'INTERRUPTED', ended_at = :now, error = :error where state = 'RUNNING'")
                .param("now", utc(clock.instant()))
                .param("error", "The service ended while the run was going.")
                .update();
        jdbc.sql("delete from shedlock").update();
    }

    public Optional<RunRow> find(String company, long id) {
        return jdbc.sql("select * from run where id = :id and company = :company")
                .param("id", id)
                .param("company", company)
                .query(ROW)
                .optional();
    }

    /** The run that is going, if one is; dry runs and replays stand apart. */
    public Optional<Long> going(String company, String entity) {
        return jdbc.sql("select max(id) from run where company = :company and entity = :entity and state = 'RUNNING'"
                        + " and not dry_run and cause <> 'REPLAY'")
                .param("company", company)
                .param("entity", entity)
                .query(Long.class)
                .optional();
    }

    /** The newest run that was not skipped. */
    public Optional<RunRow> last(String company, String entity) {
        return jdbc.sql(
                        "select * from run where id = (select max(id) from run where company = :company and entity = :entity"
                                + " and state <> 'SKIPPED' and cause <> 'REPLAY')")
                .param("company", company)
                .param("entity", entity)
                .query(ROW)
                .optional();
    }

    /** A page, newest first; null filters are open. */
    public List<RunRow> page(String company, String entity, RunState state, int page, int size) {
        return filtered("select * from run", company, entity, state, " order by id desc limit :size offset :offset")
                .param("size", size)
                .param("offset", (long) page * size)
                .query(ROW)
                .list();
    }

    public long count(String company, String entity, RunState state) {
        return filtered("select count(*) from run", company, entity, state, "")
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec filtered(
            String select, String company, String entity, RunState state, String end) {
        Map<String, Object> parameters = new HashMap<>(Map.of("company", company));
        StringBuilder sql = new StringBuilder(select + " where company = :company");
        if (entity != null) {
            sql.append(" and entity = :entity");
            parameters.put("entity", entity);
        }
        if (state != null) {
            sql.append(" and state = :state");
            parameters.put("state", state.name());
        }
        return jdbc.sql(sql + end).params(parameters);
    }

    private static final RowMapper<RunRow> ROW = (row, n) -> new RunRow(
            row.getLong("id"),
            row.getString("company"),
            row.getString("entity"),
            Cause.valueOf(row.getString("cause")),
            instant(row.getObject("scheduled_at", OffsetDateTime.class)),
            row.getString("requested_by"),
            row.getBoolean("dry_run"),
            row.getObject("window_from", LocalDate.class),
            row.getObject("window_to", LocalDate.class),
            RunState.valueOf(row.getString("state")),
            row.getLong("settings_revision"),
            instant(row.getObject("started_at", OffsetDateTime.class)),
            instant(row.getObject("planned_at", OffsetDateTime.class)),
            instant(row.getObject("ended_at", OffsetDateTime.class)),
            Json.mapper().convertValue(Json.tree(row.getString("counts")), new TypeReference<Map<String, Long>>() {}),
            row.getString("error"));

    private static Instant instant(OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
