package dokbro.sandbox.smartdok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.sandbox.http.Request;
import dokbro.sandbox.http.Response;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What the resources of master data have in common: a list with filters, one by id, POST and PUT.
 *
 * @param all default of the parameter {@code all}, which wins
 * @param active default of the parameter {@code active}
 * @param wrapped whether the list comes in a page wrapper, else it is a bare array
 * @param equal parameter → member that must equal it, blanks at the end aside
 * @param since parameter → member with a time that must not be before it
 * @param isActive what {@code active} means
 * @param shown how a record is shown
 */
record MasterData(
        Tenant tenant,
        Endpoints endpoints,
        Register register,
        String path,
        String claim,
        boolean all,
        boolean active,
        boolean wrapped,
        Map<String, String> equal,
        Map<String, String> since,
        Predicate<ObjectNode> isActive,
        UnaryOperator<ObjectNode> shown) {

    static final Predicate<ObjectNode> IS_ACTIVE =
            record -> record.path("IsActive").asBoolean();

    /** Rows in SmartDok's page wrapper; such lists have no paging, all rows come at once. */
    static Map<String, Object> page(List<?> rows) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("Count", rows.size());
        page.put("Offset", 0);
        page.put("TotalCount", rows.size());
        page.put("Items", rows);
        return page;
    }

    /** The list and one by id. */
    void readable() {
        list(path, request -> record -> true);
        endpoints.get(path + "/{id}", Claims.read(claim), this::one);
    }

    /** One more list of these records, or the only one with parameters of its own. */
    void list(String template, Narrowing narrowing, String... moreQuery) {
        List<String> query = new ArrayList<>(List.of("all", "active"));
        query.addAll(equal.keySet());
        query.addAll(since.keySet());
        query.addAll(List.of(moreQuery));
        endpoints.get(
                template,
                Claims.read(claim),
                request -> list(request, narrowing.of(request)),
                query.toArray(String[]::new));
    }

    Response one(Request request) {
        return register.find(request.variable("id"))
                .map(record -> Response.json(200, shown.apply(record)))
                .orElseThrow(Errors::notFound);
    }

    /** Stores a new record and answers it. */
    Response store(ObjectNode record) {
        int id = register.nextId();
        record.put("Id", id);
        record.put("Created", tenant.now());
        record.put("Updated", tenant.now());
        register.add(record);
        return endpoints.created(path + "/" + id, shown.apply(record));
    }

    /** Replaces the members that can be written by those of the body and answers the record. */
    Response replace(Request request, ObjectNode body) {
        String id = request.variable("id");
        boolean there = register.change(id, record -> {
            record.setAll(body);
            record.put("Updated", tenant.now());
        });
        if (!there) {
            throw Errors.notFound();
        }
        return one(request);
    }

    private Response list(Request request, Predicate<ObjectNode> more) {
        boolean everything = Params.flag(request, "all").orElse(all);
        boolean wanted = Params.flag(request, "active").orElse(active);
        Predicate<ObjectNode> filter = more;
        if (!everything) {
            filter = filter.and(record -> isActive.test(record) == wanted);
        }
        for (Map.Entry<String, String> each : equal.entrySet()) {
            String value = Params.text(request, each.getKey()).orElse(null);
            if (value != null) {
                filter = filter.and(record -> value.stripTrailing()
                        .equals(record.path(each.getValue()).asText().stripTrailing()));
            }
        }
        for (Map.Entry<String, String> each : since.entrySet()) {
            LocalDateTime time = Params.time(request, each.getKey()).orElse(null);
            if (time != null) {
                filter = filter.and(record -> notBefore(record.get(each.getValue()), time));
            }
        }
        List<ObjectNode> rows =
                register.all().stream().filter(filter).map(shown).toList();
        return Response.json(200, wrapped ? page(rows) : rows);
    }

    private static boolean notBefore(JsonNode time, LocalDateTime since) {
        return time != null
                && !time.isNull()
                && !LocalDateTime.parse(time.asText()).isBefore(since);
    }

    /** A list's own filter, made from the request. */
    interface Narrowing {
        Predicate<ObjectNode> of(Request request);
    }
}
