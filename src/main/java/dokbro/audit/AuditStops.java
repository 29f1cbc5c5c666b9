package dokbro.audit;

import dokbro.run.RunSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Start and stop of the service: audits that go are ended, and those that died with the last process are marked. On PostgreSQL another node
 * may have them, so there a silent one is marked by whoever starts the next.
 */
@Component
class AuditStops implements SmartLifecycle, InitializingBean {

    private final AuditStarts starts;
    private final Audits audits;
    private final DataSource database;
    private final RunSettings settings;
    private volatile boolean running;

    AuditStops(AuditStarts starts, Audits audits, DataSource database, RunSettings settings) {
        this.starts = starts;
        this.audits = audits;
        this.database = database;
        this.settings = settings;
    }

    @Override
    public void afterPropertiesSet() throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (connection.getMetaData().getDatabaseProductName().equals("H2")) {
                audits.interruptAll();
            }
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        starts.stop();
        long until = System.nanoTime() + settings.stopWithin().toNanos();
        while (!starts.idle() && System.nanoTime() < until) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
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
