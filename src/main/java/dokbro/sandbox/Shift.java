package dokbro.sandbox;

import dokbro.sandbox.Contractor.AdditionRow;
import dokbro.sandbox.Contractor.MachineRow;
import dokbro.sandbox.Contractor.Registration;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** Builds one registration; what is not said is an approved ordinary day on the default project. */
final class Shift {

    private final String employee;
    private final LocalDate date;
    private LocalTime from = LocalTime.of(7, 0);
    private LocalTime to = LocalTime.of(15, 30);
    private int breakMinutes = 30;
    private int timeAccount;
    private String project = Sites.DEFAULT;
    private String subProject;
    private String activity = "01";
    private String wageType = "100";
    private String department;
    private String comment = "";
    private String perDiem;
    private final List<AdditionRow> additions = new ArrayList<>();
    private final List<MachineRow> machines = new ArrayList<>();
    private boolean approved = true;

    private Shift(String employee, LocalDate date) {
        this.employee = employee;
        this.date = date;
    }

    static Shift of(String employee, LocalDate date) {
        return new Shift(employee, date);
    }

    Shift time(String from, String to, int breakMinutes) {
        this.from = LocalTime.parse(from);
        this.to = LocalTime.parse(to);
        this.breakMinutes = breakMinutes;
        return this;
    }

    Shift timeAccount(int minutes) {
        this.timeAccount = minutes;
        return this;
    }

    Shift on(String project, String subProject) {
        this.project = project;
        this.subProject = subProject;
        return this;
    }

    Shift on(String project) {
        return on(project, null);
    }

    Shift activity(String activity) {
        this.activity = activity;
        return this;
    }

    Shift wage(String wageType) {
        this.wageType = wageType;
        return this;
    }

    /** A day of absence: on the absence project and activity. */
    Shift absence(String wageType) {
        return on(Sites.ABSENCE).activity("888").wage(wageType).time("07:00", "15:00", 30);
    }

    Shift department(String department) {
        this.department = department;
        return this;
    }

    Shift comment(String comment) {
        this.comment = comment;
        return this;
    }

    Shift perDiem(String perDiem) {
        this.perDiem = perDiem;
        return this;
    }

    Shift addition(String addition, String amount, String comment) {
        additions.add(new AdditionRow(addition, new BigDecimal(amount), comment));
        return this;
    }

    Shift machine(String machine, int minutes) {
        machines.add(new MachineRow(machine, minutes));
        return this;
    }

    Shift approved(boolean approved) {
        this.approved = approved;
        return this;
    }

    Registration registration() {
        return new Registration(
                employee,
                date,
                from,
                to,
                breakMinutes,
                timeAccount,
                project,
                subProject,
                activity,
                wageType,
                department,
                comment,
                perDiem,
                List.copyOf(additions),
                List.copyOf(machines),
                approved);
    }
}
