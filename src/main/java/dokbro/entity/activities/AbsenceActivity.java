package dokbro.entity.activities;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.company.Company;
import dokbro.entity.FirstMatch;
import dokbro.entity.SettingsMapping;
import java.util.Set;

/** Activities for absence: they stand in Go alone, since SmartDok has wage types for it, and never go to the other system. */
public final class AbsenceActivity {

    private static final Set<String> TYPES = Set.of(
            "PaidSickLeave",
            "PaidSickLeaveWithSickNote",
            "PaidSickLeaveForSickChildren",
            "UnpaidSickLeave",
            "PaidLeave",
            "UnpaidLeave",
            "Vacation");

    private AbsenceActivity() {}

    /** Whether Go says so of its own activity; where it shows no type, it does not. */
    public static boolean inGo(JsonNode activity) {
        return TYPES.contains(activity.path("ActivityType").asText());
    }

    /** Whether the settings send absence to an activity of this code or name. */
    static boolean mapped(ActivityFacts facts, Company company) {
        return company.mappings().absence().values().stream()
                .filter(absence -> !SettingsMapping.skips(absence))
                .anyMatch(absence ->
                        FirstMatch.sameNumber(absence, facts.code()) || FirstMatch.sameName(absence, facts.name()));
    }
}
