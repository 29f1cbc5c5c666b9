package dokbro.entity;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.company.Company;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;

/**
 * How far a project of Go has come, as SmartDok is told. One that Go has closed is finished there at once, and inactive only after {@code
 * close-after}: its last hours come in on the Monday after.
 *
 * @param closedOn the day since which Go has it closed; null where it is open
 */
public record Closing(ProjectState state, LocalDate closedOn) {

    /** A member that is not Go's: the day on which a closed project was read, in Oslo. */
    public static final String SEEN_ON = "SeenOn";

    /** Whether a project of Go needs {@link #SEEN_ON}. */
    public static boolean concerns(JsonNode project) {
        return project.hasNonNull("Code")
                && (!project.path("IsActive").asBoolean(true)
                        || project.path("ProjectStatus").asText().equals("Archived"));
    }

    /**
     * From a ProjectDto. Where nobody has noticed the day, Go's last change is taken for it: other changes since then only move it to later.
     *
     * @param noticed days that earlier facts of this project tell; null for none
     */
    public static Closing of(SourceRecord project, Collection<LocalDate> noticed, Company company) {
        ProjectState state = ProjectState.inGo(project);
        if (state != ProjectState.CLOSED) {
            return new Closing(state, null);
        }
        LocalDate today = project.date(SEEN_ON);
        LocalDate changed = project.date("LastChangedDateTimeOffset");
        LocalDate closedOn = noticed.stream()
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(changed == null || today != null && today.isBefore(changed) ? today : changed);
        boolean due = today != null
                && !today.isBefore(closedOn.plusDays(company.closeAfter().toDays()));
        return new Closing(due ? ProjectState.CLOSED : ProjectState.FINISHED, closedOn);
    }
}
