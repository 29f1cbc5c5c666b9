package dokbro.sandbox.go;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashSet;
import java.util.Set;

/** What locks time entries: approved weeks of an employee, payroll, invoices. */
final class TimeLocks {

    private final Set<Week> approved = new HashSet<>();
    private final Set<String> paid = new HashSet<>();
    private final Set<String> invoiced = new HashSet<>();

    private record Week(long employee, LocalDate monday) {}

    void approve(long employee, LocalDate day) {
        approved.add(week(employee, day));
    }

    void revoke(long employee, LocalDate day) {
        approved.remove(week(employee, day));
    }

    void pay(String entry) {
        paid.add(entry);
    }

    void invoice(String entry) {
        invoiced.add(entry);
    }

    boolean approved(JsonNode entry) {
        return approved.contains(week(
                entry.get("EmployeeId").asLong(),
                LocalDate.parse(entry.get("Date").asText())));
    }

    boolean locked(JsonNode entry) {
        String id = entry.get("Id").asText();
        return approved(entry) || paid.contains(id) || invoiced.contains(id);
    }

    private static Week week(long employee, LocalDate day) {
        return new Week(employee, day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }
}
