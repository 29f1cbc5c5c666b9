package dokbro.entity.subprojects;

import dokbro.entity.ProjectState;
import java.time.LocalDate;

/**
 * What a sub-project says that matters, in either system. Start and end may be null.
 *
 * @param parentId the parent's id in the source
 * @param parentNumber only for people to know it by: a renumbered parent changes no sub-project
 * @param number without the parent's number
 * @param closedOn since when Go has it closed; null where it is open, and where SmartDok is the master
 * @param left whether Go has moved the sub-project to another parent, and this is what it was under the one before
 */
public record SubProjectFacts(
        String parentId,
        String parentNumber,
        String number,
        String name,
        ProjectState state,
        LocalDate closedOn,
        LocalDate startDate,
        LocalDate endDate,
        boolean left) {

    /** What it was before it was moved: closed, and otherwise as it was sent. */
    SubProjectFacts asLeft() {
        return new SubProjectFacts(
                parentId, parentNumber, number, name, ProjectState.CLOSED, closedOn, startDate, endDate, true);
    }
}
