package dokbro.entity.activities;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Json;
import dokbro.company.Company;
import dokbro.entity.Catalogue;
import dokbro.entity.Entity;
import dokbro.entity.Kinds;
import dokbro.entity.Mapped;
import dokbro.entity.Part;
import dokbro.entity.SmartDokText;
import dokbro.entity.SourceRecord;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Go's activities become SmartDok's: {@code master: poweroffice}. Activities for absence stay in Go: SmartDok has wage types for it. */
public final class Activities implements Entity<ActivityFacts> {

    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_NUMBER = 50;

    @Override
    public String name() {
        return Kinds.ACTIVITIES;
    }

    @Override
    public Class<ActivityFacts> factsType() {
        return ActivityFacts.class;
    }

    /** @param source an ActivityTime; Go may leave Code and ActivityType out */
    @Override
    public List<Part<ActivityFacts>> parts(JsonNode source, Company company, Catalogue catalogue) {
        SourceRecord activity = new SourceRecord(source, "aktivitet");
        String id = activity.id();
        ActivityFacts facts =
                new ActivityFacts(activity.text("Code"), activity.required("Name"), activity.yes("IsActive", true));
        return List.of(
                AbsenceActivity.inGo(source) || AbsenceActivity.mapped(facts, company)
                        ? Part.skipped(id, id, null, "absence-activity")
                        : Part.of(id, id, null, facts));
    }

    @Override
    public boolean creates(ActivityFacts facts) {
        return facts.active();
    }

    @Override
    public String label(ActivityFacts facts) {
        return facts.name();
    }

    @Override
    public Mapped map(String key, int generation, ActivityFacts facts, Company company, Catalogue catalogue) {
        ObjectNode payload = Json.mapper().createObjectNode();
        payload.put("Name", SmartDokText.name(facts.name(), LONGEST_NAME));
        if (facts.code() != null) {
            payload.put("Number", SmartDokText.number(facts.code(), LONGEST_NUMBER));
        }
        payload.put("IsActive", facts.active());
        return new Mapped(payload, Map.of());
    }

    @Override
    public Map<String, Set<String>> touches(Company company) {
        return Map.of("code", Set.of("Number"), "name", Set.of("Name"), "active", Set.of("IsActive"));
    }

    @Override
    public Set<String> patchable() {
        return Set.of("Name", "Number", "IsActive");
    }
}
