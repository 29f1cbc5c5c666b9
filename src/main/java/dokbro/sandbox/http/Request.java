package dokbro.sandbox.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One request as it came in.
 *
 * @param path below the host, each segment decoded
 * @param template of the route it met, null where there is none
 * @param variables of the template, decoded
 * @param query every parameter with all its values in order; lookups ignore case, as do those of headers
 * @param bodyText empty where there is none
 */
public record Request(
        String method,
        String path,
        String template,
        Map<String, String> variables,
        Map<String, List<String>> query,
        Map<String, List<String>> headers,
        String bodyText) {

    /** The value of a path variable, which the template must have. */
    public String variable(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException(template + " has no {" + name + "}");
        }
        return value;
    }

    /** The first value of a query parameter. */
    public Optional<String> query(String name) {
        return first(query, name);
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return first(headers, name);
    }

    /** The media type of the body in small letters, without parameters; empty where no Content-Type was sent. */
    public String contentType() {
        return header("Content-Type").orElse("").split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    }

    /**
     * The body as JSON; null where there is none.
     *
     * @throws MalformedBody when it is no JSON
     */
    public JsonNode body() {
        if (bodyText.isBlank()) {
            return null;
        }
        try {
            return Json.mapper().readTree(bodyText);
        } catch (JsonProcessingException e) {
            throw new MalformedBody(e);
        }
    }

    private static Optional<String> first(Map<String, List<String>> from, String name) {
        List<String> values = from.get(name);
        return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }
}
