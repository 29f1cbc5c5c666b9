package dokbro.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Json;
import dokbro.company.Company;
import dokbro.entity.Entity;
import dokbro.entity.Mapped;
import dokbro.link.Link;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the engine works out from an {@link Entity}'s pure functions: the changed facts, what they touch, and the record to send. */
final class Mapping {

    /** Before the name of a member of the target record, where a change is of that and not of the facts. */
    private static final String RECOMPUTED = "/";

    private Mapping() {}

    /** The members that differ, in alphabetical order. */
    static List<PlanRow.Change> changes(JsonNode before, JsonNode after) {
        Set<String> fields = new TreeSet<>();
        before.fieldNames().forEachRemaining(fields::add);
        after.fieldNames().forEachRemaining(fields::add);
        List<PlanRow.Change> changes = new ArrayList<>();
        for (String field : fields) {
            JsonNode from = before.path(field);
            JsonNode to = after.path(field);
            boolean bothEmpty = (from.isNull() || from.isMissingNode()) && (to.isNull() || to.isMissingNode());
            if (!bothEmpty && !from.equals(to)) {
                changes.add(
                        new PlanRow.Change(field, from.isMissingNode() ? null : from, to.isMissingNode() ? null : to));
            }
        }
        return changes;
    }

    /** The names of the members that differ. */
    static Set<String> fields(List<PlanRow.Change> changes) {
        Set<String> fields = new TreeSet<>();
        changes.forEach(change -> fields.add(change.field()));
        return fields;
    }

    /** Where the facts differ from what a change in doubt has sent; every member where it was a delete of a record that was gone. */
    static List<PlanRow.Change> doubtful(Link.Doubt doubt, JsonNode facts) {
        return doubt.facts() == null || !doubt.facts().isObject() ? List.of() : changes(doubt.facts(), facts);
    }

    /** The members of the target record that these changes touch. A member of the facts that the entity does not list touches nothing. */
    static Set<String> touched(Entity<?> entity, Company company, Link link, List<PlanRow.Change> changes) {
        Map<String, Set<String>> touches =
                link.payload() == null ? entity.touches(company) : entity.touches(company, link.payload());
        Set<String> touched = new LinkedHashSet<>();
        changes.forEach(change -> touched.addAll(
                change.field().startsWith(RECOMPUTED)
                        ? Set.of(change.field().substring(RECOMPUTED.length()))
                        : entity.late().contains(change.field())
                                ? Set.of(change.field())
                                : touches.getOrDefault(change.field(), Set.of())));
        return touched;
    }

    /** The references that the target's record went without, and that are linked by now; as changes of its members. */
    static <F> List<PlanRow.Change> late(Entity<F> entity, Run run, String key, F facts, Link link) {
        List<PlanRow.Change> late = new ArrayList<>();
        if (!entity.late().isEmpty()) {
            Mapped mapped = entity.map(key, link.generation(), facts, run.company(), run.catalogue());
            ObjectNode resolved = run.linkedIds().resolveWhereLinked(mapped);
            for (String member : entity.late()) {
                if (resolved.hasNonNull(member) && !link.payload().hasNonNull(member)) {
                    late.add(new PlanRow.Change(member, null, resolved.get(member)));
                }
            }
        }
        return late;
    }

    /** The touched members without late references that neither went before nor can go now: whoever set them in the target keeps them. */
    static Set<String> sendable(Entity<?> entity, Run run, Set<String> touched, Mapped mapped, Link link) {
        Set<String> sendable = new LinkedHashSet<>(touched);
        if (link.payload() != null) {
            ObjectNode resolved = run.linkedIds().resolveWhereLinked(mapped);
            sendable.removeIf(member -> entity.late().contains(member)
                    && !resolved.hasNonNull(member)
                    && !link.payload().hasNonNull(member));
        }
        return sendable;
    }

    /** The members of a record that was in the target before Dokbro which are brought in line when it is linked. */
    static Set<String> adopted(Entity<?> entity) {
        return entity.changesAdopted() ? entity.patchable() : Set.of();
    }

    /**
     * Where the record that was sent differs from the one that today's mappings, prices and settings make of the same facts; changes of
     * members of the target record.
     *
     * @throws dokbro.failure.RecordFailure when it cannot be made today
     */
    static <F> List<PlanRow.Change> recomputed(Entity<F> entity, Run run, Link link, F facts) {
        if (link.payload() == null) {
            return List.of();
        }
        Mapped mapped = entity.map(link.sourceId(), link.generation(), facts, run.company(), run.catalogue());
        JsonNode today = Json.canonical(run.linkedIds().resolve(mapped));
        return changes(link.payload(), today).stream()
                .map(change -> new PlanRow.Change(RECOMPUTED + change.field(), change.from(), change.to()))
                .toList();
    }

    /**
     * Maps the facts and keeps what the changes do not touch as it was sent before, so that a changed mapping, price or setting rewrites no
     * history.
     *
     * @param company whose settings apply: the run's, or those for a canary
     * @param touched null for a create: everything
     * @return payload and the references still to be resolved
     */
    static <F> Mapped map(
            Entity<F> entity,
            Run run,
            Company company,
            String key,
            int generation,
            JsonNode facts,
            Link link,
            Set<String> touched) {
        F value = Json.mapper().convertValue(facts, entity.factsType());
        Mapped mapped = entity.map(key, generation, value, company, run.catalogue());
        if (touched == null || !(link.payload() instanceof ObjectNode before)) {
            return mapped;
        }
        ObjectNode payload = before.deepCopy();
        Map<String, Mapped.Reference> references = new LinkedHashMap<>();
        for (String member : touched) {
            payload.remove(member);
            if (mapped.payload().has(member)) {
                payload.set(member, mapped.payload().get(member));
            }
            mapped.references().forEach((place, reference) -> {
                if (Mapped.member(place).equals(member)) {
                    references.put(place, reference);
                }
            });
        }
        return new Mapped(payload, references);
    }

    /** Whether what is sent stands beside a record that the target does not let go of. */
    static boolean isBeside(Entity<?> entity, Run run, PlanRow row, Link link) {
        boolean asks = row.operation() == Operation.CREATE || row.operation() == Operation.DELETE;
        return asks && isFixed(entity, run, link);
    }

    static boolean isFixed(Entity<?> entity, Run run, Link link) {
        return link.linked() && link.payload() != null && entity.fixed(link.payload(), run.catalogue());
    }

    /** What is sent beside it, under the next generation's mark; null facts mean that nothing is left. */
    static <F> Mapped difference(Entity<F> entity, Run run, Link link, JsonNode facts) {
        F sent = Json.mapper().convertValue(link.facts(), entity.factsType());
        F now = facts == null ? null : Json.mapper().convertValue(facts, entity.factsType());
        return entity.difference(link.sourceId(), link.generation() + 1, sent, now, run.company(), run.catalogue());
    }

    /** The names of a tree's members. */
    static Set<String> members(JsonNode node) {
        Set<String> names = new LinkedHashSet<>();
        for (Iterator<String> fields = node.fieldNames(); fields.hasNext(); ) {
            names.add(fields.next());
        }
        return names;
    }
}
