package dokbro.audit;

import com.fasterxml.jackson.core.type.TypeReference;
import dokbro.Json;
import dokbro.audit.Finding.Difference;
import dokbro.audit.Finding.Kind;
import dokbro.audit.Finding.Repaired;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** The table of what audits found. */
@Component
public class Findings {

    private static final String INSERT =
            "insert into audit_row (audit_id, kind, source_id, target_id, link_version, record_date, employee, project,"
                    + " quantity, comment, differences) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String OF_AUDIT = " where audit_id = ? and (cast(? as varchar) is null or kind = ?)";

    private final JdbcTemplate jdbc;

    Findings(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds what was found; the ids given are not used. */
    void add(List<Finding> found) {
        jdbc.batchUpdate(
                INSERT,
                found.stream()
                        .map(row -> new Object[] {
                            row.audit(),
                            row.kind().name(),
                            row.sourceId(),
                            row.targetId(),
                            row.linkVersion(),
                            row.date(),
                            row.employee(),
                            row.project(),
                            row.quantity(),
                            row.comment(),
                            Json.text(row.differences())
                        })
                        .toList());
    }

    /** Forgets what an audit found that did not come to its end. */
    void clear(long audit) {
        jdbc.update("delete from audit_row where audit_id = ?", audit);
    }

    void repair(long id, Repaired repair) {
        jdbc.update(
                "update audit_row set repaired = ?, repair_by = ?, repair_at = ?, repair_note = ?, repair_run = ?, result = ?"
                        + " where id = ?",
                repair.done(),
                repair.by(),
                Audits.utc(repair.at()),
                repair.note(),
                repair.run(),
                repair.result(),
                id);
    }

    public Optional<Finding> find(long audit, long id) {
        return jdbc.query("select * from audit_row where id = ? and audit_id = ?", ROW, id, audit).stream()
                .findFirst();
    }

    /** A page, in the order in which it was found; kind null for all. */
    public List<Finding> page(long audit, Kind kind, int page, int size) {
        return jdbc.query(
                "select * from audit_row" + OF_AUDIT + " order by id limit ? offset ?",
                ROW,
                audit,
                name(kind),
                name(kind),
                size,
                (long) page * size);
    }

    public long count(long audit, Kind kind) {
        return jdbc.queryForObject(
                "select count(*) from audit_row" + OF_AUDIT, Long.class, audit, name(kind), name(kind));
    }

    private static String name(Kind kind) {
        return kind == null ? null : kind.name();
    }

    private static final RowMapper<Finding> ROW = (row, n) -> {
        String by = row.getString("repair_by");
        return new Finding(
                row.getLong("id"),
                row.getLong("audit_id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("source_id"),
                row.getString("target_id"),
                row.getObject("link_version", Long.class),
                row.getObject("record_date", LocalDate.class),
                row.getString("employee"),
                row.getString("project"),
                row.getBigDecimal("quantity"),
                row.getString("comment"),
                Json.mapper()
                        .convertValue(
                                Json.tree(row.getString("differences")), new TypeReference<List<Difference>>() {}),
                by == null
                        ? null
                        : new Repaired(
                                row.getBoolean("repaired"),
                                by,
                                Audits.instant(row.getObject("repair_at", OffsetDateTime.class)),
                                row.getString("repair_note"),
                                row.getObject("repair_run", Long.class),
                                row.getString("result")));
    };
}
