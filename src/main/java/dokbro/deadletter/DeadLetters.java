package dokbro.deadletter;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dokbro.CompanyRows;
import dokbro.Json;
import dokbro.deadletter.DeadLetter.Status;
import dokbro.failure.FailureClass;
import dokbro.failure.Reason;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of dead letters. At most one row a record is current (OPEN, WAITING or DISCARDED). */
@Component
public class DeadLetters {

    private final JdbcClient jdbc;
    private final Clock clock;

    DeadLetters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Which dead letters a list shows; null is "all".
     *
     * @param entities names of entities, or of the kinds of reference-data
     */
    public record Filter(Collection<String> entities, FailureClass failureClass, Status status, String reason) {}

    /** The current rows of these source records, by source id; one query. */
    public Map<String, DeadLetter> ofOwners(String company, String entity, Collection<String> owners) {
        Map<String, DeadLetter> rows = new HashMap<>();
        if (!owners.isEmpty()) {
            jdbc.sql("select * from dead_letter where company = :company and entity = :entity and owner_id in (:owners)"
                            + " and open_key is not null")
                    .param("company", company)
                    .param("entity", entity)
                    .param("owners", owners)
                    .query(ROW)
                    .list()
                    .forEach(row -> rows.put(row.sourceId(), row));
        }
        return rows;
    }

    /** The current rows of an entity with few records, by source id. */
    public Map<String, DeadLetter> ofEntity(String company, String entity) {
        Map<String, DeadLetter> rows = new HashMap<>();
        jdbc.sql("select * from dead_letter where company = :company and entity = :entity and open_key is not null")
                .param("company", company)
                .param("entity", entity)
                .query(ROW)
                .list()
                .forEach(row -> rows.put(row.sourceId(), row));
        return rows;
    }

    /** Owners with a current row, with the day of each (null where it has none): every run looks at them again. */
    public Map<String, LocalDate> owners(String company, String entity) {
        Map<String, LocalDate> owners = new HashMap<>();
        jdbc.sql("select owner_id, record_date from dead_letter where company = :company and entity = :entity"
                        + " and status in ('OPEN', 'WAITING') and open_key is not null")
                .param("company", company)
                .param("entity", entity)
                .query((row, n) -> owners.put(row.getString(1), row.getObject(2, LocalDate.class)))
                .list();
        return owners;
    }

    /**
     * Stores a failure: the record's current row is brought up to date, or a new one opened.
     *
     * @param letter its id, status, attempts and times are set here; {@code sentAt} is kept where null
     */
    public void store(DeadLetter letter) {
        if (update(letter) == 0) {
            try {
                insert(letter);
            } catch (DuplicateKeyException e) {
                update(letter);
            }
        }
    }

    private int update(DeadLetter letter) {
        return jdbc.sql(
                        "update dead_letter set run_id = :run, class = :class, reason = :reason, arguments = :arguments, step = :step,"
                                + " operation = :operation, http_status = :http, source = :source, facts = :facts, request = :request,"
                                + " response = :response, difference = :difference, detail = :detail, record_date = cast(:date as date), status = :status,"
                                + " attempts = attempts + 1, last_at = :now, sent_at = coalesce(:sent, sent_at), resolved_at = null,"
                                + " resolved_by = null, note = null where open_key = :key")
                .params(values(letter))
                .update();
    }

    private void insert(DeadLetter letter) {
        jdbc.sql(
                        "insert into dead_letter (company, entity, source_id, owner_id, record_date, run_id, class, reason, arguments, step,"
                                + " operation, http_status, source, facts, request, response, difference, detail, attempts, status, first_at, last_at, sent_at,"
                                + " open_key) values (:company, :entity, :sourceId, :owner, cast(:date as date), :run, :class, :reason, :arguments,"
                                + " :step, :operation, :http, :source, :facts, :request, :response, :difference, :detail, 1, :status, :now, :now, :sent, :key)")
                .params(values(letter))
                .param("company", letter.company())
                .param("entity", letter.entity())
                .param("sourceId", letter.sourceId())
                .param("owner", letter.owner())
                .update();
    }

    private Map<String, Object> values(DeadLetter letter) {
        Map<String, Object> values = new HashMap<>();
        values.put("run", letter.run());
        values.put("class", letter.failureClass().name());
        values.put("reason", letter.reason().code());
        values.put("arguments", Json.text(letter.arguments()));
        values.put("step", letter.step());
        values.put("operation", letter.operation());
        values.put("http", letter.httpStatus());
        values.put("source", text(letter.source()));
        values.put("facts", text(letter.facts()));
        values.put("request", text(letter.request()));
        values.put("response", letter.response());
        values.put("difference", text(letter.difference()));
        values.put("detail", letter.detail());
        values.put("date", letter.date());
        values.put(
                "status",
                letter.failureClass() == FailureClass.DEPENDENCY ? Status.WAITING.name() : Status.OPEN.name());
        values.put("now", now());
        values.put("sent", letter.sentAt() == null ? null : letter.sentAt().atOffset(ZoneOffset.UTC));
        values.put("key", key(letter.company(), letter.entity(), letter.sourceId()));
        return values;
    }

