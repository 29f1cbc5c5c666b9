package dokbro.source;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Dokbro;
import dokbro.Json;
import dokbro.api.Api;
import dokbro.deadletter.DeadLetters;
import dokbro.entity.Kinds;
import dokbro.entity.vouchers.CostGroup;
import dokbro.entity.vouchers.CostKind;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import dokbro.link.Link;
import dokbro.link.Links;
import dokbro.run.Run;
import dokbro.run.Source;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Cost of machines or goods in the groups that become a voucher each. Days are read whole, since a row that is overlooked would change the
 * group that it belongs to: the days of the window, a week at a time; then days before it on which something was changed, waits, or is dead.
 */
final class CostGroups implements Source {

    private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2}):.+");
    static final LocalDate OPEN = LocalDate.of(9999, 12, 31);

    private final CostRows rows;
    private final CostRegisters registers;
    private final Links links;
    private final DeadLetters deadLetters;
    private final Clock clock;

    CostGroups(CostRows rows, CostRegisters registers, Links links, DeadLetters deadLetters, Clock clock) {
        this.rows = rows;
        this.registers = registers;
        this.links = links;
        this.deadLetters = deadLetters;
        this.clock = clock;
    }

    @Override
    public String entity() {
        return rows.kind().entity();
    }

    @Override
    public void prepare(Run run) {
        registers.forVouchers(run, rows.kind() == CostKind.MACHINE_HOURS ? Kinds.MACHINES : Kinds.GOODS);
    }

    @Override
    public String owner(JsonNode source) {
        return SmartDokLists.text(source, "id");
    }

    @Override
    public Iterator<List<JsonNode>> pages(Run run) {
        Stream<List<JsonNode>> window =
                Slices.window(run.from(), run.to(), LocalDate.now(clock.withZone(Dokbro.OSLO))).stream()
                        .map(slice -> page(run, slice.from(), slice.to()));
        Stream<List<JsonNode>> before =
                Stream.of(run).flatMap(any -> daysBefore(run).stream()).map(day -> page(run, day, day));
        return new ReadAhead<>(Stream.concat(window, before).iterator(), run);
    }

    private List<JsonNode> page(Run run, LocalDate from, LocalDate to) {
        CostDays days = days(run, from, to);
        kept(run).putAll(days.kept());
        // Not before the read ended well: what is missing from it is to go.
        reads(run).put(from, to == null ? OPEN : to);
        return days.groups().stream().map(CostGroups::json).toList();
    }

    private static JsonNode json(CostGroup group) {
        return Json.mapper().valueToTree(group);
    }

    private CostDays days(Run run, LocalDate from, LocalDate to) {
        String company = run.company().key();
        List<Link> sent = links.standing(company, entity(), from, to == null ? OPEN : to);
        return CostDays.read(rows, run, from, to, sent, deadLetters.ofEntity(company, entity()));
    }

    /** Days before the window on which something waits or is dead, or was changed since the last good run. */
    private Set<LocalDate> daysBefore(Run run) {
        Set<LocalDate> days = new TreeSet<>();
        if (run.to() != null) {
            return days;
        }
        String company = run.company().key();
        deadLetters.owners(company, entity()).values().stream()
                .filter(day -> day != null)
                .forEach(days::add);
        LocalDate start = run.company().startDate();
        Set<String> changed = new TreeSet<>();
        rows.changed(run, start, run.from().minusDays(1)).forEach(row -> {
            changed.add(rows.record(row.key()));
            if (row.date() != null) {
                days.add(row.date());
            }
        });
        if (!changed.isEmpty()) {
            // A row may have left another day.
            links.standing(company, entity(), start, run.from().minusDays(1)).stream()
                    .filter(link -> CostDays.rowsOf(link).stream().anyMatch(key -> changed.contains(rows.record(key))))
                    .forEach(link -> days.add(link.date()));
        }
        days.removeIf(day -> !day.isBefore(run.from()));
        return days;
    }

    /** The group, made of its whole day read anew. */
    @Override
    public List<JsonNode> one(Run run, String owner) {
        Optional<LocalDate> day = day(run, owner);
        if (day.isEmpty()) {
            return List.of();
        }
        CostDays days = days(run, day.get(), day.get());
        List<JsonNode> groups = days.groups().stream()
                .filter(group -> group.id().equals(owner))
                .map(CostGroups::json)
                .toList();
        if (groups.isEmpty() && days.kept().containsKey(owner)) {
            throw new RecordFailure(
                    Reason.READ_ENDED_EARLY, Api.SMARTDOK, "the rows of " + owner + " could not be read for sure");
        }
        return groups;
    }

    private Optional<LocalDate> day(Run run, String owner) {
        Matcher named = DAY.matcher(owner);
        if (named.matches()) {
            return Optional.of(LocalDate.parse(named.group(1)));
        }
        return links.find(run.company().key(), entity(), owner)
                .map(Link::date)
                .or(() -> rows.day(run, rows.record(owner)));
    }

    /** Groups none of whose rows is left; each row was asked for by itself. */
    @Override
    public List<Missing> missing(Run run, Set<String> seen) {
        Map<String, String> kept = kept(run);
        List<Missing> missing = new ArrayList<>();
        new TreeMap<>(reads(run))
                .forEach((from, to) -> links.standing(run.company().key(), entity(), from, to).stream()
                        .filter(link -> !seen.contains(link.owner()))
                        .map(link -> new Missing(link.owner(), kept.get(link.owner())))
                        .forEach(missing::add));
        return missing;
    }

    /** Group → why nothing is said of it, a short code. */
    private static Map<String, String> kept(Run run) {
        return run.once("groups kept", ConcurrentHashMap::new);
    }

    /** First → last day of each read of this run. */
    private static Map<LocalDate, LocalDate> reads(Run run) {
        return run.once("days read", ConcurrentHashMap::new);
    }
}
