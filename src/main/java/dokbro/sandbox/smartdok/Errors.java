package dokbro.sandbox.smartdok;

import dokbro.sandbox.http.Refusal;
import dokbro.sandbox.http.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** SmartDok's forms of an error. */
final class Errors {

    /** Numbers from the published set; which belongs to which name is not published. */
    private static final Map<String, Integer> CODES =
            Map.of("NameIsRequired", 110, "NumberIsRequired", 111, "ValueIsRequired", 112, "ValueIsTooLong", 120);

    private Errors() {}

    /** As ASP.NET answers parameters and bodies that it cannot bind. */
    static Refusal invalid(String field, String message) {
        return invalid(Map.of(field, List.of(message)));
    }

    static Refusal invalid(Map<String, List<String>> errors) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "https://tools.ietf.org/html/rfc9110#section-15.5.1");
        body.put("title", "One or more validation errors occurred.");
        body.put("status", 400);
        body.put("errors", errors);
        return new Refusal(Response.json(400, body));
    }

    /** ProblemDetails of the newer operations, in PascalCase. */
    static Refusal problem(String title, String detail) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("Type", "https://tools.ietf.org/html/rfc9110#section-15.5.1");
        body.put("Title", title);
        body.put("Status", 400);
        body.put("Detail", detail);
        body.put("Instance", null);
        return new Refusal(Response.json(400, body));
    }

    /** What saving refuses: {Code, Error, Message}. */
    static Refusal save(String error, String message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("Code", CODES.getOrDefault(error, 100));
        body.put("Error", error);
        body.put("Message", message);
        return new Refusal(Response.json(400, body));
    }

    static Refusal notFound() {
        return new Refusal(Response.empty(404));
    }

    static Response unauthorized(String text) {
        return Response.text(401, "text/plain; charset=utf-8", text);
    }

    /** For faults and bodies that are no JSON. */
    static Response ofStatus(int status) {
        return Response.json(
                status, Map.of("Message", status == 400 ? "The request is invalid." : "An error occurred."));
    }
}
