package dokbro.entity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/**
 * The registers that registrations point to, as they stood when the run began. Ids are SmartDok's, as text, but where it says otherwise. A
 * register that an entity does not need may be empty.
 *
 * @param additions flat and unit additions
 * @param perDiems diett
 * @param machines of SmartDok, inactive ones too
 * @param goods of SmartDok, inactive ones too
 * @param payItems Go's, by code; null where they were not read, so that nothing is said of them
 * @param productCosts cost in Go of the linked products, by {@link #productKey}; products without cost are not in it
 * @param lockDate nothing can be posted in Go on or before it; null for none
 */
public record Catalogue(
        Map<String, WageType> wageTypes,
        Map<String, Employee> employees,
        Map<String, Project> projects,
        Map<String, Activity> activities,
        Map<String, Addition> additions,
        Map<String, PerDiem> perDiems,
        Map<String, Machine> machines,
        Map<String, Goods> goods,
        Map<String, PayItem> payItems,
        Map<String, BigDecimal> productCosts,
        LocalDate lockDate) {

    public static final Catalogue EMPTY = new Catalogue(Map.of(), Map.of(), Map.of(), Map.of());

    public Catalogue {
        additions = additions == null ? Map.of() : additions;
        perDiems = perDiems == null ? Map.of() : perDiems;
        machines = machines == null ? Map.of() : machines;
        goods = goods == null ? Map.of() : goods;
        productCosts = productCosts == null ? Map.of() : productCosts;
    }

    /** The registers of hours alone. */
    public Catalogue(
            Map<String, WageType> wageTypes,
            Map<String, Employee> employees,
            Map<String, Project> projects,
            Map<String, Activity> activities) {
        this(wageTypes, employees, projects, activities, null, null, null, null, null, null, null);
    }

    /** Where the cost of a machine's or item's product stands in {@link #productCosts()}. */
    public static String productKey(String kind, String sourceId) {
        return kind + ":" + sourceId;
    }

    /** Lønnsart. */
    public record WageType(String id, String number, String name, boolean absence, boolean export) {}

    /** @param number employee number, null or blank where none was entered */
    public record Employee(String id, String number, String name) {}

    /** @param number trimmed */
    public record Project(String id, String number, String name, boolean order) {}

    /** @param number text such as 01.1, never a number */
    public record Activity(String id, String number, String name) {}

    /**
     * Tillegg or enhetstillegg.
     *
     * @param unit true for a unit addition: its registrations carry a quantity
     * @param export goes to payroll
     * @param overtime as SmartDok marks it
     * @param rate null or 0 for none
     */
    public record Addition(
            String id, String number, String name, boolean unit, boolean export, boolean overtime, BigDecimal rate) {}

    /** Diett. A rate of null or 0 is none. */
    public record PerDiem(String id, String number, String name, boolean export, BigDecimal rate) {}

    /**
     * @param number internnummer; "0" where none was entered
     * @param code maskinkode, null for none
     */
    public record Machine(
            String id, String number, String code, String name, boolean active, BigDecimal internalCost) {}

    /** @param number varenummer, null for none */
    public record Goods(String id, String number, String name, boolean active, BigDecimal internalCost) {}

    /**
     * Lønnsart in Go.
     *
     * @param processingType decides which of amount, quantity and rate a salary line needs; null where Go says nothing
     * @param rate fixed rate, null for none
     */
    public record PayItem(
            String id, String code, String name, boolean active, String processingType, BigDecimal rate) {}
}
