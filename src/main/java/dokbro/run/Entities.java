package dokbro.run;

import dokbro.company.Company;
import java.util.List;
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

    /** Parents before children: a project has a customer, hours have all that stands before them. */
    private static final List<String> ORDER = List.of(
            REFERENCE_DATA,
            "projects",
            "sub-projects",
            "activities",
            "machines",
            "goods",
            "customers",
            "work-hours",
            "additions",
            "machine-hours",
            "goods-consumption",
            "invoice-basis");

    private final List<EntityDefinition<?>> definitions;
    private final List<String> inOrder;

    Entities(List<EntityDefinition<?>> definitions) {
        this.definitions = List.copyOf(definitions);
        inOrder = ORDER.stream()
                .filter(entity ->
                        entity.equals(REFERENCE_DATA) || !definitions(entity).isEmpty())
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

    /** The definition in the direction that the company's master asks for; empty for reference-data and unknown names. */
    public Optional<EntityDefinition<?>> find(Company company, String entity) {
        return definitions(entity).stream()
                .filter(definition -> definition.master() == null || definition.master() == company.master())
                .findFirst();
    }

    /** In every direction that there is. */
    public List<EntityDefinition<?>> definitions(String entity) {
        return definitions.stream()
                .filter(definition -> definition.name().equals(entity))
                .toList();
    }

    /** The name with which the routes of an entity begin: with SmartDok as master, master data has routes of its own. */
    static String way(Company company, String entity) {
        boolean toGo = MASTER_DATA.contains(entity) && company.master() == Company.Master.SMARTDOK;
        return toGo ? entity + "-to-go" : entity;
    }
}
