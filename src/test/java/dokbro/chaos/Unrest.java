package dokbro.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.program.JsonCalls;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * What people do while Dokbro works: foremen edit, withdraw, approve again and delete registrations in SmartDok, the office makes projects and
 * approves weeks in Go. The same seed and data give the same acts. Nothing of it leaves a record that Go has a reason to refuse, locks aside.
 */
final class Unrest {

    private static final int DAYS = 40;
    private static final List<String> WAGE_TYPES = List.of("100", "110", "150", "160", "170");
    private static final List<String> ABSENCES = List.of("510", "520", "530", "540", "550");
    private static final List<String> NOT_FOR_WORK = List.of("888", "999");

    /** A registration as the acts have left it. */
    private static final class Known {
        private final int id;
        private String employee;
        private LocalDate date;
        private boolean approved;
        private boolean absence;
        private boolean zero;

        private Known(int id, String employee, LocalDate date, boolean approved, boolean absence) {
            this.id = id;
            this.employee = employee;
            this.date = date;
            this.approved = approved;
            this.absence = absence;
        }
    }

    /** @param sub null for the project itself */
    private record Site(int project, Integer sub) {}

    private final JsonCalls control;
    private final Random random;
    private final LocalDate today;
    private final List<Known> registrations = new ArrayList<>();
    private final List<String> employees;
    private final List<Site> sites;
    private final List<Integer> activities;
    private final GoOffice office;
    private final Set<LockedWeek> locks = new LinkedHashSet<>();
    private final Map<String, Integer> acts = new TreeMap<>();
    private final Map<String, Runnable> kinds;
    private final List<String> drawn = new ArrayList<>();

    Unrest(JsonCalls control, Look look, LocalDate today, long seed) {
        this.control = control;
        this.today = today;
        this.random = new Random(seed);
        this.office = new GoOffice(control, random);
        Map<String, JsonNode> users = look.register("smartdok", "employees");
        Map<String, JsonNode> wageTypes = look.register("smartdok", "wage-types");
        employees = users.values().stream()
                .map(user -> Look.text(user, "EmployeeNo"))
                .sorted()
                .toList();
        activities = look.register("smartdok", "activities").values().stream()
                .filter(activity -> !NOT_FOR_WORK.contains(Look.text(activity, "Number")))
                .map(activity -> activity.path("Id").asInt())
                .sorted()
                .toList();
        sites = sites(look);
        for (JsonNode row : look.registrations(today.minusDays(DAYS + 5L), today)) {
            registrations.add(new Known(
                    row.path("Id").asInt(),
                    Look.text(users.get(Look.text(row, "UserId")), "EmployeeNo"),
                    LocalDate.parse(Look.text(row, "Date")),
                    row.path("Approved").asBoolean(),
                    wageTypes.get(Look.text(row, "WageId")).path("IsAbsence").asBoolean()));
        }
        registrations.sort(Comparator.comparingInt(known -> known.id));
        kinds = kinds();
    }

    private static List<Site> sites(Look look) {
        List<Site> sites = new ArrayList<>();
        look.register("smartdok", "projects").values().stream()
                .filter(project -> !project.path("IsAbsenceProject").asBoolean())
                .forEach(project -> sites.add(new Site(project.path("Id").asInt(), null)));
        look.register("smartdok", "sub-projects")
                .values()
                .forEach(sub -> sites.add(
                        new Site(sub.path("ProjectId").asInt(), sub.path("Id").asInt())));
        sites.sort(Comparator.<Site>comparingInt(Site::project)
                .thenComparing(Site::sub, Comparator.nullsFirst(Comparator.naturalOrder())));
        return sites;
    }

    private Map<String, Runnable> kinds() {
        Map<String, Runnable> all = new HashMap<>();
        kind(all, "hours", 22, this::hours);
        kind(all, "project", 14, this::project);
        kind(all, "activity", 7, () -> edit(anyone(), Map.of("activityId", pick(activities))));
        kind(all, "wage type", 6, this::wageType);
        kind(all, "absence", 2, this::absence);
        kind(all, "employee", 4, this::employee);
        kind(all, "date", 8, this::date);
        kind(all, "comment", 5, () -> edit(anyone(), Map.of("comment", "Rettet " + random.nextInt(1000))));
        kind(all, "department", 3, () -> edit(anyone(), Map.of("department", pick(List.of("10", "20")))));
        kind(all, "time account", 3, this::timeAccount);
        kind(all, "withdraw", 9, () -> approve(false));
        kind(all, "approve", 8, () -> approve(true));
        kind(all, "zero", 3, this::zero);
        kind(all, "delete", 5, this::delete);
        kind(all, "add", 8, this::add);
        kind(all, "project in Go", 2, office::makeProject);
        kind(all, "sub-project in Go", 2, office::makeSubProject);
        kind(all, "activity in Go", 1, office::makeActivity);
        kind(all, "rename in Go", 2, office::rename);
        kind(all, "week approved in Go", 1, this::lock);
        return all;
    }

