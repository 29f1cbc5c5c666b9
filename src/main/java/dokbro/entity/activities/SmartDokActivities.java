package dokbro.entity.activities;

import static dokbro.entity.SettingsMapping.byNumber;
import static dokbro.entity.SettingsMapping.skips;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Json;
import dokbro.company.Company;
import dokbro.entity.Catalogue;
import dokbro.entity.Entity;
import dokbro.entity.GoText;
import dokbro.entity.Kinds;
import dokbro.entity.Mapped;
import dokbro.entity.Part;
import dokbro.entity.SourceRecord;
import dokbro.entity.StandardActivity;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * SmartDok's activities (WorkDescriptions) become Go's: {@code master: smartdok}. SmartDok's two standard rows are no activities, and those
 * that a mapping names have theirs in Go already. Go's API makes activities and cannot change them: a rename or close is reported.
 */
public final class SmartDokActivities implements Entity<ActivityFacts> {

    private static final int LONGEST_NAME = 400;

    @Override
    public String name() {
        return Kinds.ACTIVITIES;
    }

    @Override
    public Class<ActivityFacts> factsType() {
        return ActivityFacts.class;
    }

    /** @param source an ActivityOutput */
    @Override
    public List<Part<ActivityFacts>> parts(JsonNode source, Company company, Catalogue catalogue) {
        SourceRecord activity = new SourceRecord(source, "aktivitet");
        String id = activity.id();
        String number = activity.text("Number");
        String name = activity.required("Name");
        if (StandardActivity.is(number, name)) {
            return List.of(Part.skipped(id, id, null, "standard-activity"));
        }
        String mapped = byNumber(company.mappings().activities(), number);
        if (mapped != null) {
            return List.of(Part.skipped(id, id, null, skips(mapped) ? "mapped-skip" : "mapped"));
        }
        ActivityFacts facts = new ActivityFacts(number, name, activity.yes("IsActive", true));
        return List.of(
                AbsenceActivity.mapped(facts, company)
                        ? Part.skipped(id, id, null, "absence-activity")
                        : Part.of(id, id, null, facts));
    }

    @Override
    public boolean creates(ActivityFacts facts) {
        return facts.active();
    }

    @Override
    public String label(ActivityFacts facts) {
        return facts.code() == null ? facts.name() : facts.code() + " " + facts.name();
    }

    @Override
    public RecordFailure unchangeable(ActivityFacts facts) {
        return new RecordFailure(Reason.ACTIVITY_FIXED, label(facts));
    }

    @Override
    public Mapped map(String key, int generation, ActivityFacts facts, Company company, Catalogue catalogue) {
        ObjectNode payload = Json.mapper().createObjectNode();
        payload.put("Name", GoText.notTooLong(facts.name(), LONGEST_NAME));
        payload.put("IsActive", facts.active());
        return new Mapped(payload, Map.of());
    }

    /** Go shows no code of an activity, so another number in SmartDok changes nothing there. */
    @Override
    public Map<String, Set<String>> touches(Company company) {
        return Map.of("code", Set.of(), "name", Set.of("Name"), "active", Set.of("IsActive"));
    }

    @Override
    public Set<String> patchable() {
        return Set.of();
    }
}
