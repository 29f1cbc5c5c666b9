package dokbro.sandbox.smartdok;

import dokbro.Dokbro;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/**
 * The registrations, by id and by date. What a filter finds is kept until a registration changes, so that paging through a hundred thousand
 * costs one sort.
 */
final class HoursStore {

    private static final int KEPT_QUERIES = 16;
    private static final long SHUFFLE = 0x9E3779B97F4A7C15L;

    private final Clock clock;
    private final IntPredicate absenceWage;
    private final Map<Integer, Hours> byId = new HashMap<>();
    private final NavigableMap<LocalDate, Map<Integer, Hours>> byDate = new TreeMap<>();
    private final Map<Query, List<Integer>> found = new LinkedHashMap<>();
    private final int startId;
    private int lastId;

    /** @param absenceWage whether the wage type with this id is absence */
    HoursStore(Clock clock, IntPredicate absenceWage, int startId) {
        this.clock = clock;
        this.absenceWage = absenceWage;
        this.startId = startId;
        this.lastId = startId;
    }

    private record Query(HoursFilter filter, SmartDokOptions.Order order) {}

    /** Adds a registration as it is, with id and time. */
    synchronized void load(Hours hours) {
        put(hours);
        lastId = Math.max(lastId, hours.id());
    }

    /** Adds a registration and gives it the next id. */
    synchronized int add(Hours hours) {
        lastId += 1;
        put(hours.stored(lastId, now()));
        return lastId;
    }

    synchronized Optional<Hours> find(int id) {
        return Optional.ofNullable(byId.get(id));
    }

    synchronized void clear() {
        byId.clear();
        byDate.clear();
        found.clear();
        lastId = startId;
    }

    synchronized int size() {
        return byId.size();
    }

    /** Those in a span of dates, both ends included, null for open, in order of date and id. */
    synchronized List<Hours> between(LocalDate from, LocalDate to) {
        List<Hours> all = new ArrayList<>();
        days(from, to).forEach(day -> all.addAll(day.values()));
        return all;
    }

    /** The ids that a filter finds, in the order asked for; not to be changed. */
    synchronized List<Integer> ids(HoursFilter filter, SmartDokOptions.Order order) {
        Query query = new Query(filter, order);
        List<Integer> ids = found.get(query);
        if (ids == null) {
            if (found.size() >= KEPT_QUERIES) {
                found.remove(found.keySet().iterator().next());
            }
            ids = search(query);
            found.put(query, ids);
        }
        return ids;
    }

    /**
     * Changes one registration.
     *
     * @param touch whether LastUpdated moves
     * @return false where there is none
     */
    synchronized boolean change(int id, boolean touch, UnaryOperator<Hours> change) {
        Hours before = byId.get(id);
        if (before == null) {
            return false;
        }
        Hours after = change.apply(before).stored(id, touch ? now() : before.lastUpdated());
        if (touch || !after.date().equals(before.date()) || after.approved() != before.approved()) {
            remove(id);
            put(after);
        } else {
            // a mark: no filter of v2 sees it
            byId.put(id, after);
            byDate.get(after.date()).put(id, after);
        }
        return true;
    }

    synchronized boolean remove(int id) {
        Hours removed = byId.remove(id);
        if (removed == null) {
            return false;
        }
        byDate.get(removed.date()).remove(id);
        found.clear();
        return true;
    }

    private void put(Hours hours) {
        byId.put(hours.id(), hours);
        byDate.computeIfAbsent(hours.date(), date -> new TreeMap<>()).put(hours.id(), hours);
        found.clear();
    }

    private List<Integer> search(Query query) {
        HoursFilter filter = query.filter();
        List<Hours> hits = new ArrayList<>();
        for (Map<Integer, Hours> day : days(filter.from(), filter.to())) {
            for (Hours hours : day.values()) {
                if (filter.meets(hours, filter.absence() != null && absenceWage.test(hours.wageId()))) {
                    hits.add(hours);
                }
            }
        }
        hits.sort(order(query.order()));
        return hits.stream().map(Hours::id).toList();
    }

    private Collection<Map<Integer, Hours>> days(LocalDate from, LocalDate to) {
        if (from != null && to != null && to.isBefore(from)) {
            return List.of();
        }
        NavigableMap<LocalDate, Map<Integer, Hours>> days = from == null ? byDate : byDate.tailMap(from, true);
        return to == null ? days.values() : days.headMap(to, true).values();
    }

    private static Comparator<Hours> order(SmartDokOptions.Order order) {
        Comparator<Hours> newest = Comparator.comparingInt(Hours::id).reversed();
        return switch (order) {
            case NEWEST_FIRST -> newest;
            case LAST_UPDATED_FIRST ->
                Comparator.comparing(Hours::lastUpdated).reversed().thenComparing(newest);
            case SHUFFLED -> Comparator.comparingLong(hours -> hours.id() * SHUFFLE);
        };
    }

    private LocalDateTime now() {
        return Times.stored(LocalDateTime.ofInstant(clock.instant(), Dokbro.OSLO));
    }
}
