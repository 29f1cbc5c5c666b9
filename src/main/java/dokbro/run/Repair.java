package dokbro.run;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.api.ApiCall;
import dokbro.api.Reader;
import dokbro.company.Company;
import dokbro.deadletter.DeadLetters;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import dokbro.link.ClaimLost;
import dokbro.link.Link;
import dokbro.link.Links;
import dokbro.link.Restorations;
import dokbro.run.RunHistory.RunRow;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Puts one record right in the target after an audit. The record goes the way of a replay: read anew from the source, claimed, sent; so what
 * the source has changed meanwhile wins. Each repair is a run of cause REPLAY with one outcome.
 */
@Component
public class Repair {

    private final Entities entities;
    private final Links links;
    private final Restorations restorations;
    private final DeadLetters deadLetters;
    private final Beginning beginning;
    private final Replay replay;
    private final RunRecords records;
    private final Reader reader;
    private final Runs runs;

    Repair(
            Entities entities,
            Links links,
            Restorations restorations,
            DeadLetters deadLetters,
            Beginning beginning,
            Replay replay,
            RunRecords records,
            Reader reader,
            Runs runs) {
        this.entities = entities;
        this.links = links;
        this.restorations = restorations;
        this.deadLetters = deadLetters;
        this.beginning = beginning;
        this.replay = replay;
        this.records = records;
        this.reader = reader;
        this.runs = runs;
    }

    /**
     * Makes a record anew that the target has no more: the next generation of the same link.
     *
     * @param link as it was looked at
     * @throws ClaimLost when the link has changed since, or is claimed
     * @throws RunRefused when the entity is paused or not enabled
     */
    public RunRow make(Company company, Link link, String who) {
        return again(company, link, who, () -> restorations.makeAnew(link));
    }

    /**
     * Puts back what was sent: in place where the target can, else by a replacement.
     *
     * @param members of the target's record
     * @throws ClaimLost as {@link #make}
     * @throws RunRefused as {@link #make}
     */
    public RunRow restore(Company company, Link link, Set<String> members, String who) {
        RunRow run = again(company, link, who, () -> restorations.ask(link, members));
        // A record that waits for its dead letter keeps the wish; one that is not sent at all does not.
        boolean dead = run.counts().getOrDefault("dead", 0L) > 0;
        if (!dead) {
            find(link).ifPresent(restorations::takeBack);
        }
        return run;
    }

    /** The source is read before anything is changed; what died between the two is not forgotten. */
    private RunRow again(Company company, Link link, String who, Runnable first) {
        EntityDefinition<?> definition = entities.find(company, link.entity()).orElseThrow();
        return run(company, link.entity(), who, run -> {
            beginning.beginReplay(run);
            List<JsonNode> records = definition.source().one(run, link.owner());
            first.run();
            remember(run, link);
            replay.again(run, definition, records, link.sourceId());
        });
    }

    private void remember(Run run, Link link) {
        RecordFailure failure = new RecordFailure(
                Reason.IN_DOUBT, "the target", "the repair, run " + run.id() + ", did not come to its end");
        deadLetters.store(LinkLetter.of(run, link, failure, "repair", null, null));
    }

    /**
     * Takes away a record that belongs to no link. The caller has made sure of that.
     *
     * @param sourceId that the record's mark names
     * @throws RunRefused when the entity is paused or not enabled
     */
    public RunRow takeAway(Company company, String entity, String sourceId, String targetId, String who) {
        return run(company, entity, who, run -> {
            ApiCall call = entities.find(company, entity)
                    .orElseThrow()
                    .targets()
                    .takeAway(run, targetId)
                    .orElseThrow();
            Optional<?> answer = reader.find("direct:audit-take-away", call);
            run.tally().read();
            records.outcome(run, sourceId, Outcome.DELETED, answer.isPresent() ? null : "gone", null, targetId);
            run.planIsComplete();
            run.applyIsComplete();
        });
    }

    private RunRow run(Company company, String entity, String who, Consumer<Run> work) {
        AtomicReference<ClaimLost> lost = new AtomicReference<>();
        RunRow row = runs.replay(company, entity, who, run -> {
            if (run.dry()) {
                throw new IllegalStateException("A company in review sends nothing");
            }
            try {
                work.accept(run);
            } catch (ClaimLost changed) {
                lost.set(changed);
                throw changed;
            }
        });
        if (lost.get() != null) {
            throw lost.get();
        }
        return row;
    }

    private Optional<Link> find(Link link) {
        return links.find(link.company(), link.entity(), link.sourceId());
    }
}
