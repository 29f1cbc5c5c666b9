package dokbro.sandbox;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * The building contractor that both simulated systems hold, as plain data. A record that stands in both systems has both sides; the side
 * that is null is missing there. Ids are not here: each system gives its own.
 *
 * @param today the day the data is made for; all dates are relative to it
 * @param startDate the day the company went live, two weeks before today
 */
public record Contractor(
        LocalDate today,
        LocalDate startDate,
        List<Department> departments,
        List<Customer> customers,
        List<Employee> employees,
        List<Project> projects,
        List<Activity> activities,
        List<WageType> wageTypes,
        List<HourType> hourTypes,
        List<Addition> additions,
        List<PerDiem> perDiems,
        List<PayItem> payItems,
        List<Machine> machines,
        List<Goods> goods,
        List<Registration> registrations) {

    public record Department(String code, String name) {}

    /** @param number null where the customer stands only in SmartDok without a number */
    public record Customer(String number, String smartdokName, String goName) {}

    /**
     * @param key unique in this data set; registrations name their employee by it
     * @param smartdokNumber employee number there, may be null or blank; smartdokName null = not in SmartDok
     * @param goNumber null = not in Go
     */
    public record Employee(
            String key,
            String smartdokNumber,
            String smartdokName,
            Long goNumber,
            String goFirstName,
            String goLastName,
            String department,
            boolean ended,
            boolean archivedInGo,
            BigDecimal costRate) {}

    /**
     * A project, or a sub-project where parent is not null.
     *
     * @param key unique in this data set
     * @param parent key of the parent project
     * @param smartdokNumber as entered, may carry trailing blanks; null = not in SmartDok
     * @param goCode without the parent's code; null = not in Go
     * @param goStatus a ProjectStatusType
     * @param order SmartDok: an order
     */
    public record Project(
            String key,
            String parent,
            String smartdokNumber,
            String smartdokName,
            boolean smartdokActive,
            boolean order,
            String goCode,
            String goName,
            String goStatus,
            boolean goActive,
            boolean denyTimeTracking,
            boolean allowAllEmployees,
            boolean allowAllActivities,
            String customer,
            String department,
            LocalDate start,
            LocalDate end) {}

    /**
     * @param smartdokNumber null = not in SmartDok
     * @param goName null = not in Go
     * @param goCode null where Go shows none
     * @param goType v1's ActivityType: Billable, NonBillable, Internal, PaidSickLeave, Vacation …
     */
    public record Activity(
            String key,
            String smartdokNumber,
            String smartdokName,
            String goCode,
            String goName,
            String goType,
            boolean active) {}

    /** SmartDok's lønnsart. */
    public record WageType(
            String key, String number, String name, boolean absence, boolean export, boolean active, BigDecimal rate) {}

    /** Go's timeart, the built-in "Regular hours" (id 0) not among them. */
    public record HourType(String name, String payItemCode, BigDecimal costPriceFactor, boolean active) {}

    /** @param unit true for a unit addition (quantity), false for a tick-box */
    public record Addition(
            String key, String number, String name, boolean unit, boolean export, boolean overtime, BigDecimal rate) {}

    public record PerDiem(String key, String number, String name, boolean export, BigDecimal rate) {}

    /** Go's lønnsart. */
    public record PayItem(String code, String name, String processingType, boolean active) {}

    /** @param number "0" where none was entered */
    public record Machine(
            String key,
            String number,
            String code,
            String name,
            boolean active,
            BigDecimal internalCost,
            BigDecimal pricePerHour) {}

    /** @param number null or blank where none was entered */
    public record Goods(
            String key,
            String number,
            String name,
            int unitId,
            String category,
            boolean active,
            BigDecimal price,
            BigDecimal internalCost) {}

    /**
     * @param from clock time; to before from = past midnight
     * @param timeAccountMinutes minutes to the time account
     * @param additions addition key → amount (zero for a tick-box)
     */
    public record Registration(
            String employee,
            LocalDate date,
            LocalTime from,
            LocalTime to,
            int breakMinutes,
            int timeAccountMinutes,
            String project,
            String subProject,
            String activity,
            String wageType,
            String department,
            String comment,
            String perDiem,
            List<AdditionRow> additions,
            List<MachineRow> machines,
            boolean approved) {}

    public record AdditionRow(String addition, BigDecimal amount, String comment) {}

    public record MachineRow(String machine, int minutes) {}
}
