package dokbro.sandbox.go;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.sandbox.http.Refusal;
import java.util.List;

/** What a project's dates, prices and people must be (contract, section 3.1). Dates in the wrong order and an archived manager are guesses. */
final class ProjectTerms {

    private static final int MAX_PROGRESS = 100;

    private final GoData data;

    ProjectTerms(GoData data) {
        this.data = data;
    }

    void check(ObjectNode project) {
        JsonNode progress = project.get("Progress");
        if (!progress.isNull() && (progress.asInt() < 0 || progress.asInt() > MAX_PROGRESS)) {
            throw invalid("Progress must be between 0 and 100.");
        }
        // ISO dates sort as text
        if (!project.get("StartDate").isNull()
                && !project.get("EndDate").isNull()
                && project.get("EndDate")
                                .asText()
                                .compareTo(project.get("StartDate").asText())
                        < 0) {
            throw invalid("EndDate cannot be before StartDate.");
        }
        prices(project);
        data.employees
                .now(project.get("ProjectManagerEmployeeId").asText())
                .filter(manager -> manager.get("IsArchived").asBoolean())
                .ifPresent(manager -> {
                    throw invalid("Employee " + manager.get("Number").asText() + " is archived.");
                });
    }

    private static void prices(ObjectNode project) {
        String method = project.get("ProjectBillingMethod").asText();
        if (!project.get("BillableRate").isNull()) {
            boolean byProject =
                    project.get("BillableRateSpecification").asText().equals("Project");
            if (method.equals("FixedPrice") || !byProject) {
                throw invalid("BillableRate can only be set when the project is billed by time and its own rate.");
            }
            if (project.get("BillableRate").decimalValue().signum() <= 0) {
                throw invalid("BillableRate must be positive.");
            }
        }
        if (!project.get("FixedPrice").isNull() && !method.equals("FixedPrice")) {
            throw invalid("FixedPrice can only be set when ProjectBillingMethod is FixedPrice.");
        }
        for (String member : List.of("ExpenseMarkupFactor", "HourlyRateMarkupFactor")) {
            if (project.get(member).decimalValue().signum() < 0) {
                throw invalid(member + " cannot be negative.");
            }
        }
    }

    private static Refusal invalid(String detail) {
        return Problem.invalid("Project", detail);
    }
}
