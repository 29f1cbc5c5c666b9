package dokbro.sandbox.go;

import dokbro.Json;
import dokbro.sandbox.http.Request;
import dokbro.sandbox.http.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Issues and knows tokens. The rights of a token are those of the moment it was issued. */
final class Tokens {

    private final Clock clock;
    private final Supplier<GoOptions> options;
    private final Map<String, Token> issued = new ConcurrentHashMap<>();
    private final AtomicLong serial = new AtomicLong();

    Tokens(Clock clock, Supplier<GoOptions> options) {
        this.clock = clock;
        this.options = options;
    }

    record Token(Instant expires, List<String> privileges) {

        boolean mayRead(String privilege) {
            return privileges.contains(privilege) || mayWrite(privilege);
        }

        boolean mayWrite(String privilege) {
            return privileges.contains(privilege + Privileges.FULL);
        }
    }

    /** {@code POST /OAuth/Token}. */
    Response issue(Request request) {
        GoOptions now = options.get();
        if (!subscriptionKey(request).equals(Optional.of(now.subscriptionKey()))) {
            return Gateway.badSubscriptionKey();
        }
        if (!request.contentType().equals("application/x-www-form-urlencoded")) {
            return error("invalid_request", "The body must be form-urlencoded.");
        }
        String expected = "Basic " + base64(now.applicationKey() + ":" + now.clientKey());
        if (!request.header("Authorization").equals(Optional.of(expected))) {
            return error("invalid_client", "The application key or the client key is not known in this environment.");
        }
        if (!List.of(request.bodyText().split("&")).contains("grant_type=client_credentials")) {
            return error("unsupported_grant_type", "Only client_credentials.");
        }
        Instant expires = clock.instant().plusSeconds(now.tokenSeconds());
        String text = text(now, expires);
        issued.values().removeIf(token -> !token.expires().isAfter(clock.instant()));
        issued.put(text, new Token(expires, now.validPrivileges()));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", text);
        answer.put("token_type", "bearer");
        answer.put("expires_in", now.tokenSeconds());
        return Response.json(200, answer);
    }

    /** The token a request carries, if it is known and good. */
    Optional<Token> of(Request request) {
        return request.header("Authorization")
                .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(value -> issued.get(value.substring(7).trim()))
                .filter(token -> token.expires().isAfter(clock.instant()));
    }

    void revoke() {
        issued.clear();
    }

    static Optional<String> subscriptionKey(Request request) {
        return request.header("Ocp-Apim-Subscription-Key").or(() -> request.query("subscription-key"));
    }

    private String text(GoOptions now, Instant expires) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("goClientId", now.clientId());
        claims.put("goClientName", now.clientName());
        claims.put(
                "goActiveClientSubscriptions", now.modules().stream().sorted().toList());
        claims.put("goInvalidPrivileges", now.invalidPrivileges());
        claims.put("role", now.validPrivileges());
        claims.put("exp", expires.getEpochSecond());
        String signature = UUID.nameUUIDFromBytes(
                        ("token " + serial.incrementAndGet()).getBytes(StandardCharsets.UTF_8))
                .toString();
        return base64Url("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + base64Url(Json.text(claims)) + "."
                + base64Url(signature);
    }

    private static Response error(String code, String description) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", code);
        body.put("error_description", description);
        return Response.json(400, body);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64Url(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
