package dokbro.sandbox.smartdok;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.sandbox.http.Request;
import java.util.Map;

/** {@code /WorkDescriptions}: the activities, a bare array. */
final class WorkDescriptions {

    private static final int DECIMALS = 2;

    private static final Shape INPUT = Shape.of(
            Field.text("Name", 50).must(),
            Field.text("Number", 50),
            Field.flag("IsActive").must(),
            Field.decimal("Price"),
            Field.decimal("InternalRate"));

    private static final Shape ACTIVITY = Shape.of(
            Field.zero("Id"),
            Field.blank("Name"),
            Field.blank("Number"),
            Field.flag("IsActive"),
            Field.decimal("Price"),
            Field.decimal("InternalRate"));

    private WorkDescriptions() {}

    static void routes(Tenant tenant, Endpoints endpoints) {
        MasterData activities = new MasterData(
                tenant,
                endpoints,
                tenant.activities(),
                "/WorkDescriptions",
                Claims.ACTIVITIES,
                true,
                false,
                false,
                Map.of("workDescriptionNumber", "Number", "workDescriptionName", "Name"),
                Map.of(),
                MasterData.IS_ACTIVE,
                ACTIVITY::shown);
        activities.readable();
        String write = Claims.write(Claims.ACTIVITIES);
        endpoints.add("POST", "/WorkDescriptions", write, request -> activities.store(input(request)));
        endpoints.add("PUT", "/WorkDescriptions/{id}", write, request -> activities.replace(request, input(request)));
    }

    private static ObjectNode input(Request request) {
        ObjectNode activity = INPUT.read(request.body());
        for (String price : new String[] {"Price", "InternalRate"}) {
            if (activity.get(price).decimalValue().stripTrailingZeros().scale() > DECIMALS) {
                throw Errors.save("TooManyDecimals", price + " can have at most " + DECIMALS + " decimals.");
            }
        }
        return activity;
    }
}
