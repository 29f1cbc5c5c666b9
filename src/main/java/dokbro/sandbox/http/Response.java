package dokbro.sandbox.http;

import dokbro.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a simulated system answers.
 *
 * @param body empty for no body
 * @param headers besides Content-Type; one value each
 */
public record Response(int status, String contentType, String body, Map<String, String> headers) {

    public static final String JSON = "application/json; charset=utf-8";

    /** An answer with a JSON body. */
    public static Response json(int status, Object value) {
        return new Response(status, JSON, Json.text(value), Map.of());
    }

    /** An answer without a body. */
    public static Response empty(int status) {
        return new Response(status, null, "", Map.of());
    }

    /** An answer with any other text. */
    public static Response text(int status, String contentType, String body) {
        return new Response(status, contentType, body, Map.of());
    }

    /** This answer with one more header. */
    public Response with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Response(status, contentType, body, more);
    }

    /** This answer with another status. */
    public Response withStatus(int other) {
        return new Response(other, contentType, body, headers);
    }

    /** This answer with another body of the same type. */
    public Response withBody(String other) {
        return new Response(status, contentType == null ? JSON : contentType, other, headers);
    }
}
