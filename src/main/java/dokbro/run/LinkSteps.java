package dokbro.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Json;
import dokbro.api.ApiAnswer;
import dokbro.api.LastLook;
import dokbro.deadletter.DeadLetter;
import dokbro.deadletter.DeadLetters;
import dokbro.failure.FailureClass;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import dokbro.link.ClaimLost;
import dokbro.link.Claims;
import dokbro.link.Link;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** The link's part in a record's way: {@code resolve}, {@code claim}, {@code takenAway} and {@code confirm} of the routes. */
@Component("links")
public class LinkSteps {

    /** Where an entity has no deep run, a refused record is tried again unasked once a day. */
    private static final Duration REFUSED_REST = Duration.ofHours(24);

    private static final Set<String> WHOLE = Set.of(Operation.CREATE.name(), Operation.REPLACE.name());

    private final Claims claims;
    private final DeadLetters deadLetters;
    private final RunRecords records;
    private final Clock clock;

    LinkSteps(Claims claims, DeadLetters deadLetters, RunRecords records, Clock clock) {
        this.claims = claims;
        this.deadLetters = deadLetters;
        this.records = records;
        this.clock = clock;
    }

    /** Source ids become target ids. A parent without a link makes the record WAIT. */
    public Transfer resolve(@Body Transfer transfer, @ExchangeProperty("run") Run run) {
        if (transfer.mapped() != null) {
            transfer.payload((ObjectNode) Json.canonical(run.linkedIds().resolve(transfer.mapped())));
        }
        return transfer;
    }

    /** Claims the record, committed before anything is sent. A row whose link has changed since the plan is left alone. */
    public Transfer claim(@Body Transfer transfer, @ExchangeProperty("run") Run run, Exchange exchange) {
        if (run.ended()) {
            throw new RunEnded();
        }
        if (run.dry()) {
            throw new IllegalStateException("A dry run sends nothing");
        }
        PlanRow row = transfer.row();
        if (transfer.link().version() != row.linkVersion()) {
            throw new RecordChanged(transfer.link());
        }
        DeadLetter letter = transfer.deadLetter();
        if (letter != null && run.cause() != Cause.REPLAY && refusedBefore(letter, transfer, run)) {
            throw new StillRefused(letter);
        }
        transfer.claimed(claims.claim(
                transfer.link(),
                run.id(),
                row.operation().name(),
                row.facts(),
                transfer.payload(),
                row.targetId(),
                row.date()));
        exchange.setProperty(LastLook.PROPERTY, new StillOurs(claims, transfer, run, clock));
        return transfer;
    }

    /** The same was refused before: it is sent again on replay, or by the deep run at night (design, ruling 10.3). */
    private boolean refusedBefore(DeadLetter letter, Transfer transfer, Run run) {
        boolean refusal = letter.failureClass() == FailureClass.DATA || letter.failureClass() == FailureClass.LOCKED;
        boolean hasDeep = run.company().entities().get(run.entity()).deepCron() != null;
        return refusal
                && letter.sentAt() != null
                && run.cause() != Cause.DEEP
                && (hasDeep || letter.sentAt().plus(REFUSED_REST).isAfter(clock.instant()))
                // The old record still has to come back.
                && !transfer.link().halfReplaced()
                && sameRequest(transfer.row().operation().name(), letter.operation())
                && Objects.equals(transfer.facts(), letter.facts())
                && transfer.sends(letter.request());
    }

    /** A replacement that was cut off goes on as a create. */
    private static boolean sameRequest(String operation, String refused) {
        return operation.equals(refused) || (WHOLE.contains(operation) && WHOLE.contains(String.valueOf(refused)));
    }

    /** The old record is gone from the target; remembered before the create of a replacement is sent. */
    public void takenAway(@ExchangeProperty("transfer") Transfer transfer) {
        if (transfer.row().operation() == Operation.REPLACE) {
            transfer.halfDone(claims.takenAway(transfer.claim()));
        }
    }

    /** The call went through: facts, payload and target id hold from now on, and the dead letter of the record closes. */
    public void confirm(
            @Body Object body, @ExchangeProperty("transfer") Transfer transfer, @ExchangeProperty("run") Run run) {
        arrived(transfer, run, transfer.row().operation() == Operation.DELETE ? null : target(body, transfer));
    }

