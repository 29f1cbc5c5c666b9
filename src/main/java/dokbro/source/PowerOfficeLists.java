package dokbro.source;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.poweroffice.PowerOfficeClient;
import dokbro.run.Run;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Go's registers, read whole and once a run. */
@Component
class PowerOfficeLists {

    private final PowerOfficeClient poweroffice;

    PowerOfficeLists(PowerOfficeClient poweroffice) {
        this.poweroffice = poweroffice;
    }

    /** Projects and sub-projects. */
    List<JsonNode> projects(Run run) {
        return list(run, "Projects", Map.of());
    }

    List<JsonNode> activities(Run run) {
        return list(run, "TimeTracking/ActivityTime", Map.of("includeInactive", "true"));
    }

    List<JsonNode> employees(Run run) {
        return list(run, "Employees", Map.of());
    }

    List<JsonNode> hourTypes(Run run) {
        return list(run, "TimeTracking/HourType", Map.of());
    }

    List<JsonNode> payItems(Run run) {
        return list(run, "PayItems", Map.of());
    }

    List<JsonNode> departments(Run run) {
        return list(run, "Departments", Map.of());
    }

    List<JsonNode> customers(Run run) {
        return list(run, "Customers", Map.of());
    }

    /** Archived ones too. */
    List<JsonNode> products(Run run) {
        return list(run, "Products", Map.of());
    }

    List<JsonNode> accounts(Run run) {
        return list(run, "GeneralLedgerAccounts", Map.of());
    }

    List<JsonNode> vatCodes(Run run) {
        return list(run, "VatCodes", Map.of());
    }

    /** Orders without their lines, whoever made them: a new key for the integration must not hide the old ones. */
    List<JsonNode> salesOrders(Run run) {
        return list(run, "SalesOrders", Map.of());
    }

    /** Nothing can be posted on or before it; null for none. */
    LocalDate lockDate(Run run) {
        String date = SmartDokLists.text(poweroffice.get(run.company(), "LockDateSettings", Map.of()), "LockDate");
        return date == null || date.isEmpty() ? null : LocalDate.parse(date.substring(0, 10));
    }

    private List<JsonNode> list(Run run, String path, Map<String, String> query) {
        return run.once("Go " + path, () -> poweroffice.list(run.company(), path, query));
    }
}
