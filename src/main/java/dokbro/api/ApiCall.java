package dokbro.api;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.company.Company;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One call to SmartDok or PowerOffice Go, as the routes {@code direct:smartdok} and {@code direct:poweroffice} take it for a body. While
 * the call is under way, and after it failed, it stands in the exchange property {@value #PROPERTY}; a call that went well takes it away.
 *
 * @param api where it goes; null until the route that sends it says so
 * @param company whose address and keys are used
 * @param method GET, POST, PUT, PATCH (JSON Patch) or DELETE
 * @param path below the API's base address, without a leading slash; values from records encoded with {@link #segment}
 * @param query parameters in the order they are sent, not encoded; null values are left out
 * @param body null where there is none
 * @param guarded for a POST: the API refuses a second one with the same reference, so that it may be sent again
 */
public record ApiCall(
        Api api,
        Company company,
        String method,
        String path,
        Map<String, String> query,
        JsonNode body,
        boolean guarded) {

    /** The exchange property that holds the call. */
    public static final String PROPERTY = "apiCall";

    /** What a path may consist of (RFC 3986); above all no braces, which Camel would take for placeholders. */
    private static final Pattern PATH = Pattern.compile("(?:[A-Za-z0-9\\-._~!$&'()*+,;=:@/]|%[0-9A-Fa-f]{2})+");

    /** @throws IllegalArgumentException for a path that could lead elsewhere */
    public ApiCall {
        if (!PATH.matcher(path).matches()
                || path.startsWith("/")
                || path.contains("//")
                || ("/" + path + "/").matches(".*/(?:\\.|%2[Ee]){1,2}/.*")) {
            throw new IllegalArgumentException("Not a path below the API's address: " + path);
        }
        Map<String, String> given = new LinkedHashMap<>(query == null ? Map.of() : query);
        given.values().removeIf(java.util.Objects::isNull);
        query = Collections.unmodifiableMap(given);
    }

    /** A call for the route it is sent to. */
    public ApiCall(Company company, String method, String path, Map<String, String> query, JsonNode body) {
        this(null, company, method, path, query, body, false);
    }

    /** The same call, which may be sent again though nobody has seen its effect: it has none the second time. */
    public ApiCall guardedByReference() {
        return new ApiCall(api, company, method, path, query, body, true);
    }

    public static ApiCall get(Company company, String path, Map<String, String> query) {
        return new ApiCall(company, "GET", path, query, null);
    }

    /**
     * A value from a record as one segment of a path, encoded so that it can neither end the segment nor leave it.
     *
     * @throws RecordFailure UNREADABLE for null, blank, "." and ".."
     */
    public static String segment(Object value) {
        String text = value == null ? "" : value.toString();
        if (text.isBlank() || text.equals(".") || text.equals("..")) {
            throw new RecordFailure(Reason.UNREADABLE, "An id", "\"" + text + "\" is none");
        }
        return encoded(text);
    }

    /** Whether a second call does no harm: everything but a POST. */
    public boolean repeatable() {
        return !"POST".equals(method);
    }

    /** The same call, bound for an API. */
    public ApiCall to(Api target) {
        return new ApiCall(target, company, method, path, query, body, guarded);
    }

    /** Method and path: short enough for a log, and without the record. */
    @Override
    public String toString() {
        return method + " " + path;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
