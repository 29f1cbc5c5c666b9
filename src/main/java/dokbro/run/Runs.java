package dokbro.run;

import dokbro.Dokbro;
import dokbro.company.Companies;
import dokbro.company.Company;
import dokbro.company.PayThrough;
import dokbro.run.RunHistory.RunRow;
import dokbro.run.RunRefused.Why;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Starts and ends runs. Whoever starts one (timer, person, replay) comes through here, into the same routes. */
@Component("runStarts")
public class Runs {

    private static final Logger LOG = LoggerFactory.getLogger(Runs.class);

    private final Companies companies;
    private final PayThrough payThrough;
    private final Entities entities;
    private final EntityState states;
    private final RunHistory history;
    private final Holds holds;
    private final Leases leases;
    private final RunSteps steps;
    private final GoingRuns going;
    private final CamelContext camel;
    private final RunThreads threads;
    private final Clock clock;

    Runs(
            Companies companies,
            PayThrough payThrough,
            Entities entities,
            EntityState states,
            RunHistory history,
            Holds holds,
            Leases leases,
            RunSteps steps,
            GoingRuns going,
            CamelContext camel,
            RunThreads threads,
            Clock clock) {
        this.companies = companies;
        this.payThrough = payThrough;
        this.entities = entities;
        this.states = states;
        this.history = history;
        this.holds = holds;
        this.leases = leases;
        this.steps = steps;
        this.going = going;
        this.camel = camel;
        this.threads = threads;
        this.clock = clock;
    }

    /**
     * What is wanted of a run.
     *
     * @param from first day, null for the entity's window; never before the company's start date
     * @param to last day, null for open
     * @param scheduledAt the cron time, null where there is none
     * @param approval null for none
     */
    public record Start(
            Cause cause,
            boolean dryRun,
            LocalDate from,
            LocalDate to,
            Instant scheduledAt,
            String requestedBy,
            Approval approval) {

        public Start(
                Cause cause, boolean dryRun, LocalDate from, LocalDate to, Instant scheduledAt, String requestedBy) {
            this(cause, dryRun, from, to, scheduledAt, requestedBy, null);
        }
    }

    /** A person's yes to a HELD run. */
    public record Approval(long run, String note) {}

    /** A started run and its end. */
    public record Started(RunRow run, CompletableFuture<RunRow> end) {}

    /**
     * Opens a run and lets it go on threads of its own.
     *
     * @throws RunRefused with the reason; a run that is going already is named
     */
    public Started start(String companyKey, String entity, Start start) {
        Company company = companies
                .find(companyKey)
                .orElseThrow(() -> new RunRefused(Why.UNKNOWN_COMPANY, "There is no company " + companyKey, null));
        checkEntity(company, entity, start.cause());
        boolean dry = start.dryRun() || company.state() == Company.State.REVIEW;
        Optional<Leases.Lease> lease = dry ? Optional.empty() : Optional.of(lease(company, entity, start));
        try {
            LocalDate from = from(company, entity, start);
            if (start.to() != null && start.to().isBefore(from)) {
                throw new RunRefused(
                        Why.EMPTY_PERIOD, "The period ends on " + start.to() + ", before its first day " + from, null);
            }
            approved(companyKey, start);
            history.interruptDead();
            long id = history.insert(companyKey, entity, start, dry, from, company.revision(), RunState.RUNNING, null);
            if (!dry) {
                history.interruptOlder(companyKey, entity, id);
            }
            if (start.approval() != null) {
                holds.followedBy(companyKey, start.approval().run(), id);
            }
            boolean backfill = start.from() != null || start.to() != null;
            Long approves = start.approval() == null ? null : start.approval().run();
            return threads.launch(
                    new Run(
                            id,
                            payThrough.in(company),
                            entity,
                            start.cause(),
                            dry,
                            backfill,
                            from,
                            start.to(),
                            approves),
                    lease);
        } catch (DuplicateKeyException e) {
            lease.ifPresent(Leases.Lease::giveBack);
            throw new RunRefused(Why.GOING, "Another node has run this scheduled time", null);
        } catch (RuntimeException e) {
            lease.ifPresent(Leases.Lease::giveBack);
            throw e;
        }
    }

    /**
     * Goes on where a HELD run stopped: reads anew, and lets go what that plan held and the source still says.
     *
     * @throws RunRefused DECIDED when nothing of it is open any more; else as {@link #start}
     */
    public Started approve(RunRow held, String who, String note) {
        Cause cause = held.cause() == Cause.RECOMPUTE ? Cause.RECOMPUTE : Cause.APPROVAL;
        return start(
                held.company(),
                held.entity(),
                new Start(cause, false, held.from(), held.to(), null, who, new Approval(held.id(), note)));
    }

    /** What a run was held for stays held, until it changes or somebody approves it after all. */
    public void reject(RunRow held, String who, String note) {
        decide(held.company(), held.id(), Hold.State.REJECTED, who, note);
    }

