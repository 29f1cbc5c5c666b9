package dokbro.run;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A person's wish that a run shall end, kept in the database so that it reaches the node on which the run goes. */
@Component
class StopOrders {

    private final JdbcClient jdbc;
    private final EntityState states;

    StopOrders(JdbcClient jdbc, EntityState states) {
        this.jdbc = jdbc;
        this.states = states;
    }

    /** Asks the run's node to end it; false when the run holds no lease (dry runs, replays) or has ended. */
    boolean ask(long run, String why) {
        return jdbc.sql("update run set stop_asked = :why where id = :id and state = 'RUNNING' and not dry_run"
                                + " and cause <> 'REPLAY'")
                        .param("why", why)
                        .param("id", run)
                        .update()
                == 1;
    }

    /** Ends the run at its next record when somebody has asked for it, paused its entity, or marked it as ended. */
    void obey(Run run) {
        Optional<Order> order = jdbc.sql("select state, stop_asked from run where id = :id")
                .param("id", run.id())
                .query((row, n) -> new Order(row.getString(1), row.getString(2)))
                .optional();
        order.filter(now -> !now.state().equals(RunState.RUNNING.name()))
                .ifPresent(now -> run.endEarly(RunState.INTERRUPTED, "Another node has taken over."));
        order.map(Order::stopAsked).ifPresent(why -> run.endEarly(RunState.STOPPED, why));
        states.pause(run.company().key(), run.entity())
                .ifPresent(pause -> run.endEarly(
                        RunState.STOPPED, run.entity() + " was paused by " + pause.by() + ": " + pause.reason()));
    }

    private record Order(String state, String stopAsked) {}
}
