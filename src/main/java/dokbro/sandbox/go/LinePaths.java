package dokbro.sandbox.go;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.sandbox.http.Refusal;
import dokbro.sandbox.http.Request;
import java.util.function.Consumer;

/** The lines of a record where they have paths of their own: each change is one of the whole record, under its rules. */
final class LinePaths {

    private final Resource owner;
    private final String member;
    private final Binding binding;
    private final Consumer<ObjectNode> number;

    /** @param number gives a new line its Id */
    LinePaths(Resource owner, String member, Consumer<ObjectNode> number) {
        this.owner = owner;
        this.member = member;
        this.binding = new Binding(owner.shape().field(member).lines);
        this.number = number;
    }

    /** Adds the line that the request describes and gives it. */
    ObjectNode add(Request request) {
        ListQuery.none(request);
        ObjectNode before = open(request);
        ObjectNode line = binding.post(request);
        number.accept(line);
        ObjectNode after = before.deepCopy();
        lines(after).add(line);
        owner.complete(after);
        save(after, before);
        return line;
    }

    /** Changes a line as the request says and gives it. */
    ObjectNode change(Request request) {
        ListQuery.none(request);
        ObjectNode before = open(request);
        ObjectNode after = before.deepCopy();
        int at = index(request, after);
        ObjectNode line = binding.patch(request, (ObjectNode) lines(after).get(at));
        lines(after).set(at, line);
        save(after, before);
        return line;
    }

    /** Removes a line. */
    void remove(Request request) {
        ListQuery.none(request);
        ObjectNode before = open(request);
        ObjectNode after = before.deepCopy();
        lines(after).remove(index(request, after));
        save(after, before);
    }

    /** The line that the path names, in a record as it is seen. */
    ObjectNode one(Request request, ObjectNode record) {
        return (ObjectNode) lines(record).get(index(request, record));
    }

    private ObjectNode open(Request request) {
        ObjectNode record = owner.current(request);
        owner.mayChange(record);
        return record;
    }

    private void save(ObjectNode after, ObjectNode before) {
        owner.check(after, before);
        owner.data().save(owner.table(), after);
    }

    private int index(Request request, ObjectNode record) {
        String id = request.variable("lineId");
        int at = 0;
        for (JsonNode line : lines(record)) {
            if (line.get("Id").asText().equals(id)) {
                return at;
            }
            at++;
        }
        throw notFound(id);
    }

    private Refusal notFound(String id) {
        return Problem.notFound(owner.table().kind() + " line", id);
    }

    private ArrayNode lines(ObjectNode record) {
        return (ArrayNode) record.get(member);
    }
}
