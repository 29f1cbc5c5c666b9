package dokbro.sandbox.go;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The privileges that the simulated resources ask for, and the module each one hangs on. Names for time tracking are those of v1. */
final class Privileges {

    static final String FULL = "_Full";
    static final Set<String> MODULES = Set.of("Accounting", "TimeTracking", "Payroll");

    private static final Map<String, String> MODULE_OF = Map.ofEntries(
            Map.entry("Project", ""),
            Map.entry("Department", ""),
            Map.entry("Employee", ""),
            Map.entry("EmployeeHourlyRates", ""),
            Map.entry("Customer", ""),
            Map.entry("CommonServices", ""),
            Map.entry("AccountTransaction", "Accounting"),
            Map.entry("JournalEntryVoucher", "Accounting"),
            Map.entry("ManualVoucher", "Accounting"),
            Map.entry("OutgoingInvoice", "Accounting"),
            Map.entry("SalesOrders", "Accounting"),
            Map.entry("YearEndVoucher", "Accounting"),
            Map.entry("Product", "Accounting"),
            Map.entry("GeneralLedgerAccount", "Accounting"),
            Map.entry("PayItem", "Payroll"),
            Map.entry("SalaryLine", "Payroll"),
            Map.entry("TimeTracking", "TimeTracking"),
            Map.entry("Reporting_TimeTransaction", "TimeTracking"));

    static final Set<String> ALL = all();

    private Privileges() {}

    static boolean subscribed(String privilege, Set<String> modules) {
        String base = privilege.endsWith(FULL) ? privilege.substring(0, privilege.length() - FULL.length()) : privilege;
        String module = MODULE_OF.getOrDefault(base, "");
        return module.isEmpty() || modules.contains(module);
    }

    private static Set<String> all() {
        Set<String> all = new LinkedHashSet<>();
        MODULE_OF.keySet().stream().sorted().forEach(name -> all.add(name + FULL));
        return all;
    }
}