    private void approved(String company, Start start) {
        if (start.approval() != null) {
            decide(
                    company,
                    start.approval().run(),
                    Hold.State.APPROVED,
                    start.requestedBy(),
                    start.approval().note());
        }
    }

    private void decide(String company, long run, Hold.State how, String who, String note) {
        if (!holds.decide(company, run, how, who, note)) {
            throw new RunRefused(
                    Why.DECIDED,
                    "Run " + run + " is not held, was decided already, or a later run is held instead",
                    null);
        }
    }

    private void checkEntity(Company company, String entity, Cause cause) {
        if (going.stopping()) {
            throw new RunRefused(Why.STOPPING, "The service is stopping", null);
        }
        if (!camel.isStarted()) {
            throw new RunRefused(Why.STARTING, "The service is starting; try again in a moment", null);
        }
        if (cause == Cause.RECOMPUTE && entity.equals(Entities.REFERENCE_DATA)) {
            throw new RunRefused(
                    Why.NOT_RECOMPUTABLE, entity + " only links; every run of it looks at all of it", null);
        }
        if (!entities.known(entity)) {
            throw new RunRefused(Why.UNKNOWN_ENTITY, "There is no entity " + entity, null);
        }
        Company.EntitySettings settings = company.entities().get(entity);
        if (settings == null || !settings.enabled()) {
            throw new RunRefused(Why.NOT_ENABLED, entity + " is not enabled for " + company.key(), null);
        }
        states.pause(company.key(), entity).ifPresent(pause -> {
            throw new RunRefused(Why.PAUSED, entity + " is paused by " + pause.by() + ": " + pause.reason(), null);
        });
    }

    private Leases.Lease lease(Company company, String entity, Start start) {
        return leases.take(company.key(), entity).orElseThrow(() -> {
            Long going = history.going(company.key(), entity).orElse(null);
            return new RunRefused(Why.GOING, "Run " + going + " of " + entity + " is still going", going);
        });
    }

    private LocalDate from(Company company, String entity, Start start) {
        Company.EntitySettings settings = company.entities().get(entity);
        int days = start.cause() == Cause.DEEP ? settings.deepWindowDays() : settings.windowDays();
        LocalDate from = start.from() != null
                ? start.from()
                : LocalDate.now(clock.withZone(Dokbro.OSLO)).minusDays(days);
        return from.isBefore(company.startDate()) ? company.startDate() : from;
    }

    /** A cron time that found its entity running or paused: remembered as SKIPPED. */
    void skipped(Company company, String entity, Start start, String why) {
        try {
            Start untimed =
                    new Start(start.cause(), start.dryRun(), start.from(), start.to(), null, start.requestedBy());
            history.insert(
                    company.key(), entity, untimed, start.dryRun(), null, company.revision(), RunState.SKIPPED, why);
        } catch (DuplicateKeyException e) {
            LOG.debug("{}/{} at {} has its run on another node", company.key(), entity, start.scheduledAt());
        }
    }

    /** Whether this scheduled time has its run, on whatever node. */
    boolean hasRun(String company, String entity, Start start) {
        return start.scheduledAt() != null && history.has(company, entity, start.cause(), start.scheduledAt());
    }

    /**
     * Ends a run at its next record, on whatever node it goes; false when it has ended. A dry run or a replay can only be ended on its own node.
     *
     * @param as for a run on this node; on another one it is STOPPED
     */
    public boolean stop(long id, RunState as, String why) {
        return going.stop(id, as, why);
    }

    /** The live counts of a run on this node. */
    public Optional<Map<String, Long>> liveCounts(long id) {
        return going.find(id).map(run -> run.tally().counts());
    }

    /**
     * Takes one record through its entity's way outside any run over the whole entity; the claim decides who sends. The row in the history has
     * the cause REPLAY.
     *
     * @param work does the work in the run's threads
     * @throws RunRefused when the entity is paused or not enabled
     */
    RunRow replay(Company company, String entity, String who, java.util.function.Consumer<Run> work) {
        checkEntity(company, entity, Cause.REPLAY);
        boolean dry = company.state() == Company.State.REVIEW;
        Start start = new Start(Cause.REPLAY, dry, null, null, null, who);
        history.interruptDead();
        long id = history.insert(
                company.key(), entity, start, dry, company.startDate(), company.revision(), RunState.RUNNING, null);
        Run run = new Run(id, payThrough.in(company), entity, Cause.REPLAY, dry, true, company.startDate(), null, null);
        going.add(run);
        try {
            work.accept(run);
        } catch (RuntimeException e) {
            run.endEarly(RunState.FAILED, RunSteps.message(e));
        } finally {
            steps.finish(run, null);
            going.remove(run);
        }
        return history.find(company.key(), id).orElseThrow();
    }
}
