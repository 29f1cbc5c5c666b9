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
        List<Registration> registrations,
        List<Product> products,
        List<GoodsRow> goodsRows,
        List<Invoice> invoices) {

    /** The same one with nothing registered: no hours, no goods rows, no invoice bases. */
    public Contractor withoutRegistrations() {
        return withoutRegistrations(List.of());
    }

    /** As above, with these invoice bases. */
    public Contractor withoutRegistrations(List<Invoice> invoiceBases) {
        return new Contractor(
                today,
                startDate,
                departments,
                customers,
                employees,
                projects,
                activities,
                wageTypes,
                hourTypes,
                additions,
                perDiems,
                payItems,
                machines,
                goods,
                List.of(),
                products,
                List.of(),
                invoiceBases);
    }

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

    /**
     * Go's lønnsart.
     *
     * @param rate of its own; null where salary lines bring one, or the employee has one
     */
    public record PayItem(String code, String name, String processingType, boolean active, BigDecimal rate) {

        public PayItem(String code, String name, String processingType, boolean active) {
            this(code, name, processingType, active, null);
        }
    }

    /**
     * A product that people made in Go.
     *
     * @param unit a UnitOfMeasureType
     */
    public record Product(String code, String name, String unit, BigDecimal cost, BigDecimal price) {}

    /**
     * @param number "0" where none was entered
     * @param internalCost null where none was entered
     */
    public record Machine(
            String key,
            String number,
            String code,
            String name,
            boolean active,
            BigDecimal internalCost,
            BigDecimal pricePerHour) {}

    /**
     * @param number null or blank where none was entered
     * @param internalCost null where none was entered
     */
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

    /** What happened to goods: used on a project, made there, or driven. */
    public enum GoodsRowKind {
        CONSUMPTION,
        PRODUCTION,
        TRANSPORT
    }

    /**
     * @param goods key
     * @param agreedPrice for the whole row; null = by the price of the goods
     * @param in into the store, not out of it
     * @param exported another integration has marked it
     */
    public record GoodsRow(
            GoodsRowKind kind,
            LocalDate date,
            String employee,
            String project,
            String subProject,
            String goods,
            BigDecimal amount,
            BigDecimal agreedPrice,
            String comment,
            boolean in,
            boolean approved,
            boolean exported) {}

    /**
     * SmartDok's fakturagrunnlag.
     *
     * @param customer number; null = none, blank = the customer without a number
     * @param created the day it was made
     * @param discount percent of the whole; null for none, as is surcharge
     */
    public record Invoice(
            String title,
            String reference,
            String project,
            String customer,
            LocalDate created,
            LocalDate from,
            LocalDate to,
            boolean draft,
            boolean sent,
            boolean credited,
            BigDecimal discount,
            BigDecimal surcharge,
            List<InvoiceLine> lines) {}

    /**
     * @param type SmartDok's InvoiceLineType: Workhour, MachineHours, UnitAddition, CustomLine …
     * @param code of the wage type, addition, machine or goods; null where there is none
     * @param discount percent of the line, zero for none, as is surcharge
     * @param startPrice added to the line; null for none
     * @param minPrice the least the line costs; null for none
     */
    public record InvoiceLine(
            String type,
            LocalDate date,
            String subProject,
            String code,
            String detail,
            String text,
            String unit,
            BigDecimal quantity,
            BigDecimal price,
            BigDecimal discount,
            BigDecimal surcharge,
            BigDecimal startPrice,
            BigDecimal minPrice) {}
}
