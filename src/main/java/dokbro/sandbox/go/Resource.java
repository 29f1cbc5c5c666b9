package dokbro.sandbox.go;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Json;
import dokbro.sandbox.http.Request;
import dokbro.sandbox.http.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** One kind of record behind one path. What all kinds share stands here; the rules of a kind are in its subclass. */
class Resource {

    private static final String REFERENCE = "ExternalImportReference";
    private static final int TIME_PART_SHARE = 3;

    private final GoData data;
    private final Whereabouts where;
    private final Table table;
    private final Shape shape;
    private final Binding binding;
    private final Filters filters;

    /**
     * Where a resource is found and who may use it.
     *
     * @param path below /v2, such as /Projects
     * @param privilege for reading; writing takes it with _Full
     * @param server scheme, host and port, for links
     */
    record Whereabouts(String path, String privilege, String server) {}

    Resource(GoData data, Whereabouts where, Table table, Shape shape, Filters filters) {
        this.data = data;
        this.where = where;
        this.table = table;
        this.shape = shape;
        this.binding = new Binding(shape);
        this.filters = filters;
    }

    final String path() {
        return where.path();
    }

    final String server() {
        return where.server();
    }

    final String privilege() {
        return where.privilege();
    }

    final GoData data() {
        return data;
    }

    final Table table() {
        return table;
    }

    final Shape shape() {
        return shape;
    }

    /** All records as they are, as GETs show them. */
    final List<JsonNode> records() {
        return table.all().<JsonNode>map(record -> copy(shown(record))).toList();
    }

    final Response list(Request request) {
        return list(request, seen -> true);
    }

    /** A list of the records that stand under the path. */
    final Response list(Request request, Predicate<Table.Seen> among) {
        ListQuery query = new ListQuery(request, filters, where.server());
        Predicate<Table.Seen> inTime = filters.byTime(request);
        Predicate<ObjectNode> filter = filters.byMember(request).and(more(request));
        return query.answer(table.at(data.visible())
                .filter(among)
                .filter(inTime)
                .map(seen -> derived(seen.value()))
                .filter(filter)
                .map(this::dressed)
                .toList());
    }

    final Response get(Request request) {
        ListQuery.none(request);
        String id = request.variable("id");
        return table.at(id, data.visible())
                .map(seen -> Response.json(200, shown(seen.value())))
                .orElseThrow(() -> Problem.notFound(table.kind(), id));
    }

    final Response create(Request request) {
        ListQuery.none(request);
        ObjectNode record = binding.post(request);
        // before the other rules, so that a repeated POST always learns who holds its reference
        uniqueReference(record, null);
        complete(record);
        check(record, null);
        record.set("Id", table.newIdNode());
        accept(record);
        ObjectNode stored = record;
        if (shape.field("CreatedDateTimeOffset") != null) {
            stored.put("CreatedDateTimeOffset", GoData.moment(data.now()));
        }
        data.save(table, stored);
        return Response.json(createdStatus(), answered(stored));
    }

    final Response patch(Request request) {
        ListQuery.none(request);
        ObjectNode before = current(request);
        mayChange(before);
        ObjectNode record = binding.patch(request, before);
        check(record, before);
        uniqueReference(record, before);
        data.save(table, record);
        return patchAnswers() ? Response.json(200, shown(record)) : Response.empty(200);
    }

    final Response delete(Request request) {
        ListQuery.none(request);
        ObjectNode record = current(request);
        mayDelete(record);
        data.remove(table, record.get("Id").asText());
        return Response.empty(200);
    }

    /** Fills in what Go decides when POST leaves it out. */
    void complete(ObjectNode record) {}

    /**
     * The rules of this kind.
     *
     * @param before null for a new record
     */
    void check(ObjectNode record, ObjectNode before) {}

    /** Gives numbers to a new record that has passed the rules. */
    void accept(ObjectNode record) {}

    /** Who holds a reference outside the table, in the words of the refusal. */
    Optional<String> heldElsewhere(String reference) {
        return Optional.empty();
    }

    /** What a POST answers. */
    ObjectNode answered(ObjectNode record) {
        return shown(record);
    }

    /** Refuses a PATCH of a locked record. */
    void mayChange(ObjectNode record) {}

