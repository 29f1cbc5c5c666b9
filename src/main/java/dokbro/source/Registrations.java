package dokbro.source;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Dokbro;
import dokbro.api.Api;
import dokbro.deadletter.DeadLetters;
import dokbro.entity.Catalogue;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import dokbro.link.Links;
import dokbro.run.EntityState;
import dokbro.run.Run;
import dokbro.run.Source;
import dokbro.smartdok.SmartDokClient;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * SmartDok's approved registrations of hours, for each entity that is made of them (design, section 2, "Hours"). Read in slices of a week;
 * then what lies before the window and was changed since the last good run, or waits, or is dead; then what should have come and did not.
 */
final class Registrations implements Source {

    /** {@link Missing#kept}: it changed, or the pages moved, while it was asked for. */
    private static final String UNSURE = "still-moving";

    private static final int AT_A_TIME = 500;

    private final String entity;
    private final Function<Run, Catalogue> registers;
    private final Function<Run, WholeDays> days;
    private final SmartDokClient smartdok;
    private final Approvals approvals;
    private final Confirmation confirmation;
    private final Links links;
    private final DeadLetters deadLetters;
    private final EntityState states;
    private final Clock clock;

    /** As below, where each registration stands for itself. */
    Registrations(
            String entity,
            Function<Run, Catalogue> registers,
            SmartDokClient smartdok,
            Approvals approvals,
            Confirmation confirmation,
            Links links,
            DeadLetters deadLetters,
            EntityState states,
            Clock clock) {
        this(
                entity,
                registers,
                run -> WholeDays.NONE,
                smartdok,
                approvals,
                confirmation,
                links,
                deadLetters,
                states,
                clock);
    }

    /**
     * @param registers what the entity's facts look up
     * @param days what a registration has to know of the others of its day
     */
    Registrations(
            String entity,
            Function<Run, Catalogue> registers,
            Function<Run, WholeDays> days,
            SmartDokClient smartdok,
            Approvals approvals,
            Confirmation confirmation,
            Links links,
            DeadLetters deadLetters,
            EntityState states,
            Clock clock) {
        this.entity = entity;
        this.registers = registers;
        this.days = days;
        this.smartdok = smartdok;
        this.approvals = approvals;
        this.confirmation = confirmation;
        this.links = links;
        this.deadLetters = deadLetters;
        this.states = states;
        this.clock = clock;
    }

    @Override
    public String entity() {
        return entity;
    }

    @Override
    public void prepare(Run run) {
        run.catalogue(registers.apply(run));
    }

    @Override
    public String owner(JsonNode source) {
        return SmartDokLists.text(source, "Id");
    }

    @Override
    public Iterator<List<JsonNode>> pages(Run run) {
        List<RegistrationPages.Slice> slices =
                new ArrayList<>(Slices.window(run.from(), run.to(), LocalDate.now(clock.withZone(Dokbro.OSLO))));
        LocalDate start = run.company().startDate();
        if (run.to() == null && start.isBefore(run.from())) {
            states.readUntil(run.company().key(), entity())
                    .ifPresent(until -> slices.add(Slices.changedBefore(run.from(), start, until)));
        }
        var pages = new RegistrationPages(
                RegistrationPages.of(run, smartdok),
                slices,
                registration -> approvals.trusted(run, registration),
                given -> askedFor(run, given),
                days.apply(run));
        return new ReadAhead<>(pages, run);
    }

    /**
     * What the slices did not give and no run may forget: registrations that wait or are dead, wherever they stand now, and linked ones of
     * the window. Pages move while they are read, so what is missing is only suspected, and compared like all others where it is still there.
     */
    private List<JsonNode> askedFor(Run run, Set<String> given) {
        Set<String> loose =
                new TreeSet<>(deadLetters.owners(run.company().key(), entity()).keySet());
        loose.removeAll(given);
        List<JsonNode> found = new ArrayList<>(confirmation.ask(run, loose).there());
        // The brake holds what follows from a read of nothing; only what a person has approved is asked for one by one.
        if (!given.isEmpty() || !found.isEmpty() || run.isApproval()) {
            Map<String, LocalDate> suspects = new HashMap<>(linked(run));
            suspects.keySet().removeAll(given);
            found.forEach(registration -> suspects.remove(owner(registration)));
            found.addAll(stillThere(run, suspects));
        }
        return found;
    }

    /** Day by day, and not too many at a time: somebody may have withdrawn a whole month. */
    private List<JsonNode> stillThere(Run run, Map<String, LocalDate> suspects) {
        List<String> ids = suspects.entrySet().stream()
                .sorted(Map.Entry.<String, LocalDate>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        List<JsonNode> there = new ArrayList<>();
        Set<String> unsure = run.once(UNSURE, HashSet::new);
        for (int from = 0; from < ids.size(); from += AT_A_TIME) {
            Confirmation.Answer answer =
                    confirmation.ask(run, ids.subList(from, Math.min(from + AT_A_TIME, ids.size())));
            unsure.addAll(answer.unsure());
            there.addAll(answer.there());
        }
        return there;
    }

    private Map<String, LocalDate> linked(Run run) {
        LocalDate to = run.to() == null ? LocalDate.of(9999, 12, 31) : run.to();
        return links.linkedOwners(run.company().key(), entity(), run.from(), to);
    }

    /** Found by its id, then looked for among the approved ones of its day. */
    @Override
    public List<JsonNode> one(Run run, String owner) {
        Confirmation.Answer answer = confirmation.ask(run, List.of(owner));
        if (!answer.unsure().isEmpty()) {
            throw new RecordFailure(
                    Reason.READ_ENDED_EARLY, Api.SMARTDOK, "registration " + owner + " moved while it was read");
        }
        return days.apply(run).alone().apply(answer.there());
    }

    /** Those that are still there were given with the pages. */
    @Override
    public List<Missing> missing(Run run, Set<String> seen) {
        Set<String> missing = new TreeSet<>(linked(run).keySet());
        missing.removeAll(seen);
        Set<String> unsure = run.once(UNSURE, HashSet::new);
        return missing.stream()
                .map(owner -> new Missing(owner, unsure.contains(owner) ? UNSURE : null))
                .toList();
    }
}
