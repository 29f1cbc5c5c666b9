package dokbro.run;

import dokbro.run.Hold.Kind;
import dokbro.run.Hold.State;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** After a change of master nothing of the first plan goes before a person has seen it, not even a record that is only linked. */
@Component
class SwitchHold {

    private static final String MARK = "switch";

    /** Whatever would be carried out. */
    private static final String ROWS = "operation <> 'WAIT'";

    private final EntityState states;
    private final PlanRows rows;
    private final Holds holds;

    SwitchHold(EntityState states, PlanRows rows, Holds holds) {
        this.states = states;
        this.rows = rows;
        this.holds = holds;
    }

    /** Marks what stays: all, until it is approved; then what was not in the plan that was approved. */
    void hold(Run run) {
        boolean changed = states.master(run.company().key(), run.entity())
                .filter(EntityState.Standing::changed)
                .isPresent();
        if (!changed) {
            return;
        }
        Optional<Hold> last = holds.newest(run, Kind.SWITCH, null);
        boolean approved = last.filter(hold -> hold.state() == State.APPROVED).isPresent();
        if (approved && !Long.valueOf(last.get().run()).equals(run.approves())) {
            return;
        }
        last.filter(hold -> hold.state() == State.REJECTED)
                .ifPresent(hold -> rows.markAsIn(run, hold.run(), Set.of(MARK, "rejected"), "rejected"));
        int held =
                approved ? rows.markNotIn(run, last.get().run(), Set.of(MARK), MARK) : rows.mark(run, ROWS, MARK, null);
        if (held > 0) {
            holds.open(run, Kind.SWITCH, null, null);
            run.hold();
        }
    }
}
