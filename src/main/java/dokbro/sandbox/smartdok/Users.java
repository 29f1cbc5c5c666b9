package dokbro.sandbox.smartdok;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.sandbox.http.Response;
import java.util.Map;

/** {@code /Users}, with the API user that no list shows, and {@code /LicenseInfo}. */
final class Users {

    static final String API_USER = "a91b0000-0000-4000-8000-000000000001";

    private static final Shape USER = Shape.of(
            Field.text("Id"),
            Field.blank("UserName"),
            Field.text("Name"),
            Field.text("Email"),
            Field.text("PhonePrefix"),
            Field.text("PhoneNumber"),
            Field.text("BirthDate"),
            Field.blank("Role"),
            Field.blank("AccessLevelId"),
            Field.flag("IsEnded"),
            Field.integer("CompanyId"),
            Field.integer("DepartmentId"),
            Field.text("EmployeeNo"),
            Field.text("ExternalEmployeeNo"),
            Field.zero("GroupId"),
            Field.blank("GroupName"),
            Field.blank("LanguageCode"),
            Field.text("NextOfKinName"),
            Field.text("NextOfKinPhonePrivate"),
            Field.text("NextOfKinPhoneWork"),
            Field.text("NextOfKinRelation"),
            Field.text("NextOfKin2Name"),
            Field.text("NextOfKin2PhonePrivate"),
            Field.text("NextOfKin2PhoneWork"),
            Field.text("NextOfKin2Relation"),
            Field.text("ResourceType"),
            Field.text("DepartmentName"),
            Field.text("Expertise"),
            Field.flag("IsLockedOut"),
            Field.flag("IsDeleted"),
            Field.flag("IsContactPerson"),
            Field.decimalOrNull("EmployeeCost"),
            Field.time("LastActivityTime"),
            Field.time("CreatedDate"));

    private Users() {}

    static void routes(Tenant tenant, Endpoints endpoints) {
        MasterData users = new MasterData(
                tenant,
                endpoints,
                tenant.users(),
                "/Users",
                Claims.USERS,
                false,
                true,
                true,
                Map.of(),
                Map.of(),
                user -> !user.path("IsEnded").asBoolean()
                        && !user.path("IsDeleted").asBoolean(),
                USER::shown);
        users.readable();
        endpoints.get("/Users/current", null, request -> Response.json(200, apiUser(tenant, endpoints)));
        endpoints.get(
                "/LicenseInfo",
                null,
                request -> Response.json(
                        200,
                        Map.of(
                                "AvailableLicenses",
                                10,
                                "TotalLicenses",
                                tenant.users().size() + 10)));
    }

    private static ObjectNode apiUser(Tenant tenant, Endpoints endpoints) {
        return USER.shown(tenant.empty()
                .put("Id", API_USER)
                .put("UserName", "api")
                .put("Name", "API-bruker")
                .put("Role", "Administrator")
                .put("CompanyId", endpoints.options().companyId())
                .put("LanguageCode", "nb-no")
                .put("LastActivityTime", tenant.now())
                .put("CreatedDate", "2024-01-15T09:12:44.3"));
    }
}
