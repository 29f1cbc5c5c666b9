package dokbro.run;

import dokbro.company.Company;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pause, how far the last good run has read, and the master of master data; kept in the database. */
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

    /**
     * Under which master an entity's links stand.
     *
     * @param since when they were turned; null where the master has never changed
     * @param changed whether there was anything to turn then: a person sees the first plan after it
     */
    record Standing(Company.Master master, Instant since, boolean changed) {}

    /** Empty where no run has looked at the entity yet. */
    Optional<Standing> master(String company, String entity) {
        return jdbc.sql("select master, master_since, master_changed from entity_state"
                        + " where company = :company and entity = :entity and master is not null")
                .param("company", company)
                .param("entity", entity)
                .query((row, n) -> {
                    OffsetDateTime since = row.getObject(2, OffsetDateTime.class);
                    return new Standing(
                            Company.Master.valueOf(row.getString(1)),
                            since == null ? null : since.toInstant(),
                            row.getBoolean(3));
                })
                .optional();
    }

    /** Remembers it where nothing is remembered yet. */
    void masterIs(String company, String entity, Company.Master master) {
        ensure(company, entity);
        jdbc.sql("update entity_state set master = :master"
                        + " where company = :company and entity = :entity and master is null")
                .param("master", master.name())
                .param("company", company)
                .param("entity", entity)
                .update();
    }

    void masterChanged(String company, String entity, Company.Master master, boolean changed) {
        ensure(company, entity);
        jdbc.sql("update entity_state set master = :master, master_since = :now, master_changed = :changed"
                        + " where company = :company and entity = :entity")
                .param("master", master.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("changed", changed)
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
