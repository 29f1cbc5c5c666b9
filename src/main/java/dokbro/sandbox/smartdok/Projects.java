package dokbro.sandbox.smartdok;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.sandbox.http.Request;
import dokbro.sandbox.http.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code /Projects}. A project with an order type is an order; the activities of a project are written, never shown. */
final class Projects {

    private static final List<Field> WRITTEN = List.of(
            Field.text("ProjectName", 70).must(),
            Field.text("ProjectNumber", 20).must(),
            Field.text("DescriptionText", 600),
            Field.text("Location", 50),
            Field.integer("CustomerId"),
            Field.time("StartDate"),
            Field.time("EndDate"),
            Field.list("Departments"),
            Field.list("ActivityIds"),
            Field.text("ProjectOwnerName", 50),
            Field.text("ProjectOwnerEmail", 200),
            Field.text("ProjectOwnerMobile", 20),
            Field.text("ClientCompanyName", 50),
            Field.text("ClientCompanyContact", 50),
            Field.text("ClientCompanyEmail", 200),
            Field.text("ClientCompanyMobile", 20),
            Field.text("DocumentUrl"),
            Field.integer("CalculatedTimeConsumption"),
            Field.decimal("HourlyRate"),
            Field.decimal("InternalCostPerHour"),
            Field.list("UserIds"),
            Field.flag("IsActive").must(),
            Field.flag("IsAbsenceProject"),
            Field.flag("Finished"),
            Field.flag("ToBeInvoiced"),
            Field.object("GeoLocation"),
            Field.text("InvoiceCalculationNote", 50),
            Field.integer("OrderTypeId"),
            Field.text("HSEResponsibleId"),
            Field.text("QAResponsibleId"),
            Field.text("ExternalReference", 100));

    private static final Shape INPUT = new Shape(WRITTEN);

    static final Shape PROJECT = Shape.of(
            Field.zero("Id"),
            Field.blank("ProjectName"),
            Field.blank("ProjectNumber"),
            Field.list("Departments"),
            Field.flag("IsAbsenceProject"),
            Field.flag("IsActive"),
            Field.flag("IsOrder"),
            Field.integer("OrderTypeId"),
            Field.text("ExternalReference"),
            Field.integer("CustomerId"),
            Field.time("StartDate"),
            Field.time("EndDate"),
            Field.blank("Location"),
            Field.blank("ProjectOwnerName"),
            Field.blank("ProjectOwnerEmail"),
            Field.blank("ProjectOwnerMobile"),
            Field.blank("ClientCompanyName"),
            Field.blank("ClientCompanyContact"),
            Field.blank("ClientCompanyEmail"),
            Field.blank("ClientCompanyMobile"),
            Field.blank("DescriptionText"),
            Field.blank("DocumentUrl"),
            Field.zero("CalcuatedTimeConsumption"),
            Field.zero("CalculatedTimeConsumption"),
            Field.decimal("InternalCostPerHour"),
            Field.decimal("HourlyRate"),
            Field.flag("Finished"),
            Field.flag("ToBeInvoiced"),
            Field.object("GeoLocation"),
            Field.list("UserIds"),
            Field.time("Updated"),
            Field.time("Created"),
            Field.text("InvoiceCalculationNote"),
            Field.text("HSEResponsibleId"),
            Field.text("QAResponsibleId"),
            Field.decimal("TimeConsumption"));

    private final Tenant tenant;
    private final Endpoints endpoints;
    private final MasterData projects;

    Projects(Tenant tenant, Endpoints endpoints) {
        this.tenant = tenant;
        this.endpoints = endpoints;
        this.projects = new MasterData(
                tenant,
                endpoints,
                tenant.projects(),
                "/Projects",
                Claims.PROJECTS,
                false,
                true,
                true,
                Map.of("projectNumber", "ProjectNumber", "projectName", "ProjectName"),
                Map.of("updatedSince", "Updated", "createdSince", "Created"),
                MasterData.IS_ACTIVE,
                PROJECT::shown);
    }

    void routes() {
        projects.list(
                "/Projects",
                request -> {
                    boolean orders = Params.flag(request, "includeOrders").orElse(false);
                    return project -> orders || !project.path("IsOrder").asBoolean();
                },
                "includeOrders");
        String read = Claims.read(Claims.PROJECTS);
        String write = Claims.write(Claims.PROJECTS);
        endpoints.get("/Projects/{id}", read, projects::one);
        endpoints.get("/Projects/NextProjectNumber", read, request -> Response.json(200, nextNumber()));
        endpoints.add("POST", "/Projects", write, this::post);
        endpoints.add("PUT", "/v3/Projects/{id}", write, this::put);
    }

    private Response post(Request request) {
        ObjectNode project = checked(INPUT.read(request.body()));
        project.put("IsOrder", !project.get("OrderTypeId").isNull());
        return projects.store(project);
    }

    private Response put(Request request) {
        ObjectNode old = tenant.projects().find(request.variable("id")).orElseThrow(Errors::notFound);
        ObjectNode body = checked(INPUT.read(request.body()));
        if (old.path("IsOrder").asBoolean() == body.get("OrderTypeId").isNull()) {
            throw Errors.save("OrderTypeId", "OrderTypeId is mandatory for orders and must be null for projects.");
        }
        return projects.replace(request, body);
    }

    private ObjectNode checked(ObjectNode project) {
        if (!project.get("CustomerId").isNull()
                && tenant.customers().find(project.get("CustomerId").asText()).isEmpty()) {
            throw Errors.save("CustomerNotFound", "There is no customer " + project.get("CustomerId"));
        }
        List<String> unknown = new ArrayList<>();
        project.get("Departments").forEach(id -> {
            if (tenant.departments().find(id.asText()).isEmpty()) {
                unknown.add(id.asText());
            }
        });
        if (!unknown.isEmpty()) {
            throw Errors.save("DepartmentNotFound", "There are no departments " + unknown);
        }
        return project;
    }

    private String nextNumber() {
        long highest = tenant.projects().all().stream()
                .map(project -> project.path("ProjectNumber").asText().trim())
                .filter(number -> number.matches("\\d{1,9}"))
                .mapToLong(Long::parseLong)
                .max()
                .orElse(0);
        return String.valueOf(highest + 1);
    }
}
