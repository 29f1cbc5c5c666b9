package dokbro.sandbox.go;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.sandbox.http.Refusal;

/**
 * Quantities booked next to hours: TimeTracking/EntryItem (contract, section 3.3). Only the path is known; the members are a guess after
 * EntryTime, with a decimal quantity and the product by way of the activity.
 */
final class ItemEntries extends Resource {

    private final ProjectRules projectRules;

    ItemEntries(GoData data, Whereabouts where) {
        super(data, where, data.items, shape(data), new Filters().lastChanged());
        this.projectRules = new ProjectRules(data);
    }

    private static Shape shape(GoData data) {
        return new Shape("Time tracking item")
                .readOnly(Type.LONG, "Id")
                .postOnly(Type.LONG, "EmployeeId", "ActivityItemId", "CustomerId", "DepartmentId")
                .writable(Type.LONG, "ProjectId")
                .writable(Type.DATE, "Date")
                .writable(Type.DECIMAL, "Quantity", "BillableQuantity")
                .writable(Type.TEXT, "InternalComment", "ExternalComment")
                .readOnly(Type.MOMENT, "CreatedDateTimeOffset", "LastChangedDateTimeOffset")
                .required("EmployeeId", "ActivityItemId", "Date", "Quantity")
                .refers("EmployeeId", null, data.employees, null)
                .refers("ActivityItemId", null, data.itemActivities, null)
                .refers("CustomerId", null, data.customers, null)
                .refers("DepartmentId", null, data.departments, null)
                .refers("ProjectId", null, data.projects, null);
    }

    @Override
    void complete(ObjectNode record) {
        if (record.get("BillableQuantity").isNull()) {
            record.set("BillableQuantity", record.get("Quantity"));
        }
    }

    @Override
    void check(ObjectNode record, ObjectNode before) {
        for (String member : new String[] {"Quantity", "BillableQuantity"}) {
            if (record.get(member).decimalValue().signum() < 0) {
                throw refused(member + " cannot be negative.");
            }
        }
        ObjectNode activity =
                data().itemActivities.now(record.get("ActivityItemId").asText()).orElseThrow();
        if (before == null && !activity.get("IsActive").asBoolean()) {
            throw refused("The activity is not active.");
        }
        boolean moved = before == null || !before.get("ProjectId").equals(record.get("ProjectId"));
        if (moved && !record.get("ProjectId").isNull()) {
            projectRules.check(record, activity);
        }
        if (data().locks.approved(record)) {
            throw Problem.conflict(
                    shape().entity(), "The week of " + record.get("Date").asText() + " is approved for this employee.");
        }
    }

    @Override
    void mayChange(ObjectNode record) {
        refuseLocked(record);
    }

    @Override
    void mayDelete(ObjectNode record) {
        refuseLocked(record);
    }

    private void refuseLocked(ObjectNode record) {
        if (data().locks.locked(record)) {
            throw Problem.conflict(
                    shape().entity(),
                    "Time tracking item with id = " + record.get("Id").asText()
                            + " is locked and cannot be changed or deleted.");
        }
    }

    private Refusal refused(String detail) {
        return Problem.invalid(shape().entity(), detail);
    }
}
