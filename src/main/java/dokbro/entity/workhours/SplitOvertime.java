package dokbro.entity.workhours;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.company.Company;
import dokbro.entity.Catalogue;
import dokbro.entity.Overtime;
import dokbro.entity.SourceRecord;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The overtime additions of a registration that become entries of their own. Their minutes come out of the ordinary ones, so that the sum is
 * always the registration's.
 *
 * @param minutes by the addition's id
 * @param failure why none of it can be moved; null where it can
 */
record SplitOvertime(SortedMap<String, Integer> minutes, RecordFailure failure) {

    private static final BigDecimal HOUR = BigDecimal.valueOf(60);

    /** More is no registration; keeps the minutes a whole number that fits. */
    private static final BigDecimal MOST = BigDecimal.valueOf(1000);

    /** None for absence, and for days before the split. UNREADABLE where an addition is. */
    static SplitOvertime of(Registration registration, Company company, Catalogue catalogue) {
        SortedMap<String, Integer> minutes = new TreeMap<>();
        if (company.workHours().splitOvertimeFrom() == null || registration.isAbsence()) {
            return new SplitOvertime(minutes, null);
        }
        SortedMap<String, BigDecimal> hours = new TreeMap<>();
        for (JsonNode node : registration.source().list("AdditionRegistrations")) {
            SourceRecord row = new SourceRecord(node, "tillegg på timeregistrering " + registration.id());
            Catalogue.Addition addition = catalogue.additions().get(row.required("WageId"));
            if (addition != null && Overtime.isSplit(addition, registration.date(), company)) {
                BigDecimal amount = row.decimal("Amount");
                if (amount == null) {
                    return new SplitOvertime(minutes, new RecordFailure(Reason.AMOUNT_MISSING, label(addition)));
                }
                // Otherwise the ordinary hours would go without theirs.
                if (Overtime.hourType(addition, company) == null) {
                    return new SplitOvertime(minutes, new RecordFailure(Reason.OVERTIME_NO_HOUR_TYPE, label(addition)));
                }
                hours.merge(addition.id(), amount, BigDecimal::add);
            }
        }
        hours.forEach((id, amount) -> minutes.put(
                id,
                amount.min(MOST)
                        .max(MOST.negate())
                        .multiply(HOUR)
                        .setScale(0, RoundingMode.HALF_UP)
                        .intValueExact()));
        return new SplitOvertime(minutes, null);
    }

    /** Minutes of all of it. */
    int sum() {
        return minutes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Why the hours cannot be moved out of that many ordinary minutes, or null. */
    RecordFailure refused(int ordinary) {
        if (failure != null) {
            return failure;
        }
        boolean negative = minutes.values().stream().anyMatch(each -> each < 0);
        return negative || sum() > ordinary
                ? new RecordFailure(Reason.OVERTIME_UNFIT, Admission.hours(sum()), Admission.hours(ordinary))
                : null;
    }

    static String label(Catalogue.Addition addition) {
        return "overtidstillegg " + (addition.number() == null ? "" : addition.number() + " ") + addition.name();
    }
}
