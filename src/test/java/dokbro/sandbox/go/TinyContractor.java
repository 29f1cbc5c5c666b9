package dokbro.sandbox.go;

import dokbro.sandbox.Contractor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** A contractor small enough to know by heart. */
final class TinyContractor {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    static final long DEPARTMENT = 2_100_001;
    static final long HANSEN = 3_100_001;
    static final long OLSEN = 3_100_002;
    static final long KARI = 4_100_001;
    static final long OLA = 4_100_002;
    static final long GARAGE = 5_100_001;
    static final long SCHOOL = 5_100_002;
    static final long GARAGE_ROOF = 5_100_005;
    static final long MASONRY = 6_100_001;
    static final long MEETING = 6_100_002;
    static final long RETIRED = 6_100_003;
    static final long OVERTIME = 6_500_001;
    static final long EXCAVATOR = 7_100_001;
    static final long HOURS_PRODUCT = 7_100_002;

    static final long MACHINE_COST = 1_100_002;
    static final long CONTRA = 1_100_003;
    static final long PROJECT_REQUIRED = 1_100_007;
    static final long DEPARTMENT_REQUIRED = 1_100_008;
    static final long VAT_LOCKED = 1_100_009;
    static final long INACTIVE_ACCOUNT = 1_100_010;
    static final int NO_VAT = 31;
    static final int INPUT_VAT = 32;
    static final int RETIRED_VAT = 34;

    private TinyContractor() {}

    static Contractor contractor() {
        return new Contractor(
                TODAY,
                TODAY.minusWeeks(2),
                List.of(new Contractor.Department("10", "Bygg")),
                List.of(
                        new Contractor.Customer("10001", "Hansen", "Hansen"),
                        new Contractor.Customer("10002", "Olsen", "Olsen AS"),
                        new Contractor.Customer("10003", "Bare SmartDok", null)),
                List.of(
                        new Contractor.Employee(
                                "kari",
                                "101",
                                "Kari Nes",
                                101L,
                                "Kari",
                                "Nes",
                                "10",
                                false,
                                false,
                                new BigDecimal("410.50")),
                        new Contractor.Employee("ola", "102", "Ola Vik", 102L, "Ola", "Vik", null, false, false, null),
                        new Contractor.Employee("per", "103", "Per", null, null, null, null, false, false, null)),
                List.of(
                        project("garage", null, "1001", "Garasje Hansen", "Active", "10001"),
                        project("roof", "garage", "1", "Tak", "Active", null),
                        project("school", null, "1002", "Skole", "Active", "10002"),
                        project("old", null, "900", "Gammel", "Archived", null),
                        project("later", null, "1003", "Senere", "NotStarted", null)),
                List.of(
                        new Contractor.Activity("masonry", "01", "Muring", "11", "Muring", "Billable", true),
                        new Contractor.Activity("meeting", "02", "Møte", null, "Møte", "NonBillable", true),
                        new Contractor.Activity("retired", "03", "Utgått", "13", "Utgått", "Billable", false),
                        new Contractor.Activity("absent", "888", "Fravær", null, null, null, true)),
                List.of(),
                List.of(new Contractor.HourType("Overtid 50 %", "2050", new BigDecimal("1.5"), true)),
                List.of(),
                List.of(),
                List.of(
                        new Contractor.PayItem("2100", "Bastillegg", "QuantityAndRate", true),
                        new Contractor.PayItem("700", "Diett", "FixedAmount", true),
                        new Contractor.PayItem("999", "Utgått", "QuantityAndRate", false)),
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        new Contractor.Product(
                                "G1", "Gravemaskin", "HUR", new BigDecimal("450"), new BigDecimal("1150")),
                        new Contractor.Product("T", "Timer", "HUR", BigDecimal.ZERO, new BigDecimal("725"))),
                List.of(),
                List.of());
    }

    private static Contractor.Project project(
            String key, String parent, String code, String name, String status, String customer) {
        return new Contractor.Project(
                key,
                parent,
                code,
                name,
                true,
                false,
                code,
                name,
                status,
                true,
                false,
                true,
                true,
                customer,
                null,
                LocalDate.of(2026, 1, 5),
                null);
    }
}
