package dokbro.entity.projects;

import dokbro.entity.ProjectState;
import java.time.LocalDate;

/**
 * What a project of SmartDok says that matters to Go. Ids are SmartDok's; dates, ids and manager may be null.
 *
 * @param departmentId the only one; null where the project has several
 * @param manager the project owner's name
 */
public record SmartDokProjectFacts(
        String number,
        String name,
        ProjectState state,
        LocalDate startDate,
        LocalDate endDate,
        String customerId,
        String departmentId,
        String manager) {}
