package dokbro.audit;

import dokbro.company.Companies;
import dokbro.company.Company;
import dokbro.company.Company.EntitySettings;
import dokbro.run.EntityState;
import dokbro.run.RunSettings;
import dokbro.run.TimerRoutes;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.apache.camel.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** One timer route for each company and entity that is audited at night. */
@Component("auditTimers")
public class AuditTimers {

    private static final Logger LOG = LoggerFactory.getLogger(AuditTimers.class);

    private final Companies companies;
    private final EntityState states;
    private final AuditStarts audits;
    private final RunSettings settings;
    private final TimerRoutes routes;

    AuditTimers(Companies companies, EntityState states, AuditStarts audits, RunSettings settings, TimerRoutes routes) {
        this.companies = companies;
        this.states = states;
        this.audits = audits;
        this.settings = settings;
        this.routes = routes;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (settings.timers()) {
            companies.all().forEach(this::set);
            companies.onChange(change -> {
                change.removed()
                        .forEach(company -> audits.audited().forEach(entity -> set(company.key(), entity, null)));
                change.added().forEach(this::set);
                change.changed().forEach(this::set);
            });
        }
    }

    void set(Company company) {
        for (String entity : audits.audited()) {
            EntitySettings of = company.entities().get(entity);
            set(company.key(), entity, of != null && of.enabled() ? of.auditCron() : null);
        }
    }

    private void set(String company, String entity, String cron) {
        routes.set("audit-timer", company + "-" + entity, cron, Map.of("company", company, "entity", entity));
    }

    /** Starts an audit, unless the entity is paused; one that cannot start is left to the next night. */
    public void fire(String entity, String company, @Header("scheduledFireTime") Date scheduled) {
        if (states.pause(company, entity).isPresent()) {
            LOG.info("{}/{} is not audited: it is paused", company, entity);
            return;
        }
        Instant at = scheduled == null ? null : scheduled.toInstant();
        companies.find(company).ifPresent(found -> {
            try {
                audits.start(found, entity, null, null, at);
            } catch (AuditRefused refused) {
                LOG.info("{}/{} is not audited: {}", company, entity, refused.getMessage());
            }
        });
    }
}
