package dokbro.entity;

/** The names of the links that a {@link Mapped.Reference} looks in. */
public final class Kinds {
    public static final String PROJECTS = "projects";
    public static final String SUB_PROJECTS = "sub-projects";
    public static final String ACTIVITIES = "activities";
    public static final String EMPLOYEES = "employees";
    public static final String WAGE_TYPES = "wage-types";
    public static final String ADDITION_TYPES = "addition-types";
    public static final String PER_DIEM_TYPES = "per-diem-types";
    public static final String DEPARTMENTS = "departments";
    public static final String CUSTOMERS = "customers";

    /** Projects in Go that a setting names; the source id is the code as it stands in the setting. */
    public static final String CHOSEN_PROJECTS = "chosen-projects";

    /** Activities in Go that a setting names; the source id is the code or name as it stands in the setting. */
    public static final String CHOSEN_ACTIVITIES = "chosen-activities";

    /** Hour types in Go that a setting names; the source id is the name as it stands in the setting. */
    public static final String CHOSEN_HOUR_TYPES = "chosen-hour-types";

    public static final String MACHINES = "machines";
    public static final String GOODS = "goods";

    /** Accounts of Go's general ledger that a setting names; the source id is the account's number. */
    public static final String CHOSEN_ACCOUNTS = "chosen-accounts";

    /** VAT codes of Go that a setting names; the source id is the code. */
    public static final String CHOSEN_VAT_CODES = "chosen-vat-codes";

    /** Products of Go that a setting names; the source id is the code as it stands in the setting. */
    public static final String CHOSEN_PRODUCTS = "chosen-products";

    private Kinds() {}

    /** A kind of a reference that means "look in that kind under this other source id": {@code chosen-projects=1000}. */
    public static String under(String kind, String sourceId) {
        return kind + "=" + sourceId;
    }
}
