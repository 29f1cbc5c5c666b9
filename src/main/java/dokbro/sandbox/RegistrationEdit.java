package dokbro.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.sandbox.smartdok.BackDoor;
import dokbro.sandbox.smartdok.HoursDraft;
import java.math.BigDecimal;
import java.time.LocalTime;

/**
 * An edit of a registration as JSON. The members are those of {@link Contractor.Registration}; records are named by the contractor's keys,
 * projects, sub-projects and activities also by SmartDok's ids.
 */
final class RegistrationEdit {

    static final String[] MEMBERS = {
        "employee",
        "date",
        "from",
        "to",
        "breakMinutes",
        "timeAccountMinutes",
        "project",
        "projectId",
        "subProject",
        "subProjectId",
        "activity",
        "activityId",
        "wageType",
        "department",
        "comment",
        "perDiem",
        "additions",
        "machines",
        "approved"
    };

    private final BackDoor office;
    private final Body body;

    RegistrationEdit(BackDoor office, Body body) {
        this.office = office;
        this.body = body;
    }

    /** A new registration; what is not said is an ordinary day on the default project. */
    HoursDraft draft() {
        HoursDraft draft = office.draft(
                body.mustText("employee"),
                body.mustDate("date"),
                body.text("project").orElse(Sites.DEFAULT),
                body.text("activity").orElse("01"),
                body.text("wageType").orElse("100"));
        apply(draft);
        return draft;
    }

    /** Changes what the body names. */
    void apply(HoursDraft draft) {
        body.text("employee").ifPresent(key -> draft.employee(office.employeeId(key)));
        body.date("date").ifPresent(draft::date);
        times(draft);
        body.integer("timeAccountMinutes").ifPresent(draft::hourBank);
        places(draft);
        body.text("activity").ifPresent(key -> draft.activity(office.id("activities", key)));
        body.integer("activityId").ifPresent(draft::activity);
        body.text("wageType").ifPresent(key -> draft.wage(office.id("wage-types", key)));
        if (body.has("department")) {
            draft.department(id("departments", "department"));
        }
        body.text("comment").ifPresent(draft::comment);
        if (body.has("perDiem")) {
            draft.allowance(id("per-diems", "perDiem"));
        }
        rows(draft);
    }

    private void times(HoursDraft draft) {
        LocalTime from = body.time("from").orElse(draft.from());
        LocalTime to = body.time("to").orElse(draft.to());
        draft.time(from, to, body.integer("breakMinutes").orElse(draft.breakMinutes()));
    }

    /** Another project without a sub-project is the project itself. */
    private void places(HoursDraft draft) {
        Integer project = body.has("project") ? id("projects", "project") : null;
        project = body.integer("projectId").orElse(project);
        Integer sub = body.has("subProject") ? id("sub-projects", "subProject") : null;
        sub = body.integer("subProjectId").orElse(sub);
        if (project != null) {
            draft.project(project, sub);
        } else if (body.has("subProject") || body.has("subProjectId")) {
            draft.project(draft.projectId(), sub);
        }
    }

    private void rows(HoursDraft draft) {
        if (body.has("additions")) {
            draft.withoutAdditions();
            for (JsonNode row : body.elements("additions")) {
                Body addition = Body.of(row, "addition", "amount", "comment");
                JsonNode amount = row.path("amount");
                draft.addition(
                        office.id("additions", addition.mustText("addition")),
                        amount.isNumber() ? amount.decimalValue() : BigDecimal.ZERO,
                        addition.text("comment").orElse(null));
            }
        }
        if (body.has("machines")) {
            draft.withoutMachines();
            for (JsonNode row : body.elements("machines")) {
                Body machine = Body.of(row, "machine", "minutes");
                draft.machine(office.id("machines", machine.mustText("machine")), machine.mustInteger("minutes"));
            }
        }
    }

    private Integer id(String register, String member) {
        return body.text(member).map(key -> office.id(register, key)).orElse(null);
    }
}
