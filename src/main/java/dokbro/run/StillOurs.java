package dokbro.run;

import dokbro.api.ApiCall;
import dokbro.api.LastLook;
import dokbro.api.Withheld;
import dokbro.link.ClaimLost;
import dokbro.link.Claims;
import java.time.Clock;
import java.time.Duration;
import org.springframework.dao.DataAccessException;

/**
 * The last look before a record's call goes on the wire: the run still goes, and the claim is a second old at the most or has just been made
 * anew, under the condition that the run is still RUNNING in the database. So a node that was paused past its lease, between claim and send or
 * between two tries, does not send, and a claim's age always counts from its last send.
 *
 * <p>What no client can rule out: a pause between this look and the first byte. Another run touches the claim only after
 * {@link RunSettings#settleAfter}; a longer pause right there could make a second record, which then bears the same mark.
 */
final class StillOurs implements LastLook {

    /** So that a send without any wait costs no further commit. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Claims claims;
    private final Transfer transfer;
    private final Run run;
    private final Clock clock;

    StillOurs(Claims claims, Transfer transfer, Run run, Clock clock) {
        this.claims = claims;
        this.transfer = transfer;
        this.run = run;
        this.clock = clock;
    }

    @Override
    public void before(ApiCall call) {
        try {
            // A replacement's old record comes back also when the run has to end: that is the end of the record.
            if (run.ended() && transfer.putBack() == null) {
                throw new LinkSteps.RunEnded();
            }
            if (transfer.sends() > 0 || !fresh()) {
                transfer.renewed(claims.renew(transfer.claim()));
            }
            transfer.sends(transfer.sends() + 1);
        } catch (LinkSteps.RunEnded | ClaimLost | DataAccessException own) {
            throw new Withheld(own);
        }
    }

    /** By both clocks: the machine's steady one stands still while a virtual machine sleeps, the other may be set. */
    private boolean fresh() {
        Duration age = Duration.between(transfer.claim().claim().at(), clock.instant());
        return age.compareTo(FRESH) <= 0 && System.nanoTime() - transfer.claimedNanos() <= FRESH.toNanos();
    }
}
