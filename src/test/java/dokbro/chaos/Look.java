package dokbro.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.chaos.DokbroSide.Link;
import dokbro.chaos.GoSide.Entry;
import dokbro.chaos.SmartDokSide.Registration;
import dokbro.program.JsonCalls;
import dokbro.program.SeparateService;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at both systems through the control interface, and at Dokbro through REST. */
final class Look {

    private static final Pattern MARKED = Pattern.compile("(?:(.*) )?\\[SD-([^\\[\\]]+)\\.(\\d+)]", Pattern.DOTALL);
    private static final Set<String> FOR_WORK = Set.of("Billable", "NonBillable", "Internal");
    private static final Set<String> OF_LOCKS = Set.of("LOCKED", "half-replaced");
    private static final List<String> JUDGED = List.of("projects", "sub-projects", "activities", "work-hours");

    private final JsonCalls control;

    Look(JsonCalls control) {
        this.control = control;
    }

    /** @param from the first day with registrations */
    SmartDokSide smartdok(LocalDate from, LocalDate to) {
        Map<String, JsonNode> employees = register("smartdok", "employees");
        Map<String, JsonNode> projects = register("smartdok", "projects");
        Map<String, JsonNode> subProjects = register("smartdok", "sub-projects");
        Map<String, JsonNode> activities = register("smartdok", "activities");
        Map<String, JsonNode> wageTypes = register("smartdok", "wage-types");
        Map<String, JsonNode> departments = register("smartdok", "departments");
        List<Registration> registrations = new ArrayList<>();
        for (JsonNode row : registrations(from, to)) {
            JsonNode wageType = wageTypes.get(text(row, "WageId"));
            JsonNode activity = activities.get(text(row, "ActivityId"));
            JsonNode subProject = subProjects.get(text(row, "SubProjectId"));
            JsonNode project = projects.get(text(row, "ProjectId"));
            registrations.add(new Registration(
                    text(row, "Id"),
                    row.path("Approved").asBoolean(),
                    text(employees.get(text(row, "UserId")), "EmployeeNo"),
                    LocalDate.parse(text(row, "Date")),
                    LocalTime.parse(text(row, "TimeFrom")),
                    LocalTime.parse(text(row, "TimeTo")),
                    minutes(row, "BreakTime"),
                    minutes(row, "HourBankDeposit"),
                    subProject == null ? text(project, "ProjectNumber").strip() : subNumber(subProject, projects),
                    text(activity, "Number"),
                    text(activity, "Name"),
                    text(wageType, "Name"),
                    wageType.path("IsAbsence").asBoolean(),
                    text(departments.get(text(row, "DepartmentId")), "Number"),
                    text(row, "Comment")));
        }
        return new SmartDokSide(
                registrations,
                masters(projects, each -> text(each, "ProjectNumber"), "ProjectName"),
                masters(subProjects, each -> subNumber(each, projects), "SubProjectName"),
                masters(activities, each -> blankless(text(each, "Number")), "Name"));
    }

    /** All of them, a day at a time: the control interface shows a thousand at most. */
    List<JsonNode> registrations(LocalDate from, LocalDate to) {
        List<JsonNode> rows = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            control.get("/smartdok/registrations?from=" + day + "&to=" + day)
                    .path("items")
                    .forEach(rows::add);
        }
        return rows;
    }

    GoSide go() {
        Map<String, JsonNode> employees = register("go", "employees");
        Map<String, JsonNode> projects = register("go", "projects");
        Map<String, JsonNode> activities = register("go", "activities");
        Map<String, JsonNode> hourTypes = register("go", "hour-types");
        Map<String, JsonNode> departments = register("go", "departments");
        List<Entry> entries = new ArrayList<>();
        for (JsonNode entry : control.get("/go/entries").path("items")) {
            Matcher marked =
                    MARKED.matcher(text(entry, "InternalComment") == null ? "" : text(entry, "InternalComment"));
            boolean isMarked = marked.matches();
            entries.add(new Entry(
                    text(entry, "Id"),
                    isMarked ? marked.group(2) : null,
                    isMarked ? Integer.parseInt(marked.group(3)) : 0,
                    new Hours(
                            text(employees.get(text(entry, "EmployeeId")), "Number"),
                            LocalDate.parse(text(entry, "Date").substring(0, 10)),
                            entry.path("Quantity").asInt(),
                            entry.path("BillableQuantity").asInt(),
                            text(projects.get(text(entry, "ProjectId")), "Code"),
                            Hours.plain(text(activities.get(text(entry, "ActivityTimeId")), "Name")),
                            Hours.plain(text(hourTypes.get(text(entry, "HourTypeId")), "Name")),
                            text(departments.get(text(entry, "DepartmentId")), "Code"),
                            isMarked && marked.group(1) != null ? marked.group(1) : "")));
        }
        activities.values().removeIf(activity -> !FOR_WORK.contains(text(activity, "ActivityType")));
        Predicate<JsonNode> sub = project -> project.hasNonNull("ParentProjectId");
        return new GoSide(
                entries,
                masters(only(projects, sub.negate()), each -> text(each, "Code"), "Name"),
                masters(only(projects, sub), each -> text(each, "Code"), "Name"),
                masters(activities, each -> text(each, "Code"), "Name"));
    }

    static DokbroSide dokbro(SeparateService service) {
        List<Link> links = new ArrayList<>();
        for (String entity : JUDGED) {
            for (JsonNode link : service.list("/links", "entity=" + entity)) {
                links.add(new Link(
                        entity,
                        text(link, "sourceId"),
                        text(link, "targetId"),
                        link.path("generation").asInt(),
                        link.hasNonNull("claim")));
            }
        }
        Set<String> listed = new TreeSet<>();
        for (JsonNode letter : service.list("/dead-letters", "entity=work-hours&status=OPEN")) {
            if (OF_LOCKS.contains(text(letter, "class")) || OF_LOCKS.contains(text(letter, "reason"))) {
                listed.add(text(letter, "sourceId"));
            }
        }
        return new DokbroSide(links, listed);
    }

    /** By id. */
    Map<String, JsonNode> register(String system, String name) {
        Map<String, JsonNode> records = new HashMap<>();
        control.get("/" + system + "/records/" + name).forEach(record -> records.put(text(record, "Id"), record));
        return records;
    }

    private static Map<String, JsonNode> only(Map<String, JsonNode> records, Predicate<JsonNode> wanted) {
        Map<String, JsonNode> some = new HashMap<>(records);
        some.values().removeIf(wanted.negate());
        return some;
    }

    private static List<Master> masters(Map<String, JsonNode> records, Function<JsonNode, String> number, String name) {
        return records.values().stream()
                .map(each -> new Master(text(each, "Id"), number.apply(each), text(each, name)))
                .toList();
    }

    /** People write 01, 1010-01 or 1010.01 for the same sub-project. */
    private static String subNumber(JsonNode subProject, Map<String, JsonNode> projects) {
        String parent = text(projects.get(text(subProject, "ProjectId")), "ProjectNumber")
                .strip();
        String own = text(subProject, "SubProjectNumber").strip();
        return own.matches("\\Q" + parent + "\\E[.-].+")
                ? parent + "." + own.substring(parent.length() + 1)
                : parent + "." + own;
    }

    private static String blankless(String number) {
        return number == null || number.isBlank() ? null : number;
    }

    private static int minutes(JsonNode row, String member) {
        return LocalTime.parse(text(row, member)).toSecondOfDay() / 60;
    }

    /** Null where it is absent or null. */
    static String text(JsonNode record, String member) {
        return record != null && record.hasNonNull(member) ? record.get(member).asText() : null;
    }
}
