package dokbro.entity.workhours;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.company.Company.TimeAccount;
import dokbro.entity.Catalogue;
import dokbro.entity.SourceRecord;
import java.time.LocalDate;

/**
 * One WorkHourOutputV2 and what its ids stand for.
 *
 * @param employee null where the catalogue does not know the id, as are wageType, project and activity
 */
public record Registration(
        String id,
        LocalDate date,
        RegisteredTime time,
        SourceRecord source,
        Catalogue.Employee employee,
        Catalogue.WageType wageType,
        Catalogue.Project project,
        Catalogue.Activity activity) {

    /** UNREADABLE where a member that must be there is not, or is not what it should be. */
    public static Registration read(JsonNode node, Catalogue catalogue) {
        SourceRecord source = new SourceRecord(node, "timeregistrering");
        LocalDate date = source.date("Date");
        if (date == null) {
            throw source.unreadable("Date mangler");
        }
        return new Registration(
                source.id(),
                date,
                RegisteredTime.read(source),
                source,
                catalogue.employees().get(source.required("UserId")),
                catalogue.wageTypes().get(source.required("WageId")),
                catalogue.projects().get(source.required("ProjectId")),
                activityOf(source, catalogue));
    }

    /** True when the wage type is known and is one for absence. */
    public boolean isAbsence() {
        return wageType != null && wageType.absence();
    }

    /** @param timeAccount what becomes of the hours to the time account */
    WorkHoursFacts facts(int minutes, boolean banked, TimeAccount timeAccount) {
        return facts(minutes, banked, timeAccount, null);
    }

    /** @param overtimeId null for ordinary hours */
    WorkHoursFacts facts(int minutes, boolean banked, TimeAccount timeAccount, String overtimeId) {
        // What people write beside an absence can be about their health; it stays in SmartDok. Of an unknown wage type
        // nobody knows.
        boolean mayHaveComment = wageType != null && !wageType.absence();
        return new WorkHoursFacts(
                source.text("UserId"),
                date,
                minutes,
                banked,
                time.from(),
                time.to(),
                time.breakMinutes(),
                source.text("ProjectId"),
                source.reference("SubProjectId"),
                source.reference("ActivityId"),
                source.text("WageId"),
                source.reference("DepartmentId"),
                time.banked() == 0 ? null : timeAccount,
                mayHaveComment ? source.text("Comment") : null,
                overtimeId);
    }

    private static Catalogue.Activity activityOf(SourceRecord source, Catalogue catalogue) {
        String id = source.reference("ActivityId");
        return id == null ? null : catalogue.activities().get(id);
    }
}
