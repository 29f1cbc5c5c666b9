package dokbro.entity.workhours;

import static dokbro.entity.FirstMatch.sameNumber;
import static dokbro.entity.SettingsMapping.byName;
import static dokbro.entity.SettingsMapping.byNumber;
import static dokbro.entity.SettingsMapping.skips;

import dokbro.company.Company;
import dokbro.company.Company.Orders;
import dokbro.company.Company.TimeAccount;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalTime;
import java.util.List;

/** Which registrations go to payroll (design, section 5), as the company has chosen. */
final class Admission {

    private Admission() {}

    /** Why the office never wants this one in Go, or null. */
    static String skipped(Registration registration, Company company) {
        if (registration.employee() != null
                && contains(company.skipEmployees(), registration.employee().number())) {
            return "employee-skipped";
        }
        if (registration.wageType() == null) {
            return null;
        }
        String wageName = registration.wageType().name();
        if (skips(byName(company.mappings().wageTypes(), wageName))) {
            return "mapped-skip";
        }
        if (!registration.wageType().export() && !company.workHours().sendNotExported()) {
            return "not-for-payroll";
        }
        return registration.isAbsence() ? skippedAbsence(wageName, company) : skippedWork(registration, company);
    }

    /**
     * What must be put right before this one can go, or null.
     *
     * @param timeAccount what becomes of hours to the time account; null where the office has not chosen
     */
    static RecordFailure refused(Registration registration, Company company, TimeAccount timeAccount) {
        if (registration.employee() == null) {
            return notLinked("ansatt", registration, "UserId");
        }
        if (registration.wageType() == null) {
            return notLinked("lønnsart", registration, "WageId");
        }
        // Absence goes without project, so an unknown one is no hindrance.
        if (registration.project() == null && !registration.isAbsence()) {
            return notLinked("prosjekt", registration, "ProjectId");
        }
        String number = registration.employee().number();
        if (number == null || number.isBlank()) {
            return new RecordFailure(
                    Reason.NO_EMPLOYEE_NUMBER, registration.employee().name());
        }
        return refusedTime(registration.time(), timeAccount);
    }

    /** Minutes as hours for people: 450 is 7.5. */
    static String hours(int minutes) {
        return BigDecimal.valueOf(minutes)
                .divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String skippedAbsence(String wageName, Company company) {
        if (!company.workHours().sendAbsence()) {
            return "absence";
        }
        return skips(byName(company.mappings().absence(), wageName)) ? "mapped-skip" : null;
    }

    private static String skippedWork(Registration registration, Company company) {
        if (registration.activity() != null
                && skips(byNumber(
                        company.mappings().activities(), registration.activity().number()))) {
            return "mapped-skip";
        }
        boolean order = registration.project() != null && registration.project().order();
        return order && company.workHours().orders() == Orders.SKIP ? "order" : null;
    }

    private static RecordFailure refusedTime(RegisteredTime time, TimeAccount timeAccount) {
        if (time.net() < 0) {
            return new RecordFailure(
                    Reason.NEGATIVE_HOURS, time.from(), time.to(), LocalTime.MIDNIGHT.plusMinutes(time.breakMinutes()));
        }
        if (time.banked() > 0 && timeAccount == null) {
            return new RecordFailure(Reason.TIME_ACCOUNT_CHOICE, hours(time.banked()));
        }
        if (time.banked() > time.net()) {
            return new RecordFailure(Reason.MORE_BANKED_THAN_WORKED, hours(time.banked()), hours(time.net()));
        }
        return null;
    }

    private static RecordFailure notLinked(String what, Registration registration, String member) {
        return new RecordFailure(
                Reason.NOT_LINKED, what, "med id " + registration.source().text(member));
    }

    private static boolean contains(List<String> numbers, String number) {
        return numbers.stream().anyMatch(listed -> sameNumber(listed, number));
    }
}
