package dokbro.audit;

import com.fasterxml.jackson.core.type.TypeReference;
import dokbro.Json;
import dokbro.audit.Audit.State;
import java.time.Clock;
import java.time.Duration;
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

/** The table of audits. At most one of a company and entity is RUNNING. */
@Component
public class Audits {

    /** An audit that has said nothing for so long died with its node: longer than any list or record takes to be read. */
    private static final Duration SILENT = Duration.ofMinutes(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    Audits(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Opens one.
     *
     * @throws org.springframework.dao.DuplicateKeyException when one is going, or this scheduled time has its audit already
     */
    Audit open(String company, String entity, LocalDate from, String who, Instant scheduledAt) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql(
                        "insert into audit (company, entity, scheduled_at, requested_by, window_from, state, started_at, alive_at,"
                                + " counts, open_key) values (:company, :entity, :scheduled, :who, :from, 'RUNNING', :now, :now, :counts, :key)")
                .param("company", company)
                .param("entity", entity)
                .param("scheduled", utc(scheduledAt))
                .param("who", who)
                .param("from", from)
                .param("now", utc(clock.instant()))
                .param("counts", Json.text(new AuditCounts().all()))
                .param("key", company + "|" + entity)
                .update(keys, "id");
        return find(company, keys.getKey().longValue()).orElseThrow();
    }

    /** Says that it still goes; false when somebody has ended it. */
    boolean alive(long id, Map<String, Long> counts) {
        return jdbc.sql("update audit set alive_at = :now, counts = :counts where id = :id and state = 'RUNNING'")
                        .param("now", utc(clock.instant()))
                        .param("counts", Json.text(counts))
                        .param("id", id)
                        .update()
                == 1;
    }

    void end(long id, State state, Map<String, Long> counts, String error) {
        jdbc.sql("update audit set state = :state, ended_at = :now, counts = :counts, error = :error, open_key = null"
                        + " where id = :id and state = 'RUNNING'")
                .param("state", state.name())
                .param("now", utc(clock.instant()))
                .param("counts", Json.text(counts))
                .param("error", error)
                .param("id", id)
                .update();
    }

    /** Ends those of a company and entity whose node must have died. */
    void interruptSilent(String company, String entity) {
        interrupt(jdbc.sql("select id from audit where state = 'RUNNING' and company = :company and entity = :entity"
                        + " and alive_at < :silent")
                .param("company", company)
                .param("entity", entity)
                .param("silent", utc(clock.instant().minus(SILENT)))
                .query(Long.class)
                .list());
    }

    /** At the start of the only node: no audit can be going. */
    void interruptAll() {
        interrupt(jdbc.sql("select id from audit where state = 'RUNNING'")
                .query(Long.class)
                .list());
    }

    private void interrupt(List<Long> ids) {
        for (long id : ids) {
            end(id, State.INTERRUPTED, new AuditCounts().all(), "The service ended while the audit was going.");
            jdbc.sql("delete from audit_row where audit_id = :id")
                    .param("id", id)
                    .update();
        }
    }

    public Optional<Audit> find(String company, long id) {
        return jdbc.sql("select * from audit where id = :id and company = :company")
                .param("id", id)
                .param("company", company)
                .query(ROW)
                .optional();
    }

    /** The one that is going, if one is. */
    public Optional<Audit> going(String company, String entity) {
        return jdbc.sql("select * from audit where open_key = :key")
                .param("key", company + "|" + entity)
                .query(ROW)
                .optional();
    }

    /** A page, newest first; null filters are open. */
    public List<Audit> page(String company, String entity, State state, int page, int size) {
        return filtered("select * from audit", company, entity, state, " order by id desc limit :size offset :offset")
                .param("size", size)
                .param("offset", (long) page * size)
                .query(ROW)
                .list();
    }

    public long count(String company, String entity, State state) {
        return filtered("select count(*) from audit", company, entity, state, "")
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec filtered(String select, String company, String entity, State state, String end) {
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

    private static final RowMapper<Audit> ROW = (row, n) -> new Audit(
            row.getLong("id"),
            row.getString("company"),
            row.getString("entity"),
            instant(row.getObject("scheduled_at", OffsetDateTime.class)),
            row.getString("requested_by"),
            row.getObject("window_from", LocalDate.class),
            State.valueOf(row.getString("state")),
            instant(row.getObject("started_at", OffsetDateTime.class)),
            instant(row.getObject("ended_at", OffsetDateTime.class)),
            Json.mapper().convertValue(Json.tree(row.getString("counts")), new TypeReference<Map<String, Long>>() {}),
            row.getString("error"));

    static Instant instant(OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    static OffsetDateTime utc(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
