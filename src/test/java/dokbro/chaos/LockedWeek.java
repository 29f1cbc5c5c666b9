package dokbro.chaos;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * A week that somebody has approved in Go: nothing of it can be changed through the API.
 *
 * @param employee number
 */
record LockedWeek(String employee, LocalDate monday) {

    static LockedWeek of(String employee, LocalDate day) {
        return new LockedWeek(employee, day.with(DayOfWeek.MONDAY));
    }
}
