package dokbro.run;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.deadletter.DeadLetter;
import dokbro.deadletter.DeadLetter.Status;
import dokbro.deadletter.DeadLetters;
import dokbro.failure.FailureClass;
import dokbro.failure.Reason;
import dokbro.link.ClaimLost;
import dokbro.link.Claims;
import dokbro.link.Link;
import dokbro.link.Links;
import dokbro.run.RunRefused.Why;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a person decides about a dead letter instead of sending it again. */
@Component
public class Decisions {

    /** Questions about records that stand in Go and are not to stand there as ordinary ones. */
    private static final Set<Reason> TAKEN_AWAY_BY_HAND =
            Set.of(Reason.BEFORE_START_DATE, Reason.ALL_BANKED_AFTER_SENT);

    private final DeadLetters deadLetters;
    private final Links links;
    private final Claims claims;

    Decisions(DeadLetters deadLetters, Links links, Claims claims) {
        this.deadLetters = deadLetters;
        this.links = links;
        this.claims = claims;
    }

    /**
     * The record is not sent until its facts change; where it never came to facts, until the source record does.
     *
     * @throws RunRefused DECIDED when the letter is not open any more
     */
    public void discard(DeadLetter letter, String who, String note) {
        decide(letter, Status.DISCARDED, who, note);
    }

    /**
     * Somebody has put the difference right by hand in Go: what SmartDok has becomes the baseline, nothing is sent for the record any more,
     * and only later changes show, again as dead letters.
     *
     * @throws RunRefused NOT_SETTLEABLE for a record that nothing locks in Go; DECIDED when the letter is not open any more, or the record is
     *     being sent
     */
    @Transactional
    public void settle(DeadLetter letter, String who, String note) {
        boolean takenAway = TAKEN_AWAY_BY_HAND.contains(letter.reason());
        if (letter.failureClass() != FailureClass.LOCKED && !takenAway) {
            throw new RunRefused(
                    Why.NOT_SETTLEABLE,
                    "Only what is locked in Go is settled by hand; correct the cause and send again, or discard",
                    null);
        }
        decide(letter, Status.SETTLED, who, note);
        Link link = links.find(letter.company(), letter.entity(), letter.sourceId())
                .orElse(Link.none(letter.company(), letter.entity(), letter.sourceId(), letter.owner()));
        boolean nothing = takenAway
                || letter.difference() == null
                || letter.difference().path("now").isNull();
        JsonNode baseline = nothing ? null : letter.facts();
        try {
            claims.settle(link, baseline, letter.date());
        } catch (ClaimLost lost) {
            throw new RunRefused(Why.DECIDED, "The record is being sent, or has just changed; look at it again", null);
        }
    }

    private void decide(DeadLetter letter, Status how, String who, String note) {
        if (!deadLetters.decide(letter, how, who, note)) {
            throw new RunRefused(
                    Why.DECIDED, "Dead letter " + letter.id() + " has changed meanwhile; look at it again", null);
        }
    }
}
