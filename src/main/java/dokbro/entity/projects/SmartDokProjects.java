package dokbro.entity.projects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Json;
import dokbro.company.Company;
import dokbro.company.Company.Billing;
import dokbro.company.Company.Orders;
import dokbro.entity.Catalogue;
import dokbro.entity.Entity;
import dokbro.entity.FirstMatch;
import dokbro.entity.GoText;
import dokbro.entity.Kinds;
import dokbro.entity.Mapped;
import dokbro.entity.Mapped.Reference;
import dokbro.entity.Parents;
import dokbro.entity.Part;
import dokbro.entity.ProjectState;
import dokbro.entity.SourceRecord;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * SmartDok's projects become Go's: {@code master: smartdok}. Customer, department and manager come along where they are linked; a project
 * waits for none of them. Orders come along only where their hours do, and the project that absence is registered on never.
 */
public final class SmartDokProjects implements Entity<SmartDokProjectFacts> {

    /** Go's contract names no longest name or code of a project (assumption; SmartDok's own limits are 70 and 20). */
    static final int LONGEST_NAME = 200;

    static final int LONGEST_CODE = 50;

    @Override
    public String name() {
        return Kinds.PROJECTS;
    }

    @Override
    public Class<SmartDokProjectFacts> factsType() {
        return SmartDokProjectFacts.class;
    }

    /** @param source a ProjectOutput, closed ones too */
    @Override
    public List<Part<SmartDokProjectFacts>> parts(JsonNode source, Company company, Catalogue catalogue) {
        SourceRecord project = new SourceRecord(source, "prosjekt");
        String id = project.id();
        String name = project.required("ProjectName");
        if (project.yes("IsAbsenceProject", false)) {
            return List.of(Part.skipped(id, id, null, "absence-project"));
        }
        if (project.yes("IsOrder", false) && company.workHours().orders() != Orders.PROJECT) {
            return List.of(Part.skipped(id, id, null, "order"));
        }
        String number = project.text("ProjectNumber");
        if (number == null) {
            return List.of(
                    Part.refused(id, id, null, new RecordFailure(Reason.NUMBER_MISSING, "prosjekt \"" + name + "\"")));
        }
        JsonNode departments = project.list("Departments");
        return List.of(Part.of(
                id,
                id,
                null,
                new SmartDokProjectFacts(
                        number,
                        name,
                        state(project),
                        project.date("StartDate"),
                        project.date("EndDate"),
                        project.reference("CustomerId"),
                        departments.size() == 1 ? departments.get(0).asText() : null,
                        project.text("ProjectOwnerName"))));
    }

    @Override
    public boolean creates(SmartDokProjectFacts facts) {
        return facts.state() != ProjectState.CLOSED;
    }

    @Override
    public String label(SmartDokProjectFacts facts) {
        return facts.number() + " " + facts.name();
    }

    @Override
    public Mapped map(String key, int generation, SmartDokProjectFacts facts, Company company, Catalogue catalogue) {
        ObjectNode payload = Json.mapper().createObjectNode();
        payload.put("Code", GoText.projectCode(facts.number(), LONGEST_CODE));
        payload.put("Name", GoText.notTooLong(facts.name(), LONGEST_NAME));
        putState(payload, facts.state());
        payload.put("StartDate", day(facts.startDate()));
        payload.put("EndDate", day(facts.endDate()));
        if (company.billing() == Billing.SMARTDOK) {
            // Go bills nothing of a project of this kind by itself when its hours are not billable.
            payload.put("ProjectBillingMethod", "Time");
        }
        Map<String, Reference> references = new LinkedHashMap<>();
        if (facts.customerId() != null) {
            references.put(
                    "CustomerId",
                    new Reference(List.of(Kinds.CUSTOMERS), facts.customerId(), "kunde med id " + facts.customerId())
                            .whereLinked());
        }
        Parents parents = new Parents(company, catalogue);
        if (facts.departmentId() != null) {
            references.put(
                    "DepartmentId", parents.department(facts.departmentId()).whereLinked());
        }
        String manager = manager(facts.manager(), catalogue);
        if (manager != null) {
            references.put("ProjectManagerEmployeeId", parents.employee(manager).whereLinked());
        }
        return new Mapped(payload, references);
    }

    @Override
    public Map<String, Set<String>> touches(Company company) {
        return Map.of(
                "number", Set.of("Code"),
                "name", Set.of("Name"),
                "state", Set.of("IsActive", "ProjectStatus"),
                "startDate", Set.of("StartDate"),
                "endDate", Set.of("EndDate"),
                "customerId", Set.of("CustomerId"),
                "departmentId", Set.of("DepartmentId"),
                "manager", Set.of("ProjectManagerEmployeeId"));
    }

    @Override
    public Set<String> late() {
        return Set.of("CustomerId", "DepartmentId", "ProjectManagerEmployeeId");
    }

    @Override
    public Set<String> patchable() {
        return Set.of(
                "Code",
                "Name",
                "IsActive",
                "ProjectStatus",
                "StartDate",
                "EndDate",
                "CustomerId",
                "DepartmentId",
                "ProjectManagerEmployeeId");
    }

    /**
     * What Go calls the state. A project that is finished in SmartDok, but active there, still gets hours, and Go refuses hours on a project
     * that is not in progress: it stays so until it is closed.
     */
    public static void putState(ObjectNode payload, ProjectState state) {
        boolean closed = state == ProjectState.CLOSED;
        payload.put("IsActive", !closed);
        payload.put("ProjectStatus", closed ? "Archived" : "Active");
    }

    private static ProjectState state(SourceRecord project) {
        if (!project.yes("IsActive", true)) {
            return ProjectState.CLOSED;
        }
        return project.yes("Finished", false) ? ProjectState.FINISHED : ProjectState.ACTIVE;
    }

    /** The only employee of that name; null for none and for several. */
    private static String manager(String name, Catalogue catalogue) {
        List<String> ids = catalogue.employees().values().stream()
                .filter(employee -> name != null && FirstMatch.samePerson(name, employee.name()))
                .map(Catalogue.Employee::id)
                .toList();
        return ids.size() == 1 ? ids.get(0) : null;
    }

    private static String day(LocalDate day) {
        return day == null ? null : day.toString();
    }
}
