package dokbro.sandbox.smartdok;

import java.util.Map;

/** {@code /Customers}. */
final class Customers {

    private static final Shape INPUT = Shape.of(
            Field.text("CustomerName", 250).must(),
            Field.text("CustomerNumber", 50),
            Field.text("OrganizationNumber", 50),
            Field.text("Email", 50),
            Field.text("Address", 100),
            Field.text("ZipCode", 50),
            Field.text("City", 50),
            Field.text("AlternativeAddress", 100),
            Field.text("AlternativeZipCode", 50),
            Field.text("AlternativeCity", 50),
            Field.text("MobileNumber", 50),
            Field.text("PhoneNumber", 50),
            Field.text("Comment"),
            Field.flag("IsActive").must());

    private static final Shape CUSTOMER = Shape.of(
            Field.zero("Id"),
            Field.blank("CustomerName"),
            Field.blank("CustomerNumber"),
            Field.blank("OrganizationNumber"),
            Field.blank("Email"),
            Field.blank("Address"),
            Field.blank("ZipCode"),
            Field.blank("City"),
            Field.blank("AlternativeAddress"),
            Field.blank("AlternativeZipCode"),
            Field.blank("AlternativeCity"),
            Field.blank("MobileNumber"),
            Field.blank("PhoneNumber"),
            Field.blank("Comment"),
            Field.flag("IsActive"),
            Field.time("Updated"));

    private Customers() {}

    static void routes(Tenant tenant, Endpoints endpoints) {
        MasterData customers = new MasterData(
                tenant,
                endpoints,
                tenant.customers(),
                "/Customers",
                Claims.CUSTOMERS,
                true,
                true,
                true,
                Map.of("customerNumber", "CustomerNumber", "customerName", "CustomerName"),
                Map.of("updatedSince", "Updated"),
                MasterData.IS_ACTIVE,
                CUSTOMER::shown);
        customers.readable();
        String write = Claims.write(Claims.CUSTOMERS);
        endpoints.add("POST", "/Customers", write, request -> customers.store(INPUT.read(request.body())));
        endpoints.add(
                "PUT", "/v2/Customers/{id}", write, request -> customers.replace(request, INPUT.read(request.body())));
    }
}
