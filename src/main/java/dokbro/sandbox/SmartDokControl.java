package dokbro.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.sandbox.http.Request;
import dokbro.sandbox.http.Response;
import dokbro.sandbox.smartdok.BackDoor;
import dokbro.sandbox.smartdok.Hours;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ObjIntConsumer;
import java.util.function.Predicate;

/** {@code /smartdok/…}: what people do in SmartDok's own pages. */
final class SmartDokControl {

    private static final int SHOWN = 1000;
    private static final List<String> FILTERS = List.of("from", "to", "employee", "project", "approved");

    private final Control control;
    private final BackDoor office;

    SmartDokControl(Sandbox sandbox, Control control) {
        this.control = control;
        this.office = sandbox.smartdok().backDoor();
    }

    void routes() {
        control.get("/smartdok/registrations", this::list);
        control.get("/smartdok/registrations/{id}", request -> show(200, Control.id(request.variable("id"))));
        control.post("/smartdok/registrations", this::add);
        control.post("/smartdok/registrations/{id}", this::edit);
        act("approve", BackDoor::approve);
        act("withdraw", BackDoor::withdraw);
        act("zero", BackDoor::zero);
        control.post("/smartdok/registrations/{id}/delete", request -> {
            office.delete(Control.id(request.variable("id")));
            return Control.done();
        });
        control.get(
                "/smartdok/records/{register}",
                request -> Response.json(200, office.records(request.variable("register"))));
        control.post("/smartdok/records/{register}/{id}", this::change);
        control.post("/smartdok/claims", this::claims);
        control.post("/smartdok/sessions/expire", request -> {
            office.expireSessions();
            return Control.done();
        });
    }

    private void act(String name, ObjIntConsumer<BackDoor> action) {
        control.post("/smartdok/registrations/{id}/" + name, request -> {
            int id = Control.id(request.variable("id"));
            action.accept(office, id);
            return show(200, id);
        });
    }

    private Response show(int status, int id) {
        return Response.json(status, office.shown(office.registration(id).orElseThrow(() -> Control.none(id))));
    }

    /** Newest first, at most a thousand. */
    private Response list(Request request) {
        List<Hours> found =
                office.registrations().stream().filter(wanted(request)).toList();
        int from = Math.max(0, found.size() - SHOWN);
        List<Map<String, Object>> rows = new ArrayList<>(
                found.subList(from, found.size()).stream().map(office::shown).toList());
        Collections.reverse(rows);
        return Response.json(200, Map.of("total", found.size(), "items", rows));
    }

    private Predicate<Hours> wanted(Request request) {
        for (String name : request.query().keySet()) {
            if (!FILTERS.contains(name)) {
                throw Body.bad("Unknown parameter " + name + "; known: " + FILTERS);
            }
        }
        LocalDate from = date(request, "from", LocalDate.MIN);
        LocalDate to = date(request, "to", LocalDate.MAX);
        UUID employee = request.query("employee").map(office::employeeId).orElse(null);
        Integer project =
                request.query("project").map(key -> office.id("projects", key)).orElse(null);
        Boolean approved = request.query("approved").map(SmartDokControl::flag).orElse(null);
        return hours -> !hours.date().isBefore(from)
                && !hours.date().isAfter(to)
                && (employee == null || employee.equals(hours.userId()))
                && (project == null || project == hours.projectId())
                && (approved == null || approved == hours.approved());
    }

    private static Boolean flag(String text) {
        if (!"true".equals(text) && !"false".equals(text)) {
            throw Body.bad("approved must be true or false, not " + text);
        }
        return Boolean.valueOf(text);
    }

    private static LocalDate date(Request request, String name, LocalDate otherwise) {
        try {
            return request.query(name).map(LocalDate::parse).orElse(otherwise);
        } catch (DateTimeException e) {
            throw Body.bad(name + " must be a date such as 2026-11-24");
        }
    }

    private Response add(Request request) {
        Body body = Body.of(request, RegistrationEdit.MEMBERS);
        int id = office.add(new RegistrationEdit(office, body).draft());
        if (body.flag("approved").orElse(false)) {
            office.approve(id);
        }
        return show(201, id);
    }

    private Response edit(Request request) {
        int id = Control.id(request.variable("id"));
        Body body = Body.of(request, RegistrationEdit.MEMBERS);
        RegistrationEdit edit = new RegistrationEdit(office, body);
        office.edit(id, edit::apply);
        body.flag("approved").ifPresent(approved -> office.approve(id, approved, false, false));
        return show(200, id);
    }

    private Response change(Request request) {
        JsonNode members = Control.members(request);
        office.change(request.variable("register"), request.variable("id"), record -> Control.set(record, members));
        return Control.done();
    }

    private Response claims(Request request) {
        Body body = Body.of(request, "remove", "restore");
        body.text("remove").ifPresent(office::removeClaim);
        body.text("restore").ifPresent(office::restoreClaim);
        return Control.done();
    }
}
