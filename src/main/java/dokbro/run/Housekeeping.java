package dokbro.run;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How far back plans and the outcomes of single records are kept. */
@Component("housekeeping")
public class Housekeeping {

    private final Duration keep;
    private final RunHistory history;
    private final Clock clock;

    Housekeeping(@Value("${dokbro.housekeeping.keep:30d}") Duration keep, RunHistory history, Clock clock) {
        this.keep = keep;
        this.history = history;
        this.clock = clock;
    }

    /** Older than this goes; a SQL timestamp, for the jdbc step. */
    public Timestamp before() {
        return Timestamp.from(clock.instant().minus(keep));
    }

    /** Marks the runs of nodes that are gone, and forgets those nodes. */
    public void nodes() {
        history.interruptDead();
        history.forgetNodes();
    }
}
