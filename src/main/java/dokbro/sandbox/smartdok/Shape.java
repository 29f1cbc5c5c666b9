package dokbro.sandbox.smartdok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The members of a resource as it is read, or as it is written. */
final class Shape {

    private final List<Field> fields;

    Shape(List<Field> fields) {
        this.fields = fields;
    }

    static Shape of(Field... fields) {
        return new Shape(List.of(fields));
    }

    /** A record in this shape: what it lacks is filled in, what the shape lacks is left out. */
    ObjectNode shown(ObjectNode record) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        for (Field field : fields) {
            JsonNode value = record.get(field.name());
            shown.set(field.name(), value == null || value.isNull() ? field.absent() : value);
        }
        return shown;
    }

    /**
     * A request body in this shape, whole: a member that was not sent gets its default, unknown ones are left out. Names in any case.
     *
     * @throws dokbro.sandbox.http.Refusal 400
     */
    ObjectNode read(JsonNode body) {
        if (body == null || !body.isObject()) {
            throw Errors.invalid("", "A non-empty request body is required.");
        }
        Map<String, JsonNode> sent = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        body.properties().forEach(member -> sent.put(member.getKey(), member.getValue()));
        ObjectNode read = JsonNodeFactory.instance.objectNode();
        for (Field field : fields) {
            JsonNode value = sent.get(field.name());
            if (value == null || value.isNull()) {
                missing(field);
                read.set(field.name(), field.absent());
            } else {
                check(field, value);
                read.set(field.name(), value);
            }
        }
        return read;
    }

    private static void missing(Field field) {
        if (field.required()) {
            throw required(field);
        }
    }

    private static void check(Field field, JsonNode value) {
        boolean fits = switch (field.kind()) {
            case TEXT -> value.isTextual();
            case INTEGER -> value.isIntegralNumber();
            case DECIMAL -> value.isNumber();
            case FLAG -> value.isBoolean();
            case TIME -> value.isTextual() && isTime(value.asText());
            case LIST -> value.isArray();
            case OBJECT -> value.isObject();
        };
        if (!fits) {
            throw Errors.invalid(
                    "$." + field.name(), "The JSON value could not be converted to " + field.kind() + ": " + value);
        }
        if (field.required()
                && field.kind() == Field.Kind.TEXT
                && value.asText().isBlank()) {
            throw required(field);
        }
        if (field.max() > 0 && value.asText().length() > field.max()) {
            throw Errors.save(
                    "ValueIsTooLong",
                    "The field " + field.name() + " must be a string with a maximum length of " + field.max() + ".");
        }
    }

    private static RuntimeException required(Field field) {
        String error = field.name().endsWith("Name")
                ? "NameIsRequired"
                : field.name().endsWith("Number") ? "NumberIsRequired" : "ValueIsRequired";
        return Errors.save(error, "The " + field.name() + " field is required.");
    }

    private static boolean isTime(String text) {
        try {
            if (text.length() == 10) {
                LocalDate.parse(text);
            } else {
                LocalDateTime.parse(text.endsWith("Z") ? text.substring(0, text.length() - 1) : text);
            }
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
