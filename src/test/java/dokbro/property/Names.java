package dokbro.property;

import dokbro.Site;
import dokbro.sandbox.smartdok.BackDoor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The few employees, projects, activities and wage types of a scene, by their ids on both sides. */
final class Names {

    private static final List<String> EMPLOYEES = List.of("101", "102", "103", "105");
    private static final List<String> ACTIVITIES = List.of("01", "02");
    private static final List<String> WAGES = List.of("100", "150");
    private static final Map<String, String> HOUR_TYPES = Map.of("100", "Timelønn", "150", "Overtid 50 %");

    private final BackDoor office;
    private final Map<Object, Long> inGo = new HashMap<>();
    private final long bank;

    Names(Site site) {
        this.office = site.office();
        EMPLOYEES.forEach(number -> inGo.put(office.employeeId(number), site.goId("/Employees", "Number", number)));
        ACTIVITIES.forEach(code -> inGo.put(
                "activity " + office.id("activities", code), site.goId("/TimeTracking/ActivityTime", "Code", code)));
        WAGES.forEach(number -> inGo.put(
                "wage " + office.id("wage-types", number),
                site.goId("/TimeTracking/HourType", "Name", HOUR_TYPES.get(number))));
        for (String code : List.of("1000", "1010")) {
            inGo.put("project " + office.id("projects", code), site.goId("/Projects", "Code", code));
        }
        inGo.put("sub " + office.id("sub-projects", "1010.01"), site.goId("/Projects", "Code", "1010.01"));
        bank = site.goId("/TimeTracking/HourType", "Name", "Timebank");
    }

    UUID employee(int n) {
        return office.employeeId(EMPLOYEES.get(n));
    }

    int activity(int n) {
        return office.id("activities", ACTIVITIES.get(n));
    }

    int wage(int n) {
        return office.id("wage-types", WAGES.get(n));
    }

    long employeeInGo(UUID id) {
        return inGo.get(id);
    }

    long activityInGo(int id) {
        return inGo.get("activity " + id);
    }

    long hourType(int wageId) {
        return inGo.get("wage " + wageId);
    }

    long bank() {
        return bank;
    }

    long projectInGo(int project, Integer sub) {
        return inGo.get(sub == null ? "project " + project : "sub " + sub);
    }
}
