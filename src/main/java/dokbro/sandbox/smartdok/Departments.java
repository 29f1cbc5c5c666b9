package dokbro.sandbox.smartdok;

import java.util.Map;

/** {@code /Departments}. */
final class Departments {

    private static final Shape INPUT = Shape.of(
            Field.text("Name", 50).must(),
            Field.text("Number", 10).must(),
            Field.flag("IsActive").must());

    private static final Shape DEPARTMENT = Shape.of(
            Field.zero("Id"),
            Field.blank("Name"),
            Field.blank("Number"),
            Field.flag("IsActive"),
            Field.time("Updated"));

    private Departments() {}

    static void routes(Tenant tenant, Endpoints endpoints) {
        MasterData departments = new MasterData(
                tenant,
                endpoints,
                tenant.departments(),
                "/Departments",
                Claims.DEPARTMENTS,
                true,
                false,
                true,
                Map.of("departmentNumber", "Number", "departmentName", "Name"),
                Map.of("updatedSince", "Updated"),
                MasterData.IS_ACTIVE,
                DEPARTMENT::shown);
        departments.readable();
        String write = Claims.write(Claims.DEPARTMENTS);
        endpoints.add("POST", "/Departments", write, request -> departments.store(INPUT.read(request.body())));
        endpoints.add(
                "PUT", "/Departments/{id}", write, request -> departments.replace(request, INPUT.read(request.body())));
    }
}
