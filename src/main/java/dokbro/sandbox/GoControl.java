package dokbro.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.sandbox.go.SimulatedGo;
import dokbro.sandbox.http.Request;
import dokbro.sandbox.http.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.ObjLongConsumer;

/** {@code /go/…}: what people do in Go's own pages. */
final class GoControl {

    private final Sandbox sandbox;
    private final Control control;

    GoControl(Sandbox sandbox, Control control) {
        this.sandbox = sandbox;
        this.control = control;
    }

    void routes() {
        control.get("/go/entries", request -> Response.json(200, entries(request)));
        control.get("/go/salary-lines", request -> Response.json(200, go().salaryLines()));
        control.get("/go/projects", request -> Response.json(200, go().records("/Projects")));
        control.post("/go/projects", this::addProject);
        control.post("/go/activities", this::addActivity);
        act("pay", SimulatedGo::markPaid);
        act("invoice", SimulatedGo::markInvoiced);
        act("delete", SimulatedGo::deleteByUser);
        control.post("/go/entries/{id}/edit", request -> {
            JsonNode members = request.body();
            if (members == null || !members.isObject()) {
                throw Body.bad("The body must be a JSON object with members of the entry.");
            }
            go().editByUser(Control.longId(request.variable("id")), members);
            return Control.done();
        });
        control.post("/go/weeks/approve", request -> week(request, true));
        control.post("/go/weeks/revoke", request -> week(request, false));
        control.post("/go/projects/{id}", this::project);
        control.post("/go/lock-date", request -> {
            Body body = Body.of(request, "date");
            if (!body.has("date")) {
                throw Body.bad("date is missing; null opens the ledger.");
            }
            go().setLockDate(body.date("date").orElse(null));
            return Control.done();
        });
    }

    private Response addProject(Request request) {
        Body body = Body.of(request, "code", "name", "parentId");
        long id = go().addProject(
                        body.mustText("code"),
                        body.mustText("name"),
                        body.whole("parentId").orElse(null));
        return Response.json(201, Map.of("Id", id));
    }

    private Response addActivity(Request request) {
        Body body = Body.of(request, "code", "name");
        return Response.json(201, Map.of("Id", go().addActivity(body.mustText("code"), body.mustText("name"))));
    }

    private SimulatedGo go() {
        return sandbox.go();
    }

    private void act(String name, ObjLongConsumer<SimulatedGo> action) {
        control.post("/go/entries/{id}/" + name, request -> {
            action.accept(go(), Control.longId(request.variable("id")));
            return Control.done();
        });
    }

    private Map<String, Object> entries(Request request) {
        String date = request.query("date").orElse(null);
        Long employee = request.query("employee")
                .map(number -> employeeId(Control.longId(number)))
                .orElse(null);
        List<JsonNode> found = go().entries().stream()
                .filter(entry -> date == null || entry.path("Date").asText().startsWith(date))
                .filter(entry -> employee == null || entry.path("EmployeeId").asLong() == employee)
                .toList();
        return Map.of("total", found.size(), "items", found);
    }

    private Response week(Request request, boolean approve) {
        Body body = Body.of(request, "employee", "employeeId", "date");
        long employee = body.whole("employeeId").orElseGet(() -> employeeId(body.mustInteger("employee")));
        LocalDate date = body.mustDate("date");
        if (approve) {
            go().approveWeek(employee, date);
        } else {
            go().revokeWeek(employee, date);
        }
        return Control.done();
    }

    private long employeeId(long number) {
        return go().records("/Employees").stream()
                .filter(employee -> employee.path("Number").asLong() == number)
                .map(employee -> employee.get("Id").asLong())
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("Go has no employee with number " + number));
    }

    private Response project(Request request) {
        long id = Control.longId(request.variable("id"));
        Body body = Body.of(request, "name", "code", "status", "active");
        body.text("name").ifPresent(name -> go().renameProject(id, name));
        body.text("code").ifPresent(code -> go().recodeProject(id, code));
        body.text("status").ifPresent(status -> go().setProjectStatus(id, status));
        body.flag("active").ifPresent(active -> go().setProjectActive(id, active));
        return Control.done();
    }
}
