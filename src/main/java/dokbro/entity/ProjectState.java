package dokbro.entity;

/** How far a project or sub-project has come, whatever each system calls it (design 10.10). */
public enum ProjectState {
    ACTIVE,
    /** Done: hours may still come in. */
    FINISHED,
    CLOSED;

    /** From a ProjectDto of Go. A project that has not started is active: SmartDok may plan with it. */
    public static ProjectState inGo(SourceRecord project) {
        if (!project.yes("IsActive", true)) {
            return CLOSED;
        }
        String status = project.text("ProjectStatus");
        if (status == null) {
            return ACTIVE;
        }
        return switch (status) {
            case "Active", "NotStarted", "Tentative" -> ACTIVE;
            case "Complete" -> FINISHED;
            case "Archived" -> CLOSED;
            default -> throw project.unreadable("ukjent ProjectStatus " + status);
        };
    }
}
