package dokbro.entity.projects;

import dokbro.entity.ProjectState;
import java.time.LocalDate;

/**
 * What a project of Go says that matters to SmartDok. Start, end and customer may be null.
 *
 * @param closedOn since when Go has it closed, so that the day stays when Go's project is changed later; null where it is open
 * @param customerId Go's
 */
public record ProjectFacts(
        String number,
        String name,
        ProjectState state,
        LocalDate closedOn,
        LocalDate startDate,
        LocalDate endDate,
        String customerId) {}
