package dokbro.run;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Json;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** The stored rows of plans: the dry run's answer, and what the apply half carries out. */
@Component
public class PlanRows {

    static final String PLANNED = "planned";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    PlanRows(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void write(Run run, List<PlanRow> rows) {
        jdbc.batchUpdate(
                "insert into plan_row (run_id, seq, operation, kind, source_id, owner_id, record_date, link_version, facts, changes,"
                        + " source, target_id, label, note) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows.stream()
                        .map(row -> new Object[] {
                            run.id(),
                            row.seq(),
                            row.operation().name(),
                            row.kind(),
                            row.sourceId(),
                            row.owner(),
                            row.date(),
                            row.linkVersion(),
                            text(row.facts()),
                            Json.text(row.changes()),
                            text(row.source()),
                            row.targetId(),
                            row.label(),
                            row.note()
                        })
                        .toList());
    }

    /**
     * Marks rows that have no mark yet.
     *
     * @param condition on the columns of a row
     * @param but the number of a row that stays unmarked; null for none
     * @return how many
     */
    int mark(Run run, String condition, String mark, Long but) {
        return jdbc.update(
                "update plan_row set hold = ? where run_id = ? and hold is null and seq <> ? and " + condition,
                mark,
                run.id(),
                but == null ? -1 : but);
    }

    /**
     * Marks what has no mark yet and stands in an older plan too, under one of these marks: same record, same operation, same facts and
     * changes.
     */
    void markAsIn(Run run, long older, Set<String> marks, String mark) {
        mark(run, in(older, marks), mark, null);
    }

    /** As above, what does not stand there; how many. */
    int markNotIn(Run run, long older, Set<String> marks, String mark) {
        return mark(run, "operation <> 'WAIT' and not " + in(older, marks), mark, null);
    }

    private static String in(long older, Set<String> marks) {
        return "exists (select 1 from plan_row o where o.run_id = " + older + " and o.hold in ('"
                + String.join("', '", marks) + "')"
                + " and o.source_id = plan_row.source_id and o.kind = plan_row.kind"
                + " and o.operation = plan_row.operation and o.changes = plan_row.changes"
                + " and coalesce(o.facts, '') = coalesce(plan_row.facts, ''))";
    }

    /** Not refused by the target before: what is refused is planned anew by every run, and changes nothing. */
    static final String NOT_REFUSED = "not exists (select 1 from dead_letter d, run r where r.id = plan_row.run_id"
            + " and d.open_key = r.company || '|' || plan_row.kind || '|' || plan_row.source_id"
            + " and d.class in ('DATA', 'LOCKED') and d.sent_at is not null)";

    /** How many rows of each operation have no mark and were not refused before. */
    Map<Operation, Long> unmarked(Run run) {
        Map<Operation, Long> counts = new EnumMap<>(Operation.class);
        jdbc.query(
                "select operation, count(*) from plan_row where run_id = ? and hold is null and " + NOT_REFUSED
                        + " group by operation",
                row -> {
                    counts.put(Operation.valueOf(row.getString(1)), row.getLong(2));
                },
                run.id());
        return counts;
    }

    /** The first row that fits, of a record that is not among these. */
    Optional<PlanRow> firstOf(Run run, String condition, Set<String> but) {
        try (Stream<PlanRow> fitting = jdbc.queryForStream(
                "select * from plan_row where run_id = ? and hold is null and " + condition + " order by seq",
                ROW,
                run.id())) {
            return fitting.filter(row -> !but.contains(row.sourceId())).findFirst();
        }
    }

    /** Stores the outcome HELD for each row that does not go. */
    int held(Run run) {
        return jdbc.update(
                "insert into run_record (run_id, source_id, outcome, reason, target_id, at)"
                        + " select run_id, source_id, 'HELD', hold, target_id, cast(? as timestamp with time zone)"
                        + " from plan_row where run_id = ? and hold is not null and hold <> 'released' order by seq",
                clock.instant().atOffset(ZoneOffset.UTC),
                run.id());
    }

    void planned(Run run) {
        jdbc.update(
                "update run set planned_at = ? where id = ?", clock.instant().atOffset(ZoneOffset.UTC), run.id());
    }

    /** Rows after a number, in order; the apply half leaves out WAIT. */
    List<PlanRow> after(long run, long seq, int size) {
        return jdbc.query(
                "select * from plan_row where run_id = ? and seq > ? and operation <> 'WAIT'"
                        + " and (hold is null or hold = 'released') order by seq limit ?",
                ROW,
                run,
                seq,
                size);
    }

    /** A page of a run's plan, in order. */
    public List<PlanRow> page(long run, int page, int size) {
        return jdbc.query(
                "select * from plan_row where run_id = ? order by seq limit ? offset ?",
                ROW,
                run,
                size,
                (long) page * size);
    }

    public long count(long run) {
        return jdbc.queryForObject("select count(*) from plan_row where run_id = ?", Long.class, run);
    }

    /**
     * What the newest dry run over a kind would link, source id to target id: a dry run of the kind's children resolves against it. A record
     * that would be created has the target id {@value #PLANNED}.
     */
    Map<String, String> wouldLink(String company, String kind) {
        // What was planned under another master is written the other way round.
        Map<String, String> links = new HashMap<>();
        jdbc.query(
                "select source_id, target_id from plan_row where kind = ? and operation in ('CREATE', 'ADOPT') and run_id ="
                        + " (select max(r.id) from run r join plan_row p on p.run_id = r.id"
                        + " where r.company = ? and r.dry_run and p.kind = ? and not exists (select 1 from entity_state s"
                        + " where s.company = r.company and s.entity = p.kind and s.master_since > r.planned_at))",
                row -> {
                    String target = row.getString(2);
                    links.put(row.getString(1), target == null ? PLANNED : target);
                },
                kind,
                company,
                kind);
        return links;
    }

    private static String text(JsonNode node) {
        return node == null ? null : Json.text(node);
    }

    private static final RowMapper<PlanRow> ROW = (row, n) -> new PlanRow(
            row.getLong("seq"),
            Operation.valueOf(row.getString("operation")),
            row.getString("kind"),
            row.getString("source_id"),
            row.getString("owner_id"),
            row.getObject("record_date", LocalDate.class),
            row.getLong("link_version"),
            Json.tree(row.getString("facts")),
            Json.mapper()
                    .convertValue(Json.tree(row.getString("changes")), new TypeReference<List<PlanRow.Change>>() {}),
            Json.tree(row.getString("source")),
            row.getString("target_id"),
            row.getString("label"),
            row.getString("hold") == null ? row.getString("note") : row.getString("hold"));
}
