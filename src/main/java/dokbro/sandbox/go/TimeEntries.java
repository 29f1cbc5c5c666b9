package dokbro.sandbox.go;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.sandbox.http.Refusal;
import java.time.LocalTime;

/**
 * Hours: TimeTracking/EntryTime (contract, section 3.3). Quantity is in minutes. Whether an entry is approved, paid or invoiced shows only
 * as a refusal.
 */
final class TimeEntries extends Resource {

    private static final int DAY_MINUTES = 24 * 60;
    private static final int HOUR_MINUTES = 60;

    private final ProjectRules projectRules;

    TimeEntries(GoData data, Whereabouts where) {
        super(data, where, data.entries, shape(data), new Filters().lastChanged());
        this.projectRules = new ProjectRules(data);
    }

    private static Shape shape(GoData data) {
        return new Shape("Time tracking entry")
                .readOnly(Type.LONG, "Id")
                .postOnly(Type.LONG, "EmployeeId", "ActivityTimeId", "CustomerId", "DepartmentId", "HourTypeId")
                .writable(Type.LONG, "ProjectId")
                .writable(Type.DATE, "Date")
                .writable(Type.INTEGER, "Quantity", "BillableQuantity")
                .postOnly(Type.INTEGER, "BreakTime")
                .postOnly(Type.TIME, "FromTime", "ToTime")
                .writable(Type.TEXT, "InternalComment", "ExternalComment")
                .readOnly(Type.MOMENT, "CreatedDateTimeOffset", "LastChangedDateTimeOffset")
                .required("EmployeeId", "ActivityTimeId", "Date")
                .initial("HourTypeId", 0L)
                .refers("EmployeeId", null, data.employees, null)
                .refers("ActivityTimeId", null, data.activities, null)
                .refers("CustomerId", null, data.customers, null)
                .refers("DepartmentId", null, data.departments, null)
                .refers("ProjectId", null, data.projects, null)
                .refers("HourTypeId", null, data.hourTypes, null);
    }

    @Override
    void complete(ObjectNode record) {
        if (data().options().quantityInHours() && hasBothTimes(record)) {
            record.set("Quantity", IntNode.valueOf(minutesByTimes(record) / HOUR_MINUTES));
        } else if (record.get("Quantity").isNull()) {
            record.set("Quantity", IntNode.valueOf(hasBothTimes(record) ? minutesByTimes(record) : 0));
        }
        if (record.get("BillableQuantity").isNull()) {
            record.set("BillableQuantity", billable(record) ? record.get("Quantity") : IntNode.valueOf(0));
        }
    }

    @Override
    void check(ObjectNode record, ObjectNode before) {
        checkQuantities(record);
        ObjectNode activity = activity(record);
        if (before == null && !activity.get("IsActive").asBoolean()) {
            throw refused("The activity is not active.");
        }
        if (record.get("BillableQuantity").asInt() > 0 && !billable(record)) {
            throw refused("BillableQuantity can only be set for billable activities.");
        }
        boolean moved = before == null || !before.get("ProjectId").equals(record.get("ProjectId"));
        if (moved && !record.get("ProjectId").isNull()) {
            projectRules.check(record, activity);
        }
        if (data().locks.approved(record)) {
            throw conflict("The week of " + record.get("Date").asText() + " is approved for this employee.");
        }
    }

    private void checkQuantities(ObjectNode record) {
        for (String member : new String[] {"Quantity", "BillableQuantity", "BreakTime"}) {
            if (record.get(member).asInt() < 0) {
                throw refused(member + " cannot be negative.");
            }
        }
        if (record.get("FromTime").isNull() != record.get("ToTime").isNull()) {
            throw refused("FromTime and ToTime must both have a value, or none of them.");
        }
        if (hasBothTimes(record)
                && !data().options().quantityInHours()
                && minutesByTimes(record) != record.get("Quantity").asInt()) {
            throw refused("Quantity does not agree with FromTime, ToTime and BreakTime.");
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
            throw conflict("Time tracking entry with id = " + record.get("Id").asText()
                    + " is locked and cannot be changed or deleted.");
        }
    }

    private ObjectNode activity(JsonNode record) {
        return data().activities.now(record.get("ActivityTimeId").asText()).orElseThrow();
    }

    private boolean billable(JsonNode record) {
        return activity(record).get("ActivityType").asText().equals("Billable");
    }

    private static boolean hasBothTimes(JsonNode record) {
        return !record.get("FromTime").isNull() && !record.get("ToTime").isNull();
    }

    private static int minutesByTimes(JsonNode record) {
        int from = minutes(record.get("FromTime"));
        int to = minutes(record.get("ToTime"));
        int pastMidnight = to < from ? DAY_MINUTES : 0;
        return to + pastMidnight - from - record.get("BreakTime").asInt();
    }

    private static int minutes(JsonNode time) {
        LocalTime parsed = LocalTime.parse(time.asText());
        return parsed.getHour() * HOUR_MINUTES + parsed.getMinute();
    }

    private Refusal refused(String detail) {
        return Problem.invalid(shape().entity(), detail);
    }

    private Refusal conflict(String detail) {
        return Problem.conflict(shape().entity(), detail);
    }
}
