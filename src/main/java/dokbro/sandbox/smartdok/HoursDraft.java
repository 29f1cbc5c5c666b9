package dokbro.sandbox.smartdok;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A registration while it is changed. Nothing is checked: SmartDok's own pages are not simulated. */
public final class HoursDraft {

    private int id;
    private UUID userId;
    private LocalDate date;
    private LocalTime from;
    private LocalTime to;
    private int breakMinutes;
    private int hourBank;
    private int projectId;
    private Integer subProjectId;
    private int activityId;
    private int wageId;
    private Integer departmentId;
    private String comment;
    private Integer allowanceId;
    private List<Hours.AdditionRow> additions;
    private List<Hours.MachineRow> machines;
    private Hours.State state;
    private LocalDateTime lastUpdated;

    HoursDraft(Hours hours) {
        id = hours.id();
        userId = hours.userId();
        date = hours.date();
        from = hours.from();
        to = hours.to();
        breakMinutes = hours.breakMinutes();
        hourBank = hours.hourBank();
        projectId = hours.projectId();
        subProjectId = hours.subProjectId();
        activityId = hours.activityId();
        wageId = hours.wageId();
        departmentId = hours.departmentId();
        comment = hours.comment();
        allowanceId = hours.allowanceId();
        additions = new ArrayList<>(hours.additions());
        machines = new ArrayList<>(hours.machines());
        state = hours.state();
        lastUpdated = hours.lastUpdated();
    }

    public LocalTime from() {
        return from;
    }

    public LocalTime to() {
        return to;
    }

    public int breakMinutes() {
        return breakMinutes;
    }

    public int projectId() {
        return projectId;
    }

    public HoursDraft employee(UUID newUserId) {
        userId = newUserId;
        return this;
    }

    public HoursDraft date(LocalDate newDate) {
        date = newDate;
        return this;
    }

    public HoursDraft time(LocalTime newFrom, LocalTime newTo, int newBreakMinutes) {
        from = newFrom;
        to = newTo;
        breakMinutes = newBreakMinutes;
        return this;
    }

    /** As somebody who may not delete it does: 00:00–00:00 without a break. */
    public HoursDraft zero() {
        return time(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, 0).hourBank(0);
    }

    /** Minutes to the time account. */
    public HoursDraft hourBank(int minutes) {
        hourBank = minutes;
        return this;
    }

    /** @param newSubProjectId null for none */
    public HoursDraft project(int newProjectId, Integer newSubProjectId) {
        projectId = newProjectId;
        subProjectId = newSubProjectId;
        return this;
    }

    public HoursDraft activity(int newActivityId) {
        activityId = newActivityId;
        return this;
    }

    public HoursDraft wage(int newWageId) {
        wageId = newWageId;
        return this;
    }

    /** @param newDepartmentId null for none */
    public HoursDraft department(Integer newDepartmentId) {
        departmentId = newDepartmentId;
        return this;
    }

    public HoursDraft comment(String text) {
        comment = text;
        return this;
    }

    /** The per diem; null for none. */
    public HoursDraft allowance(Integer newAllowanceId) {
        allowanceId = newAllowanceId;
        return this;
    }

    /** @param amount 0 for a tick-box */
    public HoursDraft addition(int additionId, BigDecimal amount, String text) {
        additions.add(new Hours.AdditionRow(additionId, amount, text));
        return this;
    }

    public HoursDraft withoutAdditions() {
        additions.clear();
        return this;
    }

    public HoursDraft machine(int machineId, int minutes) {
        machines.add(new Hours.MachineRow(machineId, minutes));
        return this;
    }

    public HoursDraft withoutMachines() {
        machines.clear();
        return this;
    }

    HoursDraft state(Hours.State newState) {
        state = newState;
        return this;
    }

    HoursDraft stored(int newId, LocalDateTime when) {
        id = newId;
        lastUpdated = when;
        return this;
    }

    Hours hours() {
        return new Hours(
                id,
                userId,
                date,
                from,
                to,
                breakMinutes,
                hourBank,
                projectId,
                subProjectId,
                activityId,
                wageId,
                departmentId,
                comment,
                allowanceId,
                List.copyOf(additions),
                List.copyOf(machines),
                state,
                lastUpdated);
    }
}
