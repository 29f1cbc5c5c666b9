package dokbro.entity.projects;

import dokbro.entity.ProjectState;
import java.time.LocalDate;

/** What a project says that matters, in either system. Start and end may be null. */
public record ProjectFacts(String number, String name, ProjectState state, LocalDate startDate, LocalDate endDate) {}
