package dokbro.audit;

import dokbro.Dokbro;
import dokbro.audit.Audit.State;
import dokbro.audit.AuditRefused.Why;
import dokbro.company.Company;
import dokbro.failure.RecordFailure;
import dokbro.run.Entities;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Starts and ends audits. An audit takes no lease: it only reads, beside whatever runs. */
@Component
public class AuditStarts {

    private static final Logger LOG = LoggerFactory.getLogger(AuditStarts.class);

    private final Entities entities;
    private final Auditor auditor;
    private final Audits audits;
    private final Findings findings;
    private final CamelContext camel;
    private final Clock clock;
    private final Set<Long> going = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "audit");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean stopping;

    AuditStarts(Entities entities, Auditor auditor, Audits audits, Findings findings, CamelContext camel, Clock clock) {
        this.entities = entities;
        this.auditor = auditor;
        this.audits = audits;
        this.findings = findings;
        this.camel = camel;
        this.clock = clock;
    }

    /** A started audit and its end. */
    public record Started(Audit audit, CompletableFuture<Audit> end) {}

    /** Whether the entity's records can be read back from its target. */
    public boolean audited(String entity) {
        return entities.definitions(entity).stream().anyMatch(definition -> definition.targets() != null);
    }

    /** The entities that can be audited, in the order of a whole sync. */
    public List<String> audited() {
        return entities.inOrder().stream().filter(this::audited).toList();
    }

    /**
     * Opens an audit and lets it go on a thread of its own.
     *
     * @param from first day, null for the window of the entity's deep run; never before the company's start date
     * @param who asked for it, null for the clock
     * @param scheduledAt the cron time, null where there is none
     * @throws AuditRefused with the reason; an audit that is going already is named
     */
    public Started start(Company company, String entity, LocalDate from, String who, Instant scheduledAt) {
        if (stopping) {
            throw new AuditRefused(Why.STOPPING, "The service is stopping");
        }
        if (!camel.isStarted()) {
            throw new AuditRefused(Why.STARTING, "The service is starting; try again in a moment");
        }
        if (!audited(entity)) {
            throw new AuditRefused(
                    Why.NOT_AUDITED, entity + " has no audit; there are " + String.join(", ", audited()) + ".");
        }
        LocalDate first = first(company, entity, from);
        audits.interruptSilent(company.key(), entity);
        Audit audit;
        try {
            audit = audits.open(company.key(), entity, first, who, scheduledAt);
        } catch (DuplicateKeyException e) {
            Long other = audits.going(company.key(), entity).map(Audit::id).orElse(null);
            throw new AuditRefused(Why.GOING, "Audit " + other + " of " + entity + " is still going", other);
        }
        going.add(audit.id());
        CompletableFuture<Audit> end = new CompletableFuture<>();
        threads.execute(() -> {
            try {
                go(audit, company);
                end.complete(audits.find(audit.company(), audit.id()).orElseThrow());
            } catch (RuntimeException e) {
                LOG.error("Audit {} could not be closed", audit.id(), e);
                end.completeExceptionally(e);
            } finally {
                going.remove(audit.id());
            }
        });
        return new Started(audit, end);
    }

    private LocalDate first(Company company, String entity, LocalDate from) {
        LocalDate today = LocalDate.now(clock.withZone(Dokbro.OSLO));
        if (from != null && from.isAfter(today)) {
            throw new AuditRefused(Why.EMPTY_PERIOD, "from " + from + " lies ahead; today is " + today + ".");
        }
        LocalDate wanted =
                from == null ? today.minusDays(company.entities().get(entity).deepWindowDays()) : from;
        return wanted.isBefore(company.startDate()) ? company.startDate() : wanted;
    }

    private void go(Audit audit, Company company) {
        LOG.info("audit {} {}/{} begins, from {}", audit.id(), audit.company(), audit.entity(), audit.from());
        try {
            var counts = auditor.audit(audit, company, () -> stopping);
            audits.end(audit.id(), State.SUCCEEDED, counts, null);
            LOG.info("audit {} {}/{} ends: {}", audit.id(), audit.company(), audit.entity(), counts);
        } catch (Auditor.Ended ended) {
            close(audit, State.INTERRUPTED, "The service is stopping.");
        } catch (RecordFailure failure) {
            close(audit, State.FAILED, failure.getMessage());
        } catch (RuntimeException unforeseen) {
            LOG.error("audit {} {}/{} failed", audit.id(), audit.company(), audit.entity(), unforeseen);
            close(audit, State.FAILED, unforeseen.toString());
        }
    }

    /** What is known of a part says nothing of the whole, so nothing is kept of it. */
    private void close(Audit audit, State state, String why) {
        LOG.warn("audit {} {}/{} ends {}: {}", audit.id(), audit.company(), audit.entity(), state, why);
        audits.end(audit.id(), state, new AuditCounts().all(), why);
        findings.clear(audit.id());
    }

    /** No audit begins any more, and those that go end after the part they are at. */
    void stop() {
        stopping = true;
    }

    boolean idle() {
        return going.isEmpty();
    }
}
