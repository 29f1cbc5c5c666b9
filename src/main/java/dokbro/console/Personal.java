package dokbro.console;

import dokbro.failure.Reason;
import dokbro.run.Entities;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** What says something about a person, and is therefore not for viewers. */
final class Personal {

    private static final Set<String> KINDS = Set.of("employees", "work-hours", "additions", Entities.REFERENCE_DATA);

    /** Reasons whose arguments name no person and nothing a person has done. */
    private static final Set<Reason> IMPERSONAL = Set.of(Reason.NO_HOUR_TYPE, Reason.NO_ACTIVITY, Reason.RATE_LIMITED);

    private Personal() {}

    /** Whether labels, values and details of this kind (or entity) are about persons. */
    static boolean kind(String kind) {
        return KINDS.contains(kind);
    }

    /** The arguments of a message, for a viewer. */
    static List<String> arguments(String kind, Reason reason, List<String> arguments) {
        return kind(kind) && !IMPERSONAL.contains(reason) ? Collections.nCopies(arguments.size(), "…") : arguments;
    }
}
