package dokbro.run;

import dokbro.Json;
import dokbro.entity.Entity;
import dokbro.entity.Mapped;
import dokbro.entity.Part;
import dokbro.link.Link;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
        for (Part<F> part : entity.parts(
                record.source(), run.company(), run.catalogue(), run.recomputes() ? Map.of() : sent(record))) {
            keys.add(part.key());
            Link link = record.links().get(part.key());
            found.add(new Found(
                    record,
                    part,
                    link == null ? Link.none(run.company().key(), record.kind(), part.key(), record.owner()) : link,
                    record.deadLetters().get(part.key())));
        }
        // A registration that is skipped or refused as a whole, without facts, says nothing of its other parts; a part
        // with a
        // key of its own says something of itself alone.
        boolean whole = found.stream()
                .allMatch(part ->
                        part.part().facts() != null || !part.part().key().equals(record.owner()));
        record.links().values().stream()
                .filter(link -> whole)
                .filter(link -> !keys.contains(link.sourceId()) && (link.stands() || link.claim() != null))
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

    private Map<String, F> sent(SourceRecord record) {
        Map<String, F> sent = new TreeMap<>();
        record.links().forEach((key, link) -> {
            if (link.stands() && link.facts() != null) {
                sent.put(key, Json.mapper().convertValue(link.facts(), entity.factsType()));
            }
        });
        return sent;
    }

    /** The facts as a record of the target, its references still unresolved. A delete needs none, nor does what is adopted as it is. */
    public Transfer map(@Body Transfer transfer, @ExchangeProperty("run") Run run) {
        PlanRow row = transfer.row();
        if (row.operation() == Operation.ADOPT && !entity.changesAdopted()) {
            transfer.nothingToWrite();
        } else if (Mapping.isBeside(entity, run, row, transfer.link())) {
            transfer.mapped(
                    Mapping.difference(
                            entity, run, transfer.link(), row.operation() == Operation.DELETE ? null : row.facts()),
                    null,
                    entity.marked());
            transfer.beside();
        } else if (row.operation() != Operation.DELETE) {
            Link link = transfer.link();
            boolean fresh = row.operation() == Operation.CREATE || row.operation() == Operation.ADOPT;
            int generation = row.operation() == Operation.UPDATE ? link.generation() : link.generation() + 1;
            Set<String> touched = fresh ? null : touched(run, row, link);
            boolean canary = row.operation() == Operation.CREATE && run.isCanary(row);
            var company = canary ? entity.forCanary(run.company()) : run.company();
            var mapped = Mapping.map(entity, run, company, row.sourceId(), generation, row.facts(), link, touched);
            transfer.mapped(mapped, members(run, row, link, mapped, touched), entity.marked());
            if (row.operation() == Operation.UPDATE && transfer.touched().isEmpty()) {
                transfer.nothingToWrite();
            }
        }
        return transfer;
    }

    private Set<String> members(Run run, PlanRow row, Link link, Mapped mapped, Set<String> touched) {
        return switch (row.operation()) {
            case CREATE -> null;
            case ADOPT -> Mapping.adopted(entity);
            case UPDATE -> Mapping.sendable(entity, run, withRestored(held(touched, mapped, link), link), mapped, link);
            default -> withRestored(touched, link);
        };
    }

    /**
     * Without members that the record neither has nor is to have: setting them to nothing could undo what the target has worked out itself,
     * such as a line's amount. After a change in doubt nobody knows what it has.
     */
    private static Set<String> held(Set<String> touched, Mapped mapped, Link link) {
        if (link.doubt() != null || link.payload() == null) {
            return touched;
        }
        Set<String> held = new LinkedHashSet<>(touched);
        held.removeIf(member -> !link.payload().has(member)
                && !mapped.payload().has(member)
                && mapped.references().keySet().stream()
                        .noneMatch(place -> Mapped.member(place).equals(member)));
        return held.isEmpty() ? touched : held;
    }

    /** What a repair puts back goes as it was sent before, whatever the mappings say by now. */
    private static Set<String> withRestored(Set<String> touched, Link link) {
        Set<String> members = new LinkedHashSet<>(touched);
        members.addAll(link.restores());
        return members;
    }

    private Set<String> touched(Run run, PlanRow row, Link link) {
        Set<String> touched = Mapping.touched(entity, run.company(), link, row.changes());
        if (row.operation() == Operation.REPLACE) {
            touched.addAll(entity.marked());
        }
        return touched;
    }
}
