package dokbro.company;

import java.time.LocalDate;
import java.util.Map;

/**
 * The keys of section 5 that stand under {@code additions}, and the date that the console sets.
 *
 * @param flatQuantity of flat additions without a row of their own
 * @param flatQuantityByCode SmartDok code → quantity of that flat addition
 * @param rateOfSmartDok true: salary lines carry SmartDok's rate; false: Go's own counts
 * @param payThrough the last day that the next payroll pays (Lønn til og med); null: every day
 * @param paidThrough the last day of the payroll before that one; null where none is known
 */
public record AdditionsSettings(
        boolean sendNotExported,
        FlatQuantity flatQuantity,
        Map<String, FlatQuantity> flatQuantityByCode,
        boolean rateOfSmartDok,
        LocalDate payThrough,
        LocalDate paidThrough) {

    /** What a ticked addition counts: the registration's net hours, or one. */
    public enum FlatQuantity {
        HOURS,
        ONE
    }

    AdditionsSettings withPayThrough(LocalDate day, LocalDate paid) {
        return new AdditionsSettings(sendNotExported, flatQuantity, flatQuantityByCode, rateOfSmartDok, day, paid);
    }
}
