package dokbro.sandbox.smartdok;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;

/**
 * One registration as SmartDok keeps it.
 *
 * @param id 0 before it is added
 * @param from clock time; {@code to} before it is past midnight
 * @param breakMinutes of the break
 * @param hourBank minutes to the time account
 * @param subProjectId null for none, as are department, allowance
 * @param state approval and export marks
 * @param lastUpdated local time
 */
public record Hours(
        int id,
        UUID userId,
        LocalDate date,
        LocalTime from,
        LocalTime to,
        int breakMinutes,
        int hourBank,
        int projectId,
        Integer subProjectId,
        int activityId,
        int wageId,
        Integer departmentId,
        String comment,
        Integer allowanceId,
        List<AdditionRow> additions,
        List<MachineRow> machines,
        State state,
        LocalDateTime lastUpdated) {

    /** @param additionId of the addition, which SmartDok calls WageId here */
    public record AdditionRow(int additionId, BigDecimal amount, String comment) {}

    public record MachineRow(int machineId, int minutes) {}

    /** Who has approved it, and what marks it carries; any of the three approvals counts as approved. */
    public record State(
            boolean foreman,
            boolean projectAdministrator,
            boolean administrator,
            boolean exported,
            boolean exportedExternal,
            String exportedExternalId) {

        static final State NEW = new State(false, false, false, false, false, null);

        public boolean approved() {
            return foreman || projectAdministrator || administrator;
        }

        State approval(boolean byForeman, boolean byProjectAdministrator, boolean byAdministrator) {
            return new State(
                    byForeman, byProjectAdministrator, byAdministrator, exported, exportedExternal, exportedExternalId);
        }

        State payroll() {
            return new State(foreman, projectAdministrator, administrator, true, exportedExternal, exportedExternalId);
        }

        State external(boolean marked, String externalId) {
            return new State(
                    foreman, projectAdministrator, administrator, exported, marked, marked ? externalId : null);
        }
    }

    public boolean approved() {
        return state.approved();
    }

    /** Minutes between from and to by the clock, less the break; those to the time account are among them. */
    public int netMinutes() {
        int span = (to.toSecondOfDay() - from.toSecondOfDay()) / 60;
        return (span < 0 ? span + 24 * 60 : span) - breakMinutes;
    }

    /** A copy to change. */
    public HoursDraft draft() {
        return new HoursDraft(this);
    }

    Hours state(State newState) {
        return draft().state(newState).hours();
    }

    Hours stored(int newId, LocalDateTime when) {
        return draft().stored(newId, when).hours();
    }
}
