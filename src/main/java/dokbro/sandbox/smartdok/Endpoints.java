package dokbro.sandbox.smartdok;

import dokbro.sandbox.http.Handler;
import dokbro.sandbox.http.Request;
import dokbro.sandbox.http.Response;
import dokbro.sandbox.http.SimulatedServer;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Adds routes that check the claim and the names of the query parameters before they do anything. */
final class Endpoints {

    private final SimulatedServer server;
    private final Sessions sessions;
    private final Supplier<SmartDokOptions> options;

    Endpoints(SimulatedServer server, Sessions sessions, Supplier<SmartDokOptions> options) {
        this.server = server;
        this.sessions = sessions;
        this.options = options;
    }

    SmartDokOptions options() {
        return options.get();
    }

    /**
     * Adds one route.
     *
     * @param claim null where none is needed
     * @param query the parameters that the operation has
     */
    void add(String method, String template, String claim, Handler handler, String... query) {
        Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        known.addAll(Arrays.asList(query));
        server.route(method, template, request -> {
            if (claim != null && !sessions.has(claim)) {
                return Errors.unauthorized("Missing claims: " + claim);
            }
            checkQuery(request, known);
            return handler.handle(request);
        });
    }

    void get(String template, String claim, Handler handler, String... query) {
        add("GET", template, claim, handler, query);
    }

    /** The answer to a POST of master data. */
    Response created(String path, Object body) {
        return options().created()
                ? Response.json(201, body).with("Location", server.url() + path)
                : Response.json(200, body);
    }

    private void checkQuery(Request request, Set<String> known) {
        if (options().ignoreUnknownQuery()) {
            return;
        }
        for (String name : request.query().keySet()) {
            if (!known.contains(name)) {
                throw Errors.invalid(
                        name, "Unknown query parameter; the simulated SmartDok is strict here. Known: " + known);
            }
        }
    }
}
