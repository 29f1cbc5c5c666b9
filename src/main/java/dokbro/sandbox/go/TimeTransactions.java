package dokbro.sandbox.go;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Json;
import dokbro.sandbox.http.Refusal;
import dokbro.sandbox.http.Request;
import dokbro.sandbox.http.Response;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/** The report over booked time (contract, section 3.3). Its member names are unknown in v2; here they follow v1. */
final class TimeTransactions {

    static final String PATH = "/TimeTransactions";
    static final String PRIVILEGE = "Reporting_TimeTransaction";

    private static final BigDecimal HOUR = BigDecimal.valueOf(60);
    private static final int SCALE = 4;

    private final GoData data;
    private final String server;
    private final Filters filters =
            new Filters().known("fromDate").known("toDate").known("onlyApproved");

    TimeTransactions(GoData data, String server) {
        this.data = data;
        this.server = server;
    }

    /** Both dates are needed and count. */
    Response list(Request request) {
        ListQuery query = new ListQuery(request, filters, server);
        LocalDate from = date(request, "fromDate");
        LocalDate to = date(request, "toDate");
        boolean onlyApproved = request.query("onlyApproved")
                .map(text -> Filters.bool("onlyApproved", text))
                .orElse(false);
        return query.answer(data.entries
                .at(data.visible())
                .map(Table.Seen::value)
                .filter(entry -> within(entry, from, to))
                .filter(entry -> !onlyApproved || data.locks.locked(entry))
                .map(this::row)
                .toList());
    }

    private ObjectNode row(JsonNode entry) {
        JsonNode employee = record(data.employees, entry, "EmployeeId");
        JsonNode activity = record(data.activities, entry, "ActivityTimeId");
        JsonNode project = record(data.projects, entry, "ProjectId");
        JsonNode parent = record(data.projects, project, "ParentProjectId");
        JsonNode main = parent.isMissingNode() ? project : parent;
        JsonNode sub = parent.isMissingNode() ? parent : project;
        ObjectNode row = Json.mapper().createObjectNode();
        row.set("Id", entry.get("Id"));
        row.set("Date", entry.get("Date"));
        row.set("EmployeeNo", value(employee, "Number"));
        row.set("ActivityName", value(activity, "Name"));
        row.set("ProjectCode", value(main, "Code"));
        row.set("ProjectName", value(main, "Name"));
        row.set("SubProjectCode", value(sub, "Code"));
        row.set("SubProjectName", value(sub, "Name"));
        row.set("TimeSpecificationName", value(record(data.hourTypes, entry, "HourTypeId"), "Name"));
        row.put("Hours", entry.get("Quantity").decimalValue().divide(HOUR, SCALE, RoundingMode.HALF_UP));
        row.put("ApprovalStatus", data.locks.locked(entry) ? "Approved" : "Draft");
        row.set("InternalComment", entry.get("InternalComment"));
        row.set("Comment", entry.get("ExternalComment"));
        return row;
    }

    private static JsonNode record(Table table, JsonNode from, String member) {
        return table.now(from.path(member).asText(""))
                .map(JsonNode.class::cast)
                .orElse(Json.mapper().missingNode());
    }

    private static JsonNode value(JsonNode record, String member) {
        JsonNode value = record.path(member);
        return value.isMissingNode() ? Json.mapper().nullNode() : value;
    }

    private static boolean within(JsonNode entry, LocalDate from, LocalDate to) {
        LocalDate day = LocalDate.parse(entry.get("Date").asText());
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** A date that must be given. */
    static LocalDate date(Request request, String name) {
        return request.query(name)
                .map(Json.mapper().getNodeFactory()::textNode)
                .flatMap(Type.DATE::read)
                .map(day -> LocalDate.parse(day.asText()))
                .orElseThrow(() -> missing(name));
    }

    private static Refusal missing(String name) {
        return Problem.unbound(name, "A date is needed.");
    }
}
