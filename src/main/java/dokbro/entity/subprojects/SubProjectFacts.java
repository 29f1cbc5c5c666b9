package dokbro.entity.subprojects;

import dokbro.entity.ProjectState;
import java.time.LocalDate;

/**
 * What a sub-project says that matters, in either system. Start and end may be null.
 *
 * @param parentId the parent's id in the source
 * @param parentNumber only for people to know it by: a renumbered parent changes no sub-project
 * @param number without the parent's number
 */
public record SubProjectFacts(
        String parentId,
        String parentNumber,
        String number,
        String name,
        ProjectState state,
        LocalDate startDate,
        LocalDate endDate) {}
