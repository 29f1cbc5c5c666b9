package dokbro.entity.subprojects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Json;
import dokbro.company.Company;
import dokbro.entity.Catalogue;
import dokbro.entity.Closing;
import dokbro.entity.Entity;
import dokbro.entity.Kinds;
import dokbro.entity.Mapped;
import dokbro.entity.Mapped.Reference;
import dokbro.entity.Part;
import dokbro.entity.ProjectState;
import dokbro.entity.SmartDokText;
import dokbro.entity.SourceRecord;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Go's sub-projects become SmartDok's: {@code master: poweroffice}. The reference ProjectId belongs in SmartDok's path, not in its body. */
public final class SubProjects implements Entity<SubProjectFacts> {

    private static final int LONGEST_NAME = 70;
    private static final int LONGEST_NUMBER = 50;

    @Override
    public String name() {
        return Kinds.SUB_PROJECTS;
    }

    @Override
    public Class<SubProjectFacts> factsType() {
        return SubProjectFacts.class;
    }

    @Override
    public List<Part<SubProjectFacts>> parts(JsonNode source, Company company, Catalogue catalogue) {
        return parts(source, company, catalogue, Map.of());
    }

    /**
     * SmartDok cannot move a sub-project: one that Go has moved is a second part there, under the new parent. When that stands, the one before
     * is closed; both stay linked, since hours are on either.
     *
     * @param source a ProjectDto with parent; its code is {@code parent.sub}, and a dot stands nowhere else in Go's codes
     */
    @Override
    public List<Part<SubProjectFacts>> parts(
            JsonNode source, Company company, Catalogue catalogue, Map<String, SubProjectFacts> sent) {
        SourceRecord project = new SourceRecord(source, "underprosjekt");
        String id = project.id();
        String name = project.required("Name");
        String parentId = project.required("ParentProjectId");
        String code = project.text("Code");
        int dot = code == null ? -1 : code.indexOf('.');
        String number = code == null ? "" : code.substring(dot + 1).strip();
        if (number.isEmpty()) {
            return List.of(Part.refused(
                    id, id, null, new RecordFailure(Reason.NUMBER_MISSING, "underprosjekt \"" + name + "\"")));
        }
        String standing = sent.entrySet().stream()
                .filter(part -> part.getValue().parentId().equals(parentId))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
        String key = standing != null ? standing : sent.isEmpty() ? id : id + "@" + parentId;
        Closing closing = Closing.of(
                project, sent.values().stream().map(SubProjectFacts::closedOn).toList(), company);
        List<Part<SubProjectFacts>> parts = new ArrayList<>();
        parts.add(Part.of(
                key,
                id,
                null,
                new SubProjectFacts(
                        parentId,
                        dot > 0 ? code.substring(0, dot).strip() : project.text("ParentProjectCode"),
                        number,
                        name,
                        closing.state(),
                        closing.closedOn(),
                        project.date("StartDate"),
                        project.date("EndDate"),
                        false)));
        sent.forEach((before, facts) -> {
            if (!before.equals(key)) {
                parts.add(Part.of(before, id, null, standing == null ? facts : facts.asLeft()));
            }
        });
        return parts;
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
        payload.put("SubProjectNumber", SmartDokText.number(facts.number(), LONGEST_NUMBER));
        payload.put("SubProjectName", SmartDokText.name(facts.name(), LONGEST_NAME));
        // SmartDok knows no finished sub-project; a finished one stays open for its last hours.
        payload.put("IsActive", facts.state() != ProjectState.CLOSED);
        payload.put("StartDate", SmartDokText.day(facts.startDate()));
        payload.put("EndDate", SmartDokText.day(facts.endDate()));
        String parent = facts.parentNumber() == null ? "med id " + facts.parentId() : facts.parentNumber();
        return new Mapped(
                payload,
                Map.of("ProjectId", new Reference(List.of(Kinds.PROJECTS), facts.parentId(), "prosjekt " + parent)));
    }

    @Override
    public Map<String, Set<String>> touches(Company company) {
        return Map.of(
                "parentId", Set.of("ProjectId"),
                "parentNumber", Set.of(),
                "number", Set.of("SubProjectNumber"),
                "name", Set.of("SubProjectName"),
                "state", Set.of("IsActive"),
                // Equal in SmartDok, so that nothing is written for them: they are remembered.
                "closedOn", Set.of("IsActive"),
                "left", Set.of("IsActive"),
                "startDate", Set.of("StartDate"),
                "endDate", Set.of("EndDate"));
    }

    @Override
    public Set<String> patchable() {
        return Set.of("SubProjectNumber", "SubProjectName", "IsActive", "StartDate", "EndDate");
    }
}
