package dokbro.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dokbro.Json;
import dokbro.api.ApiCall;
import dokbro.api.Failures;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** The calls that carry a record out in PowerOffice Go. */
@Component
public class PowerOfficeWrites {

    private final Failures failures;

    PowerOfficeWrites(Failures failures) {
        this.failures = failures;
    }

    /** The old record goes: the whole of a delete, the first half of a replacement. */
    public ApiCall takeAway(
            @ExchangeProperty("transfer") Transfer transfer,
            @ExchangeProperty("run") Run run,
            @ExchangeProperty("resource") String resource) {
        return call(transfer, run, "DELETE", resource + "/" + transfer.row().targetId(), null);
    }

    /** Asked by the error handling: Go itself, not a gateway before it, says that what is to be deleted is not there. */
    public boolean alreadyGone(Exchange exchange) {
        ApiCall call = exchange.getProperty(ApiCall.PROPERTY, ApiCall.class);
        Throwable thrown = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        return call != null && "DELETE".equals(call.method()) && failures.absent(thrown);
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

    private static ApiCall call(Transfer transfer, Run run, String method, String path, JsonNode body) {
        transfer.sending();
        return new ApiCall(run.company(), method, path, Map.of(), body);
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
