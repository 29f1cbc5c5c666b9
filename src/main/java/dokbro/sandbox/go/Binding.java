package dokbro.sandbox.go;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Json;
import dokbro.sandbox.http.MalformedBody;
import dokbro.sandbox.http.Refusal;
import dokbro.sandbox.http.Request;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads bodies into records of a shape, strictly: unknown members and other cases are refused. */
final class Binding {

    private final Shape shape;
    private final String prefix;

    Binding(Shape shape) {
        this(shape, "");
    }

    /** @param prefix what stands before the names of members in refusals */
    private Binding(Shape shape, String prefix) {
        this.shape = shape;
        this.prefix = prefix;
    }

    /** The record that a POST describes; references are looked up but not derived members. */
    ObjectNode post(Request request) {
        return object(body(request, "application/json"));
    }

    private ObjectNode object(JsonNode body) {
        if (!body.isObject()) {
            throw Problem.unbound(prefix + "$", "An object is expected.");
        }
        ObjectNode record = shape.blank();
        for (Map.Entry<String, JsonNode> member : body.properties()) {
            Shape.Field field = shape.field(member.getKey());
            if (field == null || !field.post) {
                throw Problem.unbound(
                        prefix + member.getKey(), "Unknown or read-only member '" + member.getKey() + "'.");
            }
            if (!member.getValue().isNull()) {
                record.set(field.name, posted(field, member.getValue()));
            }
        }
        requireValues(record);
        resolve(record);
        return record;
    }

    /** What a JSON Patch makes of a record. */
    ObjectNode patch(Request request, ObjectNode before) {
        JsonNode operations = body(request, "application/json-patch+json");
        if (!operations.isArray()) {
            throw Problem.unbound("$", "An array of operations is expected.");
        }
        ObjectNode record = before.deepCopy();
        for (JsonNode operation : operations) {
            apply(operation, record);
        }
        requireValues(record);
        resolve(record);
        return record;
    }

    private JsonNode body(Request request, String contentType) {
        if (!request.contentType().equals(contentType)) {
            throw Problem.of(415, "Unsupported Media Type", "Content-Type must be " + contentType + ".");
        }
        try {
            JsonNode body = request.body();
            if (body == null || body.isNull()) {
                throw Problem.invalid(shape.entity(), shape.entity() + " object is missing.");
            }
            return body;
        } catch (MalformedBody e) {
            throw Problem.unbound("$", "The body is not valid JSON.");
        }
    }

    private JsonNode posted(Shape.Field field, JsonNode sent) {
        if (field.type == Type.CHOICE) {
            return chosen(field, sent);
        }
        JsonNode value = field.type
                .read(sent)
                .orElseThrow(() -> Problem.unbound(
                        prefix + field.name,
                        "The JSON value could not be converted to " + field.type + ": " + sent + "."));
        return field.lines == null ? fitting(field, value) : lines(field, value);
    }

    private JsonNode lines(Shape.Field field, JsonNode sent) {
        ArrayNode lines = Json.mapper().createArrayNode();
        for (JsonNode line : sent) {
            lines.add(new Binding(field.lines, prefix + field.name + "[" + lines.size() + "].").object(line));
        }
        return lines;
    }

    private JsonNode chosen(Shape.Field field, JsonNode sent) {
        if (sent.isNumber()) {
            throw Problem.invalid(
                    shape.entity(),
                    "Enum '" + field.name.toLowerCase(Locale.ROOT) + "' with value = " + sent
                            + " is not valid. (Enums is not allowed to be represented as integers).");
        }
        if (!sent.isTextual() || !field.choices.contains(sent.textValue())) {
            throw Problem.invalid(
                    shape.entity(),
                    "Enum '" + field.name.toLowerCase(Locale.ROOT) + "' with value = " + sent.asText()
                            + " is not valid.");
        }
        return sent;
    }

    private JsonNode fitting(Shape.Field field, JsonNode value) {
        if (value.isTextual() && value.textValue().length() > field.max) {
            throw Problem.invalid(
                    shape.entity(),
                    prefix + field.name + " can have a maximum length of " + field.max + " characters.");
        }
        return value;
    }

    private void apply(JsonNode operation, ObjectNode record) {
        String op = operation.path("op").asText();
        String path = operation.path("path").asText();
        if (!op.equals("replace") && !op.equals("add") && !op.equals("remove")) {
            throw patchProblem("The operation '" + op + "' is not supported.");
        }
        Shape.Field field = path.startsWith("/") ? shape.field(path.substring(1)) : null;
        if (field == null || !field.patch) {
            String segment = path.startsWith("/") ? path.substring(1) : path;
            throw patchProblem("The target location specified by path segment '" + segment.toLowerCase(Locale.ROOT)
                    + "' was not found.");
        }
        JsonNode value = op.equals("remove") ? Json.mapper().nullNode() : operation.get("value");
        if (value == null) {
            throw patchProblem("The operation '" + op + "' needs a value.");
        }
        record.set(field.name, value.isNull() ? value : patched(field, value));
    }

    private JsonNode patched(Shape.Field field, JsonNode sent) {
        if (field.type == Type.CHOICE) {
            return chosen(field, sent);
        }
        Optional<JsonNode> value = field.type.read(sent);
        if (value.isEmpty()) {
            throw patchProblem("The value '" + sent.asText() + "' is invalid for target location.");
        }
        return fitting(field, value.get());
    }

    private Refusal patchProblem(String text) {
        return Problem.invalid(shape.entity(), shape.entity().replace(" ", "") + "PatchDto: " + text);
    }

    private void requireValues(ObjectNode record) {
        for (Shape.Field field : shape.fields()) {
            JsonNode value = record.get(field.name);
            if (field.required
                    && (value.isNull() || value.isTextual() && value.textValue().isBlank())) {
                throw Problem.invalid(shape.entity(), prefix + field.name + " must have a value.");
            }
        }
    }

    private void resolve(ObjectNode record) {
        for (Shape.Reference reference : shape.references()) {
            JsonNode id = record.get(reference.idMember());
            JsonNode code = reference.codeMember() == null ? null : record.get(reference.codeMember());
            if (reference.names(id)) {
                known(reference, reference.table().now(id.asText()), "id = " + id.asText());
            } else if (id.isNull() && code != null && !code.isNull()) {
                String by = code.isTextual() ? "code = '" + code.textValue() + "'" : "number = " + code;
                ObjectNode found = known(reference, reference.coding().find().apply(code.asText()), by);
                record.set(reference.idMember(), found.get("Id"));
            }
            if (code != null) {
                record.putNull(reference.codeMember());
            }
        }
    }

    private ObjectNode known(Shape.Reference reference, Optional<ObjectNode> found, String by) {
        return found.orElseThrow(() ->
                Problem.danglingReference(shape.entity(), reference.table().kind() + " with " + by + " not found."));
    }
}
