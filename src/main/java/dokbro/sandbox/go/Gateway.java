package dokbro.sandbox.go;

import dokbro.sandbox.http.Gate;
import dokbro.sandbox.http.Handler;
import dokbro.sandbox.http.Request;
import dokbro.sandbox.http.Response;
import dokbro.sandbox.http.SimulatedServer;
import java.util.Optional;

/** What stands before Go's resources: routes under /v2, subscription key, rate limit, token, privilege. */
final class Gateway implements Gate {

    private static final String BASE = "/v2";
    private static final String TOKEN = "/OAuth/Token";

    private final SimulatedServer server;
    private final GoData data;
    private final Tokens tokens;
    private final RateLimit limit;

    Gateway(SimulatedServer server, GoData data, Tokens tokens, RateLimit limit) {
        this.server = server;
        this.data = data;
        this.tokens = tokens;
        this.limit = limit;
        server.gate(this);
        server.otherwise(request -> gatewayError(404));
        server.errors(Gateway::gatewayError);
        server.route("POST", TOKEN, tokens::issue);
    }

    @Override
    public Optional<Response> check(Request request) {
        if (request.template() == null || request.template().equals(TOKEN)) {
            return Optional.empty();
        }
        GoOptions options = data.options();
        if (!Tokens.subscriptionKey(request).equals(Optional.of(options.subscriptionKey()))) {
            return Optional.of(badSubscriptionKey());
        }
        if (!limit.pass(options.requestsPerSecond())) {
            return Optional.of(gatewayError(429).with("Retry-After", "1"));
        }
        return tokens.of(request).isPresent()
                ? Optional.empty()
                : Optional.of(Response.empty(401).with("WWW-Authenticate", "Bearer"));
    }

    /** A route that needs no privilege. */
    void open(String path, Handler handler) {
        server.route("GET", BASE + path, request -> locked(handler, request));
    }

    /** A route that reads. */
    void read(String path, String privilege, Handler handler) {
        server.route(
                "GET",
                BASE + path,
                request -> tokens.of(request)
                                .filter(token -> token.mayRead(privilege))
                                .isPresent()
                        ? locked(handler, request)
                        : Response.empty(403));
    }

    /** A route that writes. */
    void write(String method, String path, String privilege, Handler handler) {
        server.route(
                method,
                BASE + path,
                request -> tokens.of(request)
                                .filter(token -> token.mayWrite(privilege))
                                .isPresent()
                        ? locked(handler, request)
                        : Response.empty(403));
    }

    /** List and single reads of a resource. */
    Gateway reads(Resource resource) {
        read(resource.path(), resource.privilege(), resource::list);
        read(resource.path() + "/{id}", resource.privilege(), resource::get);
        return this;
    }

    Gateway creates(Resource resource) {
        write("POST", resource.path(), resource.privilege(), resource::create);
        return this;
    }

    Gateway patches(Resource resource) {
        write("PATCH", resource.path() + "/{id}", resource.privilege(), resource::patch);
        return this;
    }

    Gateway deletes(Resource resource) {
        write("DELETE", resource.path() + "/{id}", resource.privilege(), resource::delete);
        return this;
    }

    static Response badSubscriptionKey() {
        return Problem.gateway(
                401,
                "Access denied due to invalid or missing subscription key. Make sure to provide a valid key for an active"
                        + " subscription.");
    }

    private Response locked(Handler handler, Request request) {
        synchronized (data) {
            return handler.handle(request);
        }
    }

    private static Response gatewayError(int status) {
        return Problem.gateway(
                status,
                switch (status) {
                    case 404 -> "Resource not found";
                    case 429 -> "Rate limit is exceeded. Try again in 1 seconds.";
                    case 400 -> "The body is not valid JSON.";
                    default -> "Internal server error";
                });
    }
}