    /** Refuses a DELETE of a locked record or one in use. */
    void mayDelete(ObjectNode record) {}

    /** What GETs show of a record; a copy, where it differs. */
    ObjectNode show(ObjectNode record) {
        return record;
    }

    /** What a list's other parameters ask for. */
    Predicate<ObjectNode> more(Request request) {
        return record -> true;
    }

    int createdStatus() {
        return 201;
    }

    boolean patchAnswers() {
        return true;
    }

    /** The conflict that a DELETE of a record in use meets. */
    final void refuseIf(boolean used, ObjectNode record) {
        if (used) {
            throw Problem.conflict(
                    shape.entity(),
                    table.kind() + " with id = " + record.get("Id").asText() + " is in use and cannot be deleted.");
        }
    }

    /** Whether a record of this table names the record in this member. */
    static boolean names(Table table, String member, ObjectNode record) {
        String id = record.get("Id").asText();
        return table.all().anyMatch(each -> each.path(member).asText("").equals(id));
    }

    /** Refuses a value that another record already has. */
    final void unique(String member, ObjectNode record) {
        JsonNode value = record.get(member);
        JsonNode id = record.get("Id");
        if (!value.isNull()
                && table.all()
                        .anyMatch(each -> each.get(member).equals(value)
                                && !each.get("Id").equals(id))) {
            throw Problem.invalid(shape.entity(), member + " '" + value.asText() + "' is already in use.");
        }
    }

    final ObjectNode shown(ObjectNode record) {
        return dressed(derived(record));
    }

    /** A copy that may be changed member by member. */
    static ObjectNode copy(ObjectNode record) {
        return Json.mapper().createObjectNode().setAll(record);
    }

    private ObjectNode derived(ObjectNode record) {
        return show(withCodes(shape, record));
    }

    /** The record with the codes of what it refers to, in its lines too; a copy, where there are any. */
    static ObjectNode withCodes(Shape shape, ObjectNode record) {
        ObjectNode shown = record;
        for (Shape.Reference reference : shape.references()) {
            JsonNode id = record.get(reference.idMember());
            if (reference.codeMember() != null && reference.names(id)) {
                ObjectNode other = reference.table().last(id.asText()).orElseThrow();
                shown = shown == record ? copy(record) : shown;
                shown.set(reference.codeMember(), reference.coding().of().apply(other));
            }
        }
        for (Shape.Field field : shape.fields()) {
            if (field.lines != null) {
                shown = shown == record ? copy(record) : shown;
                ArrayNode lines = shown.putArray(field.name);
                record.get(field.name).forEach(line -> lines.add(withCodes(field.lines, (ObjectNode) line)));
            }
        }
        return shown;
    }

    /** With the time parts that dates sometimes have. */
    final ObjectNode dressed(ObjectNode record) {
        if (!data.options().sometimesTimePart()) {
            return record;
        }
        ObjectNode dressed = copy(record);
        for (Shape.Field field : shape.fields()) {
            boolean chosen = Math.floorMod((record.get("Id").asText() + field.name).hashCode(), TIME_PART_SHARE) == 0;
            if (field.type == Type.DATE && chosen && record.path(field.name).isTextual()) {
                dressed.put(field.name, record.get(field.name).textValue() + "T00:00:00");
            }
        }
        return dressed;
    }

    /** The record that the path names, as it is. */
    final ObjectNode current(Request request) {
        String id = request.variable("id");
        return table.now(id).orElseThrow(() -> Problem.notFound(table.kind(), id));
    }

    private void uniqueReference(ObjectNode record, ObjectNode before) {
        String reference = record.path(REFERENCE).textValue();
        if (reference == null) {
            return;
        }
        table.holder(reference)
                .filter(holder ->
                        before == null || !holder.equals(before.get("Id").asText()))
                .map(holder -> table.kind().toLowerCase(Locale.ROOT) + " with Id = " + holder)
                .or(() -> heldElsewhere(reference))
                .ifPresent(holder -> {
                    throw Problem.invalid(
                            shape.entity(),
                            REFERENCE + " is already in use. '" + reference + "' is used on " + holder + ".");
                });
    }
}
