package dokbro.source;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.entity.ImportReference;
import dokbro.link.Link;
import dokbro.poweroffice.PowerOfficeClient;
import dokbro.run.Probe;
import dokbro.run.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds records of Go by Dokbro's ExternalImportReference, where Go's list shows it. Reads only: nothing is sent to find out. */
final class ReferenceProbe implements Probe {

    private static final String REFERENCE = "ExternalImportReference";

    private final PowerOfficeClient poweroffice;
    private final String path;
    private final Map<String, String> query;
    private final String letters;

    /**
     * @param path of the list
     * @param query that leaves out none of Dokbro's records
     * @param letters that the entity's references have
     */
    ReferenceProbe(PowerOfficeClient poweroffice, String path, Map<String, String> query, String letters) {
        this.poweroffice = poweroffice;
        this.path = path;
        this.query = query;
        this.letters = letters;
    }

    @Override
    public Map<String, List<String>> find(Run run, List<Link> claims) {
        Map<String, String> wanted = new HashMap<>();
        claims.forEach(link -> wanted.put(SmartDokLists.text(link.claim().payload(), REFERENCE), link.sourceId()));
        Map<String, List<String>> found = new HashMap<>();
        poweroffice.pages(
                run.company(),
                path,
                query,
                page -> page.forEach(record -> {
                    String source = wanted.get(SmartDokLists.text(record, REFERENCE));
                    if (source != null) {
                        found.computeIfAbsent(source, any -> new ArrayList<>()).add(SmartDokLists.text(record, "Id"));
                    }
                }));
        return found;
    }

    /** Not every list can be asked for what has changed, so all of it is read. */
    @Override
    public List<Marked> marked(Run run, Instant since) {
        List<Marked> marked = new ArrayList<>();
        poweroffice.pages(run.company(), path, query, page -> page.forEach(record -> mark(record, marked)));
        return marked;
    }

    private void mark(JsonNode record, List<Marked> marked) {
        ImportReference.parse(SmartDokLists.text(record, REFERENCE))
                .filter(reference -> reference.letters().equals(letters))
                .ifPresent(reference -> marked.add(new Marked(reference.key(), reference.generation(), null)));
    }
}
