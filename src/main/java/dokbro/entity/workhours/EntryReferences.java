package dokbro.entity.workhours;

import dokbro.company.Company;
import dokbro.entity.Catalogue;
import dokbro.entity.Kinds;
import dokbro.entity.Mapped.Reference;
import dokbro.entity.Overtime;
import dokbro.entity.Parents;
import dokbro.entity.SettingsMapping;
import dokbro.entity.StandardActivity;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a time entry refers to in Go: employee, activity, hour type, project, department. */
record EntryReferences(WorkHoursFacts facts, Company company, Catalogue catalogue, Catalogue.WageType wageType) {

    /** Member of the EntryTime → reference, in Go's order of members. */
    Map<String, Reference> all() {
        Map<String, Reference> references = new LinkedHashMap<>();
        Parents parents = new Parents(company, catalogue);
        references.put("EmployeeId", parents.employee(facts.userId()));
        references.put("ActivityTimeId", wageType.absence() ? absenceActivity() : activity());
        references.put("HourTypeId", hourType());
        Reference project =
                wageType.absence() ? absenceProject() : parents.project(facts.projectId(), facts.subProjectId());
        if (project != null) {
            references.put("ProjectId", project);
        }
        if (facts.departmentId() != null) {
            references.put("DepartmentId", parents.department(facts.departmentId()));
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
        return StandardActivity.is(activity.number(), activity.name())
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
        if (facts.overtimeId() != null) {
            return overtimeHourType();
        }
        if (!facts.banked()) {
            return new Reference(List.of(Kinds.WAGE_TYPES), facts.wageTypeId(), "lønnsart " + wageType.name());
        }
        String chosen = company.timeAccountHourType();
        if (chosen == null) {
            throw new RecordFailure(Reason.TIME_ACCOUNT_HOUR_TYPE);
        }
        return new Reference(List.of(Kinds.CHOSEN_HOUR_TYPES), chosen, "timeart " + chosen);
    }

    private Reference overtimeHourType() {
        Catalogue.Addition addition = catalogue.additions().get(facts.overtimeId());
        if (addition == null) {
            throw new RecordFailure(Reason.NOT_LINKED, "overtidstillegg med id " + facts.overtimeId());
        }
        String chosen = Overtime.hourType(addition, company);
        if (chosen == null) {
            throw new RecordFailure(Reason.OVERTIME_NO_HOUR_TYPE, SplitOvertime.label(addition));
        }
        return new Reference(List.of(Kinds.CHOSEN_HOUR_TYPES), chosen, "timeart " + chosen);
    }

    private Reference absenceProject() {
        String chosen = company.workHours().absenceProject();
        return chosen == null ? null : Parents.chosenProject(chosen);
    }

    private static Reference chosenActivity(String chosen) {
        return new Reference(List.of(Kinds.CHOSEN_ACTIVITIES), chosen, "aktivitet " + chosen);
    }
}
