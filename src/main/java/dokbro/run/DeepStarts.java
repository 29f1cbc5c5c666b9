package dokbro.run;

import dokbro.company.Companies;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Deep runs whose time came while an ordinary run of the entity was going: they start when it has ended. An ordinary run can be left out, the
 * next one reads the same; a deep one comes once a night.
 */
@Component
class DeepStarts implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DeepStarts.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration AT_MOST = Duration.ofHours(2);

    private final Runs runs;
    private final Companies companies;
    private final Clock clock;
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "deep-starts");
        thread.setDaemon(true);
        return thread;
    });

    DeepStarts(Runs runs, Companies companies, Clock clock) {
        this.runs = runs;
        this.companies = companies;
        this.clock = clock;
    }

    /** Starts it as soon as the entity is free, on this node or another one; SKIPPED when that takes two hours. */
    void later(String company, String entity, Runs.Start start) {
        later(company, entity, start, clock.instant().plus(AT_MOST));
    }

    private void later(String company, String entity, Runs.Start start, Instant until) {
        later.schedule(() -> attempt(company, entity, start, until), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void attempt(String company, String entity, Runs.Start start, Instant until) {
        try {
            runs.start(company, entity, start);
        } catch (RunRefused refused) {
            boolean going = refused.why() == RunRefused.Why.GOING;
            if (going && clock.instant().isBefore(until)) {
                if (!runs.hasRun(company, entity, start)) {
                    later(company, entity, start, until);
                }
            } else if (going || refused.why() == RunRefused.Why.PAUSED) {
                companies.find(company).ifPresent(one -> runs.skipped(one, entity, start, refused.getMessage()));
            }
        } catch (DataAccessException e) {
            LOG.warn("The deep run of {}/{} could not be started yet: {}", company, entity, e.toString());
            later(company, entity, start, until);
        }
    }

    @Override
    public void destroy() {
        later.shutdownNow();
    }
}
