package dokbro.source;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.link.Link;
import dokbro.link.Links;
import dokbro.run.Run;
import dokbro.run.Source;
import dokbro.run.TargetRecords;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Master data as the system that owns it has it: read whole, never deleted; a record gone from the master is reported. */
final class MasterRecords implements Source {

    private static final int PAGE = 200;

    private final String entity;
    private final TargetRecords register;
    private final UnaryOperator<JsonNode> seen;
    private final Consumer<Run> prepare;
    private final Links links;

    MasterRecords(String entity, TargetRecords register, Consumer<Run> prepare, Links links) {
        this(entity, register, UnaryOperator.identity(), prepare, links);
    }

    /**
     * @param register of the master; it is read here, and the target of the other direction
     * @param seen adds to a record what has to be known of the moment of reading
     * @param prepare reads what the first match looks through, and the registers that the records point to
     */
    MasterRecords(
            String entity, TargetRecords register, UnaryOperator<JsonNode> seen, Consumer<Run> prepare, Links links) {
        this.entity = entity;
        this.register = register;
        this.seen = seen;
        this.prepare = prepare;
        this.links = links;
    }

    @Override
    public String entity() {
        return entity;
    }

    /** What stands in the target is read before the first record: a list that cannot be read ends the run, not each record. */
    @Override
    public void prepare(Run run) {
        prepare.accept(run);
    }

    @Override
    public Iterator<List<JsonNode>> pages(Run run) {
        List<JsonNode> records =
                register.since(run, run.from()).stream().map(seen).toList();
        List<List<JsonNode>> pages = new ArrayList<>();
        for (int from = 0; from < records.size(); from += PAGE) {
            pages.add(records.subList(from, Math.min(from + PAGE, records.size())));
        }
        return pages.iterator();
    }

    @Override
    public String owner(JsonNode source) {
        return SmartDokLists.text(source, "Id");
    }

    @Override
    public List<JsonNode> one(Run run, String owner) {
        return register.find(run, owner).map(seen).stream().toList();
    }

    @Override
    public List<Missing> missing(Run run, Set<String> seen) {
        return links.all(run.company().key(), entity).stream()
                .filter(Link::linked)
                .map(Link::owner)
                .filter(owner -> !seen.contains(owner))
                .distinct()
                .map(owner -> new Missing(owner, "gone-from-master"))
                .toList();
    }
}
