package dokbro.source;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A period that SmartDok is asked for, one of several, so that every invoice basis made in a window is in one of the answers. Which of its days SmartDok
 * tests is not documented (contracts, section 3.9): the day it was made, or the invoiced period, which may lie up to a year to either side.
 * The periods overlap, so that an invoiced period of a quarter lies whole in one of them.
 */
record InvoicePeriod(LocalDate from, LocalDate to) {

    private static final int STEP = 90;
    private static final int LENGTH = 2 * STEP;
    private static final int YEAR = 366;

    /** @param last day of the window, today where it is open */
    static List<InvoicePeriod> around(LocalDate first, LocalDate last) {
        List<InvoicePeriod> periods = new ArrayList<>();
        LocalDate end = last.plusDays(YEAR);
        LocalDate from = first.minusDays(YEAR);
        while (from.plusDays(STEP).isBefore(end)) {
            periods.add(new InvoicePeriod(from, from.plusDays(LENGTH - 1L)));
            from = from.plusDays(STEP);
        }
        return periods;
    }
}
