package dokbro.run;

import dokbro.company.Companies;
import dokbro.company.Company;
import dokbro.company.Company.EntitySettings;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * One timer route for each company and enabled entity, made from the entity's {@code routeTemplate} and made anew when the company's
 * settings change. A timer only hands over: Quartz has ten threads for all companies.
 */
@Component("timers")
public class Timers {

    private static final Logger LOG = LoggerFactory.getLogger(Timers.class);

    private final Companies companies;
    private final Entities entities;
    private final Runs runs;
    private final DeepStarts deep;
    private final RunSettings settings;
    private final TimerRoutes routes;

    Timers(
            Companies companies,
            Entities entities,
            Runs runs,
            DeepStarts deep,
            RunSettings settings,
            TimerRoutes routes) {
        this.deep = deep;
        this.companies = companies;
        this.entities = entities;
        this.runs = runs;
        this.settings = settings;
        this.routes = routes;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (settings.timers()) {
            companies.all().forEach(this::set);
            companies.onChange(change -> {
                change.removed().forEach(company -> remove(company.key()));
                change.added().forEach(this::set);
                change.changed().forEach(this::set);
            });
        }
    }

    private synchronized void set(Company company) {
        for (String entity : entities.inOrder()) {
            EntitySettings entitySettings = company.entities().get(entity);
            boolean enabled = entitySettings != null && entitySettings.enabled();
            set(company.key(), entity, Cause.CRON, enabled ? entitySettings.cron() : null);
            set(company.key(), entity, Cause.DEEP, enabled ? entitySettings.deepCron() : null);
        }
    }

    private synchronized void remove(String company) {
        for (String entity : entities.inOrder()) {
            set(company, entity, Cause.CRON, null);
            set(company, entity, Cause.DEEP, null);
        }
    }

    private void set(String company, String entity, Cause cause, String cron) {
        String kind = cause.name().toLowerCase(Locale.ROOT);
        routes.set(entity + "-timer", company + "-" + kind, cron, Map.of("company", company, "cause", kind));
    }

    /** Hands a cron time over to a run; one that cannot start is remembered as SKIPPED, a deep one waits for the run that is going. */
    public void fire(String entity, String company, String cause, @Header("scheduledFireTime") Date scheduled) {
        Instant at = scheduled == null ? null : scheduled.toInstant();
        Runs.Start start = new Runs.Start(Cause.valueOf(cause.toUpperCase(Locale.ROOT)), false, null, null, at, null);
        try {
            runs.start(company, entity, start);
        } catch (RunRefused refused) {
            LOG.info("{}/{} does not run: {}", company, entity, refused.getMessage());
            boolean going = refused.why() == RunRefused.Why.GOING;
            if (going && runs.hasRun(company, entity, start)) {
                return;
            }
            if (going && start.cause() == Cause.DEEP) {
                deep.later(company, entity, start);
            } else if (going || refused.why() == RunRefused.Why.PAUSED) {
                companies
                        .find(company)
                        .ifPresent(settingsOf -> runs.skipped(settingsOf, entity, start, refused.getMessage()));
            }
        }
    }
}
