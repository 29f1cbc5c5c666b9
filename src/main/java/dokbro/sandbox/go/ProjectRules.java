package dokbro.sandbox.go;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** When hours may be booked on a project (contract, section 3.3; the texts are those integrators see). */
final class ProjectRules {

    private final GoData data;

    ProjectRules(GoData data) {
        this.data = data;
    }

    /** Refuses an entry that its project does not take. */
    void check(JsonNode entry, JsonNode activity) {
        ObjectNode project = data.projects.now(entry.get("ProjectId").asText()).orElseThrow();
        ObjectNode parent =
                data.projects.now(project.get("ParentProjectId").asText()).orElse(null);
        if (!project.get("ProjectStatus").asText().equals("Active")) {
            throw refused("This project is inactive");
        }
        if (project.get("DenyTimeTracking").asBoolean()) {
            throw refused("Time tracking is denied on this project.");
        }
        JsonNode customer = customer(project, parent);
        if (!entry.get("CustomerId").isNull() && !entry.get("CustomerId").equals(customer)) {
            throw refused("Customer connected to project is not the same as the customer stated in the API");
        }
        if (!mayWork(project, parent, entry.get("EmployeeId").asText())) {
            throw refused("This employee no longer has access for registration on this project.");
        }
        if (!mayUse(project, parent, activity)) {
            throw refused("The activity cannot be used on this project.");
        }
    }

    private static JsonNode customer(JsonNode project, JsonNode parent) {
        boolean inherits = project.get("CustomerId").isNull() && parent != null;
        return (inherits ? parent : project).get("CustomerId");
    }

    private boolean mayWork(JsonNode project, JsonNode parent, String employee) {
        if (project.get("AllowAllEmployees").asBoolean()) {
            return parent == null || mayWork(parent, null, employee);
        }
        return data.access.inTeam(id(project), employee);
    }

    private boolean mayUse(JsonNode project, JsonNode parent, JsonNode activity) {
        if (project.get("IsInternal").asBoolean()
                && !activity.get("ActivityType").asText().equals("Internal")) {
            return false;
        }
        if (project.get("AllowAllActivities").asBoolean()) {
            return parent == null || mayUse(parent, null, activity);
        }
        return activity.get("ProjectId").asText().equals(id(project))
                || data.access.hasActivity(id(project), id(activity));
    }

    private static String id(JsonNode record) {
        return record.get("Id").asText();
    }

    private static RuntimeException refused(String detail) {
        return Problem.invalid("Time tracking entry", detail);
    }
}
