package dokbro.source;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.poweroffice.PowerOfficeClient;
import dokbro.run.Run;
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

    List<JsonNode> products(Run run) {
        return list(run, "Products", Map.of());
    }

    /** Orders without their lines, whoever made them: a new key for the integration must not hide the old ones. */
    List<JsonNode> salesOrders(Run run) {
        return list(run, "SalesOrders", Map.of());
    }

    private List<JsonNode> list(Run run, String path, Map<String, String> query) {
        return run.once("Go " + path, () -> poweroffice.list(run.company(), path, query));
    }
}
