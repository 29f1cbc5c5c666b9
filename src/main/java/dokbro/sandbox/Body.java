package dokbro.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Json;
import dokbro.sandbox.http.Refusal;
import dokbro.sandbox.http.Request;
import dokbro.sandbox.http.Response;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The JSON object that a control call sends; what does not fit is refused with a message that names the member. */
final class Body {

    private final JsonNode object;

    private Body(JsonNode object) {
        this.object = object;
    }

    /**
     * The body of a request; an absent one is an empty object.
     *
     * @param known the members it may have
     */
    static Body of(Request request, String... known) {
        JsonNode body = request.body();
        return body == null ? of(Json.mapper().createObjectNode(), known) : of(body, known);
    }

    static Body of(JsonNode object, String... known) {
        if (!object.isObject()) {
            throw bad("The body must be a JSON object.");
        }
        List<String> names = Arrays.asList(known);
        object.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                throw bad("Unknown member " + name + "; known: " + names);
            }
        });
        return new Body(object);
    }

    /** The whole of it. */
    JsonNode json() {
        return object;
    }

    boolean has(String name) {
        return object.has(name);
    }

    /** Empty where it is absent or null. */
    Optional<String> text(String name) {
        return value(name, JsonNode::isTextual, "a text", JsonNode::asText);
    }

    String mustText(String name) {
        return text(name).orElseThrow(() -> missing(name));
    }

    Optional<Integer> integer(String name) {
        return value(name, JsonNode::isInt, "a whole number", JsonNode::asInt);
    }

    Optional<Long> whole(String name) {
        return value(name, JsonNode::isIntegralNumber, "a whole number", JsonNode::asLong);
    }

    int mustInteger(String name) {
        return integer(name).orElseThrow(() -> missing(name));
    }

    Optional<Boolean> flag(String name) {
        return value(name, JsonNode::isBoolean, "true or false", JsonNode::asBoolean);
    }

    Optional<Duration> millis(String name) {
        return integer(name).map(Duration::ofMillis);
    }

    Optional<LocalDate> date(String name) {
        return text(name).map(text -> parsed(name, "a date such as 2026-11-24", () -> LocalDate.parse(text)));
    }

    LocalDate mustDate(String name) {
        return date(name).orElseThrow(() -> missing(name));
    }

    Optional<LocalTime> time(String name) {
        return text(name).map(text -> parsed(name, "a time such as 07:30", () -> LocalTime.parse(text)));
    }

    /** A constant of an enum, in any case, with - for _. */
    <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
        return text(name).map(text -> constant(name, text, type));
    }

    <E extends Enum<E>> List<E> constants(String name, Class<E> type) {
        return elements(name).stream()
                .map(element -> constant(name, element.asText(), type))
                .toList();
    }

    /** The elements of an array; none where it is absent. */
    List<JsonNode> elements(String name) {
        return value(
                        name,
                        JsonNode::isArray,
                        "an array",
                        array -> array.valueStream().toList())
                .orElse(List.of());
    }

    private <T> Optional<T> value(
            String name, Function<JsonNode, Boolean> fits, String what, Function<JsonNode, T> read) {
        JsonNode value = object.get(name);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!fits.apply(value)) {
            throw bad(name + " must be " + what + ", not " + value);
        }
        return Optional.of(read.apply(value));
    }

    private static <E extends Enum<E>> E constant(String name, String text, Class<E> type) {
        for (E each : type.getEnumConstants()) {
            if (each.name().equals(text.toUpperCase(Locale.ROOT).replace('-', '_'))) {
                return each;
            }
        }
        throw bad(name + " must be one of " + Arrays.toString(type.getEnumConstants()) + ", not " + text);
    }

    private static <T> T parsed(String name, String what, Supplier<T> parse) {
        try {
            return parse.get();
        } catch (DateTimeException e) {
            throw bad(name + " must be " + what);
        }
    }

    private static Refusal missing(String name) {
        return bad(name + " is missing.");
    }

    static Refusal bad(String message) {
        return new Refusal(Response.json(400, Map.of("message", message)));
    }
}
