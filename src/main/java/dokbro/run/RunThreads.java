package dokbro.run;

import dokbro.api.Patience;
import dokbro.company.Company;
import dokbro.run.RunHistory.RunRow;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.DefaultExchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Lets a run go on threads of its own, and closes it whatever happened. */
@Component
class RunThreads {

    private static final Logger LOG = LoggerFactory.getLogger(RunThreads.class);

    private final RunHistory history;
    private final Sends sends;
    private final GoingRuns going;
    private final CamelContext camel;
    private final ProducerTemplate producer;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "run");
        thread.setDaemon(true);
        return thread;
    });

    RunThreads(RunHistory history, Sends sends, GoingRuns going, CamelContext camel, ProducerTemplate producer) {
        this.history = history;
        this.sends = sends;
        this.going = going;
        this.camel = camel;
        this.producer = producer;
    }

    /**
     * Lets it go.
     *
     * @param lease is given back when the run has ended; empty for a dry run
     */
    Runs.Started launch(Run run, Optional<Leases.Lease> lease) {
        Company company = run.company();
        ExecutorService pool = sends.open(company.key(), company.parallel(), run::ended);
        going.add(run);
        lease.ifPresent(held -> held.keepFor(run));
        RunRow row = history.find(company.key(), run.id()).orElseThrow();
        CompletableFuture<RunRow> end = new CompletableFuture<>();
        try {
            threads.execute(() -> {
                try {
                    Patience.until(run::ended, () -> sends.with(pool, () -> go(run)));
                } finally {
                    pool.shutdown();
                    going.remove(run);
                    close(run, lease, end);
                }
            });
        } catch (RejectedExecutionException e) {
            history.end(run.id(), RunState.INTERRUPTED, run.tally().counts(), "The service is stopping.");
            throw e;
        }
        return new Runs.Started(row, end);
    }

    /** Whoever waits for the end gets an end, also when the database cannot be reached. */
    private void close(Run run, Optional<Leases.Lease> lease, CompletableFuture<RunRow> end) {
        try {
            history.end(run.id(), RunState.FAILED, run.tally().counts(), run.endMessage());
        } catch (RuntimeException e) {
            LOG.warn("{} could not be closed; the next run of the entity marks it", run, e);
        }
        try {
            lease.ifPresent(Leases.Lease::giveBack);
        } catch (RuntimeException e) {
            LOG.warn("The lease of {} could not be given back; it ends by itself", run, e);
        }
        try {
            end.complete(history.find(run.company().key(), run.id()).orElseThrow());
        } catch (RuntimeException e) {
            end.completeExceptionally(e);
        }
    }

    private void go(Run run) {
        MDC.put("company", run.company().key());
        MDC.put("run", Long.toString(run.id()));
        try {
            deliver(run, "direct:" + run.way(), null);
        } finally {
            MDC.remove("company");
            MDC.remove("run");
        }
    }

    /** Sends a body into a route as part of this run; a failure that reached the route's end is only logged: the run knows its state. */
    void deliver(Run run, String route, Object body) {
        Exchange exchange = new DefaultExchange(camel);
        exchange.setProperty("run", run);
        exchange.getIn().setBody(body);
        producer.send(route, exchange);
        if (exchange.getException() != null) {
            LOG.warn("{}: {}", run, exchange.getException().toString());
            run.endEarly(RunState.FAILED, RunSteps.message(exchange.getException()));
        }
    }
}
