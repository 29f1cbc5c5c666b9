package dokbro.source;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.api.ApiCall;
import dokbro.entity.Kinds;
import dokbro.link.Link;
import dokbro.link.Links;
import dokbro.run.Run;
import dokbro.run.Source;
import dokbro.smartdok.SmartDokClient;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * SmartDok's customers that reference-data has not linked. Both write links of the kind {@code customers}: one whose customer Dokbro made has
 * a payload and belongs here, all others belong to reference-data.
 */
@Component
class SmartDokCustomers implements Source {

    private final SmartDokClient smartdok;
    private final SmartDokLists lists;
    private final PowerOfficeLists poweroffice;
    private final Links links;

    SmartDokCustomers(SmartDokClient smartdok, SmartDokLists lists, PowerOfficeLists poweroffice, Links links) {
        this.smartdok = smartdok;
        this.lists = lists;
        this.poweroffice = poweroffice;
        this.links = links;
    }

    @Override
    public String entity() {
        return Kinds.CUSTOMERS;
    }

    /** What stands in Go is read before the first customer: a list that cannot be read ends the run. */
    @Override
    public void prepare(Run run) {
        poweroffice.customers(run);
    }

    @Override
    public Iterator<List<JsonNode>> pages(Run run) {
        Set<String> linkedElsewhere = owners(run, link -> link.payload() == null && link.stands());
        List<JsonNode> customers = lists.customers(run).stream()
                .filter(customer -> !linkedElsewhere.contains(owner(customer)))
                .toList();
        return List.of(customers).iterator();
    }

    private Set<String> owners(Run run, Predicate<Link> which) {
        return links.all(run.company().key(), Kinds.CUSTOMERS).stream()
                .filter(which)
                .map(Link::owner)
                .collect(Collectors.toSet());
    }

    @Override
    public String owner(JsonNode source) {
        return SmartDokLists.text(source, "Id");
    }

    @Override
    public List<JsonNode> one(Run run, String owner) {
        return smartdok.find(run.company(), "Customers/" + ApiCall.segment(owner)).stream()
                .toList();
    }

    /** A customer is never deleted. */
    @Override
    public List<Missing> missing(Run run, Set<String> seen) {
        return owners(run, link -> link.payload() != null && link.linked() && !seen.contains(link.owner())).stream()
                .map(owner -> new Missing(owner, "gone-from-master"))
                .toList();
    }
}
