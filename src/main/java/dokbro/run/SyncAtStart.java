package dokbro.run;

import dokbro.company.Companies;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** With {@code dokbro.sync-at-start} every company is synced as soon as the service is up, whatever its crons say. */
@Component
@ConditionalOnProperty("dokbro.sync-at-start")
class SyncAtStart {

    private final Companies companies;
    private final WholeSync sync;

    SyncAtStart(Companies companies, WholeSync sync) {
        this.companies = companies;
        this.sync = sync;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Runs.Start start = new Runs.Start(Cause.START, false, null, null, null, null);
        companies.all().forEach(company -> sync.start(company.key(), start));
    }
}
