package dokbro.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dokbro.Json;
import dokbro.api.ApiCall;
import dokbro.api.Failures;
import dokbro.link.Link;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** The calls that carry a record out in PowerOffice Go. */
@Component
public class PowerOfficeWrites {

    /**
     * The old record goes: the whole of a delete, the first half of a replacement. What the API cannot delete is reversed, which only posted
     * vouchers are (property {@code reversal}). For what is deleted, that it is not there is fine for a delete, and for a
     * replacement whose delete may have gone through before; else a user has deleted it in Go, and nobody but a person makes it anew.
     */
    public ApiCall takeAway(
            @ExchangeProperty("transfer") Transfer transfer,
            @ExchangeProperty("run") Run run,
            @ExchangeProperty("resource") String resource,
            @ExchangeProperty("reversal") String reversal,
            @ExchangeProperty("takenFrom") String takenFrom,
            Exchange exchange) {
        if (reversal != null) {
            return call(transfer, run, "POST", reversal + "/" + transfer.row().targetId(), null);
        }
        exchange.setProperty(Failures.MAY_BE_GONE, mayBeOurs(transfer));
        return call(
                transfer,
                run,
                "DELETE",
                (takenFrom == null ? resource : takenFrom) + "/"
                        + transfer.row().targetId(),
                null);
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
        call = "POST".equals(method) && body != null && transfer.way().guarded() ? call.guardedByReference() : call;
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
