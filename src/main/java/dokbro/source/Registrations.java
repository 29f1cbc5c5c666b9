package dokbro.source;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Dokbro;
import dokbro.api.ApiCall;
import dokbro.deadletter.DeadLetters;
import dokbro.link.Links;
import dokbro.run.EntityState;
import dokbro.run.Run;
import dokbro.run.Source;
import dokbro.smartdok.SmartDokClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * SmartDok's approved registrations of hours (design, section 2, "Hours"). Read in slices of a week, so that few pages can move at a time;
 * then what lies before the window and was changed since the last good run, or waits, or is dead.
 */
@Component
class Registrations implements Source {

    private static final int SLICE_DAYS = 7;

    /** Local times repeat an hour in October, and clocks differ. */
    private static final Duration OVERLAP = Duration.ofDays(1);

    private final SmartDokClient smartdok;
    private final SmartDokLists lists;
    private final Approvals approvals;
    private final Links links;
    private final DeadLetters deadLetters;
    private final EntityState states;
    private final Clock clock;

    Registrations(
            SmartDokClient smartdok,
            SmartDokLists lists,
            Approvals approvals,
            Links links,
            DeadLetters deadLetters,
            EntityState states,
            Clock clock) {
        this.smartdok = smartdok;
        this.lists = lists;
        this.approvals = approvals;
        this.links = links;
        this.deadLetters = deadLetters;
        this.states = states;
        this.clock = clock;
    }

    @Override
    public String entity() {
        return "work-hours";
    }

    @Override
    public void prepare(Run run) {
        run.catalogue(lists.catalogue(run));
    }

    @Override
    public String owner(JsonNode source) {
        return SmartDokLists.text(source, "Id");
    }

    @Override
    public Iterator<List<JsonNode>> pages(Run run) {
        List<RegistrationPages.Slice> slices = new ArrayList<>();
        LocalDate today = LocalDate.now(clock.withZone(Dokbro.OSLO));
        LocalDate last = run.to() == null ? today : run.to();
        LocalDate from = run.from();
        while (from.plusDays(SLICE_DAYS - 1L).isBefore(last)) {
            slices.add(new RegistrationPages.Slice(from, from.plusDays(SLICE_DAYS - 1L), null));
            from = from.plusDays(SLICE_DAYS);
        }
        slices.add(new RegistrationPages.Slice(from, run.to(), null));
        LocalDate start = run.company().startDate();
        if (run.to() == null && start.isBefore(run.from())) {
            states.readUntil(run.company().key(), entity())
                    .ifPresent(until -> slices.add(
                            new RegistrationPages.Slice(start, run.from().minusDays(1), local(until.minus(OVERLAP)))));
        }
        var pages = new RegistrationPages(
                (slice, offset) ->
                        smartdok.page(run.company(), "WorkHours/v2", slice.query(), offset, RegistrationPages.SIZE),
                slices,
                registration -> approvals.trusted(run, registration),
                () -> looseEnds(run));
        return new ReadAhead<>(pages, run);
    }

    private static LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, Dokbro.OSLO).withNano(0);
    }

    /** Registrations outside the window that wait or are dead: no run forgets them. */
    private List<JsonNode> looseEnds(Run run) {
        List<JsonNode> found = new ArrayList<>();
        Map<LocalDate, Set<String>> days = new TreeMap<>();
        deadLetters.owners(run.company().key(), entity()).forEach((owner, day) -> {
            boolean inWindow = day != null && !day.isBefore(run.from()) && (run.to() == null || !day.isAfter(run.to()));
            if (day != null && !inWindow && !day.isBefore(run.company().startDate())) {
                days.computeIfAbsent(day, any -> new HashSet<>()).add(owner);
            }
        });
        days.forEach((day, owners) -> approvedOn(run, day).stream()
                .filter(registration -> owners.contains(owner(registration)))
                .forEach(found::add));
        return found;
    }

    private List<JsonNode> approvedOn(Run run, LocalDate day) {
        return run.once("approved " + day, () -> {
            List<JsonNode> all = new ArrayList<>();
            var slice = new RegistrationPages.Slice(day, day, null);
            new RegistrationPages(
                            (any, offset) -> smartdok.page(
                                    run.company(), "WorkHours/v2", slice.query(), offset, RegistrationPages.SIZE),
                            List.of(slice),
                            registration -> approvals.trusted(run, registration),
                            List::of)
                    .forEachRemaining(all::addAll);
            return all;
        });
    }

    /** Found by its id, then looked for among the approved ones of its day, since a registration does not say whether it is approved. */
    @Override
    public List<JsonNode> one(Run run, String owner) {
        return day(run, owner)
                .map(day -> approvedOn(run, day).stream()
                        .filter(registration -> owner(registration).equals(owner))
                        .toList())
                .orElse(List.of());
    }

    private Optional<LocalDate> day(Run run, String owner) {
        return smartdok.find(run.company(), "WorkHours/" + ApiCall.segment(owner))
                .map(registration ->
                        LocalDate.parse(SmartDokLists.text(registration, "Date").substring(0, 10)));
    }

    /** Pages move while they are read, so what is missing is only suspected until it has been asked for by its id. */
    @Override
    public List<Missing> missing(Run run, Set<String> seen) {
        LocalDate to = run.to() == null ? LocalDate.of(9999, 12, 31) : run.to();
        Map<String, LocalDate> linked =
                new HashMap<>(links.linkedOwners(run.company().key(), entity(), run.from(), to));
        linked.keySet().removeAll(seen);
        List<Missing> missing = new ArrayList<>();
        if (seen.isEmpty() && !run.isApproval()) {
            // The brake holds what follows from a read of nothing; only what a person has approved is asked for one by
            // one.
            linked.keySet().forEach(owner -> missing.add(new Missing(owner, null, null)));
            return missing;
        }
        linked.keySet().stream().sorted().forEach(owner -> {
            if (run.ended()) {
                return;
            }
            List<JsonNode> there = one(run, owner);
            LocalDate day = there.isEmpty() ? null : Approvals.day(there.get(0));
            boolean before = day != null && day.isBefore(run.company().startDate());
            missing.add(new Missing(owner, day, before ? BEFORE_START_DATE : day == null ? null : "still-there"));
        });
        return missing;
    }
}
