package dokbro.source;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.link.Link;
import dokbro.poweroffice.PowerOfficeClient;
import dokbro.run.Probe;
import dokbro.run.Run;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Finds time entries by Dokbro's mark in the internal comment; Go's read filters on the time of change only (design 10.2). */
@Component
class TimeEntryProbe implements Probe {

    private static final Pattern MARK = Pattern.compile("\\[SD-([^\\[\\]]+)\\.(\\d{1,6})]$");

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
        List<JsonNode> entries = poweroffice.list(run.company(), TimeEntries.PATH, changedSince(since));
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
    public List<Marked> marked(Run run, Instant since) {
        List<Marked> marked = new ArrayList<>();
        for (JsonNode entry :
                poweroffice.list(run.company(), TimeEntries.PATH, since == null ? Map.of() : changedSince(since))) {
            String comment = SmartDokLists.text(entry, "InternalComment");
            Matcher mark = MARK.matcher(comment == null ? "" : comment);
            if (mark.find()) {
                LocalDate date =
                        LocalDate.parse(SmartDokLists.text(entry, "Date").substring(0, 10));
                marked.add(new Marked(mark.group(1), Integer.parseInt(mark.group(2)), date));
            }
        }
        return marked;
    }

    private static Map<String, String> changedSince(Instant since) {
        return Map.of(
                "lastChangedDateTimeOffsetGreaterThan", since.minus(MARGIN).toString());
    }
}
