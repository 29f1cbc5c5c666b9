package dokbro.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dokbro.Json;
import dokbro.api.ApiCall;
import dokbro.api.Failures;
import dokbro.api.Retries;
import dokbro.link.Link;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** The calls that carry a record out in PowerOffice Go. */
@Component
public class PowerOfficeWrites {

    private final Failures failures;
    private final Retries retries;

    PowerOfficeWrites(Failures failures, Retries retries) {
        this.failures = failures;
        this.retries = retries;
    }

    /** The old record goes: the whole of a delete, the first half of a replacement. */
    public ApiCall takeAway(
            @ExchangeProperty("transfer") Transfer transfer,
            @ExchangeProperty("run") Run run,
            @ExchangeProperty("resource") String resource) {
        return call(transfer, run, "DELETE", resource + "/" + transfer.row().targetId(), null);
    }

    /** POST for a new record; for a changed one a JSON Patch of the members that its changed facts touch. */
    public ApiCall write(
            @ExchangeProperty("transfer") Transfer transfer,
            @ExchangeProperty("run") Run run,
            @ExchangeProperty("resource") String resource) {
        return transfer.row().operation() == Operation.UPDATE
                ? call(transfer, run, "PATCH", resource + "/" + transfer.row().targetId(), patch(transfer))
                : call(transfer, run, "POST", resource, transfer.payload());
    }

    /**
     * Asked by the error handling: what is to be taken away is not there. True for a delete, and for a replacement whose delete may have
     * gone through before without an answer; else a user has deleted the record in Go, and nobody but a person makes it anew.
     */
    public boolean alreadyGone(Exchange exchange) {
        Transfer transfer = exchange.getProperty("transfer", Transfer.class);
        return transfer != null
                && failures.alreadyGone(exchange)
                && (mayBeOurs(transfer) || retries.repeated(exchange));
    }

    private static boolean mayBeOurs(Transfer transfer) {
        Link.Doubt doubt = transfer.link().doubt();
        return transfer.operation() == Operation.DELETE || (doubt != null && doubt.mayBeGone());
    }

    /** The old record of a replacement comes back. */
    public ApiCall putBack(
            @ExchangeProperty("transfer") Transfer transfer,
            @ExchangeProperty("run") Run run,
            @ExchangeProperty("resource") String resource) {
        return call(transfer, run, "POST", resource, transfer.putBack());
    }

    private static ApiCall call(Transfer transfer, Run run, String method, String path, JsonNode body) {
        ApiCall call = new ApiCall(run.company(), method, path, Map.of(), body);
        // Only now: what fails before this has certainly sent nothing.
        transfer.sending();
        return call;
    }

    private static ArrayNode patch(Transfer transfer) {
        ArrayNode patch = Json.mapper().createArrayNode();
        for (String member : transfer.touched()) {
            JsonNode value = transfer.payload().get(member);
            patch.addObject()
                    .put("op", "replace")
                    .put("path", "/" + member)
                    .set("value", value == null ? NullNode.getInstance() : value);
        }
        return patch;
    }
}
