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

    /** What the names of the leases of nodes begin with. */
    static final String PRESENCE = "node/";

    /** A stop that was asked for on another node is seen within this time, and so is a lease that was lost. */
    private static final Duration BEAT = Duration.ofSeconds(5);

    private final JdbcTemplateLockProvider provider;
    private final ScheduledExecutorService keepAlive = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "lease-keep-alive");
        thread.setDaemon(true);
        return thread;
    });
    private final Duration lease;
    private final StopOrders orders;
    private final Clock clock;

    Leases(JdbcTemplate jdbc, RunSettings settings, Node node, StopOrders orders, Clock clock) {
        this.provider = new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
                .withJdbcTemplate(jdbc)
                .withTableName("shedlock")
                .withLockedByValue(node.name())
                .usingDbTime()
                .build());
        this.lease = settings.lease();
        this.orders = orders;
        this.clock = clock;
    }

    /** Empty when another run holds the lease. */
    Optional<Lease> take(String company, String entity) {
        return lock(company + "/" + entity);
    }

    /** The lease by which a node says that it lives. */
    Optional<Lease> present(Node node) {
        return lock(PRESENCE + node.name());
    }

    private Optional<Lease> lock(String name) {
        var configuration = new LockConfiguration(clock.instant(), name, lease, Duration.ZERO);
        return provider.lock(configuration).map(held -> new Lease(held, configuration));
    }

    /** A lease that is held. */
    final class Lease {
        private final AtomicReference<SimpleLock> lock;
        private final LockConfiguration configuration;
        private ScheduledFuture<?> beat;

        private Lease(SimpleLock lock, LockConfiguration configuration) {
            this.lock = new AtomicReference<>(lock);
            this.configuration = configuration;
        }

        /** Keeps the lease for this run until it is given back; the run ends itself when the lease is lost. */
        synchronized void keepFor(Run run) {
            run.leaseFor(lease);
            beat(() -> extend(run));
        }

        /** Keeps the lease until it is given back; takes it anew when it was lost. */
        synchronized void keep() {
            beat(this::extend);
        }

        private void beat(Runnable extension) {
            long period = Math.min(lease.toMillis() / 3, BEAT.toMillis());
            beat = keepAlive.scheduleAtFixedRate(extension, period, period, TimeUnit.MILLISECONDS);
        }

        private synchronized void extend() {
            try {
                SimpleLock held = lock.get();
                if (held != null) {
                    lock.set(held.extend(lease, Duration.ZERO)
                            .or(() -> provider.lock(configuration))
                            .orElse(held));
                }
            } catch (RuntimeException e) {
                LOG.warn("{} could not be extended: {}", configuration.getName(), e.toString());
            }
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
                    orders.obey(run);
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
