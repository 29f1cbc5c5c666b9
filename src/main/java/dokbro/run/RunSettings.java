package dokbro.run;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code dokbro.run} in application.yaml.
 *
 * @param lease how long a run's lease lasts without being kept alive
 * @param replicaLag how far behind a read from Go may be
 * @param callTimeout how long an unanswered call may still have its effect
 * @param timers false: nothing starts by the clock (tests)
 * @param stopWithin how long a stopping service waits for its runs to end at a record
 */
@ConfigurationProperties("dokbro.run")
public record RunSettings(
        @DefaultValue("60s") Duration lease,
        @DefaultValue("2s") Duration replicaLag,
        @DefaultValue("30s") Duration callTimeout,
        @DefaultValue("true") boolean timers,
        @DefaultValue("20s") Duration stopWithin) {

    /**
     * A claim whose last send is this long ago can be settled: the lease under which it was sent has ended, the call is over, and a read shows
     * its effect.
     */
    public Duration settleAfter() {
        return lease.plus(callTimeout).plus(replicaLag);
    }
}
