package dokbro.run;

import dokbro.failure.RecordFailure;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The first and the last step of every run. */
@Component("runs")
public class RunSteps {

    private static final Logger LOG = LoggerFactory.getLogger(RunSteps.class);

    private static final String HELD =
            "Something waits for a person: see what the run is held for, then approve or reject it.";

    private final Beginning beginning;
    private final RunHistory history;
    private final RunRecords records;
    private final EntityState states;

    RunSteps(Beginning beginning, RunHistory history, RunRecords records, EntityState states) {
        this.beginning = beginning;
        this.history = history;
        this.records = records;
        this.states = states;
    }

    /** The first step of a run: who answers, the registers, and every open claim settled before anything new is planned. */
    public void begin(@ExchangeProperty("run") Run run) {
        LOG.info("{} begins: {}{}, from {}", run, run.cause(), run.dry() ? ", dry" : "", run.from());
        beginning.begin(run);
    }

    /** The last step of a run, reached whatever happened. */
    public void end(@ExchangeProperty("run") Run run, Exchange exchange) {
        RunState state = finish(run, exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
        boolean good = state == RunState.SUCCEEDED || state == RunState.PARTIAL;
        if (good && !run.dry() && !run.backfill()) {
            states.readUntil(
                    run.company().key(),
                    run.entity(),
                    history.find(run.company().key(), run.id()).orElseThrow().startedAt());
        }
    }

    /**
     * Writes the run's state and counts.
     *
     * @param thrown what may have ended it; looked at only where the run did not come to its end, since a dead-lettered record leaves its
     *     exception behind too
     */
    RunState finish(Run run, Throwable thrown) {
        records.flush(run);
        Ending ending = ending(run, thrown);
        history.end(run.id(), ending.state(), run.tally().counts(), ending.error());
        LOG.info(
                "{} ends {}: {}",
                run,
                ending.state(),
                ending.error() == null ? run.tally().counts() : ending.error());
        return ending.state();
    }

    private record Ending(RunState state, String error) {}

    private static Ending ending(Run run, Throwable thrown) {
        Tally tally = run.tally();
        if (run.endedAs() != null) {
            return new Ending(run.endedAs(), run.endMessage());
        }
        if (!run.planComplete() || (!run.dry() && !run.applyComplete())) {
            return new Ending(RunState.FAILED, message(thrown));
        }
        if (run.undone() != null) {
            return new Ending(RunState.PARTIAL, "While " + run.undone() + ": " + message(thrown));
        }
        if (!tally.addsUp()) {
            return new Ending(RunState.FAILED, "The counts do not add up: " + tally.counts());
        }
        if (run.held()) {
            return new Ending(RunState.HELD, HELD);
        }
        boolean partial = tally.of(Outcome.DEAD) + tally.of(Outcome.IN_DOUBT) + tally.of(Outcome.HELD) > 0;
        return new Ending(partial ? RunState.PARTIAL : RunState.SUCCEEDED, null);
    }

    static String message(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof RecordFailure) {
                return cause.getMessage();
            }
        }
        return thrown == null ? "The run ended before its plan was complete" : thrown.toString();
    }
}
