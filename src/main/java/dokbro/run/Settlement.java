package dokbro.run;

import dokbro.deadletter.DeadLetters;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import dokbro.link.ClaimLost;
import dokbro.link.Claims;
import dokbro.link.Link;
import dokbro.link.Links;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Settles the claims that earlier runs left open: a crash, a reset or a timeout after sending. Decided from what the claim stored, whatever
 * the source says now. A create is looked for in the target before anything is sent again; all else is simply planned again, since
 * repeating it does no harm.
 */
@Component
class Settlement {

    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    /** A replay cannot take longer than this with one record, whatever it waits for. */
    private static final Duration STALE = Duration.ofMinutes(15);

    private final Links links;
    private final Claims claims;
    private final Entities entities;
    private final DeadLetters deadLetters;
    private final RunSettings settings;
    private final Clock clock;

    Settlement(
            Links links, Claims claims, Entities entities, DeadLetters deadLetters, RunSettings settings, Clock clock) {
        this.links = links;
        this.claims = claims;
        this.entities = entities;
        this.deadLetters = deadLetters;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param asOf a time before anything of the target was read for this run: only claims that were old enough then are settled */
    void settle(Run run, Instant asOf) {
        Optional<EntityDefinition<?>> definition = entities.find(run.company(), run.entity());
        if (definition.isPresent()) {
            settle(run, run.entity(), definition.get().probe(), asOf);
        } else {
            // Registers: nothing was sent, the next comparison links them.
            References.KINDS.forEach(kind -> settle(run, kind, null, asOf));
        }
    }

    private void settle(Run run, String kind, Probe probe, Instant asOf) {
        List<Link> creates = new ArrayList<>();
        Instant old = asOf.minus(settings.settleAfter());
        for (Link claimed :
                links.claimed(run.company().key(), kind, clock.instant().minus(STALE))) {
            if (claimed.claim().at().isAfter(old)) {
                continue;
            }
            try {
                Link mine = claims.takeOver(claimed, run.id());
                if (creates(mine) && probe != null) {
                    creates.add(mine);
                } else if (creates(mine) || mine.targetId() == null) {
                    release(run, mine);
                } else {
                    claims.doubt(mine, run.id());
                    remember(run, mine);
                }
            } catch (ClaimLost lost) {
                LOG.info("{}: {}", run, lost.getMessage());
            }
        }
        if (!creates.isEmpty()) {
            probe(run, probe, creates);
        }
    }

    private void release(Run run, Link link) {
        claims.release(link, run.id());
        remember(run, link);
    }

    /** So that a run whose window does not hold the record looks at it all the same. */
    private void remember(Run run, Link link) {
        if (entities.find(run.company(), link.entity()).isPresent()) {
            letter(
                    run,
                    link,
                    new RecordFailure(
                            Reason.IN_DOUBT, "the target", "run " + link.claim().run() + " did not come to its end"));
        }
    }

    private static boolean creates(Link link) {
        String operation = link.claim().operation();
        return operation.equals(Operation.CREATE.name())
                || deletesBeside(link)
                || (operation.equals(Operation.REPLACE.name()) && link.claim().step() > 0);
    }

    /** A delete that sends a record, to stand beside one that the target does not let go of. */
    private static boolean deletesBeside(Link link) {
        return link.claim().operation().equals(Operation.DELETE.name())
                && link.claim().payload() != null;
    }

    private void probe(Run run, Probe probe, List<Link> creates) {
        Map<String, DoubtfulCreates.Verdict> verdicts =
                DoubtfulCreates.judged(creates.stream().map(Link::sourceId).toList(), probe.find(run, creates));
        for (Link link : creates) {
            DoubtfulCreates.Verdict verdict = verdicts.get(link.sourceId());
            if (verdict instanceof DoubtfulCreates.Arrived arrived) {
                LOG.info("{}: {} {} had arrived as {}", run, link.entity(), link.sourceId(), arrived.target());
                adopt(run, link, arrived.target());
            } else if (verdict instanceof DoubtfulCreates.Several several) {
                letter(run, link, probe.several(link, several.targets()));
            } else {
                LOG.info("{}: {} {} never arrived and is planned again", run, link.entity(), link.sourceId());
                release(run, link);
            }
        }
    }

    private void adopt(Run run, Link link, String target) {
        try {
            String stands = deletesBeside(link) ? null : target;
            claims.confirm(link, stands, link.claim().payload(), link.label(), true);
        } catch (RecordFailure taken) {
            letter(run, link, taken);
        }
    }

    private void letter(Run run, Link link, RecordFailure failure) {
        deadLetters.store(
                LinkLetter.of(run, link, failure, "settle", link.claim().operation(), null));
    }
}
