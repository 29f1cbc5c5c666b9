package dokbro.run;

import dokbro.company.Company;
import dokbro.company.Company.Master;
import dokbro.deadletter.DeadLetters;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import dokbro.link.Links;
import dokbro.link.Turns;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Under which master the links of master data stand. When a company's setting has changed, the first that looks at an entity turns its links
 * round (ADR 0025); until then whoever refers to one finds it as it stands.
 */
@Component
class Masters {

    private static final Logger LOG = LoggerFactory.getLogger(Masters.class);

    private final EntityState states;
    private final Links links;
    private final Turns turns;
    private final DeadLetters deadLetters;
    private final Holds holds;
    private final Settlement settlement;
    private final Leases leases;
    private final TransactionTemplate transaction;

    Masters(
            EntityState states,
            Links links,
            Turns turns,
            DeadLetters deadLetters,
            Holds holds,
            Settlement settlement,
            Leases leases,
            TransactionTemplate transaction) {
        this.states = states;
        this.links = links;
        this.turns = turns;
        this.deadLetters = deadLetters;
        this.holds = holds;
        this.settlement = settlement;
        this.leases = leases;
        this.transaction = transaction;
    }

    /** Whether the sources of a kind's links are Go's records. */
    boolean fromGo(Company company, String kind) {
        return Entities.MASTER_DATA.contains(kind) && of(company, kind) == Master.POWEROFFICE;
    }

    /** Links that were made before this was remembered were made under Go. */
    private Master of(Company company, String entity) {
        return states.master(company.key(), entity)
                .map(EntityState.Standing::master)
                .orElseGet(() -> hasLinks(company, entity) ? Master.POWEROFFICE : company.master());
    }

    /**
     * Turns the entity's links where the master has changed. Nothing is sent or read of the two systems, but what is still in doubt under the
     * former master is settled first.
     *
     * @param asOf a time before anything of the target was read
     * @throws RecordFailure MASTER_CHANGED while something of the former master is going or in doubt
     */
    void follow(Run run, Instant asOf) {
        Company company = run.company();
        String entity = run.entity();
        if (!Entities.MASTER_DATA.contains(entity)) {
            return;
        }
        Master before = of(company, entity);
        if (before == company.master()) {
            states.masterIs(company.key(), entity, before);
        } else if (run.leased()) {
            settlement.settle(run.under(company.withMaster(before)), asOf);
            turn(run);
        } else {
            Leases.Lease lease = leases.take(company.key(), entity).orElseThrow(() -> notYet(entity));
            try {
                turn(run);
            } finally {
                lease.giveBack();
            }
        }
    }

    private void turn(Run run) {
        Company company = run.company();
        String entity = run.entity();
        transaction.executeWithoutResult(status -> {
            if (of(company, entity) == company.master()) {
                return;
            }
            if (turns.claimed(company.key(), entity)) {
                throw notYet(entity);
            }
            boolean running = Entities.MASTER_DATA.stream().anyMatch(kind -> hasLinks(company, kind));
            turns.turn(company.key(), entity);
            deadLetters.closeAll(company.key(), entity, "master: " + company.master());
            holds.replaceAll(company.key(), entity);
            states.masterChanged(company.key(), entity, company.master(), running);
            LOG.info("{}: the master is {} now, the links of {} are turned", run, company.master(), entity);
        });
    }

    private boolean hasLinks(Company company, String entity) {
        return links.newest(company.key(), entity).isPresent();
    }

    private static RecordFailure notYet(String entity) {
        return new RecordFailure(Reason.MASTER_CHANGED, entity);
    }
}
