package dokbro.run;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.deadletter.DeadLetter;
import dokbro.deadletter.DeadLetters;
import dokbro.link.Link;
import dokbro.link.Links;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** The plan half: what the source says, against what the links say, gives the exact difference. Reads only. */
@Component
public class Plan {

    private final Entities entities;
    private final Links links;
    private final DeadLetters deadLetters;
    private final PlanRows rows;
    private final RunRecords records;
    private final PartComparison comparison;
    private final MissingRecords missing;

    Plan(
            Entities entities,
            Links links,
            DeadLetters deadLetters,
            PlanRows rows,
            RunRecords records,
            PartComparison comparison,
            MissingRecords missing) {
        this.entities = entities;
        this.links = links;
        this.deadLetters = deadLetters;
        this.rows = rows;
        this.records = records;
        this.comparison = comparison;
        this.missing = missing;
    }

    /** The records of a page with their links and dead letters: one query each for the whole page. */
    public List<SourceRecord> page(@Body List<JsonNode> page, @ExchangeProperty("run") Run run) {
        Source source = definition(run).source();
        List<String> owners = page.stream().map(source::owner).toList();
        Map<String, Link> pageLinks = links.ofOwners(run.company().key(), run.entity(), owners);
        Map<String, DeadLetter> pageLetters = deadLetters.ofOwners(run.company().key(), run.entity(), owners);
        run.draft().seen(owners);
        return page.stream()
                .map(record -> {
                    String owner = source.owner(record);
                    return new SourceRecord(
                            run.entity(),
                            owner,
                            record,
                            of(pageLinks, Link::owner, owner),
                            of(pageLetters, DeadLetter::owner, owner));
                })
                .toList();
    }

    private static <T> Map<String, T> of(Map<String, T> page, Function<T, String> ownerOf, String owner) {
        Map<String, T> own = new TreeMap<>();
        page.forEach((key, one) -> {
            if (ownerOf.apply(one).equals(owner)) {
                own.put(key, one);
            }
        });
        return own;
    }

    /** Compares one part with its link. What cannot go on is thrown, and ends in the dead letter channel. */
    public void compare(@Body Found found, @ExchangeProperty("run") Run run) {
        run.tally().read();
        comparison.compare(definition(run), found, run);
    }

    /** Writes the rows of this page to the plan. */
    public void store(@ExchangeProperty("run") Run run) {
        rows.write(run, run.draft().takeRows());
        records.flush(run);
    }

    /**
     * The read ended well: linked records that it should have had and did not are confirmed one by one. Deletes come last in a plan, and
     * only from a read that was not empty.
     */
    public void complete(@ExchangeProperty("run") Run run) {
        if (run.ended()) {
            return;
        }
        entities.find(run.company(), run.entity()).ifPresent(definition -> missing.plan(definition.source(), run));
        run.draft().deletesLast();
        store(run);
        rows.planned(run);
        run.planIsComplete();
    }

    private EntityDefinition<?> definition(Run run) {
        return entities.find(run.company(), run.entity()).orElseThrow();
    }
}
