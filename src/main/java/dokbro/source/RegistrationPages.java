package dokbro.source;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import dokbro.smartdok.SmartDokClient;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Pages of {@code /WorkHours/v2}, slice by slice; each registration once, however the pages move. */
final class RegistrationPages implements Iterator<List<JsonNode>> {

    /** The largest page that the API gives (contracts, section 2). */
    static final int SIZE = 100;

    /** One read: approved registrations of a period. {@code to} is null for open, {@code changedSince} for all. */
    record Slice(LocalDate from, LocalDate to, LocalDateTime changedSince) {
        Map<String, String> query() {
            Map<String, String> query = new LinkedHashMap<>();
            query.put("approved", "true");
            query.put("fromDate", from.toString());
            query.put("toDate", to == null ? null : to.toString());
            query.put("lastUpdated", changedSince == null ? null : changedSince.toString());
            return query;
        }
    }

    /** Reads one page of a slice. */
    interface Read {
        SmartDokClient.Page page(Slice slice, int offset);
    }

    private final Read read;
    private final Iterator<Slice> slices;
    private final Predicate<JsonNode> wanted;
    private final Function<Set<String>, List<JsonNode>> last;
    private final Set<String> met = new HashSet<>();
    private final Set<String> given = new HashSet<>();
    private Slice slice;
    private int offset;
    private List<String> previous = List.of();
    private boolean lastGiven;
    private List<JsonNode> next;

    /**
     * @param wanted which of the registrations count
     * @param last more registrations after all slices, asked for once, with the ids of those given so far
     */
    RegistrationPages(
            Read read, List<Slice> slices, Predicate<JsonNode> wanted, Function<Set<String>, List<JsonNode>> last) {
        this.read = read;
        this.slices = slices.iterator();
        this.wanted = wanted;
        this.last = last;
    }

    @Override
    public boolean hasNext() {
        while (next == null) {
            if (slice == null && slices.hasNext()) {
                slice = slices.next();
                offset = 0;
                previous = List.of();
            }
            if (slice != null) {
                next = fresh(page(), wanted);
            } else if (!lastGiven) {
                lastGiven = true;
                next = fresh(last.apply(Set.copyOf(given)), any -> true);
            } else {
                return false;
            }
            if (next.isEmpty()) {
                next = null;
            }
        }
        return true;
    }

    @Override
    public List<JsonNode> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        List<JsonNode> page = next;
        next = null;
        return page;
    }

    private List<JsonNode> page() {
        SmartDokClient.Page page = read.page(slice, offset);
        List<String> ids = page.items().stream().map(RegistrationPages::id).toList();
        if (!ids.isEmpty() && ids.equals(previous)) {
            throw new RecordFailure(
                    Reason.READ_ENDED_EARLY, "SmartDok", "page at " + offset + " repeats the one before");
        }
        previous = ids;
        offset += page.items().size();
        if (page.items().isEmpty() && offset < page.total()) {
            throw new RecordFailure(
                    Reason.READ_ENDED_EARLY, "SmartDok", "an empty page at " + offset + " of " + page.total());
        }
        if (offset >= page.total()) {
            slice = null;
        }
        return page.items();
    }

    /** What is asked for last may have been met on a page, unwanted then: it was asked for anew. */
    private List<JsonNode> fresh(List<JsonNode> registrations, Predicate<JsonNode> counts) {
        List<JsonNode> fresh = new ArrayList<>();
        for (JsonNode registration : registrations) {
            String id = id(registration);
            boolean first = lastGiven ? !given.contains(id) : met.add(id);
            if (first && counts.test(registration)) {
                given.add(id);
                fresh.add(registration);
            }
        }
        return fresh;
    }

    static String id(JsonNode registration) {
        String id = SmartDokLists.text(registration, "Id");
        if (id == null) {
            throw new RecordFailure(Reason.BAD_ANSWER, "SmartDok", "a registration without Id");
        }
        return id;
    }
}
