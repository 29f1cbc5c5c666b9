package dokbro.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the bodies of errors look like, at both APIs and the gateways before them. Members are found whatever their case. */
final class ErrorBody {

    private static final int MAX_DETAIL = 500;
    private static final int MAX_TEXT = 300;

    /** Members of an ASP.NET error. */
    private static final Set<String> OF_AN_ERROR =
            Set.of("message", "messagedetail", "exceptionmessage", "exceptiontype", "stacktrace", "modelstate");

    private ErrorBody() {}

    /** Whether this is an error and no record: a problem object, the gateway's message, or SmartDok's {@code Code, Error, Message}. */
    static boolean isError(JsonNode body) {
        if (!body.isObject()) {
            return false;
        }
        JsonNode status = member(body, "status");
        boolean problem = status != null && status.isInt() && status.asInt() >= 400 && member(body, "title") != null;
        JsonNode code = member(body, "code");
        JsonNode error = member(body, "error");
        boolean refused = code != null && code.isInt() && error != null && error.isTextual();
        // SmartDok's own: a message and no record. Taken for an answer to a PUT, it would pass for done.
        JsonNode message = member(body, "message");
        boolean messageAlone = message != null
                && message.isTextual()
                && body.properties().stream()
                        .allMatch(one -> OF_AN_ERROR.contains(one.getKey().toLowerCase(Locale.ROOT)));
        return problem || refused || messageAlone || isGateway(body);
    }

    /** Whether the gateway before Go answered, not Go: {@code statusCode, message}. */
    static boolean isGateway(JsonNode body) {
        return body.isObject() && member(body, "statusCode") != null && member(body, "message") != null;
    }

    /** What an error says, readable, at most {@value #MAX_DETAIL} characters; empty for an empty body. */
    static String detail(String body) {
        if (body == null || body.isBlank()) {
            return "";
        }
        try {
            JsonNode tree = Json.mapper().readTree(body);
            if (tree.isContainerNode()) {
                return detail(tree);
            }
        } catch (JsonProcessingException e) {
            return text(body);
        }
        return text(body);
    }

    /** As above. */
    static String detail(JsonNode body) {
        String fields = fields(member(body, "errors"));
        String detail = first(body, "detail");
        if (detail == null) {
            detail = first(body, "error_description", "message", "title");
            String error = first(body, "error");
            detail = error == null ? detail : detail == null ? error : error + ": " + detail;
        }
        if (detail == null) {
            return fields.isEmpty() ? text(body.toString()) : cut(fields, MAX_DETAIL);
        }
        return cut(fields.isEmpty() ? detail : detail + " (" + fields + ")", MAX_DETAIL);
    }

    /** A member by its name, whatever its case; null where it is missing or null. */
    static JsonNode member(JsonNode object, String name) {
        for (Map.Entry<String, JsonNode> one : object.properties()) {
            if (one.getKey().equalsIgnoreCase(name) && !one.getValue().isNull()) {
                return one.getValue();
            }
        }
        return null;
    }

    static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }

    private static String first(JsonNode body, String... names) {
        for (String name : names) {
            JsonNode member = member(body, name);
            if (member != null && member.isValueNode() && !member.asText().isBlank()) {
                return member.asText().strip();
            }
        }
        return null;
    }

    private static String fields(JsonNode errors) {
        List<String> all = new ArrayList<>();
        if (errors != null && errors.isObject()) {
            errors.properties().forEach(one -> all.add(one.getKey() + ": " + values(one.getValue())));
        }
        return String.join("; ", all);
    }

    private static String values(JsonNode messages) {
        List<String> all = new ArrayList<>();
        if (messages.isArray()) {
            messages.forEach(message -> all.add(message.asText()));
        } else {
            all.add(messages.asText());
        }
        return String.join(" ", all);
    }

    private static String text(String body) {
        String plain = cut(body, 20_000)
                .replaceAll("(?is)<(script|style)\\b.*?</\\1>", " ")
                .replaceAll("(?s)<[^>]*>", " ")
                .replaceAll("\\s+", " ")
                .strip();
        return cut(plain, MAX_TEXT);
    }
}
