package dokbro.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Json;
import dokbro.api.ApiAnswer;
import dokbro.api.ApiCall;
import dokbro.api.Failures;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import dokbro.link.Link;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** The calls that carry a record out in PowerOffice Go. */
@Component
public class PowerOfficeWrites {

    private final Entities entities;

    PowerOfficeWrites(Entities entities) {
        this.entities = entities;
    }

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
            Exchange exchange) {
        if (reversal != null) {
            return call(transfer, run, "POST", reversal + "/" + transfer.row().targetId(), null);
        }
        exchange.setProperty(Failures.MAY_BE_GONE, mayBeGone(transfer));
        return call(transfer, run, "DELETE", resource + "/" + transfer.row().targetId(), null);
    }

    /** Reads the record that is about to be linked. */
    public ApiCall read(
            @ExchangeProperty("transfer") Transfer transfer,
            @ExchangeProperty("run") Run run,
            @ExchangeProperty("resource") String resource) {
        return ApiCall.get(
                run.company(), resource + "/" + ApiCall.segment(transfer.row().targetId()), Map.of());
    }

    /**
     * What was read against what is wanted: the members that differ, and that Go can change, are written; the link remembers all others as
     * they stand in Go.
     */
    public void merge(
            @Body ApiAnswer answer, @ExchangeProperty("transfer") Transfer transfer, @ExchangeProperty("run") Run run) {
        if (!(answer.body() instanceof ObjectNode)) {
            throw new RecordFailure(Reason.BAD_ANSWER, "PowerOffice Go", "an empty answer to a read");
        }
        JsonNode current = entities.find(run.company(), transfer.kind())
                .orElseThrow()
                .targets()
                .asSent(answer.body());
        ObjectNode whole = transfer.payload().deepCopy();
        whole.fieldNames().forEachRemaining(member -> {
            if (!transfer.touched().contains(member) && current.has(member)) {
                whole.set(member, current.get(member));
            }
        });
        Set<String> differing = Mapping.fields(TargetRecord.changes(current, whole));
        transfer.differing(whole, differing);
    }

    /**
     * POST for a new record; for a changed one a JSON Patch of the members that its changed facts touch.
     *
     * @param creates where new records are posted; null where that is the resource itself
     */
    public ApiCall write(
            @ExchangeProperty("transfer") Transfer transfer,
            @ExchangeProperty("run") Run run,
            @ExchangeProperty("resource") String resource,
            @ExchangeProperty("creates") String creates) {
        return transfer.operation() == Operation.UPDATE || transfer.isAdopts()
                ? call(transfer, run, "PATCH", resource + "/" + transfer.row().targetId(), patch(transfer))
                : call(transfer, run, "POST", creates == null ? resource : creates, transfer.payload());
    }

    /** Not where the record was seen a moment ago: then somebody has just made something else of it. */
    private static boolean mayBeGone(Transfer transfer) {
        Link.Doubt doubt = transfer.link().doubt();
        boolean deletes = transfer.operation() == Operation.DELETE && transfer.held() == null;
        return deletes || (doubt != null && doubt.mayBeGone());
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
