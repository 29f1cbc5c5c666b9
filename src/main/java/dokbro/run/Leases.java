package dokbro.run;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.SimpleLock;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The lease of (company, entity): one run at a time on all nodes, kept alive while the run goes. */
@Component
class Leases implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);

    private final JdbcTemplateLockProvider provider;
    private final ScheduledExecutorService keepAlive = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "lease-keep-alive");
        thread.setDaemon(true);
        return thread;
    });
    private final Duration lease;
    private final Clock clock;

    Leases(JdbcTemplate jdbc, RunSettings settings, Node node, Clock clock) {
        this.provider = new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
                .withJdbcTemplate(jdbc)
                .withTableName("shedlock")
                .withLockedByValue(node.name())
                .usingDbTime()
                .build());
        this.lease = settings.lease();
        this.clock = clock;
    }

    /** Empty when another run holds the lease. */
    Optional<Lease> take(String company, String entity) {
        var name = new LockConfiguration(clock.instant(), company + "/" + entity, lease, Duration.ZERO);
        return provider.lock(name).map(Lease::new);
    }

    /** A lease that is held. */
    final class Lease {
        private final AtomicReference<SimpleLock> lock;
        private ScheduledFuture<?> beat;

        private Lease(SimpleLock lock) {
            this.lock = new AtomicReference<>(lock);
        }

        /** Keeps the lease for this run until it is given back; the run ends itself when the lease is lost. */
        synchronized void keepFor(Run run) {
            run.leaseFor(lease);
            long period = lease.toMillis() / 3;
            beat = keepAlive.scheduleAtFixedRate(() -> extend(run), period, period, TimeUnit.MILLISECONDS);
        }

        private synchronized void extend(Run run) {
            try {
                SimpleLock held = lock.get();
                if (held == null) {
                    return;
                }
                Optional<SimpleLock> extended = held.extend(lease, Duration.ZERO);
                if (extended.isPresent()) {
                    lock.set(extended.get());
                    run.leaseFor(lease);
                } else {
                    lock.set(null);
                    run.endEarly(RunState.INTERRUPTED, "The lease was lost; another node has taken over.");
                }
            } catch (RuntimeException e) {
                LOG.warn("The lease of {} could not be extended: {}", run, e.toString());
            }
        }

        synchronized void giveBack() {
            if (beat != null) {
                beat.cancel(false);
            }
            SimpleLock held = lock.getAndSet(null);
            if (held != null) {
                held.unlock();
            }
        }
    }

    @Override
    public void destroy() {
        keepAlive.shutdownNow();
    }
}
