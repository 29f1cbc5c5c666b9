package dokbro.entity;

import dokbro.company.Company;
import dokbro.company.Company.Orders;
import dokbro.entity.Mapped.Reference;
import java.util.List;

/** What a transaction refers to in Go whatever its kind: employee, project or sub-project, department. Ids are SmartDok's. */
public record Parents(Company company, Catalogue catalogue) {

    public Reference employee(String userId) {
        return new Reference(List.of(Kinds.EMPLOYEES), userId, employeeLabel(userId));
    }

    public Reference department(String departmentId) {
        return new Reference(List.of(Kinds.DEPARTMENTS), departmentId, "avdeling med id " + departmentId);
    }

    /**
     * The project or sub-project, or the default project where the settings allow it.
     *
     * @param subProjectId null for none
     */
    public Reference project(String projectId, String subProjectId) {
        Catalogue.Project project = catalogue.projects().get(projectId);
        String fallback = company.defaultProject();
        if (project != null
                && project.order()
                && company.workHours().orders() == Orders.DEFAULT_PROJECT
                && fallback != null) {
            return chosenProject(fallback);
        }
        String label = projectLabel(projectId);
        boolean sub = subProjectId != null;
        String kind = sub ? Kinds.SUB_PROJECTS : Kinds.PROJECTS;
        return new Reference(
                mayUseDefaultProject(project)
                        ? List.of(kind, Kinds.under(Kinds.CHOSEN_PROJECTS, fallback))
                        : List.of(kind),
                sub ? subProjectId : projectId,
                sub ? "underprosjekt med id " + subProjectId + " under " + label : label);
    }

    /** A project in Go that a setting names by its code. */
    public static Reference chosenProject(String code) {
        return new Reference(List.of(Kinds.CHOSEN_PROJECTS), code, "prosjekt " + code);
    }

    public String projectLabel(String projectId) {
        Catalogue.Project project = catalogue.projects().get(projectId);
        return "prosjekt " + (project == null ? "med id " + projectId : project.number());
    }

    public String employeeLabel(String userId) {
        Catalogue.Employee employee = catalogue.employees().get(userId);
        return employee == null ? "ansatt med id " + userId : "ansatt " + employee.number() + " " + employee.name();
    }

    private boolean mayUseDefaultProject(Catalogue.Project project) {
        return company.defaultProject() != null
                && project != null
                && company.defaultProjectFor().stream()
                        .anyMatch(listed -> FirstMatch.sameNumber(listed, project.number()));
    }
}
