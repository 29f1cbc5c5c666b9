package dokbro.sandbox.go;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.sandbox.http.Request;
import java.util.function.Predicate;

/** Activities for hours and for items: TimeTracking/ActivityTime and ActivityItem (contract, section 3.3). Those made through the API have no code; there is no PATCH. */
final class Activities extends Resource {

    private static final int NAME_LENGTH = 400;

    /** @param table of those for hours or of those for items */
    Activities(GoData data, Whereabouts where, Table table) {
        super(data, where, table, shape(data), new Filters().lastChanged().known("includeInactive"));
    }

    private static Shape shape(GoData data) {
        return new Shape("Activity")
                .readOnly(Type.LONG, "Id")
                .readOnly(Type.TEXT, "Code", "ActivityType")
                .postOnly(Type.TEXT, "Name")
                .postOnly(Type.BOOLEAN, "IsActive")
                .postOnly(Type.LONG, "ProductId", "ProjectId")
                .readOnly(Type.MOMENT, "CreatedDateTimeOffset", "LastChangedDateTimeOffset")
                .required("Name")
                .max("Name", NAME_LENGTH)
                .initial("IsActive", true)
                .initial("ActivityType", "Billable")
                .refers("ProductId", null, data.products, null)
                .refers("ProjectId", null, data.projects, null);
    }

    @Override
    void mayDelete(ObjectNode record) {
        refuseIf(
                names(data().entries, "ActivityTimeId", record) || names(data().items, "ActivityItemId", record),
                record);
    }

    @Override
    ObjectNode show(ObjectNode record) {
        return data().options().activitiesShowCode() ? record : copy(record).without("Code");
    }

    @Override
    Predicate<ObjectNode> more(Request request) {
        boolean all = request.query("includeInactive")
                .map(text -> Filters.bool("includeInactive", text))
                .orElse(false);
        return record -> all || record.get("IsActive").asBoolean();
    }
}
