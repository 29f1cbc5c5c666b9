package dokbro.entity.additions;

import static dokbro.entity.SettingsMapping.byName;
import static dokbro.entity.SettingsMapping.byNumber;
import static dokbro.entity.SettingsMapping.skips;

import dokbro.company.Company;
import dokbro.company.Company.Orders;
import dokbro.entity.Catalogue;
import dokbro.entity.FirstMatch;
import dokbro.entity.workhours.Registration;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;

/**
 * Which additions go to payroll (design, section 5). The export mark of the registration's wage type says nothing of its additions: those of
 * people on a fixed salary are paid though their hours are not exported.
 */
final class Admission {

    private Admission() {}

    /** Why the office never wants additions of this registration, or null. */
    static String skipped(Registration registration, Company company) {
        if (registration.date().isBefore(company.startDate())) {
            return "before-start-date";
        }
        if (registration.employee() != null
                && company.skipEmployees().stream()
                        .anyMatch(number -> FirstMatch.sameNumber(
                                number, registration.employee().number()))) {
            return "employee-skipped";
        }
        if (registration.wageType() != null
                && skips(byName(
                        company.mappings().wageTypes(), registration.wageType().name()))) {
            return "mapped-skip";
        }
        Catalogue.Project project = registration.project();
        boolean order = !registration.isAbsence() && project != null && project.order();
        return order && company.workHours().orders() == Orders.SKIP ? "order" : null;
    }

    /** Why the office never wants this addition or per diem, or null. */
    static String skippedType(AdditionType type, Company company) {
        var mapping = type.perDiem()
                ? company.mappings().perDiems()
                : company.mappings().additions();
        if (skips(byNumber(mapping, type.number()))) {
            return "mapped-skip";
        }
        return type.export() || company.additions().sendNotExported() ? null : "not-for-payroll";
    }

    /** What must be put right before anything of this registration can go, or null. */
    static RecordFailure refused(Registration registration) {
        if (registration.employee() == null) {
            return notLinked("ansatt", registration, "UserId");
        }
        if (registration.wageType() == null) {
            return notLinked("lønnsart", registration, "WageId");
        }
        if (registration.project() == null && !registration.isAbsence()) {
            return notLinked("prosjekt", registration, "ProjectId");
        }
        String number = registration.employee().number();
        return number == null || number.isBlank()
                ? new RecordFailure(
                        Reason.NO_EMPLOYEE_NUMBER, registration.employee().name())
                : null;
    }

    private static RecordFailure notLinked(String what, Registration registration, String member) {
        return new RecordFailure(
                Reason.NOT_LINKED, what + " med id " + registration.source().text(member));
    }
}
