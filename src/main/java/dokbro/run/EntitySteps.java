package dokbro.run;

import dokbro.entity.Entity;
import dokbro.entity.Part;
import dokbro.link.Link;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;

/** The steps {@code facts} and {@code map} of one entity's route; the work is done by the entity's pure functions. */
public final class EntitySteps<F> {

    private final Entity<F> entity;

    public EntitySteps(Entity<F> entity) {
        this.entity = entity;
    }

    /** A source record's parts, each with its link; a linked part that the record no longer has comes last, without facts. */
    public List<Found> facts(@Body SourceRecord record, @ExchangeProperty("run") Run run) {
        List<Found> found = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (Part<F> read : entity.parts(record.source(), run.company(), run.catalogue())) {
            keys.add(read.key());
            Link link = record.links().get(read.key());
            Part<F> part = Mapping.keeping(entity, read, link);
            found.add(new Found(
                    record,
                    part,
                    link == null ? Link.none(run.company().key(), record.kind(), part.key(), record.owner()) : link,
                    record.deadLetters().get(part.key())));
        }
        // A registration that is skipped or refused as a whole says nothing of its other parts; one with its own key is
        // about itself.
        boolean whole = found.stream()
                .allMatch(part -> !part.part().key().equals(record.owner())
                        || part.part().skipped() == null && part.part().refused() == null);
        record.links().values().stream()
                .filter(link -> whole)
                .filter(link -> !keys.contains(link.sourceId()) && (link.linked() || link.claim() != null))
                .forEach(link -> found.add(
                        new Found(record, null, link, record.deadLetters().get(link.sourceId()))));
        record.deadLetters().values().stream()
                .filter(letter -> whole
                        && !keys.contains(letter.sourceId())
                        && !record.links().containsKey(letter.sourceId()))
                .forEach(letter -> found.add(new Found(
                        record,
                        null,
                        Link.none(run.company().key(), record.kind(), letter.sourceId(), record.owner()),
                        letter)));
        return found;
    }

    /** The facts as a record of the target, its references still unresolved. A delete and an adoption without changes need none. */
    public Transfer map(@Body Transfer transfer, @ExchangeProperty("run") Run run) {
        PlanRow row = transfer.row();
        if (row.operation() != Operation.DELETE) {
            Link link = transfer.link();
            boolean fresh = row.operation() == Operation.CREATE || row.operation() == Operation.ADOPT;
            int generation = row.operation() == Operation.UPDATE ? link.generation() : link.generation() + 1;
            Set<String> touched = fresh ? null : touched(run, row);
            var mapped = Mapping.map(entity, run, row.sourceId(), generation, row.facts(), link, touched);
            transfer.mapped(mapped, touched);
        }
        return transfer;
    }

    private Set<String> touched(Run run, PlanRow row) {
        Set<String> touched = Mapping.touched(entity, run.company(), row.changes());
        if (row.operation() == Operation.REPLACE) {
            touched.addAll(entity.marked());
        }
        return touched;
    }
}
