package dokbro.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dokbro.Json;
import dokbro.api.ApiCall;
import dokbro.company.Company.MarkExported;
import dokbro.link.Links;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/**
 * SmartDok's external export mark on registrations (contracts, section 3.13): the safe one of its two marks, since it has no effect there
 * and can be taken back.
 */
@Component("exportMarks")
public class ExportMarks {

    private static final String TAG = "dokbro";
    private static final int BATCH = 500;

    private final Links links;

    ExportMarks(Links links) {
        this.links = links;
    }

    /** The calls that bring the marks in line with the links; none when nothing differs, or the company wants no marks. */
    public List<ApiCall> calls(@ExchangeProperty("run") Run run) {
        List<ApiCall> calls = new ArrayList<>();
        if (run.company().markExported() == MarkExported.EXTERNAL && !run.ended()) {
            run.doing("setting the export marks in SmartDok");
            add(calls, run, true);
            add(calls, run, false);
        }
        return calls;
    }

    private void add(List<ApiCall> calls, Run run, boolean marked) {
        List<String> owners = links.toMark(run.company().key(), run.entity(), marked);
        for (int from = 0; from < owners.size(); from += BATCH) {
            ArrayNode ids = Json.mapper().createArrayNode();
            owners.subList(from, Math.min(from + BATCH, owners.size())).forEach(id -> ids.add(Integer.parseInt(id)));
            Map<String, String> query = new LinkedHashMap<>();
            query.put("exportedExternalId", TAG);
            query.put("setAsExportedExternal", Boolean.toString(marked));
            calls.add(new ApiCall(run.company(), "POST", "WorkHours/SetExportedExternal", query, ids));
        }
    }

    /** SmartDok has taken the marks of one call. */
    public void done(@ExchangeProperty("marks") ApiCall call, @ExchangeProperty("run") Run run) {
        List<String> owners = new ArrayList<>();
        for (JsonNode id : call.body()) {
            owners.add(id.asText());
        }
        links.marked(
                run.company().key(),
                run.entity(),
                owners,
                Boolean.parseBoolean(call.query().get("setAsExportedExternal")));
    }

    /** All marks are set. */
    public void complete(@ExchangeProperty("run") Run run) {
        run.done();
    }
}
