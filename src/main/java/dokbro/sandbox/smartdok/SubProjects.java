package dokbro.sandbox.smartdok;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.sandbox.http.Request;
import dokbro.sandbox.http.Response;
import java.util.Map;

/** {@code /SubProjects} and {@code /Projects/{projectId}/SubProjects}. A sub-project cannot move to another project. */
final class SubProjects {

    private static final Shape INPUT = Shape.of(
            Field.text("SubProjectName", 70).must(),
            Field.text("SubProjectNumber", 50).must(),
            Field.flag("IsActive"),
            Field.time("StartDate"),
            Field.time("EndDate"),
            Field.text("DescriptionText", 300),
            Field.text("ClientCompanyName", 50),
            Field.text("DocumentUrl"),
            Field.decimal("CalculatedHourUse"),
            Field.text("Location", 50),
            Field.object("GeoLocation"),
            Field.text("InvoiceCalculationNote", 50),
            Field.text("HSEResponsibleId"),
            Field.text("QAResponsibleId"));

    static final Shape SUB_PROJECT = Shape.of(
            Field.zero("Id"),
            Field.zero("ProjectId"),
            Field.blank("SubProjectName"),
            Field.blank("SubProjectNumber"),
            Field.flag("IsActive"),
            Field.time("StartDate"),
            Field.time("EndDate"),
            Field.text("DescriptionText"),
            Field.text("ClientCompanyName"),
            Field.text("DocumentUrl"),
            Field.decimal("CalculatedHourUse"),
            Field.text("Location"),
            Field.object("GeoLocation"),
            Field.object("Project"),
            Field.time("Updated"),
            Field.text("InvoiceCalculationNote"),
            Field.text("HSEResponsibleId"),
            Field.text("QAResponsibleId"),
            Field.decimal("TimeConsumption"));

    private final Tenant tenant;
    private final Endpoints endpoints;
    private final MasterData subProjects;

    SubProjects(Tenant tenant, Endpoints endpoints) {
        this.tenant = tenant;
        this.endpoints = endpoints;
        this.subProjects = new MasterData(
                tenant,
                endpoints,
                tenant.subProjects(),
                "/SubProjects",
                Claims.SUB_PROJECTS,
                false,
                true,
                true,
                Map.of("subProjectNumber", "SubProjectNumber", "subProjectName", "SubProjectName"),
                Map.of("updatedSince", "Updated"),
                MasterData.IS_ACTIVE,
                this::shown);
    }

    void routes() {
        subProjects.readable();
        subProjects.list("/Projects/{projectId}/SubProjects", request -> {
            String project = project(request).get("Id").asText();
            return sub -> project.equals(sub.get("ProjectId").asText());
        });
        String write = Claims.write(Claims.SUB_PROJECTS);
        endpoints.add("POST", "/Projects/{projectId}/SubProjects", write, this::post);
        endpoints.add("PUT", "/SubProjects/{id}", write, this::put);
    }

    private Response post(Request request) {
        ObjectNode project = project(request);
        ObjectNode sub = INPUT.read(request.body());
        sub.set("ProjectId", project.get("Id"));
        if (!sent(request, "IsActive")) {
            sub.set("IsActive", BooleanNode.TRUE);
        }
        return subProjects.store(sub);
    }

    private Response put(Request request) {
        return subProjects.replace(request, INPUT.read(request.body()));
    }

    private static boolean sent(Request request, String name) {
        return request.body().properties().stream()
                .anyMatch(member -> member.getKey().equalsIgnoreCase(name)
                        && !member.getValue().isNull());
    }

    private ObjectNode project(Request request) {
        return tenant.projects().find(request.variable("projectId")).orElseThrow(Errors::notFound);
    }

    private ObjectNode shown(ObjectNode sub) {
        ObjectNode shown = SUB_PROJECT.shown(sub);
        tenant.projects().find(sub.get("ProjectId").asText()).ifPresent(project -> {
            ObjectNode min = tenant.empty();
            min.set("ProjectId", project.get("Id"));
            min.set("ProjectName", project.get("ProjectName"));
            min.set("ProjectNumber", project.get("ProjectNumber"));
            shown.set("Project", min);
        });
        return shown;
    }
}
