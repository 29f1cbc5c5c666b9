package dokbro.link;

import dokbro.CompanyRows;
import dokbro.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The shared ID mapping, as it is read; what writes to it stands in {@link Claims}. */
@Component("linkTable")
public class Links {

    /** PostgreSQL takes 65,535 parameters. */
    private static final int BATCH = 1000;

    /** {@link Link#stands}, but for what is held. */
    private static final String STANDS = "(state = 'LINKED' or (state = 'SETTLED' and facts is not null))";

    private final JdbcClient jdbc;

    Links(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    /** The links with these source ids, by source id. */
    public Map<String, Link> ofSources(String company, String entity, Collection<String> sourceIds) {
        Map<String, Link> links = new HashMap<>();
        List<String> all = List.copyOf(sourceIds);
        for (int from = 0; from < all.size(); from += BATCH) {
            jdbc.sql("select * from link where company = :company and entity = :entity and source_id in (:sources)")
                    .param("company", company)
                    .param("entity", entity)
                    .param("sources", all.subList(from, Math.min(from + BATCH, all.size())))
                    .query(ROW)
                    .list()
                    .forEach(link -> links.put(link.sourceId(), link));
        }
        return links;
    }

    /** When a link of this entity was written last; empty where there is none. */
    public Optional<Instant> newest(String company, String entity) {
        return jdbc.sql("select max(updated_at) from link where company = :company and entity = :entity")
                .param("company", company)
                .param("entity", entity)
                .query((row, n) -> Optional.ofNullable(instant(row.getObject(1, OffsetDateTime.class))))
                .single();
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

    /**
     * The other way round: target id to the id of the record in the source. A target that several sources share is left out: nobody can tell
     * which is meant.
     *
     * @param held what stands for the source id of a held link
     */
    public Map<String, String> sources(String company, String entity, String held) {
        Map<String, String> sources = new HashMap<>();
        Set<String> shared = new HashSet<>();
        jdbc.sql("select target_id, owner_id, state from link"
                        + " where company = :company and entity = :entity and target_id is not null")
                .param("company", company)
                .param("entity", entity)
                .query((row, n) -> {
                    String source = row.getString(3).equals("HELD") ? held : row.getString(2);
                    return sources.put(row.getString(1), source) == null || shared.add(row.getString(1));
                })
                .list();
        sources.keySet().removeAll(shared);
        return sources;
    }

    /** All links of an entity; for master data, whose number is small. */
    public List<Link> all(String company, String entity) {
        return jdbc.sql("select * from link where company = :company and entity = :entity order by id")
                .param("company", company)
                .param("entity", entity)
                .query(ROW)
                .list();
    }

    /** Owners of records that stand in the target, or were put right there by hand, dated in the window (both ends included), with the day of each. */
    public Map<String, LocalDate> linkedOwners(String company, String entity, LocalDate from, LocalDate to) {
        Map<String, LocalDate> owners = new HashMap<>();
        jdbc.sql("select owner_id, record_date from link where company = :company and entity = :entity" + " and "
                        + STANDS + " and record_date between :from and :to")
                .param("company", company)
                .param("entity", entity)
                .param("from", from)
                .param("to", to)
                .query((row, n) -> owners.put(row.getString(1), row.getObject(2, LocalDate.class)))
                .list();
        return owners;
    }

    /** Links of records that stand in the target, or were put right there by hand, dated in the window (both ends included). */
    public List<Link> standing(String company, String entity, LocalDate from, LocalDate to) {
        return jdbc.sql("select * from link where company = :company and entity = :entity and " + STANDS
                        + " and record_date between :from and :to order by id")
                .param("company", company)
                .param("entity", entity)
                .param("from", from)
                .param("to", to)
                .query(ROW)
                .list();
    }

    /**
     * Links whose source id ends so, whose record stands in the target or may, since a claim is open, dated in the window (both ends
     * included).
     */
    public List<Link> standing(String company, String entity, String ending, LocalDate from, LocalDate to) {
        return jdbc
                .sql("select * from link where company = :company and entity = :entity and source_id like :ending"
                        + " and (record_date between :from and :to or claim_date between :from and :to) order by id")
                .param("company", company)
                .param("entity", entity)
                .param("ending", "%" + ending)
                .param("from", from)
                .param("to", to)
                .query(ROW)
                .list()
                .stream()
                .filter(link -> link.stands() || link.claim() != null)
                .toList();
    }

    /**
     * Owners whose export mark differs from their links.
     *
     * @param marked true: linked and not marked; false: marked, and nothing in the target any more
     */
    public List<String> toMark(String company, String entity, boolean marked) {
        String linked = " from link where company = :company and entity = :entity and " + STANDS;
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
        return rows(company, entities, sourceId, targetId).page(jdbc, ROW, page, size);
    }

    public long count(String company, Collection<String> entities, String sourceId, String targetId) {
        return rows(company, entities, sourceId, targetId).count(jdbc);
    }

    private static CompanyRows rows(String company, Collection<String> entities, String sourceId, String targetId) {
        return CompanyRows.of("link", company)
                .within("entity", entities)
                .with("source_id", sourceId)
                .with("target_id", targetId);
    }

    static final RowMapper<Link> ROW = (row, n) -> {
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
                Json.tree(row.getString("locked_text")),
                claim,
                instant(row.getObject("updated_at", OffsetDateTime.class)));
    };

    private static Instant instant(OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
