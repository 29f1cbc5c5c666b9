package dokbro.run;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.entity.Entity;
import dokbro.entity.Mapped;
import dokbro.entity.Part;
import dokbro.link.Link;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What stands in the target, against what is wanted there; read once a run. */
final class Standing {

    private Standing() {}

    /** The target's records by their ids. */
    static Map<String, JsonNode> targets(EntityDefinition<?> definition, Run run) {
        return run.once(
                "targets of " + run.entity(),
                () -> definition.targets().since(run, run.from()).stream()
                        .collect(Collectors.toMap(record -> record.path("Id").asText(), record -> record)));
    }

    /** Where a record that is to be linked differs in what may be brought in line; references aside, which are not resolved yet. */
    static List<PlanRow.Change> differing(Entity<?> entity, Mapped mapped, JsonNode current) {
        return TargetRecord.changes(current, mapped.payload().deepCopy().retain(Mapping.adopted(entity)));
    }

    /** Whether somebody has made a change in the target by hand that its API cannot make: the link may take it as it stands. */
    static <F> boolean byHand(EntityDefinition<F> definition, Part<F> part, Found found, Set<String> touched, Run run) {
        Link link = found.link();
        JsonNode current = targets(definition, run).get(link.targetId());
        if (current == null) {
            return false;
        }
        Mapped mapped = Mapping.map(
                definition.entity(), run, run.company(), part.key(), link.generation(), found.facts(), link, touched);
        return mapped.references().isEmpty()
                && TargetRecord.changes(current, mapped.payload().deepCopy().retain(touched))
                        .isEmpty();
    }
}