    private void kind(Map<String, Runnable> all, String name, int weight, Runnable act) {
        all.put(name, act);
        for (int i = 0; i < weight; i++) {
            drawn.add(name);
        }
    }

    /** One act. */
    void act() {
        String name = pick(drawn);
        acts.merge(name, 1, Integer::sum);
        kinds.get(name).run();
    }

    /** How often each was done. */
    Map<String, Integer> acts() {
        return acts;
    }

    Set<LockedWeek> locks() {
        return locks;
    }

    private void hours() {
        Known known = anyone();
        LocalTime from = LocalTime.of(6, 0).plusMinutes(15L * random.nextInt(16));
        LocalTime to = from.plusMinutes(180 + 15L * random.nextInt(24));
        known.zero = false;
        edit(known, Map.of("from", from.toString(), "to", to.toString(), "breakMinutes", random.nextInt(3) * 15));
    }

    private void project() {
        Known known = anyone();
        Map<String, Object> edit = new HashMap<>(work(known));
        edit.putAll(on(pick(sites)));
        edit(known, edit);
    }

    private static Map<String, Object> on(Site site) {
        return site.sub == null
                ? Map.of("projectId", site.project)
                : Map.of("projectId", site.project, "subProjectId", site.sub);
    }

    /** Absence becomes work with all that belongs to it. */
    private Map<String, Object> work(Known known) {
        if (!known.absence) {
            return Map.of();
        }
        known.absence = false;
        return Map.of("wageType", "100", "activityId", pick(activities));
    }

    private void wageType() {
        Known known = anyone();
        Map<String, Object> edit = new HashMap<>();
        if (known.absence) {
            edit.putAll(work(known));
            edit.putAll(on(pick(sites)));
        }
        edit.put("wageType", pick(WAGE_TYPES));
        edit(known, edit);
    }

    private void absence() {
        Known known = anyone();
        known.absence = true;
        edit(known, Map.of("wageType", pick(ABSENCES), "project", "9000", "activity", "888"));
    }

    private void employee() {
        Known known = anyone();
        known.employee = pick(employees);
        edit(known, Map.of("employee", known.employee));
    }

    private void date() {
        Known known = anyone();
        known.date = day();
        edit(known, Map.of("date", known.date.toString()));
    }

    private void timeAccount() {
        Known known = anyone();
        if (known.zero) {
            hours();
        } else {
            edit(known, Map.of("timeAccountMinutes", random.nextInt(3) * 30));
        }
    }

    private void approve(boolean approved) {
        Known known = pick(registrations);
        for (int i = 0; i < 20 && known.approved == approved; i++) {
            known = pick(registrations);
        }
        known.approved = approved;
        control.post("/smartdok/registrations/" + known.id + (approved ? "/approve" : "/withdraw"), Map.of());
    }

    private void zero() {
        Known known = anyone();
        known.zero = true;
        control.post("/smartdok/registrations/" + known.id + "/zero", Map.of());
    }

    private void delete() {
        Known known = registrations.remove(random.nextInt(registrations.size()));
        control.post("/smartdok/registrations/" + known.id + "/delete", Map.of());
    }

    private void add() {
        Map<String, Object> registration = new HashMap<>(on(pick(sites)));
        String employee = pick(employees);
        LocalDate date = day();
        boolean approved = random.nextInt(5) > 0;
        registration.put("employee", employee);
        registration.put("date", date.toString());
        registration.put("approved", approved);
        registration.put("activityId", pick(activities));
        registration.put("comment", random.nextBoolean() ? "Kveldsarbeid" : "");
        int id =
                control.post("/smartdok/registrations", registration).path("Id").asInt();
        registrations.add(new Known(id, employee, date, approved, false));
    }

    private void lock() {
        Known known = anyone();
        control.post(
                "/go/weeks/approve",
                Map.of("employee", Integer.parseInt(known.employee), "date", known.date.toString()));
        locks.add(LockedWeek.of(known.employee, known.date));
    }

    private Known anyone() {
        return pick(registrations);
    }

    private void edit(Known known, Map<String, ?> members) {
        control.post("/smartdok/registrations/" + known.id, members);
    }

    private LocalDate day() {
        return today.minusDays(random.nextInt(DAYS));
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
