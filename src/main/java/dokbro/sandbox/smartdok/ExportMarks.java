package dokbro.sandbox.smartdok;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.sandbox.http.Request;
import dokbro.sandbox.http.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The three calls that mark hours as exported. They answer 200 without a body; ids that do not exist are passed over. */
final class ExportMarks {

    private final Tenant tenant;
    private final Endpoints endpoints;

    ExportMarks(Tenant tenant, Endpoints endpoints) {
        this.tenant = tenant;
        this.endpoints = endpoints;
    }

    void routes() {
        endpoints.add("POST", "/WorkHours/MarkAsExported", Claims.HOURS_WRITE, this::payroll);
        endpoints.add(
                "POST",
                "/WorkHours/SetExportedExternal",
                Claims.HOURS_WRITE,
                this::external,
                "exportedExternalId",
                "setAsExportedExternal");
        endpoints.add(
                "POST", "/WorkHours/UnmarkExportedExternal", Claims.HOURS_WRITE, this::unmark, "exportedExternalId");
    }

    private Response payroll(Request request) {
        return mark(ids(request), hours -> hours.state(hours.state().payroll()));
    }

    private Response external(Request request) {
        boolean marked = Params.flag(request, "setAsExportedExternal").orElse(true);
        String externalId = request.query("exportedExternalId").orElse("");
        return mark(ids(request), hours -> hours.state(hours.state().external(marked, externalId)));
    }

    private Response unmark(Request request) {
        String externalId = Params.text(request, "exportedExternalId")
                .orElseThrow(() -> Errors.invalid("exportedExternalId", "The exportedExternalId field is required."));
        List<Integer> batch = tenant.hours().between(null, null).stream()
                .filter(hours -> externalId.equals(hours.state().exportedExternalId()))
                .map(Hours::id)
                .toList();
        return mark(batch, hours -> hours.state(hours.state().external(false, null)));
    }

    private Response mark(List<Integer> ids, UnaryOperator<Hours> change) {
        boolean touch = endpoints.options().touchOnMark();
        ids.forEach(id -> tenant.hours().change(id, touch, change));
        return Response.empty(200);
    }

    private static List<Integer> ids(Request request) {
        JsonNode body = request.body();
        if (body == null || !body.isArray()) {
            throw Errors.invalid("$", "The JSON value could not be converted to an array of ids.");
        }
        List<Integer> ids = new ArrayList<>();
        for (JsonNode id : body) {
            if (!id.isInt()) {
                throw Errors.invalid("$", "The JSON value could not be converted to an id: " + id);
            }
            ids.add(id.asInt());
        }
        return ids;
    }
}
