package dokbro.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.entity.Kinds;
import dokbro.entity.Mapped;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Turns references into target ids, from the links as they stand when a kind is first asked for. */
final class LinkedIds {

    /** Stands for the target id of a link that a person must look at first. */
    static final String HELD = "held";

    private final Function<String, Map<String, String>> load;
    private final Map<String, Map<String, String>> kinds = new ConcurrentHashMap<>();

    /** @param load kind → source id → target id */
    LinkedIds(Function<String, Map<String, String>> load) {
        this.load = load;
    }

    /**
     * Puts the target ids into the payload.
     *
     * @throws RecordFailure NOT_LINKED or NO_HOUR_TYPE for the first reference that is missing
     */
    ObjectNode resolve(Mapped mapped) {
        ObjectNode payload = mapped.payload().deepCopy();
        mapped.references().forEach((member, reference) -> {
            Optional<String> id = find(reference);
            if (id.isPresent()) {
                put(payload, member, id.get());
            } else if (!reference.optional()) {
                throw missing(reference);
            }
        });
        return payload;
    }

    /** As {@link #resolve}, leaving out what is not linked. */
    ObjectNode resolveWhereLinked(Mapped mapped) {
        ObjectNode payload = mapped.payload().deepCopy();
        mapped.references().forEach((member, reference) -> find(reference).ifPresent(id -> put(payload, member, id)));
        return payload;
    }

    /** A wage type without an hour type is never sent as ordinary time: that is for the office to mend. All else comes with its parent. */
    private RecordFailure missing(Mapped.Reference reference) {
        String kind = reference.kinds().get(0);
        boolean held = HELD.equals(targets(kind).get(reference.sourceId()));
        return kind.equals(Kinds.WAGE_TYPES) && !held
                ? new RecordFailure(Reason.NO_HOUR_TYPE, reference.label())
                : new RecordFailure(Reason.NOT_LINKED, reference.label());
    }

    private Optional<String> find(Mapped.Reference reference) {
        return reference.kinds().stream()
                .map(kind -> {
                    int other = kind.indexOf('=');
                    return other < 0
                            ? targets(kind).get(reference.sourceId())
                            : targets(kind.substring(0, other)).get(kind.substring(other + 1));
                })
                .filter(id -> id != null && !id.equals(HELD))
                .findFirst();
    }

    Optional<String> find(String kind, String sourceId) {
        return Optional.ofNullable(targets(kind).get(sourceId)).filter(id -> !id.equals(HELD));
    }

    private Map<String, String> targets(String kind) {
        return kinds.computeIfAbsent(kind, load);
    }

    /** The key is a member of the record, or a JSON pointer to one further down. */
    private static void put(ObjectNode whole, String key, String id) {
        int slash = key.lastIndexOf('/');
        ObjectNode payload = slash < 0 ? whole : (ObjectNode) whole.at(key.substring(0, slash));
        String member = key.substring(slash + 1);
        if (id.matches("-?\\d{1,18}")) {
            payload.put(member, Long.parseLong(id));
        } else {
            payload.put(member, id);
        }
    }
}
