package dokbro.run;

import dokbro.run.Hold.Kind;
import dokbro.run.Hold.State;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/**
 * What of a plan is held before it is applied (design, section 3, step 5 and "Canary"): first what follows a change of master, then what
 * waits for a canary, then what is too much to go unseen. A held row is not handed out by {@link Apply}.
 */
@Component("brake")
public class PlanHolds {

    private final PlanRows rows;
    private final Holds holds;
    private final SwitchHold switches;
    private final Canaries canaries;
    private final RunHistory history;

    PlanHolds(PlanRows rows, Holds holds, SwitchHold switches, Canaries canaries, RunHistory history) {
        this.rows = rows;
        this.holds = holds;
        this.switches = switches;
        this.canaries = canaries;
        this.history = history;
    }

    /** A read of registrations that have no additions left is not a read of nothing. */
    private static long read(Run run) {
        return Math.max(run.tally().seen(), run.draft().seen().isEmpty() ? 0 : 1);
    }

    /** Marks the rows that stay, counts them as HELD, and remembers the question. */
    public void hold(@ExchangeProperty("run") Run run) {
        if (run.entity().equals(Entities.REFERENCE_DATA)) {
            return;
        }
        switches.hold(run);
        if (run.recomputes()) {
            holdRecomputed(run);
        } else {
            holdUsual(run);
        }
        run.tally().count(Outcome.HELD, rows.held(run));
    }

    /** Nothing of a recomputed period goes unseen: only what stands in the plan that a person has approved. */
    private void holdRecomputed(Run run) {
        if (run.approves() != null) {
            canaries.choose(run);
            rows.markAsIn(run, run.approves(), Set.of("recompute", "canary"), "released");
        }
        // A new record that the target has refused before is refused again unsent.
        String shown = "operation <> 'WAIT' and (operation <> 'CREATE' or " + PlanRows.NOT_REFUSED + ")";
        if (rows.mark(run, shown, "recompute", null) > 0) {
            holds.open(run, Kind.RECOMPUTE, null, null);
            run.hold();
        }
    }

    private void holdUsual(Run run) {
        canaries.choose(run);
        Optional<Hold> before = holds.newest(run, Kind.BRAKE, null);
        if (run.approves() != null) {
            rows.markAsIn(run, run.approves(), Set.of("brake"), "released");
        }
        // What was rejected earlier still is where a newer plan is held for other rows.
        before.ifPresent(hold -> rows.markAsIn(
                run,
                hold.run(),
                hold.state() == State.REJECTED ? Set.of("brake", "rejected") : Set.of("rejected"),
                "rejected"));
        Map<Operation, Long> counts = new EnumMap<>(Operation.class);
        counts.putAll(rows.unmarked(run));
        Set<Operation> held = Brake.held(run.company().brake(), read(run), counts);
        if (!held.isEmpty()) {
            String operations =
                    held.stream().map(operation -> "'" + operation + "'").collect(Collectors.joining(", "));
            rows.mark(run, "operation in (" + operations + ") and " + PlanRows.NOT_REFUSED, "brake", null);
            holds.open(run, Kind.BRAKE, null, null);
            run.hold();
        } else {
            before.filter(hold -> hold.state() == State.OPEN && covers(run, hold))
                    .ifPresent(hold -> holds.close(hold, run));
        }
    }

    /** A run over a shorter window says nothing of what an older one was held for. */
    private boolean covers(Run run, Hold hold) {
        return history.find(hold.company(), hold.run())
                .map(older -> run.to() == null && !run.from().isAfter(older.from()))
                .orElse(true);
    }

    /** The canaries of this run are read back. */
    public void look(@ExchangeProperty("run") Run run) {
        canaries.look(run);
    }
}
