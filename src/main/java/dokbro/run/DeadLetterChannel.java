package dokbro.run;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.api.ApiCall;
import dokbro.api.Failures;
import dokbro.api.Withheld;
import dokbro.deadletter.DeadLetter;
import dokbro.deadletter.DeadLetters;
import dokbro.failure.FailureClass;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.time.Clock;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * The end of every record that cannot go on. What happens depends on how far the record had come and on the failure's class (design,
 * section 4). If this fails itself, the run fails: a record is never lost in silence.
 */
@Component
public class DeadLetterChannel {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterChannel.class);
    private static final int TRACE_LINES = 12;

    private final DeadLetters deadLetters;
    private final LinkSteps links;
    private final LockedRecords locked;
    private final PutBack putBack;
    private final RunRecords records;
    private final Failures failures;
    private final Clock clock;

    DeadLetterChannel(
            DeadLetters deadLetters,
            LinkSteps links,
            LockedRecords locked,
            PutBack putBack,
            RunRecords records,
            Failures failures,
            Clock clock) {
        this.deadLetters = deadLetters;
        this.links = links;
        this.locked = locked;
        this.putBack = putBack;
        this.records = records;
        this.failures = failures;
        this.clock = clock;
    }

    /** Takes the record in hand, as it entered its route, with the exception that ended its way. */
    public void store(
            @Body Failing record,
            @ExchangeProperty("run") Run run,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Throwable caught,
            Exchange exchange) {
        Throwable thrown = Withheld.reason(caught);
        if (thrown instanceof LinkSteps.RunEnded) {
            if (record instanceof Transfer transfer) {
                links.cutShort(transfer, run);
            }
            return;
        }
        if (thrown instanceof DataAccessException) {
            run.endEarly(
                    RunState.FAILED, "The database failed: " + thrown.getClass().getSimpleName());
            throw (DataAccessException) thrown;
        }
        if (thrown instanceof StillRefused refused) {
            records.outcome(
                    run, record, Outcome.DEAD, refused.deadLetter().reason().code(), "not sent again");
        } else if (record instanceof SourceRecord unreadable && discarded(unreadable, run)) {
            run.tally().read();
            records.outcome(run, record, Outcome.SKIPPED, "discarded", null);
        } else if (LinkSteps.leftToOthers(thrown)) {
            records.outcome(run, record, Outcome.SKIPPED, "changed-meanwhile", thrown.getMessage());
        } else {
            failed(record, run, thrown, exchange);
        }
    }

    private static boolean discarded(SourceRecord record, Run run) {
        return Discarded.holds(run, record.deadLetters().get(record.sourceId()), null, record.source());
    }

    private void failed(Failing record, Run run, Throwable thrown, Exchange exchange) {
        if (record instanceof SourceRecord) {
            // It never came to the comparison, where records are counted.
            run.tally().read();
        }
        ApiCall call = exchange.getProperty(ApiCall.PROPERTY, ApiCall.class);
        RecordFailure failure = failures.of(thrown, call);
        Transfer transfer = record instanceof Transfer value ? value : null;
        if (transfer != null) {
            failure = locked.meaning(transfer, failure, failures.absent(thrown), run);
            if (locked.resolved(transfer, failure, run)) {
                return;
            }
        }
        if (transfer != null && inDoubt(transfer, failure)) {
            LOG.warn("{} {} is in doubt: {}", record.kind(), record.sourceId(), failure.getMessage());
            records.outcome(run, record, Outcome.IN_DOUBT, failure.reason().code(), failure.getMessage());
            return;
        }
        if (transfer != null) {
            failure = ended(transfer, failure, run, exchange.getProperty("resource", String.class));
        }
        if (failure.reason().failureClass() == FailureClass.CONFIG) {
            run.endEarly(RunState.FAILED, failure.getMessage());
            return;
        }
        boolean waits = failure.reason().failureClass() == FailureClass.DEPENDENCY;
        if (!run.dry()) {
            deadLetters.store(letter(record, run, failure, thrown, exchange));
        }
        records.outcome(
                run,
                record,
                waits ? Outcome.WAITING : Outcome.DEAD,
                failure.reason().code(),
                failure.getMessage());
    }

    /**
     * Ends the claim. What may have had its effect is remembered; where the old record is gone already and the new one is refused, the old one
     * is put back.
     */
    private RecordFailure ended(Transfer transfer, RecordFailure failure, Run run, String resource) {
        boolean refused = failure.reason().failureClass() == FailureClass.DATA
                || failure.reason().failureClass() == FailureClass.LOCKED;
        if (transfer.half() && refused) {
            return putBack.after(failure, transfer, run, resource);
        }
        boolean maybe = transfer.phase() == Transfer.Phase.SENDING
                && failure.reason().failureClass() == FailureClass.TRANSIENT
                && failure.reason() != Reason.RATE_LIMITED
                && transfer.operation() != Operation.CREATE
                && !transfer.half();
        if (maybe) {
            links.doubt(transfer, run);
        } else {
            links.release(transfer, run);
        }
        return failure;
    }

    /** A call may have had its effect, and repeating it is not safe: the claim stays, and the next run looks. */
    static boolean inDoubt(Transfer transfer, RecordFailure failure) {
        return transfer.phase() == Transfer.Phase.SENDING
                && (failure.reason() == Reason.IN_DOUBT
                        || failure.reason() == Reason.BUG
                        || failure.reason() == Reason.TARGET_TAKEN);
    }

    private DeadLetter letter(Failing record, Run run, RecordFailure failure, Throwable thrown, Exchange exchange) {
        Integer status = failures.status(thrown);
        boolean sent = record instanceof Transfer transfer && transfer.sent();
        return new DeadLetter(
                0,
                run.company().key(),
                record.kind(),
                record.sourceId(),
                record.owner(),
                record.date(),
                run.id(),
                failure.reason(),
                failure.arguments(),
                exchange.getProperty(Exchange.FAILURE_ROUTE_ID, String.class),
                record.operation() == null ? null : record.operation().name(),
                status,
                record.source(),
                record.facts(),
                record.request(),
                failures.responseBody(thrown, exchange.getProperty(ApiCall.PROPERTY, ApiCall.class)),
                failure.reason().failureClass() == FailureClass.LOCKED ? difference(record, run) : null,
                failure.reason() == Reason.BUG ? trace(thrown) : null,
                0,
                DeadLetter.Status.OPEN,
                null,
                null,
                sent ? clock.instant() : null,
                null,
                null,
                null);
    }

    private JsonNode difference(Failing record, Run run) {
        if (record instanceof Transfer transfer) {
            return locked.difference(transfer, transfer.link(), run);
        }
        return record instanceof Found found ? locked.difference(found, found.link(), run) : null;
    }

    private static String trace(Throwable thrown) {
        StringBuilder trace = new StringBuilder(thrown.toString());
        StackTraceElement[] elements = thrown.getStackTrace();
        for (int i = 0; i < Math.min(TRACE_LINES, elements.length); i++) {
            trace.append("\n  at ").append(elements[i]);
        }
        return trace.toString();
    }
}
