package dokbro.entity.subprojects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Json;
import dokbro.company.Company;
import dokbro.company.Company.Orders;
import dokbro.entity.Catalogue;
import dokbro.entity.Entity;
import dokbro.entity.FirstMatch;
import dokbro.entity.GoText;
import dokbro.entity.Kinds;
import dokbro.entity.Mapped;
import dokbro.entity.Mapped.Reference;
import dokbro.entity.Part;
import dokbro.entity.ProjectState;
import dokbro.entity.SourceRecord;
import dokbro.entity.projects.SmartDokProjects;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * SmartDok's sub-projects become Go's: {@code master: smartdok}. Go puts the parent's code and a dot in front by itself, so only the own
 * number is sent, whichever of the three spellings SmartDok has.
 */
public final class SmartDokSubProjects implements Entity<SubProjectFacts> {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_CODE = 50;

    @Override
    public String name() {
        return Kinds.SUB_PROJECTS;
    }

    @Override
    public Class<SubProjectFacts> factsType() {
        return SubProjectFacts.class;
    }

    /** @param source a SubProjectOutput, closed ones too */
    @Override
    public List<Part<SubProjectFacts>> parts(JsonNode source, Company company, Catalogue catalogue) {
        SourceRecord project = new SourceRecord(source, "underprosjekt");
        String id = project.id();
        String name = project.required("SubProjectName");
        String parentId = project.required("ProjectId");
        Catalogue.Project parent = catalogue.projects().get(parentId);
        if (parent != null && parent.order() && company.workHours().orders() != Orders.PROJECT) {
            return List.of(Part.skipped(id, id, null, "order"));
        }
        String number = project.text("SubProjectNumber");
        if (number == null) {
            return List.of(Part.refused(
                    id, id, null, new RecordFailure(Reason.NUMBER_MISSING, "underprosjekt \"" + name + "\"")));
        }
        JsonNode inside = project.node().path("Project");
        String parentNumber = parent != null
                ? parent.number()
                : inside.isObject() ? new SourceRecord(inside, "prosjekt").text("ProjectNumber") : null;
        return List.of(Part.of(
                id,
                id,
                null,
                new SubProjectFacts(
                        parentId,
                        parentNumber,
                        FirstMatch.ownNumber(parentNumber, number),
                        name,
                        project.yes("IsActive", true) ? ProjectState.ACTIVE : ProjectState.CLOSED,
                        null,
                        project.date("StartDate"),
                        project.date("EndDate"),
                        false)));
    }

    @Override
    public boolean creates(SubProjectFacts facts) {
        return facts.state() == ProjectState.ACTIVE;
    }

    @Override
    public String label(SubProjectFacts facts) {
        return facts.parentNumber() + "." + facts.number() + " " + facts.name();
    }

    @Override
    public Mapped map(String key, int generation, SubProjectFacts facts, Company company, Catalogue catalogue) {
        ObjectNode payload = Json.mapper().createObjectNode();
        payload.put("Code", GoText.projectCode(facts.number(), LONGEST_CODE));
        payload.put("Name", GoText.notTooLong(facts.name(), LONGEST_NAME));
        SmartDokProjects.putState(payload, facts.state());
        payload.put(
                "StartDate",
                facts.startDate() == null ? null : facts.startDate().toString());
        payload.put("EndDate", facts.endDate() == null ? null : facts.endDate().toString());
        String parent = facts.parentNumber() == null ? "med id " + facts.parentId() : facts.parentNumber();
        return new Mapped(
                payload,
                Map.of(
                        "ParentProjectId",
                        new Reference(List.of(Kinds.PROJECTS), facts.parentId(), "prosjekt " + parent)));
    }

    @Override
    public Map<String, Set<String>> touches(Company company) {
        return Map.of(
                "parentId", Set.of("ParentProjectId"),
                "parentNumber", Set.of(),
                "number", Set.of("Code"),
                "name", Set.of("Name"),
                "state", Set.of("IsActive", "ProjectStatus"),
                "closedOn", Set.of(),
                "left", Set.of(),
                "startDate", Set.of("StartDate"),
                "endDate", Set.of("EndDate"));
    }

    @Override
    public Set<String> patchable() {
        return Set.of("Code", "Name", "IsActive", "ProjectStatus", "StartDate", "EndDate", "ParentProjectId");
    }
}
