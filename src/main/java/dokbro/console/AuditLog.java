package dokbro.console;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who did what through the console; rows are only ever added. */
@Component
public class AuditLog {

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One act.
     *
     * @param company null for an act on the service
     * @param subject what it was done to, such as "work-hours, run 12"
     * @param why null where no reason is asked for
     */
    public record Entry(long id, Instant at, String who, String what, String company, String subject, String why) {}

    /**
     * Adds an act.
     *
     * @param what a code of at most 64 characters: {@code run-start}
     * @param subject cut after 256 characters
     */
    public void add(String who, String what, String company, String subject, String why) {
        jdbc.sql("insert into audit_log (at, who, what, company, subject, why)"
                        + " values (:at, :who, :what, :company, :subject, :why)")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("who", who)
                .param("what", what)
                .param("company", company)
                .param("subject", subject.substring(0, Math.min(256, subject.length())))
                .param("why", why)
                .update();
    }

    /** A page, newest first; company null for all. */
    public List<Entry> page(String company, int page, int size) {
        return jdbc.sql("select * from audit_log where (cast(:company as varchar) is null or company = :company)"
                        + " order by id desc limit :size offset :offset")
                .param("company", company)
                .param("size", size)
                .param("offset", (long) page * size)
                .query((row, n) -> new Entry(
                        row.getLong("id"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("who"),
                        row.getString("what"),
                        row.getString("company"),
                        row.getString("subject"),
                        row.getString("why")))
                .list();
    }

    public long count(String company) {
        return jdbc.sql(
                        "select count(*) from audit_log where (cast(:company as varchar) is null or company = :company)")
                .param("company", company)
                .query(Long.class)
                .single();
    }
}
