package dokbro.property;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.sandbox.smartdok.Hours;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a time entry of Go says that matters. */
record Entry(LocalDate date, int minutes, long employee, long project, long activity, long hourType) {

    private static final Pattern MARK = Pattern.compile("\\[SD-([^\\]]+)\\.\\d+\\]$");

    /** What Go should hold, by the record's key, as a function of SmartDok's registrations alone. */
    static Map<String, Entry> wanted(List<Hours> registrations, LocalDate startDate, Names names) {
        Map<String, Entry> wanted = new TreeMap<>();
        for (Hours hours : registrations) {
            int net = net(hours);
            if (!hours.state().approved() || hours.date().isBefore(startDate) || net == 0) {
                continue;
            }
            wanted.put("" + hours.id(), entry(hours, net - hours.hourBank(), names.hourType(hours.wageId()), names));
            if (hours.hourBank() > 0) {
                wanted.put(hours.id() + ":bank", entry(hours, hours.hourBank(), names.bank(), names));
            }
        }
        return wanted;
    }

    private static int net(Hours hours) {
        return (int) ChronoUnit.MINUTES.between(hours.from(), hours.to()) - hours.breakMinutes();
    }

    private static Entry entry(Hours hours, int minutes, long hourType, Names names) {
        return new Entry(
                hours.date(),
                minutes,
                names.employeeInGo(hours.userId()),
                names.projectInGo(hours.projectId(), hours.subProjectId()),
                names.activityInGo(hours.activityId()),
                hourType);
    }

    /** The key in the entry's mark. */
    static String key(JsonNode entry) {
        Matcher mark = MARK.matcher(entry.path("InternalComment").asText());
        if (!mark.find()) {
            throw new AssertionError("an entry without a mark: " + entry);
        }
        return mark.group(1);
    }

    /** What Go holds, by the key in the mark. */
    static Map<String, List<Entry>> held(List<JsonNode> entries) {
        Map<String, List<Entry>> held = new TreeMap<>();
        for (JsonNode entry : entries) {
            held.computeIfAbsent(key(entry), any -> new ArrayList<>())
                    .add(new Entry(
                            LocalDate.parse(entry.get("Date").asText()),
                            entry.get("Quantity").asInt(),
                            entry.get("EmployeeId").asLong(),
                            entry.get("ProjectId").asLong(),
                            entry.get("ActivityTimeId").asLong(),
                            entry.get("HourTypeId").asLong()));
        }
        return held;
    }
}
