package dokbro.entity.workhours;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Json;
import dokbro.company.Company;
import dokbro.company.Company.Billing;
import dokbro.company.Company.Comments;
import dokbro.company.Company.QuantityUnit;
import dokbro.entity.Catalogue;
import dokbro.entity.Mapped;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.time.format.DateTimeFormatter;

/**
 * The EntryTime of Go for one part of a registration. Never a customer: Go refuses an entry whose customer is not the project's, and takes
 * the project's by itself.
 */
final class TimeEntry {

    /** Go's own comments hold 1000 characters (assumption); the marker must never be what is cut off. */
    private static final int LONGEST_COMMENT = 999;

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final WorkHoursFacts facts;
    private final Company company;
    private final Catalogue catalogue;
    private final Catalogue.WageType wageType;

    TimeEntry(WorkHoursFacts facts, Company company, Catalogue catalogue) {
        this.facts = facts;
        this.company = company;
        this.catalogue = catalogue;
        this.wageType = catalogue.wageTypes().get(facts.wageTypeId());
        if (wageType == null) {
            throw new RecordFailure(Reason.NOT_LINKED, "lønnsart", "med id " + facts.wageTypeId());
        }
    }

    Mapped mapped(String key, int generation) {
        ObjectNode payload = Json.mapper().createObjectNode();
        int quantity = quantity();
        boolean billable = company.billing() == Billing.POWEROFFICE && !wageType.absence();
        payload.put("Date", facts.date().toString());
        payload.put("Quantity", quantity);
        payload.put("BillableQuantity", billable ? quantity : 0);
        // Beside hours to the time account the times would not agree with the quantity, and Go wants them to.
        if (company.workHours().sendTimes() && !facts.banked() && facts.whole()) {
            payload.put("FromTime", facts.from().format(CLOCK));
            payload.put("ToTime", facts.to().format(CLOCK));
            payload.put("BreakTime", facts.breakMinutes());
        }
        payload.put("InternalComment", comment("[SD-" + key + "." + generation + "]"));
        return new Mapped(payload, new EntryReferences(facts, company, catalogue, wageType).all());
    }

    private int quantity() {
        if (company.poweroffice().quantityUnit() == QuantityUnit.MINUTES) {
            return facts.minutes();
        }
        if (facts.minutes() % 60 != 0) {
            throw new RecordFailure(Reason.QUANTITY_FRACTION, Admission.hours(facts.minutes()));
        }
        return facts.minutes() / 60;
    }

    private String comment(String marker) {
        boolean wanted = company.workHours().comments() == Comments.INTERNAL && !wageType.absence();
        if (!wanted || facts.comment() == null) {
            return marker;
        }
        return cut(facts.comment(), LONGEST_COMMENT - marker.length() - 1) + " " + marker;
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        boolean insideCharacter = Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, insideCharacter ? end - 1 : end) + "…";
    }
}
