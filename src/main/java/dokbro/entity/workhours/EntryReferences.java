package dokbro.entity.workhours;

import dokbro.company.Company;
import dokbro.company.Company.Orders;
import dokbro.entity.Catalogue;
import dokbro.entity.FirstMatch;
import dokbro.entity.Kinds;
import dokbro.entity.Mapped.Reference;
import dokbro.entity.SettingsMapping;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a time entry refers to in Go: employee, activity, hour type, project, department. */
record EntryReferences(WorkHoursFacts facts, Company company, Catalogue catalogue, Catalogue.WageType wageType) {

    /** SmartDok's own rows "Ikke definert(std)" and "Fravær(std)", the same in every company. */
    private static final Set<String> STANDARD_NUMBERS = Set.of("999", "888");

    private static final List<String> STANDARD_NAMES = List.of("(std)", "ikke definert", "fravaer");

    /** Member of the EntryTime → reference, in Go's order of members. */
    Map<String, Reference> all() {
        Map<String, Reference> references = new LinkedHashMap<>();
        references.put("EmployeeId", new Reference(List.of(Kinds.EMPLOYEES), facts.userId(), employeeLabel()));
        references.put("ActivityTimeId", wageType.absence() ? absenceActivity() : activity());
        references.put("HourTypeId", hourType());
        Reference project = wageType.absence() ? absenceProject() : project();
        if (project != null) {
            references.put("ProjectId", project);
        }
        if (facts.departmentId() != null) {
            references.put(
                    "DepartmentId",
                    new Reference(
                            List.of(Kinds.DEPARTMENTS),
                            facts.departmentId(),
                            "avdeling med id " + facts.departmentId()));
        }
        return Collections.unmodifiableMap(references);
    }

    private Reference absenceActivity() {
        String chosen = SettingsMapping.byName(company.mappings().absence(), wageType.name());
        if (chosen == null) {
            throw new RecordFailure(Reason.NO_ABSENCE_ACTIVITY, wageType.name());
        }
        return chosenActivity(chosen);
    }

    private Reference activity() {
        if (facts.activityId() == null) {
            return defaultActivity("(ingen)");
        }
        Catalogue.Activity activity = catalogue.activities().get(facts.activityId());
        if (activity == null) {
            return new Reference(
                    List.of(Kinds.ACTIVITIES), facts.activityId(), "aktivitet med id " + facts.activityId());
        }
        String chosen = SettingsMapping.byNumber(company.mappings().activities(), activity.number());
        if (chosen != null) {
            return chosenActivity(chosen);
        }
        String label = (activity.number() == null ? "" : activity.number() + " ") + activity.name();
        return isStandard(activity)
                ? defaultActivity(label)
                : new Reference(List.of(Kinds.ACTIVITIES), facts.activityId(), "aktivitet " + label);
    }

    private Reference defaultActivity(String instead) {
        String chosen = company.workHours().defaultActivity();
        if (chosen == null) {
            throw new RecordFailure(Reason.NO_ACTIVITY, instead);
        }
        return chosenActivity(chosen);
    }

    private Reference hourType() {
        if (!facts.banked()) {
            return new Reference(List.of(Kinds.WAGE_TYPES), facts.wageTypeId(), "lønnsart " + wageType.name());
        }
        String chosen = company.timeAccountHourType();
        if (chosen == null) {
            throw new RecordFailure(Reason.TIME_ACCOUNT_HOUR_TYPE);
        }
        return new Reference(List.of(Kinds.CHOSEN_HOUR_TYPES), chosen, "timeart " + chosen);
    }

    private Reference absenceProject() {
        String chosen = company.workHours().absenceProject();
        return chosen == null ? null : chosenProject(chosen);
    }

    private Reference project() {
        Catalogue.Project project = catalogue.projects().get(facts.projectId());
        String fallback = company.defaultProject();
        if (project != null
                && project.order()
                && company.workHours().orders() == Orders.DEFAULT_PROJECT
                && fallback != null) {
            return chosenProject(fallback);
        }
        String label = "prosjekt " + (project == null ? "med id " + facts.projectId() : project.number());
        boolean sub = facts.subProjectId() != null;
        String kind = sub ? Kinds.SUB_PROJECTS : Kinds.PROJECTS;
        return new Reference(
                mayUseDefaultProject(project)
                        ? List.of(kind, Kinds.under(Kinds.CHOSEN_PROJECTS, fallback))
                        : List.of(kind),
                sub ? facts.subProjectId() : facts.projectId(),
                sub ? "underprosjekt med id " + facts.subProjectId() + " under " + label : label);
    }

    private boolean mayUseDefaultProject(Catalogue.Project project) {
        return company.defaultProject() != null
                && project != null
                && company.defaultProjectFor().stream()
                        .anyMatch(listed -> FirstMatch.sameNumber(listed, project.number()));
    }

    private String employeeLabel() {
        Catalogue.Employee employee = catalogue.employees().get(facts.userId());
        return employee == null
                ? "ansatt med id " + facts.userId()
                : "ansatt " + employee.number() + " " + employee.name();
    }

    private static boolean isStandard(Catalogue.Activity activity) {
        String name = FirstMatch.plain(activity.name());
        return activity.number() != null
                        && STANDARD_NUMBERS.contains(activity.number().strip())
                || STANDARD_NAMES.stream().anyMatch(name::endsWith);
    }

    private static Reference chosenActivity(String chosen) {
        return new Reference(List.of(Kinds.CHOSEN_ACTIVITIES), chosen, "aktivitet " + chosen);
    }

    private static Reference chosenProject(String code) {
        return new Reference(List.of(Kinds.CHOSEN_PROJECTS), code, "prosjekt " + code);
    }
}