    /** Closes the record's current row, if there is one: it went through (SUPERSEDED), or the source no longer has it (CLOSED). */
    public void close(String company, String entity, String sourceId, Status how, String who) {
        jdbc.sql("update dead_letter set status = :status, resolved_at = :now, resolved_by = :who, open_key = null"
                        + " where open_key = :key")
                .param("status", how.name())
                .param("now", now())
                .param("who", who)
                .param("key", key(company, entity, sourceId))
                .update();
    }

    /** Closes every current row of an entity: what they say holds no more. */
    public void closeAll(String company, String entity, String who) {
        jdbc.sql("update dead_letter set status = 'CLOSED', resolved_at = :now, resolved_by = :who, open_key = null"
                        + " where company = :company and entity = :entity and open_key is not null")
                .param("now", now())
                .param("who", who)
                .param("company", company)
                .param("entity", entity)
                .update();
    }

    /**
     * A person's decision about an open row, DISCARDED or SETTLED.
     *
     * @return false when the row was decided, or has met another failure, since it was read
     */
    public boolean decide(DeadLetter letter, Status how, String who, String note) {
        return jdbc.sql(
                                "update dead_letter set status = :status, resolved_at = :now, resolved_by = :who, note = :note,"
                                        + " open_key = case when :current then open_key else null end"
                                        + " where id = :id and attempts = :attempts and run_id = :run and status in ('OPEN', 'WAITING')")
                        .param("status", how.name())
                        .param("now", now())
                        .param("who", who)
                        .param("note", note)
                        .param("current", how.current())
                        .param("id", letter.id())
                        .param("attempts", letter.attempts())
                        .param("run", letter.run())
                        .update()
                == 1;
    }

    public Optional<DeadLetter> find(String company, long id) {
        return jdbc.sql("select * from dead_letter where company = :company and id = :id")
                .param("company", company)
                .param("id", id)
                .query(ROW)
                .optional();
    }

    /** All that Go has locked and where both sides are known, OPEN or SETTLED. */
    public List<DeadLetter> locked(String company, Status status) {
        return jdbc.sql("select * from dead_letter where company = :company and status = :status and class = 'LOCKED'"
                        + " and difference is not null order by id")
                .param("company", company)
                .param("status", status.name())
                .query(ROW)
                .list();
    }

    /** A page, newest first. */
    public List<DeadLetter> page(String company, Filter filter, int page, int size) {
        return rows(company, filter).page(jdbc, ROW, page, size);
    }

    public long count(String company, Filter filter) {
        return rows(company, filter).count(jdbc);
    }

    private static CompanyRows rows(String company, Filter filter) {
        return CompanyRows.of("dead_letter", company)
                .within("entity", filter.entities())
                .with("class", filter.failureClass())
                .with("status", filter.status())
                .with("reason", filter.reason());
    }

    /** How many rows a company has in this status, by entity or kind; none for those without. */
    public Map<String, Long> counts(String company, Status status) {
        Map<String, Long> counts = new HashMap<>();
        jdbc.sql(
                        "select entity, count(*) from dead_letter where company = :company and status = :status group by entity")
                .param("company", company)
                .param("status", status.name())
                .query((row, n) -> counts.put(row.getString(1), row.getLong(2)))
                .list();
        return counts;
    }

    private static String key(String company, String entity, String sourceId) {
        return company + "|" + entity + "|" + sourceId;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String text(JsonNode node) {
        return node == null ? null : Json.text(node);
    }

    private static final RowMapper<DeadLetter> ROW = (row, n) -> new DeadLetter(
            row.getLong("id"),
            row.getString("company"),
            row.getString("entity"),
            row.getString("source_id"),
            row.getString("owner_id"),
            row.getObject("record_date", LocalDate.class),
            row.getLong("run_id"),
            Reason.of(row.getString("reason")),
            Json.mapper().convertValue(Json.tree(row.getString("arguments")), new TypeReference<List<String>>() {}),
            row.getString("step"),
            row.getString("operation"),
            row.getObject("http_status", Integer.class),
            Json.tree(row.getString("source")),
            Json.tree(row.getString("facts")),
            Json.tree(row.getString("request")),
            row.getString("response"),
            Json.tree(row.getString("difference")),
            row.getString("detail"),
            row.getInt("attempts"),
            Status.valueOf(row.getString("status")),
            instant(row.getObject("first_at", OffsetDateTime.class)),
            instant(row.getObject("last_at", OffsetDateTime.class)),
            instant(row.getObject("sent_at", OffsetDateTime.class)),
            instant(row.getObject("resolved_at", OffsetDateTime.class)),
            row.getString("resolved_by"),
            row.getString("note"));

    private static Instant instant(OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
