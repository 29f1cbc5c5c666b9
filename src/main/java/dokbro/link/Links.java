package dokbro.link;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Json;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
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

/**
 * The shared ID mapping. Each write is a compare-and-set on the link's version and on the run still being RUNNING, so that a node that
 * lost its lease can neither claim nor confirm.
 */
@Component("linkTable")
public class Links {

    private static final String STILL_RUNNING = " exists (select 1 from run where id = :run and state = 'RUNNING')";

    private static final String NO_CLAIM =
            "claim_run = null, claim_operation = null, claim_step = null, claim_facts = null,"
                    + " claim_payload = null, claim_target_id = null, claim_date = null, claimed_at = null";

    /** PostgreSQL takes 65,535 parameters. */
    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;

    Links(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The links of these source records, all parts of each, by source id; one query. */
    public Map<String, Link> ofOwners(String company, String entity, Collection<String> owners) {
        Map<String, Link> links = new HashMap<>();
        List<String> all = List.copyOf(owners);
        for (int from = 0; from < all.size(); from += BATCH) {
            jdbc.sql("select * from link where company = :company and entity = :entity and owner_id in (:owners)")
                    .param("company", company)
                    .param("entity", entity)
                    .param("owners", all.subList(from, Math.min(from + BATCH, all.size())))
                    .query(ROW)
                    .list()
                    .forEach(link -> links.put(link.sourceId(), link));
        }
        return links;
    }

    public Optional<Link> find(String company, String entity, String sourceId) {
        return jdbc.sql("select * from link where company = :company and entity = :entity and source_id = :source")
                .param("company", company)
                .param("entity", entity)
                .param("source", sourceId)
                .query(ROW)
                .optional();
    }

    /**
     * Source id to target id of all that is linked.
     *
     * @param held what stands for the target id of a held link
     */
    public Map<String, String> targets(String company, String entity, String held) {
        Map<String, String> targets = new HashMap<>();
        jdbc.sql("select source_id, target_id, state from link"
                        + " where company = :company and entity = :entity and target_id is not null")
                .param("company", company)
                .param("entity", entity)
                .query((row, n) ->
                        targets.put(row.getString(1), row.getString(3).equals("HELD") ? held : row.getString(2)))
                .list();
        return targets;
    }

    /** All links of an entity; for master data, whose number is small. */
    public List<Link> all(String company, String entity) {
        return jdbc.sql("select * from link where company = :company and entity = :entity order by id")
                .param("company", company)
                .param("entity", entity)
                .query(ROW)
                .list();
    }

    /** Owners of records that the target holds, dated in the window (both ends included), with the day of each. */
    public Map<String, LocalDate> linkedOwners(String company, String entity, LocalDate from, LocalDate to) {
        Map<String, LocalDate> owners = new HashMap<>();
        jdbc.sql("select owner_id, record_date from link where company = :company and entity = :entity"
                        + " and state = 'LINKED' and record_date between :from and :to")
                .param("company", company)
                .param("entity", entity)
                .param("from", from)
                .param("to", to)
                .query((row, n) -> owners.put(row.getString(1), row.getObject(2, LocalDate.class)))
                .list();
        return owners;
    }

    /**
     * Owners whose export mark differs from their links.
     *
     * @param marked true: linked and not marked; false: marked, and nothing in the target any more
     */
    public List<String> toMark(String company, String entity, boolean marked) {
        String linked = " from link where company = :company and entity = :entity and state = 'LINKED'";
        String sql = marked
                ? "select distinct owner_id" + linked + " and not marked order by owner_id"
                : "select distinct owner_id from link where company = :company and entity = :entity and marked and owner_id not in"
                        + " (select owner_id" + linked + ") order by owner_id";
        return jdbc.sql(sql)
                .param("company", company)
                .param("entity", entity)
                .query(String.class)
                .list();
    }

    /** Remembers the export mark of these owners; the version of their links stays. */
    public void marked(String company, String entity, Collection<String> owners, boolean marked) {
        jdbc.sql(
                        "update link set marked = :marked where company = :company and entity = :entity and owner_id in (:owners)")
                .param("marked", marked)
                .param("company", company)
                .param("entity", entity)
                .param("owners", owners)
                .update();
    }

    /** Links with an open claim whose run is over; a replay that is still going keeps its own, unless it was claimed before {@code stale}. */
    public List<Link> claimed(String company, String entity, Instant stale) {
        return jdbc.sql("select * from link where company = :company and entity = :entity and claim_run is not null"
                        + " and (claimed_at < :stale or not exists (select 1 from run where run.id = link.claim_run"
                        + " and run.state = 'RUNNING')) order by id")
                .param("company", company)
                .param("entity", entity)
                .param("stale", stale.atOffset(ZoneOffset.UTC))
                .query(ROW)
                .list();
    }

    /** A page of links, newest first; null filters are open. Entities are names of entities, or of the kinds of reference-data. */
    public List<Link> page(
            String company, Collection<String> entities, String sourceId, String targetId, int page, int size) {
        return filtered(
                        "select * from link",
                        company,
                        entities,
                        sourceId,
                        targetId,
                        " order by id desc limit :size offset :offset")
                .param("size", size)
                .param("offset", (long) page * size)
                .query(ROW)
                .list();
    }

    public long count(String company, Collection<String> entities, String sourceId, String targetId) {
        return filtered("select count(*) from link", company, entities, sourceId, targetId, "")
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec filtered(
            String select, String company, Collection<String> entities, String sourceId, String targetId, String end) {
        StringBuilder sql = new StringBuilder(select + " where company = :company");
        Map<String, Object> parameters = new HashMap<>(Map.of("company", company));
        if (entities != null) {
            sql.append(" and entity in (:entities)");
            parameters.put("entities", entities);
        }
        filter(sql, parameters, "source_id", sourceId);
        filter(sql, parameters, "target_id", targetId);
        return jdbc.sql(sql + end).params(parameters);
    }

    private static void filter(StringBuilder sql, Map<String, Object> parameters, String column, String value) {
        if (value != null) {
            sql.append(" and ").append(column).append(" = :").append(column);
            parameters.put(column, value);
        }
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
        String set = link.version() == 0
                ? "insert into link (company, entity, source_id, owner_id, state, version, generation, created_at, updated_at,"
                        + " claim_run, claim_operation, claim_step, claim_facts, claim_payload, claim_target_id, claim_date, claimed_at)"
                        + " select :company, :entity, :source, :owner, 'NEW', 1, 0, :now, :now, cast(:run as bigint), :operation, 0,"
                        + " :facts, :payload, :target, cast(:date as date), :now from run where id = :run and state = 'RUNNING'"
                : "update link set version = version + 1, updated_at = :now, claim_run = :run, claim_operation = :operation,"
                        + " claim_step = 0, claim_facts = :facts, claim_payload = :payload, claim_target_id = :target,"
                        + " claim_date = cast(:date as date), claimed_at = :now"
                        + " where id = :id and version = :version and claim_run is null and" + STILL_RUNNING;
        var statement = jdbc.sql(set)
                .param("now", now())
                .param("run", run)
                .param("operation", operation)
                .param("facts", text(facts))
                .param("payload", text(payload))
                .param("target", targetId)
                .param("date", date);
        statement = link.version() == 0
                ? statement
                        .param("company", link.company())
                        .param("entity", link.entity())
                        .param("source", link.sourceId())
                        .param("owner", link.owner())
                : statement.param("id", link.id()).param("version", link.version());
        try {
            if (statement.update() != 1) {
                throw new ClaimLost(
                        link.entity() + " " + link.sourceId() + " was changed by somebody else, or the run has ended");
            }
        } catch (DuplicateKeyException e) {
            throw new ClaimLost(link.entity() + " " + link.sourceId() + " was claimed by somebody else");
        }
        return find(link.company(), link.entity(), link.sourceId()).orElseThrow();
    }

    /** The claimed record was taken away in the target; remembered before the create of a replacement. */
    public Link takenAway(Link link) {
        compareAndSet(link, "state = 'DELETED', target_id = null, own_target_id = null, claim_step = 1", Map.of());
        return find(link.company(), link.entity(), link.sourceId()).orElseThrow();
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
        boolean created = targetId != null && !targetId.equals(link.targetId());
        try {
            compareAndSet(
                    link,
                    "state = '" + state
                            + "', target_id = :target, own_target_id = :own, facts = claim_facts, doubt_operation = null, doubt_facts = null,"
                            + " payload = :payload, label = :label, record_date = claim_date, generation = generation + "
                            + (created ? 1 : 0) + ", " + NO_CLAIM,
                    values);
        } catch (DuplicateKeyException e) {
            throw new RecordFailure(e, Reason.TARGET_TAKEN, link.entity(), targetId);
        }
    }

    /** Nothing was done: the link stands as before the claim. */
    public void release(Link link, long run) {
        int done = link.state() == Link.State.NEW
                ? guarded("delete from link", link, run, Map.of()).update()
                : guarded("update link set version = version + 1, " + NO_CLAIM, link, run, Map.of())
                        .update();
        if (done != 1) {
            throw new ClaimLost(
                    link.entity() + " " + link.sourceId() + " was changed by somebody else, or the run has ended");
        }
    }

    /**
     * A change or delete got no answer: the claim ends, and the link remembers what the target may hold by now, so that the next run sends
     * whatever is right even where the source is back to what was confirmed last.
     */
    public void doubt(Link link, long run) {
        int done = guarded(
                        "update link set version = version + 1, doubt_operation = claim_operation, doubt_facts = claim_facts, "
                                + NO_CLAIM,
                        link,
                        run,
                        Map.of())
                .update();
        if (done != 1) {
            throw new ClaimLost(
                    link.entity() + " " + link.sourceId() + " was changed by somebody else, or the run has ended");
        }
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
        int done = guarded("update link set version = version + 1, claim_run = :run", link, run, Map.of())
                .update();
        if (done != 1) {
            throw new ClaimLost(link.entity() + " " + link.sourceId() + " was settled by somebody else");
        }
        return find(link.company(), link.entity(), link.sourceId()).orElseThrow();
    }

    private void compareAndSet(Link link, String set, Map<String, Object> values) {
        int done = guarded(
                        "update link set version = version + 1, updated_at = :now, " + set,
                        link,
                        link.claim().run(),
                        values)
                .param("now", now())
                .update();
        if (done != 1) {
            throw new ClaimLost(
                    link.entity() + " " + link.sourceId() + " was changed by somebody else, or the run has ended");
        }
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

    private static final RowMapper<Link> ROW = (row, n) -> {
        long claimRun = row.getLong("claim_run");
        Link.Claim claim = row.wasNull()
                ? null
                : new Link.Claim(
                        claimRun,
                        row.getString("claim_operation"),
                        row.getInt("claim_step"),
                        Json.tree(row.getString("claim_facts")),
                        Json.tree(row.getString("claim_payload")),
                        row.getString("claim_target_id"),
                        row.getObject("claim_date", LocalDate.class),
                        instant(row.getObject("claimed_at", OffsetDateTime.class)));
        String doubt = row.getString("doubt_operation");
        return new Link(
                row.getLong("id"),
                row.getString("company"),
                row.getString("entity"),
                row.getString("source_id"),
                row.getString("owner_id"),
                row.getObject("record_date", LocalDate.class),
                Link.State.valueOf(row.getString("state")),
                row.getLong("version"),
                row.getInt("generation"),
                row.getString("target_id"),
                Json.tree(row.getString("facts")),
                Json.tree(row.getString("payload")),
                row.getString("label"),
                doubt == null ? null : new Link.Doubt(doubt, Json.tree(row.getString("doubt_facts"))),
                claim,
                instant(row.getObject("updated_at", OffsetDateTime.class)));
    };

    private static Instant instant(OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
