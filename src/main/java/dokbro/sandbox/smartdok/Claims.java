package dokbro.sandbox.smartdok;

/** Names of claims. Only CustomersRead is published; the others follow its pattern (an assumption). */
final class Claims {

    static final String HOURS_READ = "WorkHoursRead";
    static final String HOURS_WRITE = "WorkHoursWrite";
    static final String CUSTOMERS = "Customers";
    static final String DEPARTMENTS = "Departments";
    static final String PROJECTS = "Projects";
    static final String SUB_PROJECTS = "SubProjects";
    static final String ACTIVITIES = "WorkDescriptions";
    static final String WAGES = "Wages";
    static final String ADDITIONS = "Additions";
    static final String ALLOWANCE = "Allowance";
    static final String MACHINES = "Machines";
    static final String GOODS = "Goods";
    static final String INVOICES = "Invoices";
    static final String USERS = "Users";

    private Claims() {}

    static String read(String resource) {
        return resource + "Read";
    }

    static String write(String resource) {
        return resource + "Write";
    }
}
