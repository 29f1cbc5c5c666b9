package dokbro.sandbox.go;

import dokbro.Json;
import dokbro.sandbox.http.Refusal;
import dokbro.sandbox.http.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Go's ways to say no (contract, section 2.5). */
final class Problem {

    private Problem() {}

    /** The answer of the gateway before Go itself. */
    static Response gateway(int status, String message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("statusCode", status);
        body.put("message", message);
        return Response.json(status, body);
    }

    /** A rule broken by what was sent. */
    static Refusal invalid(String entity, String detail) {
        return of(400, entity + " validation error(s)", detail);
    }

    /** A reference in the body that leads nowhere. */
    static Refusal danglingReference(String entity, String detail) {
        return of(404, entity + " validation error(s)", detail);
    }

    static Refusal notFound(String entity, String id) {
        return of(404, "Object(s) not found", entity + " with id = " + id + " not found.");
    }

    static Refusal conflict(String entity, String detail) {
        return of(409, entity + " conflict", detail);
    }

    static Refusal badParameter(String detail) {
        return of(400, "Invalid resourceParameter", detail);
    }

    /** What model binding answers: the form of ASP.NET. */
    static Refusal unbound(String member, String detail) {
        Map<String, Object> body = problem(400, "One or more validation errors occurred.", null);
        body.put("errors", Map.of(member, List.of(detail)));
        return new Refusal(Response.text(400, "application/problem+json; charset=utf-8", Json.text(body)));
    }

    static Refusal of(int status, String title, String detail) {
        return new Refusal(Response.json(status, problem(status, title, detail)));
    }

    private static Map<String, Object> problem(int status, String title, String detail) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", title);
        body.put("status", status);
        if (detail != null) {
            body.put("detail", detail);
        }
        return body;
    }
}
