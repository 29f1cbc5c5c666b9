package dokbro.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Json;
import dokbro.api.ApiCall;
import dokbro.api.Failures;
import dokbro.api.LastLook;
import dokbro.api.Withheld;
import dokbro.entity.Entity;
import dokbro.failure.FailureClass;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import dokbro.link.Claims;
import dokbro.link.Link;
import java.time.Clock;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Puts the old record of a replacement back where Go refuses the new one (design, section 3.10), so that hours are never missing from
 * payroll because of a change that Go does not take. {@code begin} and {@code confirm} are steps of {@code direct:put-back}.
 */
@Component("putBack")
public class PutBack {

    private static final Logger LOG = LoggerFactory.getLogger(PutBack.class);

    private final Claims claims;
    private final Entities entities;
    private final RefusedTwins twins;
    private final Failures failures;
    private final ProducerTemplate template;
    private final Clock clock;

    PutBack(
            Claims claims,
            Entities entities,
            RefusedTwins twins,
            Failures failures,
            ProducerTemplate template,
            Clock clock) {
        this.claims = claims;
        this.entities = entities;
        this.twins = twins;
        this.failures = failures;
        this.template = template;
        this.clock = clock;
    }

    /**
     * Sends the old record after the new one was refused. Where no answer comes, the claim stays, and the next run looks.
     *
     * @return why the change did not go: the refusal itself, or HALF_REPLACED where Go holds nothing now
     */
    RecordFailure after(RecordFailure refusal, Transfer transfer, Run run, String resource) {
        Exchange sent = template.send("direct:put-back", exchange -> {
            exchange.setProperty("run", run);
            exchange.setProperty("transfer", transfer);
            exchange.setProperty("resource", resource);
            exchange.setProperty(LastLook.PROPERTY, new StillOurs(claims, transfer, run, clock));
        });
        return sent.getException() == null ? refusal : failed(refusal, transfer, run, sent);
    }

    private RecordFailure failed(RecordFailure refusal, Transfer transfer, Run run, Exchange sent) {
        Throwable thrown = Withheld.reason(sent.getException());
        if (thrown instanceof DataAccessException || LinkSteps.leftToOthers(thrown)) {
            // Nothing that Go said: the claim stays for whoever has it next.
            throw (RuntimeException) thrown;
        }
        RecordFailure failure = failures.of(thrown, sent.getProperty(ApiCall.PROPERTY, ApiCall.class));
        Optional<String> holder = transfer.way().guarded()
                ? twins.holder(transfer.kind(), transfer.putBack(), failure, run)
                : Optional.empty();
        if (holder.isPresent()) {
            stands(transfer, holder.get());
            return refusal;
        }
        FailureClass kind = failure.reason().failureClass();
        if (kind == FailureClass.DATA || kind == FailureClass.LOCKED) {
            return nothingLeft(refusal, transfer, run);
        }
        LOG.warn(
                "{}: {} {} could not be put back: {}", run, transfer.kind(), transfer.sourceId(), failure.getMessage());
        if (!DeadLetterChannel.inDoubt(transfer, failure)) {
            claims.release(transfer.claim(), run.id());
        }
        return refusal;
    }

    private RecordFailure nothingLeft(RecordFailure refusal, Transfer transfer, Run run) {
        claims.giveUp(transfer.claim(), run.id());
        return new RecordFailure(refusal, Reason.HALF_REPLACED, refusal.getMessage());
    }

    /** The old record as it was sent, with the next generation's mark; claimed and committed. */
    public void begin(@ExchangeProperty("transfer") Transfer transfer, @ExchangeProperty("run") Run run) {
        Link link = transfer.claim();
        Entity<?> entity =
                entities.find(run.company(), transfer.kind()).orElseThrow().entity();
        ObjectNode old = Mapping.map(
                        entity,
                        run,
                        run.company(),
                        transfer.sourceId(),
                        link.generation() + 1,
                        link.facts(),
                        link,
                        entity.marked())
                .payload();
        ObjectNode payload = (ObjectNode) Json.canonical(old);
        transfer.puttingBack(claims.puttingBack(link, payload), payload);
    }

    /** The old record stands in Go again: the link has its facts as before, and the new id. */
    public void confirm(@Body Object body, @ExchangeProperty("transfer") Transfer transfer) {
        stands(transfer, LinkSteps.created(body));
    }

    private void stands(Transfer transfer, String target) {
        Link link = transfer.claim();
        claims.confirm(link, target, link.claim().payload(), link.label(), true);
        transfer.standsAgain();
    }
}
