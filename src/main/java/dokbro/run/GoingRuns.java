package dokbro.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The runs that go on this node, and how they are ended. */
@Component
class GoingRuns {

    private final RunHistory history;
    private final StopOrders orders;
    private final Map<Long, Run> going = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    GoingRuns(RunHistory history, StopOrders orders) {
        this.history = history;
        this.orders = orders;
    }

    void add(Run run) {
        going.put(run.id(), run);
        if (stopping) {
            end(run);
        }
    }

    void remove(Run run) {
        going.remove(run.id());
    }

    Optional<Run> find(long id) {
        return Optional.ofNullable(going.get(id));
    }

    /** As {@link Runs#stop}. */
    boolean stop(long id, RunState as, String why) {
        Optional<Run> here = find(id);
        here.ifPresent(run -> run.endEarly(as, why));
        return here.isPresent() || orders.ask(id, why);
    }

    /** Ends all at their next records; none starts any more. */
    List<Long> stopAll() {
        stopping = true;
        going.values().forEach(GoingRuns::end);
        return List.copyOf(going.keySet());
    }

    private static void end(Run run) {
        run.endEarly(RunState.INTERRUPTED, "The service is stopping.");
    }

    boolean stopping() {
        return stopping;
    }

    boolean idle() {
        return going.isEmpty();
    }

    /** Runs that have not come to a record within the time of a stop; from now on they can neither claim nor confirm. */
    void abandonAll() {
        going.values()
                .forEach(run -> history.end(
                        run.id(),
                        RunState.INTERRUPTED,
                        run.tally().counts(),
                        "The service stopped in the middle of a record."));
    }
}
