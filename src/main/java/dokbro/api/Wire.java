package dokbro.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Json;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Between a call and what camel-http takes and leaves: only the headers wanted go out, only the answer comes back. */
public final class Wire {

    /** The exchange property with the token a call went out with: a 401 must not drop a newer one. */
    static final String TOKEN = "apiToken";

    private Wire() {}

    /** Takes the call from the body and notes that it is under way. */
    public static ApiCall begin(Exchange exchange, Api api) {
        exchange.removeProperty(ApiCall.PROPERTY);
        exchange.removeProperty(TOKEN);
        if (!(exchange.getMessage().getBody() instanceof ApiCall given)) {
            throw new IllegalArgumentException("The body is no ApiCall");
        }
        ApiCall call = given.to(api);
        exchange.setProperty(ApiCall.PROPERTY, call);
        return call;
    }

    /** Makes the message the call's request, with the token as bearer. Its headers must have been removed before. */
    public static void request(Exchange exchange, ApiCall call, String baseUrl, String token) {
        exchange.setProperty(TOKEN, token);
        boolean patch = "PATCH".equals(call.method());
        request(
                exchange,
                call.method(),
                baseUrl.replaceAll("/+$", "") + "/" + call.path(),
                patch ? "application/json-patch+json" : "application/json",
                call.body() == null ? null : Json.text(call.body()));
        Message message = exchange.getMessage();
        message.setHeader("Authorization", "Bearer " + token);
        if (!call.query().isEmpty()) {
            message.setHeader(
                    Exchange.HTTP_QUERY,
                    call.query().entrySet().stream()
                            .map(one -> ApiCall.encoded(one.getKey()) + "=" + ApiCall.encoded(one.getValue()))
                            .collect(Collectors.joining("&")));
        }
    }

    /** Makes the message any request. Its headers must have been removed before. */
    public static void request(Exchange exchange, String method, String url, String contentType, String body) {
        // An answer that is packed without being asked for is not unpacked: it could be of any size.
        exchange.setProperty(Exchange.SKIP_GZIP_ENCODING, true);
        LastLooks.prepare(exchange);
        Message message = exchange.getMessage();
        message.setHeader(Exchange.HTTP_URI, url);
        message.setHeader(Exchange.HTTP_METHOD, method);
        message.setHeader("Accept", "application/json");
        message.setBody(body == null ? null : body.getBytes(StandardCharsets.UTF_8));
        if (body != null) {
            message.setHeader(Exchange.CONTENT_TYPE, contentType);
        }
    }

    /**
     * Makes the message the {@link ApiAnswer}; the call is over.
     *
     * @throws RecordFailure BAD_ANSWER where it is none that the API would give; IN_DOUBT instead after a POST
     */
    public static void answer(Exchange exchange) {
        ApiCall call = exchange.getProperty(ApiCall.PROPERTY, ApiCall.class);
        Message message = exchange.getMessage();
        int status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        String pagination = message.getHeader("X-Pagination", String.class);
        ApiAnswer answer;
        try {
            JsonNode body = tree(content(message));
            if (body != null && ErrorBody.isError(body)) {
                throw new Unreadable(status + " with an error: " + ErrorBody.detail(body));
            }
            answer = new ApiAnswer(status, body, "GET".equals(call.method()) ? nextPage(pagination) : null);
        } catch (Unreadable e) {
            Reason reason = call.repeatable() ? Reason.BAD_ANSWER : Reason.IN_DOUBT;
            throw new RecordFailure(e, reason, call.api(), e.getMessage());
        }
        done(exchange);
        message.setBody(answer);
    }

    /** The whole answer as bytes; none is an empty array. */
    public static byte[] content(Message message) {
        try (InputStream in = message.getBody(InputStream.class)) {
            return in == null ? new byte[0] : in.readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void done(Exchange exchange) {
        exchange.removeProperty(ApiCall.PROPERTY);
        exchange.removeProperty(TOKEN);
        exchange.removeProperty(Retries.TRIES);
        exchange.removeProperty(Exchange.SKIP_GZIP_ENCODING);
        exchange.removeProperty(Exchange.CHARSET_NAME);
    }

    private static JsonNode tree(byte[] content) throws Unreadable {
        try {
            JsonNode body = Json.mapper().readTree(content);
            return body.isMissingNode() || body.isNull() ? null : body;
        } catch (JsonProcessingException e) {
            // Jackson's message would quote a piece of the answer with its position; what people need is what it says.
            throw new Unreadable("not JSON: " + ErrorBody.detail(new String(content, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String nextPage(String pagination) throws Unreadable {
        if (pagination == null || pagination.isBlank()) {
            return null;
        }
        JsonNode state;
        try {
            state = Json.mapper().readTree(pagination);
        } catch (JsonProcessingException e) {
            throw new Unreadable("X-Pagination is not JSON");
        }
        JsonNode link = ErrorBody.member(state, "nextPageLink");
        return link == null || link.asText().isBlank() ? null : link.asText();
    }

    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String what) {
            super(what);
        }
    }
}
