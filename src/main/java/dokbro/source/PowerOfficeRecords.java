package dokbro.source;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.link.Link;
import dokbro.link.Links;
import dokbro.poweroffice.PowerOfficeClient;
import dokbro.run.Run;
import dokbro.run.Source;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** Master data that Go owns: read whole, never deleted; a record gone from the master is reported. */
final class PowerOfficeRecords implements Source {

    private static final int PAGE = 200;

    private final String entity;
    private final String path;
    private final Function<Run, List<JsonNode>> list;
    private final Predicate<JsonNode> mine;
    private final Consumer<Run> candidates;
    private final PowerOfficeClient poweroffice;
    private final Links links;

    /**
     * @param path of the resource, for reading one record
     * @param mine which of the listed records belong to the entity
     * @param candidates reads what the first match looks through
     */
    PowerOfficeRecords(
            String entity,
            String path,
            Function<Run, List<JsonNode>> list,
            Predicate<JsonNode> mine,
            Consumer<Run> candidates,
            PowerOfficeClient poweroffice,
            Links links) {
        this.entity = entity;
        this.path = path;
        this.list = list;
        this.mine = mine;
        this.candidates = candidates;
        this.poweroffice = poweroffice;
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
        return poweroffice.find(run.company(), path + "/" + dokbro.api.ApiCall.segment(owner)).filter(mine).stream()
                .toList();
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
