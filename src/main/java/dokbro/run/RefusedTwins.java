package dokbro.run;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.entity.ImportReference;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * A record that Go refuses because it has one with the same reference: the first send had its effect, and only its answer was lost. What holds
 * the reference is Dokbro's only if it says just what was sent.
 */
@Component
class RefusedTwins {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedTwins.class);

    private final Entities entities;
    private final LinkSteps links;

    RefusedTwins(Entities entities, LinkSteps links) {
        this.entities = entities;
        this.links = links;
    }

    /** Confirms a record that stands in Go already; false where the failure means something else. */
    boolean arrived(Transfer transfer, RecordFailure failure, Run run) {
        if (!transfer.way().guarded() || transfer.phase() != Transfer.Phase.SENDING) {
            return false;
        }
        Optional<String> holder = holder(transfer.kind(), transfer.payload(), failure, run);
        holder.ifPresent(id -> {
            LOG.info("{}: {} {} had arrived as {}", run, transfer.kind(), transfer.sourceId(), id);
            links.arrived(transfer, run, transfer.operation() == Operation.DELETE ? null : id);
        });
        return holder.isPresent();
    }

    /** The id of the record that was sent before; empty where another one has its reference, or the failure means something else. */
    Optional<String> holder(String kind, JsonNode sent, RecordFailure failure, Run run) {
        if (failure.reason() != Reason.REFUSED || sent == null) {
            return Optional.empty();
        }
        String detail = failure.arguments().get(2);
        TargetRecords targets = entities.find(run.company(), kind).orElseThrow().targets();
        return ImportReference.holder(
                        detail, sent.path("ExternalImportReference").asText())
                .filter(id -> says(targets, run, id, sent));
    }

    /** What cannot be read is not taken; the next run is refused again and looks again. */
    private static boolean says(TargetRecords targets, Run run, String id, JsonNode sent) {
        try {
            return targets.find(run, id)
                    .filter(held -> TargetRecord.changes(held, sent).isEmpty())
                    .isPresent();
        } catch (RecordFailure unread) {
            LOG.warn("{}: {} could not be read back", run, id, unread);
            return false;
        }
    }
}
