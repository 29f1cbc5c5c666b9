package dokbro.sandbox.smartdok;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Dokbro;
import dokbro.Json;
import dokbro.sandbox.http.Request;
import dokbro.sandbox.http.Response;
import dokbro.sandbox.http.SimulatedServer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** API token, sessions and claims. A session is a token with a readable {@code exp}; claims are those of the API token at the moment. */
final class Sessions {

    private static final int RENEWABLE_MONTHS = 6;
    private static final int VALID_MONTHS = 12;

    private final Clock clock;
    private final Supplier<SmartDokOptions> options;
    private final Map<String, Instant> sessions = new ConcurrentHashMap<>();
    private final Set<String> removedClaims = ConcurrentHashMap.newKeySet();
    private String apiToken;
    private LocalDate issued;
    private int serial;

    Sessions(Clock clock, Supplier<SmartDokOptions> options) {
        this.clock = clock;
        this.options = options;
        reset();
    }

    final synchronized void reset() {
        sessions.clear();
        removedClaims.clear();
        apiToken = options.get().apiToken();
        issued = today().minusMonths(1);
    }

    void routes(SimulatedServer server) {
        server.gate(this::gate);
        server.route("POST", "/Authorize/ApiToken", this::open);
        server.route("POST", "/Authorize/ApiToken/Renew", this::renew);
    }

    boolean has(String claim) {
        return !removedClaims.contains(claim);
    }

    void removeClaim(String claim) {
        removedClaims.add(claim);
    }

    void restoreClaim(String claim) {
        removedClaims.remove(claim);
    }

    void expireAll() {
        sessions.clear();
    }

    synchronized void issuedOn(LocalDate day) {
        issued = day;
    }

    synchronized String apiToken() {
        return apiToken;
    }

    private Optional<Response> gate(Request request) {
        if (request.template() != null && request.template().startsWith("/Authorize/")) {
            return Optional.empty();
        }
        String header = request.header("Authorization").orElse("");
        Instant end = header.startsWith("Bearer ") ? sessions.get(header.substring(7)) : null;
        if (end != null && clock.instant().isBefore(end)) {
            return Optional.empty();
        }
        return Optional.of(Response.empty(401).with("WWW-Authenticate", "Bearer error=\"invalid_token\""));
    }

    private synchronized Response open(Request request) {
        if (!apiToken.equals(token(request)) || !today().isBefore(issued.plusMonths(VALID_MONTHS))) {
            return Errors.unauthorized("Invalid token");
        }
        Instant end = clock.instant().plus(options.get().session());
        String session = jwt(end);
        sessions.values().removeIf(old -> old.isBefore(clock.instant().minus(Duration.ofDays(1))));
        sessions.put(session, end);
        return bare(request, session);
    }

    private synchronized Response renew(Request request) {
        if (!apiToken.equals(token(request))) {
            return Errors.unauthorized("Invalid token");
        }
        if (today().isBefore(issued.plusMonths(RENEWABLE_MONTHS))) {
            throw Errors.save("TokenTooYoung", "The token must be at least six months old.");
        }
        apiToken = options.get().apiToken() + "-renewed-" + ++serial;
        issued = today();
        return bare(request, apiToken);
    }

    private static String token(Request request) {
        JsonNode body = request.body();
        if (body == null || !body.isObject()) {
            throw Errors.invalid("", "A non-empty request body is required.");
        }
        for (Map.Entry<String, JsonNode> member : body.properties()) {
            if (member.getKey().equalsIgnoreCase("Token")) {
                return member.getValue().asText();
            }
        }
        throw Errors.invalid("Token", "The Token field is required.");
    }

    /** A bare text: in quotes as JSON, without them where plain text or anything is accepted. */
    private static Response bare(Request request, String text) {
        String accept = request.header("Accept").orElse("*/*");
        return accept.startsWith("application/json") || accept.startsWith("text/json")
                ? Response.json(200, text)
                : Response.text(200, "text/plain; charset=utf-8", text);
    }

    private String jwt(Instant end) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("CompanyId", String.valueOf(options.get().companyId()));
        payload.put("jti", ++serial);
        payload.put("exp", end.getEpochSecond());
        return part("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + part(Json.text(payload)) + "." + part("simulated");
    }

    private static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Dokbro.OSLO);
    }
}
