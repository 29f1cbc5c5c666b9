package dokbro.run;

import dokbro.deadletter.DeadLetter;
import dokbro.deadletter.DeadLetters;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import dokbro.link.ClaimLost;
import dokbro.link.Link;
import dokbro.link.Links;
import java.time.Clock;
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

    private final Links links;
    private final Entities entities;
    private final DeadLetters deadLetters;
    private final RunSettings settings;
    private final Clock clock;

    Settlement(Links links, Entities entities, DeadLetters deadLetters, RunSettings settings, Clock clock) {
        this.links = links;
        this.entities = entities;
        this.deadLetters = deadLetters;
        this.settings = settings;
        this.clock = clock;
    }

    void settle(Run run) {
        Optional<EntityDefinition<?>> definition = entities.find(run.entity());
        if (definition.isEmpty()) {
            return;
        }
        List<Link> creates = new ArrayList<>();
        Instant old = clock.instant().minus(settings.settleAfter());
        for (Link claimed : links.claimed(run.company().key(), run.entity())) {
            if (claimed.claim().at().isAfter(old)) {
                continue;
            }
            try {
                Link mine = links.takeOver(claimed, run.id());
                if (creates(mine) && definition.get().probe() != null) {
                    creates.add(mine);
                } else {
                    links.release(mine, run.id());
                }
            } catch (ClaimLost lost) {
                LOG.info("{}: {}", run, lost.getMessage());
            }
        }
        if (!creates.isEmpty()) {
            probe(run, definition.get().probe(), creates);
        }
    }

    private static boolean creates(Link link) {
        String operation = link.claim().operation();
        return operation.equals(Operation.CREATE.name())
                || (operation.equals(Operation.REPLACE.name()) && link.claim().step() == 1);
    }

    private void probe(Run run, Probe probe, List<Link> creates) {
        Map<String, List<String>> found = probe.find(run, creates);
        for (Link link : creates) {
            List<String> targets = found.getOrDefault(link.sourceId(), List.of());
            if (targets.isEmpty()) {
                LOG.info("{}: {} {} never arrived and is planned again", run, link.entity(), link.sourceId());
                links.release(link, run.id());
            } else if (targets.size() == 1) {
                LOG.info("{}: {} {} had arrived as {}", run, link.entity(), link.sourceId(), targets.get(0));
                adopt(run, link, targets.get(0));
            } else {
                ambiguous(
                        run,
                        link,
                        new RecordFailure(
                                Reason.SEVERAL_MARKED, targets.size(), link.sourceId(), String.join(", ", targets)));
            }
        }
    }

    private void adopt(Run run, Link link, String target) {
        try {
            links.confirm(link, target, link.claim().payload(), link.label(), true);
        } catch (RecordFailure taken) {
            ambiguous(run, link, taken);
        }
    }

    private void ambiguous(Run run, Link link, RecordFailure failure) {
        deadLetters.store(new DeadLetter(
                0,
                link.company(),
                link.entity(),
                link.sourceId(),
                link.owner(),
                link.claim().date(),
                run.id(),
                failure.reason(),
                failure.arguments(),
                "settle",
                link.claim().operation(),
                null,
                null,
                link.claim().facts(),
                link.claim().payload(),
                null,
                null,
                0,
                DeadLetter.Status.OPEN,
                null,
                null,
                null,
                null,
                null,
                null));
    }
}
