package dokbro.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.sandbox.http.Faults;
import dokbro.sandbox.http.Handler;
import dokbro.sandbox.http.Refusal;
import dokbro.sandbox.http.Request;
import dokbro.sandbox.http.Response;
import dokbro.sandbox.http.SimulatedServer;
import java.util.Map;
import java.util.NoSuchElementException;

/** The control interface: JSON on a port of its own, part of neither API. {@code docs/sandbox.md} lists its calls. */
final class Control implements AutoCloseable {

    private final SimulatedServer server;

    Control(Sandbox sandbox, int port) {
        server = new SimulatedServer(port, Faults.none())
                .errors(status -> message(status, status == 400 ? "The body is not JSON." : "Failed; see the log."))
                .otherwise(request -> message(
                        404, "No such call: " + request.method() + " " + request.path() + "; see docs/sandbox.md"));
        new StateControl(sandbox, this).routes();
        new SmartDokControl(sandbox, this).routes();
        new GoodsControl(sandbox, this).routes();
        new GoControl(sandbox, this).routes();
        new AccountingControl(sandbox, this).routes();
        new BehaviourControl(sandbox, this).routes();
        server.start();
    }

    String url() {
        return server.url();
    }

    void get(String template, Handler handler) {
        server.route("GET", template, clear(handler));
    }

    void post(String template, Handler handler) {
        server.route("POST", template, clear(handler));
    }

    static Response done() {
        return Response.json(200, Map.of("done", true));
    }

    /** An id of SmartDok. */
    static int id(String text) {
        long id = longId(text);
        if (id != (int) id) {
            throw Body.bad("SmartDok has no id as large as " + text);
        }
        return (int) id;
    }

    /** An id of Go. */
    static long longId(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Body.bad("The id must be a whole number, not " + text);
        }
    }

    /** The body as an object of members that the call looks at itself. */
    static JsonNode members(Request request) {
        JsonNode members = request.body();
        if (members == null || !members.isObject()) {
            throw Body.bad("The body must be a JSON object with members of the record.");
        }
        return members;
    }

    /** Sets members of a record that has them already. */
    static void set(ObjectNode record, JsonNode members) {
        members.properties().forEach(member -> {
            if (!record.has(member.getKey())) {
                throw Body.bad("The record has no member " + member.getKey());
            }
            record.set(member.getKey(), member.getValue());
        });
    }

    static NoSuchElementException none(int id) {
        return new NoSuchElementException("SmartDok has no registration " + id);
    }

    /** With messages instead of stack traces for ids and keys that are not there. */
    private static Handler clear(Handler handler) {
        return request -> {
            try {
                return handler.handle(request);
            } catch (NoSuchElementException e) {
                throw new Refusal(message(404, e.getMessage()));
            } catch (IllegalArgumentException e) {
                throw Body.bad(e.getMessage());
            }
        };
    }

    private static Response message(int status, String text) {
        return Response.json(status, Map.of("message", text));
    }

    @Override
    public void close() {
        server.close();
    }
}
