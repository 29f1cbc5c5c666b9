package dokbro.entity.workhours;

import com.fasterxml.jackson.annotation.JsonInclude;
import dokbro.company.Company.TimeAccount;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * What a registration of hours says that matters. Ids are SmartDok's.
 *
 * @param date the day the shift began
 * @param minutes by the clock, of this part; 0 means that Go should hold nothing
 * @param banked true for the part that goes to the time account
 * @param from of the whole registration, as are to and breakMinutes; to before from is past midnight
 * @param subProjectId null for none
 * @param activityId null for none
 * @param departmentId null for none
 * @param timeAccount what became of the hours to the time account when it was sent; null where there are none
 * @param comment trimmed; null when blank, and always for absence
 * @param overtimeId the overtime addition whose hours this part is; null for ordinary hours, and then left out of stored facts
 */
public record WorkHoursFacts(
        String userId,
        LocalDate date,
        int minutes,
        boolean banked,
        LocalTime from,
        LocalTime to,
        int breakMinutes,
        String projectId,
        String subProjectId,
        String activityId,
        String wageTypeId,
        String departmentId,
        @JsonInclude(JsonInclude.Include.NON_NULL) TimeAccount timeAccount,
        String comment,
        @JsonInclude(JsonInclude.Include.NON_NULL) String overtimeId) {

    /** Hours that are no overtime of an addition. */
    public WorkHoursFacts(
            String userId,
            LocalDate date,
            int minutes,
            boolean banked,
            LocalTime from,
            LocalTime to,
            int breakMinutes,
            String projectId,
            String subProjectId,
            String activityId,
            String wageTypeId,
            String departmentId,
            TimeAccount timeAccount,
            String comment) {
        this(
                userId,
                date,
                minutes,
                banked,
                from,
                to,
                breakMinutes,
                projectId,
                subProjectId,
                activityId,
                wageTypeId,
                departmentId,
                timeAccount,
                comment,
                null);
    }

    /** True when from, to and break say the same as the minutes: nothing of it went to the time account. */
    boolean whole() {
        return RegisteredTime.byTheClock(from, to) - breakMinutes == minutes;
    }
}
