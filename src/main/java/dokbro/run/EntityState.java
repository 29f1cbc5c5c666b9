package dokbro.run;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pause, and how far the last good run has read; kept in the database. */
@Component
public class EntityState {

    private final JdbcClient jdbc;
    private final Clock clock;

    EntityState(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A pause: who, when, why. */
    public record Pause(Instant at, String by, String reason) {}

    public Optional<Pause> pause(String company, String entity) {
        return jdbc.sql("select paused_at, paused_by, paused_reason from entity_state"
                        + " where company = :company and entity = :entity and paused_at is not null")
                .param("company", company)
                .param("entity", entity)
                .query((row, n) -> new Pause(
                        row.getObject(1, OffsetDateTime.class).toInstant(), row.getString(2), row.getString(3)))
                .optional();
    }

    public void pause(String company, String entity, String by, String reason) {
        ensure(company, entity);
        jdbc.sql("update entity_state set paused_at = :now, paused_by = :by, paused_reason = :reason"
                        + " where company = :company and entity = :entity")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("reason", reason)
                .param("company", company)
                .param("entity", entity)
                .update();
    }

    public void resume(String company, String entity) {
        jdbc.sql("update entity_state set paused_at = null, paused_by = null, paused_reason = null"
                        + " where company = :company and entity = :entity")
                .param("company", company)
                .param("entity", entity)
                .update();
    }

    /** When the last run began that read its whole window well. */
    public Optional<Instant> readUntil(String company, String entity) {
        return jdbc.sql("select read_until from entity_state"
                        + " where company = :company and entity = :entity and read_until is not null")
                .param("company", company)
                .param("entity", entity)
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
    }

    void readUntil(String company, String entity, Instant until) {
        ensure(company, entity);
        jdbc.sql("update entity_state set read_until = :until where company = :company and entity = :entity")
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("company", company)
                .param("entity", entity)
                .update();
    }

    private void ensure(String company, String entity) {
        jdbc.sql(
                        "insert into entity_state (company, entity) select cast(:company as varchar), cast(:entity as varchar)"
                                + " where not exists (select 1 from entity_state where company = :company and entity = :entity)")
                .param("company", company)
                .param("entity", entity)
                .update();
    }
}
