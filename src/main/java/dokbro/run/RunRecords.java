package dokbro.run;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** What became of each record of a run; unchanged ones are only counted. */
@Component
public class RunRecords {

    private static final String INSERT =
            "insert into run_record (run_id, source_id, outcome, reason, detail, target_id, at)"
                    + " values (?, ?, ?, ?, ?, ?, ?)";

    private final JdbcTemplate jdbc;
    private final Clock clock;

    RunRecords(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One record's outcome. */
    public record RunRecord(
            long id,
            long run,
            String sourceId,
            Outcome outcome,
            String reason,
            String detail,
            String targetId,
            Instant at) {}

    void outcome(Run run, Failing record, Outcome outcome, String reason, String detail) {
        outcome(run, record.sourceId(), outcome, reason, detail, null);
    }

    /** Counts the outcome and stores it: at once while applying, with its page while planning. */
    void outcome(Run run, String sourceId, Outcome outcome, String reason, String detail, String targetId) {
        run.tally().count(outcome);
        Object[] row = {
            run.id(),
            sourceId,
            outcome.name(),
            reason,
            detail,
            targetId,
            clock.instant().atOffset(ZoneOffset.UTC)
        };
        if (run.planComplete()) {
            jdbc.update(INSERT, row);
        } else {
            run.draft().outcomes().add(row);
        }
    }

    void flush(Run run) {
        if (!run.draft().outcomes().isEmpty()) {
            jdbc.batchUpdate(INSERT, run.draft().outcomes());
            run.draft().outcomes().clear();
        }
    }

    /** Whether a record has come to this outcome in any run since then. */
    boolean since(Hold hold, Outcome outcome) {
        return jdbc.queryForObject(
                        "select count(*) from run_record c join run r on r.id = c.run_id where c.source_id = ? and c.outcome = ?"
                                + " and c.at >= ? and r.company = ? and r.entity = ?",
                        Long.class,
                        hold.sourceId(),
                        outcome.name(),
                        hold.openedAt().atOffset(ZoneOffset.UTC),
                        hold.company(),
                        hold.entity())
                > 0;
    }

    /** A page of a run's records, in the order in which they came. */
    public List<RunRecord> page(long run, Outcome outcome, int page, int size) {
        return jdbc.query(
                "select * from run_record where run_id = ? and (cast(? as varchar) is null or outcome = ?) order by id limit ? offset ?",
                ROW,
                run,
                name(outcome),
                name(outcome),
                size,
                (long) page * size);
    }

    public long count(long run, Outcome outcome) {
        return jdbc.queryForObject(
                "select count(*) from run_record where run_id = ? and (cast(? as varchar) is null or outcome = ?)",
                Long.class,
                run,
                name(outcome),
                name(outcome));
    }

    private static String name(Outcome outcome) {
        return outcome == null ? null : outcome.name();
    }

    private static final RowMapper<RunRecord> ROW = (row, n) -> new RunRecord(
            row.getLong("id"),
            row.getLong("run_id"),
            row.getString("source_id"),
            Outcome.valueOf(row.getString("outcome")),
            row.getString("reason"),
            row.getString("detail"),
            row.getString("target_id"),
            row.getObject("at", OffsetDateTime.class).toInstant());
}