    /** As {@link #confirm}, for a record that is known to stand in the target; null after a delete. */
    void arrived(Transfer transfer, Run run, String target) {
        PlanRow row = transfer.row();
        claims.confirm(transfer.claim(), target, transfer.payload(), row.label(), true);
        run.sent(transfer);
        deadLetters.close(
                run.company().key(), row.kind(), row.sourceId(), DeadLetter.Status.SUPERSEDED, "run " + run.id());
        String known = row.operation() == Operation.CREATE ? row.note() : null;
        records.outcome(
                run, row.sourceId(), row.operation().outcome(), known, null, target == null ? row.targetId() : target);
    }

    private static String target(Object body, Transfer transfer) {
        if (transfer.row().operation() == Operation.UPDATE || transfer.row().operation() == Operation.ADOPT) {
            return transfer.row().targetId();
        }
        return created(body);
    }

    /** The id in the answer to a create. */
    static String created(Object body) {
        JsonNode id = body instanceof ApiAnswer answer && answer.body() != null
                ? answer.body().path("Id")
                : null;
        if (id == null || !id.isValueNode() || id.isNull()) {
            throw new RecordFailure(Reason.IN_DOUBT, "the target", "the answer to the create has no Id");
        }
        return id.asText();
    }

    /** Links a register row; nothing is sent. Several sources may share one target. */
    public void adopt(@Body Transfer transfer, @ExchangeProperty("run") Run run) {
        PlanRow row = transfer.row();
        Link link = transfer.link();
        Link claimed = claims.claim(link, run.id(), row.operation().name(), row.facts(), null, row.targetId(), null);
        claims.confirm(claimed, row.targetId(), null, row.label(), false);
        deadLetters.close(
                run.company().key(), row.kind(), row.sourceId(), DeadLetter.Status.SUPERSEDED, "run " + run.id());
        records.outcome(run, row.sourceId(), row.operation().outcome(), null, row.note(), row.targetId());
    }

    /** Ends the claim of a change of texts that met a lock. */
    void lockedText(Transfer transfer, Run run) {
        claims.lockedText(transfer.claim(), run.id());
    }

    /** The target refuses the change and holds by now what it asks for: somebody has made it there by hand. */
    void alreadyDone(Transfer transfer, Run run, Set<String> textFacts, Set<String> textMembers) {
        PlanRow row = transfer.row();
        boolean deletes = row.operation() == Operation.DELETE;
        if (deletes) {
            claims.confirm(transfer.claim(), null, transfer.payload(), row.label(), true);
        } else {
            asItStands(transfer, textFacts, textMembers);
        }
        deadLetters.close(run.company().key(), row.kind(), row.sourceId(), DeadLetter.Status.CLOSED, "run " + run.id());
        records.outcome(
                run,
                row.sourceId(),
                deletes ? Outcome.DELETED : Outcome.ADOPTED,
                "equal-in-target",
                null,
                row.targetId());
    }

    /** Texts and marks stay as the link knows them, since nothing was written; a changed text follows with the next change. */
    private void asItStands(Transfer transfer, Set<String> textFacts, Set<String> textMembers) {
        Link link = transfer.claim();
        ObjectNode facts = transfer.facts().deepCopy();
        textFacts.forEach(text -> facts.set(text, link.facts().get(text)));
        ObjectNode payload = transfer.payload().deepCopy();
        payload.remove(textMembers);
        if (link.payload() instanceof ObjectNode before) {
            payload.setAll(before.deepCopy().retain(textMembers));
        }
        JsonNode later = facts.equals(transfer.facts()) ? null : transfer.facts();
        claims.heldAlready(link, facts, payload, later);
    }

    /** Ends the claim of a change or delete that got no answer. */
    void doubt(Transfer transfer, Run run) {
        claims.doubt(transfer.claim(), run.id());
    }

    /** Frees a claim of a record for which nothing was done. */
    void release(Transfer transfer, Run run) {
        if (transfer.claim() != null) {
            claims.release(transfer.claim(), run.id());
        }
    }

    /** The run had to end before the call went out. An earlier try of a change or delete may have had its effect all the same. */
    void cutShort(Transfer transfer, Run run) {
        if (transfer.claim() == null) {
            return;
        }
        if (transfer.sends() > 0 && transfer.operation() != Operation.CREATE && !transfer.half()) {
            doubt(transfer, run);
        } else {
            release(transfer, run);
        }
    }

    /** The run has to end; the record is left for the next one. */
    static final class RunEnded extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The link has changed since the plan: somebody replayed the record meanwhile. */
    static final class RecordChanged extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RecordChanged(Link link) {
            super(link.entity() + " " + link.sourceId() + " was changed since the plan");
        }
    }

    static boolean leftToOthers(Throwable failure) {
        return failure instanceof ClaimLost || failure instanceof RecordChanged;
    }
}
