package dokbro.source;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.entity.Catalogue;
import dokbro.run.Run;
import dokbro.smartdok.SmartDokClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** SmartDok's registers, read whole and once a run. Both filters are always sent: their defaults differ (contracts, section 2). */
@Component
class SmartDokLists {

    private static final Map<String, String> ALL = Map.of("all", "true", "active", "false");

    private final SmartDokClient smartdok;

    SmartDokLists(SmartDokClient smartdok) {
        this.smartdok = smartdok;
    }

    List<JsonNode> users(Run run) {
        return list(run, "Users", ALL);
    }

    List<JsonNode> projects(Run run) {
        return list(run, "Projects", Map.of("all", "true", "active", "false", "includeOrders", "true"));
    }

    List<JsonNode> subProjects(Run run) {
        return list(run, "SubProjects", ALL);
    }

    List<JsonNode> activities(Run run) {
        return list(run, "WorkDescriptions", ALL);
    }

    List<JsonNode> wages(Run run) {
        return list(run, "Wages", ALL);
    }

    List<JsonNode> additions(Run run) {
        return list(
                run,
                "Additions",
                Map.of("all", "true", "active", "false", "onlyAddition", "true", "onlyUnitAddition", "true"));
    }

    List<JsonNode> allowances(Run run) {
        return list(run, "Allowance", ALL);
    }

    List<JsonNode> departments(Run run) {
        return list(run, "Departments", ALL);
    }

    List<JsonNode> customers(Run run) {
        return list(run, "Customers", ALL);
    }

    List<JsonNode> machines(Run run) {
        return list(run, "Machines", ALL);
    }

    List<JsonNode> goods(Run run) {
        return list(run, "Goods", ALL);
    }

    private List<JsonNode> list(Run run, String path, Map<String, String> query) {
        return run.once("SmartDok " + path, () -> smartdok.list(run.company(), path, query));
    }

    /** The registers that registrations point to. */
    Catalogue catalogue(Run run) {
        return new Catalogue(
                byId(
                        wages(run),
                        wage -> new Catalogue.WageType(
                                text(wage, "Id"),
                                text(wage, "Number"),
                                text(wage, "Name"),
                                wage.path("IsAbsence").asBoolean(),
                                wage.path("Export").asBoolean())),
                byId(
                        users(run),
                        user -> new Catalogue.Employee(text(user, "Id"), text(user, "EmployeeNo"), text(user, "Name"))),
                projectsById(run),
                byId(
                        activities(run),
                        activity -> new Catalogue.Activity(
                                text(activity, "Id"), text(activity, "Number"), text(activity, "Name"))));
    }

    /** The registers that the lines of an invoice basis point to. */
    Catalogue invoiceCatalogue(Run run) {
        return new Catalogue(
                Map.of(),
                Map.of(),
                projectsById(run),
                Map.of(),
                null,
                null,
                byId(
                        machines(run),
                        machine -> new Catalogue.Machine(
                                text(machine, "Id"),
                                text(machine, "InternalNumber"),
                                text(machine, "Code"),
                                text(machine, "Name"),
                                machine.path("IsActive").asBoolean(),
                                null)),
                byId(
                        goods(run),
                        goods -> new Catalogue.Goods(
                                text(goods, "Id"),
                                text(goods, "Number"),
                                text(goods, "Name"),
                                goods.path("IsActive").asBoolean(),
                                null)),
                null,
                null,
                null);
    }

    private Map<String, Catalogue.Project> projectsById(Run run) {
        return byId(
                projects(run),
                project -> new Catalogue.Project(
                        text(project, "Id"),
                        text(project, "ProjectNumber"),
                        text(project, "ProjectName"),
                        project.path("IsOrder").asBoolean()));
    }

    private static <T> Map<String, T> byId(List<JsonNode> rows, Function<JsonNode, T> read) {
        Map<String, T> byId = new HashMap<>();
        rows.forEach(row -> byId.put(text(row, "Id"), read.apply(row)));
        return byId;
    }

    /** A member as trimmed text, null where it is missing or null. */
    static String text(JsonNode row, String member) {
        JsonNode value = row.path(member);
        return value.isMissingNode() || value.isNull() ? null : value.asText().strip();
    }
}
