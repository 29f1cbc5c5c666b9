package dokbro.run;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/**
 * The step {@code lookFirst} of routes whose target says itself that a record is closed: asked before it is changed, since a record that is
 * not found is else taken for deleted, though it has become something else, such as an invoice.
 */
@Component("lookFirst")
public class LookFirst {

    private final Entities entities;

    LookFirst(Entities entities) {
        this.entities = entities;
    }

    /** Throws why the record cannot be changed; without a record in the target there is nothing to ask. */
    public void look(@ExchangeProperty("transfer") Transfer transfer, @ExchangeProperty("run") Run run) {
        String target = transfer.row().targetId();
        if (target == null) {
            return;
        }
        TargetRecords targets =
                entities.find(run.company(), transfer.kind()).orElseThrow().targets();
        JsonNode record = targets.find(run, target).orElse(null);
        if (record != null) {
            transfer.held(record);
            targets.lock(record).ifPresent(lock -> {
                throw lock;
            });
        }
    }
}
