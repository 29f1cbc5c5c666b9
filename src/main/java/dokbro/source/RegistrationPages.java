package dokbro.source;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import dokbro.run.Run;
import dokbro.smartdok.SmartDokClient;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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

    /** Reads of the run's company. */
    static Read of(Run run, SmartDokClient smartdok) {
        return (slice, offset) -> smartdok.page(run.company(), "WorkHours/v2", slice.query(), offset, SIZE);
    }

    private final Read read;
    private final Iterator<Slice> slices;
    private final Predicate<JsonNode> wanted;
    private final Function<Set<String>, List<JsonNode>> last;
    private final WholeDays days;
    private final List<JsonNode> waiting = new ArrayList<>();
    private final Deque<List<JsonNode>> told = new ArrayDeque<>();
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
     * @param days what a registration has to know of the others of its day
     */
    RegistrationPages(
            Read read,
            List<Slice> slices,
            Predicate<JsonNode> wanted,
            Function<Set<String>, List<JsonNode>> last,
            WholeDays days) {
        this.read = read;
        this.slices = slices.iterator();
        this.wanted = wanted;
        this.last = last;
        this.days = days;
    }

    @Override
    public boolean hasNext() {
        while (next == null) {
            if (slice == null && slices.hasNext()) {
                slice = slices.next();
                offset = 0;
                previous = List.of();
            }
            if (!told.isEmpty()) {
                next = told.poll();
            } else if (slice != null) {
                boolean whole = slice.changedSince() == null;
                List<JsonNode> fresh = fresh(page(), wanted);
                next = whole ? ofWholeDays(fresh) : days.alone().apply(fresh);
            } else if (!lastGiven) {
                lastGiven = true;
                next = days.alone().apply(fresh(last.apply(Set.copyOf(given)), any -> true));
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

    /** What concerns the others of its day waits until the slice, which holds whole days, is read to its end. */
    private List<JsonNode> ofWholeDays(List<JsonNode> registrations) {
        List<JsonNode> now = new ArrayList<>();
        registrations.forEach(registration -> (days.waits().test(registration) ? waiting : now).add(registration));
        if (slice == null && !waiting.isEmpty()) {
            List<JsonNode> all = days.together().apply(List.copyOf(waiting));
            for (int from = 0; from < all.size(); from += SIZE) {
                told.add(all.subList(from, Math.min(from + SIZE, all.size())));
            }
            waiting.clear();
        }
        return now;
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
