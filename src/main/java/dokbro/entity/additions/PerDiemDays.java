package dokbro.entity.additions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.company.Company;
import dokbro.entity.Catalogue;
import dokbro.entity.SourceRecord;
import dokbro.entity.workhours.Registration;
import dokbro.failure.RecordFailure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * One per diem (diett) a person and day, of whatever kind. A registration says nothing of the others of its day, so the source tells it: the
 * one that has the day's per diem is left as it is, the others get {@link #TAKEN_BY}.
 */
public final class PerDiemDays {

    /** Member that Dokbro adds to a registration: id of the registration that has the day's per diem. */
    public static final String TAKEN_BY = "PerDiemTakenBy";

    /** What the source id of a per diem's link ends with, after the id of its registration. */
    public static final String KEY = ":diet";

    private final Company company;
    private final Catalogue catalogue;

    public PerDiemDays(Company company, Catalogue catalogue) {
        this.company = company;
        this.catalogue = catalogue;
    }

    /**
     * The registrations in the same order. The day's per diem is the one that Go has already, else the one that was registered first.
     *
     * @param registrations of whole days, each a WorkHourOutputV2
     * @param linked whether a link's source id has a record in Go
     */
    public List<JsonNode> told(List<JsonNode> registrations, Predicate<String> linked) {
        Map<String, String> first = new HashMap<>();
        for (JsonNode registration : registrations) {
            if (counts(registration)) {
                first.merge(day(registration), id(registration), (one, other) -> earlier(one, other, linked));
            }
        }
        List<JsonNode> told = new ArrayList<>();
        for (JsonNode registration : registrations) {
            String taken = counts(registration) ? first.get(day(registration)) : null;
            boolean another = taken != null && !taken.equals(id(registration));
            told.add(another ? ((ObjectNode) registration).deepCopy().put(TAKEN_BY, taken) : registration);
        }
        return told;
    }

    /**
     * Whether the registration has a per diem that may be sent; one that is never sent takes no day, and neither does a registration that
     * cannot be read.
     */
    public boolean counts(JsonNode registration) {
        try {
            String id = record(registration).reference("AllowanceId");
            if (id == null) {
                return false;
            }
            AdditionType type = AdditionType.of(true, id, catalogue);
            return Admission.skipped(Registration.read(registration, catalogue), company) == null
                    && (type == null || Admission.skippedType(type, company) == null);
        } catch (RecordFailure unreadable) {
            return false;
        }
    }

    private static String earlier(String one, String other, Predicate<String> linked) {
        boolean oneLinked = linked.test(one + KEY);
        if (oneLinked != linked.test(other + KEY)) {
            return oneLinked ? one : other;
        }
        boolean shorter = one.length() < other.length();
        return shorter || one.length() == other.length() && one.compareTo(other) <= 0 ? one : other;
    }

    /** The person and day of a registration that {@link #counts}. */
    public static String day(JsonNode registration) {
        SourceRecord source = record(registration);
        return day(source.text("UserId"), source.date("Date"));
    }

    /** The same of a per diem that was sent. */
    public static String day(String userId, LocalDate date) {
        return userId + " " + date;
    }

    private static String id(JsonNode registration) {
        return record(registration).id();
    }

    private static SourceRecord record(JsonNode registration) {
        return new SourceRecord(registration, "timeregistrering");
    }
}
