package dokbro.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.entity.Mapped;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Turns references into target ids, from the links as they stand when a kind is first asked for. */
final class LinkedIds {

    private final Function<String, Map<String, String>> load;
    private final Map<String, Map<String, String>> kinds = new ConcurrentHashMap<>();

    /** @param load kind → source id → target id */
    LinkedIds(Function<String, Map<String, String>> load) {
        this.load = load;
    }

    /**
     * Puts the target ids into the payload.
     *
     * @throws RecordFailure NOT_LINKED naming the first parent that is missing
     */
    ObjectNode resolve(Mapped mapped) {
        ObjectNode payload = mapped.payload().deepCopy();
        mapped.references()
                .forEach((member, reference) -> put(
                        payload,
                        member,
                        find(reference)
                                .orElseThrow(() -> new RecordFailure(
                                        Reason.NOT_LINKED,
                                        reference.kinds().get(0).split("=")[0],
                                        reference.label()))));
        return payload;
    }

    private Optional<String> find(Mapped.Reference reference) {
        return reference.kinds().stream()
                .map(kind -> {
                    int other = kind.indexOf('=');
                    return other < 0
                            ? targets(kind).get(reference.sourceId())
                            : targets(kind.substring(0, other)).get(kind.substring(other + 1));
                })
                .filter(id -> id != null)
                .findFirst();
    }

    Optional<String> find(String kind, String sourceId) {
        return Optional.ofNullable(targets(kind).get(sourceId));
    }

    private Map<String, String> targets(String kind) {
        return kinds.computeIfAbsent(kind, load);
    }

    private static void put(ObjectNode payload, String member, String id) {
        if (id.matches("-?\\d{1,18}")) {
            payload.put(member, Long.parseLong(id));
        } else {
            payload.put(member, id);
        }
    }
}
