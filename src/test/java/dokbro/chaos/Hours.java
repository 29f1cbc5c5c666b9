package dokbro.chaos;

import dokbro.entity.FirstMatch;
import java.time.LocalDate;

/**
 * Hours as payroll sees them, the same words for both systems.
 *
 * @param employee number
 * @param minutes net
 * @param project number, {@code 1010.01} for a sub-project; null for absence
 * @param activity name as {@link #plain}; so hourType
 * @param department code, null for none
 * @param comment without Dokbro's marker; empty for none
 */
record Hours(
        String employee,
        LocalDate date,
        int minutes,
        int billable,
        String project,
        String activity,
        String hourType,
        String department,
        String comment) {

    /** Names differ between the systems in case, blanks and æøå only. */
    static String plain(String name) {
        return name == null ? null : FirstMatch.plain(name);
    }
}
