package dokbro.source;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.link.Link;
import dokbro.poweroffice.PowerOfficeClient;
import dokbro.run.Probe;
import dokbro.run.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Finds time entries by Dokbro's mark in the internal comment; Go's read filters on the time of change only (design 10.2). */
@Component
class TimeEntryProbe implements Probe {

    /** Clocks differ. */
    private static final Duration MARGIN = Duration.ofMinutes(10);

    private final PowerOfficeClient poweroffice;

    TimeEntryProbe(PowerOfficeClient poweroffice) {
        this.poweroffice = poweroffice;
    }

    @Override
    public Map<String, List<String>> find(Run run, List<Link> claims) {
        Map<String, String> wanted = new HashMap<>();
        Instant since = Instant.MAX;
        for (Link link : claims) {
            String comment = SmartDokLists.text(link.claim().payload(), "InternalComment");
            wanted.put(comment.substring(comment.lastIndexOf("[SD-")), link.sourceId());
            since = link.claim().at().isBefore(since) ? link.claim().at() : since;
        }
        Map<String, List<String>> found = new HashMap<>();
        List<JsonNode> entries = poweroffice.list(
                run.company(),
                TimeEntries.PATH,
                Map.of(
                        "lastChangedDateTimeOffsetGreaterThan",
                        since.minus(MARGIN).toString()));
        for (JsonNode entry : entries) {
            String comment = SmartDokLists.text(entry, "InternalComment");
            int mark = comment == null ? -1 : comment.lastIndexOf("[SD-");
            String source = mark < 0 ? null : wanted.get(comment.substring(mark));
            if (source != null) {
                found.computeIfAbsent(source, any -> new ArrayList<>()).add(SmartDokLists.text(entry, "Id"));
            }
        }
        return found;
    }

    @Override
    public long marked(Run run) {
        return poweroffice.list(run.company(), TimeEntries.PATH, Map.of()).stream()
                .map(entry -> SmartDokLists.text(entry, "InternalComment"))
                .filter(comment -> comment != null && comment.contains("[SD-"))
                .count();
    }
}
