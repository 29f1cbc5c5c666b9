package dokbro.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The entities that are synced, in the order in which a whole sync runs. */
@Component
public class Entities {

    /** The register entity: it links and sends nothing. */
    public static final String REFERENCE_DATA = "reference-data";

    /** What the master owns; these go from the master to the other system. */
    static final Set<String> MASTER_DATA = Set.of("projects", "sub-projects", "activities");

    private static final List<String> ORDER = List.of(
            "projects",
            "sub-projects",
            "activities",
            REFERENCE_DATA,
            "machines",
            "goods",
            "customers",
            "work-hours",
            "additions",
            "machine-hours",
            "goods-consumption",
            "invoice-basis");

    private final Map<String, EntityDefinition<?>> definitions = new LinkedHashMap<>();
    private final List<String> inOrder;

    Entities(List<EntityDefinition<?>> definitions) {
        definitions.forEach(definition -> this.definitions.put(definition.name(), definition));
        inOrder = ORDER.stream()
                .filter(entity -> entity.equals(REFERENCE_DATA) || this.definitions.containsKey(entity))
                .toList();
    }

    public List<String> inOrder() {
        return inOrder;
    }

    public boolean known(String entity) {
        return inOrder.contains(entity);
    }

    /** The names under which an entity's links and dead letters stand: its own, or the registers of reference-data. */
    public List<String> kinds(String entity) {
        return entity.equals(REFERENCE_DATA) ? References.KINDS : List.of(entity);
    }

    /** The definition; empty for reference-data and unknown names. */
    public Optional<EntityDefinition<?>> find(String entity) {
        return Optional.ofNullable(definitions.get(entity));
    }
}
