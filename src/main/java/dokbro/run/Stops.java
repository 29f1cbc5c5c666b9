package dokbro.run;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Start and stop of the service: runs that died with the last process are marked, runs that go are ended at a record. */
@Component
@EnableConfigurationProperties(RunSettings.class)
class Stops implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Stops.class);

    private final GoingRuns runs;
    private final RunSettings settings;
    private volatile boolean running;

    Stops(GoingRuns runs, RunSettings settings) {
        this.runs = runs;
        this.settings = settings;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try {
            var going = runs.stopAll();
            long until = System.nanoTime() + settings.stopWithin().toNanos();
            while (!runs.idle() && System.nanoTime() < until) {
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
            boolean all = runs.idle();
            runs.abandonAll();
            LOG.info("Stopped; {} runs were going, {}", going.size(), all ? "all ended at a record" : "not all ended");
        } catch (DataAccessException e) {
            LOG.warn("Runs could not be ended in the database: {}", e.toString());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** First to stop: Camel and the database still work then. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
