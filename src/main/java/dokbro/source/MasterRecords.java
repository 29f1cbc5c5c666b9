package dokbro.source;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.link.Link;
import dokbro.link.Links;
import dokbro.run.Run;
import dokbro.run.Source;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** Master data: read whole, never deleted; a record gone from the master is reported. */
final class MasterRecords implements Source {

    private static final int PAGE = 200;

    private final String entity;
    private final Function<Run, List<JsonNode>> list;
    private final Predicate<JsonNode> mine;
    private final Consumer<Run> candidates;
    private final BiFunction<Run, String, Optional<JsonNode>> find;
    private final Links links;

    /**
     * @param mine which of the listed records belong to the entity
     * @param candidates reads what the first match and the facts look up
     * @param find reads one record by its id
     */
    MasterRecords(
            String entity,
            Function<Run, List<JsonNode>> list,
            Predicate<JsonNode> mine,
            Consumer<Run> candidates,
            BiFunction<Run, String, Optional<JsonNode>> find,
            Links links) {
        this.entity = entity;
        this.list = list;
        this.mine = mine;
        this.candidates = candidates;
        this.find = find;
        this.links = links;
    }

    @Override
    public String entity() {
        return entity;
    }

    /** What stands in the target is read before the first record: a list that cannot be read ends the run, not each record. */
    @Override
    public void prepare(Run run) {
        candidates.accept(run);
    }

    @Override
    public Iterator<List<JsonNode>> pages(Run run) {
        List<JsonNode> records = list.apply(run).stream().filter(mine).toList();
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
        return find.apply(run, owner).filter(mine).stream().toList();
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
