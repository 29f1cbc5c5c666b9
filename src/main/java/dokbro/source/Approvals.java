package dokbro.source;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.company.Company.ApprovedBy;
import dokbro.run.Run;
import dokbro.smartdok.SmartDokClient;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The level of approval that the office trusts ({@code approved-by}). Only v1 of SmartDok's hours tells who approved (contracts, section
 * 3.4), so it is read as well, a week at a time: it gives at most 93 days, and its answers are large. An approval by somebody higher counts too.
 */
@Component
class Approvals {

    private static final Map<ApprovedBy, List<String>> FLAGS = Map.of(
            ApprovedBy.FOREMAN, List.of("ForemanAttested", "ProjectAdminAttested", "AdminAttested"),
            ApprovedBy.PROJECT_ADMINISTRATOR, List.of("ProjectAdminAttested", "AdminAttested"),
            ApprovedBy.ADMINISTRATOR, List.of("AdminAttested"));

    private final SmartDokClient smartdok;

    Approvals(SmartDokClient smartdok) {
        this.smartdok = smartdok;
    }

    /** Whether an approved registration is approved by somebody whom the company trusts. */
    boolean trusted(Run run, JsonNode registration) {
        ApprovedBy level = run.company().approvedBy();
        if (level == ApprovedBy.ANY) {
            return true;
        }
        LocalDate monday = day(registration).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return run.once("approved from " + monday, () -> ids(run, monday, monday.plusDays(6), level))
                .contains(RegistrationPages.id(registration));
    }

    /**
     * As {@link #trusted}, read at this moment for one day.
     *
     * @param approved ids of registrations of that day; those that do not count are taken out
     */
    void keepTrusted(Run run, LocalDate day, Set<String> approved) {
        ApprovedBy level = run.company().approvedBy();
        if (level != ApprovedBy.ANY && !approved.isEmpty()) {
            approved.retainAll(ids(run, day, day, level));
        }
    }

    /** The day of a registration, in either of SmartDok's two forms. */
    static LocalDate day(JsonNode registration) {
        return LocalDate.parse(SmartDokLists.text(registration, "Date").substring(0, 10));
    }

    private Set<String> ids(Run run, LocalDate from, LocalDate to, ApprovedBy level) {
        List<String> flags = FLAGS.get(level);
        Map<String, String> query = new LinkedHashMap<>();
        query.put("fromDate", from.toString());
        query.put("toDate", to.toString());
        query.put("onlyAttested", "true");
        query.put("includeExported", "true");
        query.put("includeWagesMarkedNoExport", "true");
        Set<String> ids = new HashSet<>();
        for (JsonNode row : smartdok.list(run.company(), "WorkHours", query)) {
            if (flags.stream().anyMatch(flag -> row.path(flag).asBoolean())) {
                ids.add(SmartDokLists.text(row, "WorkHourID"));
            }
        }
        return ids;
    }
}
