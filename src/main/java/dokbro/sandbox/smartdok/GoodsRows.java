package dokbro.sandbox.smartdok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.sandbox.http.Request;
import dokbro.sandbox.http.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * {@code /GoodsConsumption}, {@code /GoodsProduction} and {@code /GoodsTransportation}: read, and marked as exported row by row. No call takes
 * that mark away.
 */
final class GoodsRows {

    private static final String PROJECT = "ProjectId";
    private static final String SUB_PROJECT = "SubProjectId";
    private static final String[] FILTERS = {
        "fromDate",
        "toDate",
        "goodsCategoryId",
        "projectId",
        "subProjectId",
        "Selection",
        "markedToBeInvoiced",
        "invoiced"
    };

    private final Tenant tenant;
    private final Endpoints endpoints;
    private final UnaryOperator<ObjectNode> goods;

    /** @param goods how goods are shown */
    GoodsRows(Tenant tenant, Endpoints endpoints, UnaryOperator<ObjectNode> goods) {
        this.tenant = tenant;
        this.endpoints = endpoints;
        this.goods = goods;
    }

    void routes() {
        resource("/GoodsConsumption", this::isConsumption, true);
        resource("/GoodsProduction", row -> row.path("Production").asBoolean(), false);
        resource("/GoodsTransportation", row -> row.path("MassTransport").asBoolean(), true);
        endpoints.get(
                "/GoodsLocations/Flows",
                Claims.read(Claims.GOODS),
                request -> Response.json(
                        200, List.of(Map.of("Id", 1, "Direction", "In"), Map.of("Id", 2, "Direction", "Out"))));
    }

    private boolean isConsumption(ObjectNode row) {
        return !row.path("Production").asBoolean() && !row.path("MassTransport").asBoolean();
    }

    private void resource(String path, Predicate<ObjectNode> kind, boolean wrapped) {
        String read = Claims.read(Claims.GOODS);
        endpoints.get(path, read, request -> list(request, kind, wrapped), FILTERS);
        endpoints.get(path + "/{id}", read, request -> Response.json(200, shown(row(request, kind))));
        endpoints.add(
                "POST",
                path + "/{id}/MarkAsExported",
                Claims.write(Claims.GOODS),
                request -> mark(request, kind),
                "markAsInvoiced");
    }

    private Response list(Request request, Predicate<ObjectNode> kind, boolean wrapped) {
        List<ObjectNode> rows = tenant.goodsRows().all().stream()
                .filter(kind)
                .filter(wanted(request))
                .map(this::shown)
                .toList();
        return Response.json(200, wrapped ? MasterData.page(rows) : rows);
    }

    /** Both days count. Zero is no filter on an id. */
    private Predicate<ObjectNode> wanted(Request request) {
        LocalDate from = Params.date(request, "fromDate").orElse(null);
        LocalDate to = Params.date(request, "toDate").orElse(null);
        int category = Params.number(request, "goodsCategoryId").orElse(0);
        int project = Params.number(request, "projectId").orElse(0);
        int subProject = Params.number(request, "subProjectId").orElse(0);
        Boolean exported = exported(Params.number(request, "Selection").orElse(1));
        Boolean toInvoice = Params.flag(request, "markedToBeInvoiced").orElse(null);
        Boolean invoiced = Params.flag(request, "invoiced").orElse(null);
        if (endpoints.options().needDates() && (from == null || to == null)) {
            return row -> false;
        }
        return row -> within(row, from, to)
                && (project == 0 || row.path(PROJECT).asInt() == project)
                && (subProject == 0 || row.path(SUB_PROJECT).asInt() == subProject)
                && (category == 0 || goodsOf(row).path("CategoryId").asInt() == category)
                && (exported == null || row.path("Exported").asBoolean() == exported)
                && (toInvoice == null || row.path("ToInvoice").asBoolean() == toInvoice)
                && (invoiced == null || row.path("Invoiced").asBoolean() == invoiced);
    }

    private static Boolean exported(int selection) {
        return switch (selection) {
            case 1 -> null;
            case 2 -> Boolean.FALSE;
            case 3 -> Boolean.TRUE;
            default -> throw Errors.invalid("Selection", "The value '" + selection + "' is not valid for Selection.");
        };
    }

    private static boolean within(ObjectNode row, LocalDate from, LocalDate to) {
        LocalDate day = Times.day(row.get("Date").asText());
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    private ObjectNode row(Request request, Predicate<ObjectNode> kind) {
        return tenant.goodsRows()
                .find(String.valueOf(HoursV2.id(request)))
                .filter(kind)
                .orElseThrow(Errors::notFound);
    }

    /** Answers the row's id; what the number means is not documented. */
    private Response mark(Request request, Predicate<ObjectNode> kind) {
        String id = row(request, kind).get("Id").asText();
        Boolean invoiced = Params.flag(request, "markAsInvoiced").orElse(null);
        tenant.goodsRows().change(id, row -> {
            row.put("Exported", true).put("ExportedDate", tenant.now());
            if (invoiced != null) {
                row.put("Invoiced", invoiced).put("DateInvoiced", invoiced ? tenant.now() : null);
            }
        });
        return Response.json(200, Integer.valueOf(id));
    }

    /** A row with the whole project, sub-project and goods in it. */
    ObjectNode shown(ObjectNode row) {
        ObjectNode whole = row.deepCopy();
        ObjectNode used = goodsOf(row);
        whole.set("Goods", goods.apply(used));
        tenant.projects()
                .find(row.path(PROJECT).asText())
                .ifPresent(project -> whole.set("Project", Projects.PROJECT.shown(project)));
        tenant.subProjects()
                .find(row.path(SUB_PROJECT).asText())
                .ifPresent(sub -> whole.set("SubProject", SubProjects.SUB_PROJECT.shown(sub)));
        tenant.users()
                .find(row.path("UserId").asText())
                .ifPresent(user -> whole.set(
                        "User",
                        tenant.empty()
                                .put("Id", user.get("Id").asText())
                                .put("Name", user.get("Name").asText())));
        whole.put("Sum", sum(row, used));
        return (row.path("MassTransport").asBoolean() ? GoodsRowShape.TRANSPORT : GoodsRowShape.ROW).shown(whole);
    }

    private static BigDecimal sum(ObjectNode row, ObjectNode used) {
        JsonNode agreed = row.path("AgreedPrice");
        return agreed.isNumber()
                ? agreed.decimalValue()
                : row.get("Amount").decimalValue().multiply(used.path("Price").decimalValue());
    }

    private ObjectNode goodsOf(ObjectNode row) {
        return tenant.goods().find(row.path("GoodsId").asText()).orElseGet(tenant::empty);
    }
}
