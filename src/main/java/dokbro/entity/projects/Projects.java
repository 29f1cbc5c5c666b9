package dokbro.entity.projects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Json;
import dokbro.company.Company;
import dokbro.entity.Catalogue;
import dokbro.entity.Closing;
import dokbro.entity.Entity;
import dokbro.entity.Kinds;
import dokbro.entity.Mapped;
import dokbro.entity.Part;
import dokbro.entity.ProjectState;
import dokbro.entity.SmartDokText;
import dokbro.entity.SourceRecord;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Go's projects become SmartDok's: {@code master: poweroffice}. The payload holds only the members of ProjectInput that Dokbro owns. */
public final class Projects implements Entity<ProjectFacts> {

    private static final int LONGEST_NAME = 70;
    private static final int LONGEST_NUMBER = 20;
    private static final String CUSTOMER = "CustomerId";

    @Override
    public String name() {
        return Kinds.PROJECTS;
    }

    @Override
    public Class<ProjectFacts> factsType() {
        return ProjectFacts.class;
    }

    @Override
    public List<Part<ProjectFacts>> parts(JsonNode source, Company company, Catalogue catalogue) {
        return parts(source, company, catalogue, Map.of());
    }

    /** @param source a ProjectDto without parent, with {@link Closing#SEEN_ON} where Go has it closed */
    @Override
    public List<Part<ProjectFacts>> parts(
            JsonNode source, Company company, Catalogue catalogue, Map<String, ProjectFacts> sent) {
        SourceRecord project = new SourceRecord(source, "prosjekt");
        String id = project.id();
        String name = project.required("Name");
        String number = project.text("Code");
        if (number == null) {
            return List.of(
                    Part.refused(id, id, null, new RecordFailure(Reason.NUMBER_MISSING, "prosjekt \"" + name + "\"")));
        }
        Closing closing = Closing.of(
                project, sent.values().stream().map(ProjectFacts::closedOn).toList(), company);
        return List.of(Part.of(
                id,
                id,
                null,
                new ProjectFacts(
                        number,
                        name,
                        closing.state(),
                        closing.closedOn(),
                        project.date("StartDate"),
                        project.date("EndDate"),
                        project.reference("CustomerId"))));
    }

    @Override
    public boolean creates(ProjectFacts facts) {
        return facts.state() == ProjectState.ACTIVE;
    }

    @Override
    public String label(ProjectFacts facts) {
        return facts.number() + " " + facts.name();
    }

    @Override
    public Mapped map(String key, int generation, ProjectFacts facts, Company company, Catalogue catalogue) {
        ObjectNode payload = Json.mapper().createObjectNode();
        payload.put("ProjectName", SmartDokText.name(facts.name(), LONGEST_NAME));
        payload.put("ProjectNumber", SmartDokText.number(facts.number(), LONGEST_NUMBER));
        // A finished project stays active: its last hours are often registered after it is done.
        payload.put("IsActive", facts.state() != ProjectState.CLOSED);
        payload.put("Finished", facts.state() != ProjectState.ACTIVE);
        payload.put("StartDate", SmartDokText.day(facts.startDate()));
        payload.put("EndDate", SmartDokText.day(facts.endDate()));
        return new Mapped(
                payload,
                facts.customerId() == null
                        ? Map.of()
                        : Map.of(
                                CUSTOMER,
                                new Mapped.Reference(
                                                List.of(Kinds.CUSTOMERS),
                                                facts.customerId(),
                                                "kunde med id " + facts.customerId())
                                        .whereLinked()));
    }

    @Override
    public Map<String, Set<String>> touches(Company company) {
        return Map.of(
                "number", Set.of("ProjectNumber"),
                "name", Set.of("ProjectName"),
                "state", Set.of("IsActive", "Finished"),
                // Equal in SmartDok, so that nothing is written for it: the day is remembered.
                "closedOn", Set.of("Finished"),
                "startDate", Set.of("StartDate"),
                "endDate", Set.of("EndDate"),
                "customerId", Set.of(CUSTOMER));
    }

    @Override
    public Set<String> late() {
        return Set.of(CUSTOMER);
    }

    @Override
    public Set<String> patchable() {
        return Set.of("ProjectNumber", "ProjectName", "IsActive", "Finished", "StartDate", "EndDate", CUSTOMER);
    }
}
