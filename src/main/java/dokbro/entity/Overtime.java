package dokbro.entity;

import dokbro.company.Company;
import java.time.LocalDate;

/**
 * Overtime that SmartDok's users enter as a unit addition beside ordinary hours (domain.md 6, model A). With {@code split-overtime} its hours
 * become an entry of their own (model B), and the addition is sent no more: each hour is paid once.
 */
public final class Overtime {

    private Overtime() {}

    /** Whether this addition of a registration of that day becomes a time entry. The same answer for hours and for additions. */
    public static boolean isSplit(Catalogue.Addition addition, LocalDate day, Company company) {
        LocalDate from = company.workHours().splitOvertimeFrom();
        if (from == null || day.isBefore(from) || !addition.unit()) {
            return false;
        }
        String hourType = hourType(addition, company);
        return hourType == null ? addition.overtime() : !SettingsMapping.skips(hourType);
    }

    /** The hour type in Go that the settings give the addition; null for none. */
    public static String hourType(Catalogue.Addition addition, Company company) {
        return SettingsMapping.byNumber(company.mappings().overtime(), addition.number());
    }
}
