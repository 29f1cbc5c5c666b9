package dokbro.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dokbro.Json;
import dokbro.sandbox.Contractor.Project;
import dokbro.sandbox.Contractor.Registration;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractorDataTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Contractor DEMO = ContractorData.make(1, Size.DEMO, TODAY);

    @Test
    void theSameSeedAndSizeGiveTheSameData() {
        assertThat(ContractorData.make(1, Size.DEMO, TODAY)).isEqualTo(DEMO);
        assertThat(ContractorData.make(2, Size.DEMO, TODAY).registrations()).isNotEqualTo(DEMO.registrations());
        assertThat(Json.text(DEMO.registrations().get(100)))
                .as("does not depend on the order of a hash set")
                .isEqualTo(Json.text(
                        ContractorData.make(1, Size.DEMO, TODAY).registrations().get(100)));
    }

    @Test
    void theDemoIsOfTheSizeThatIsShown() {
        assertThat(DEMO.startDate()).isEqualTo("2026-11-10");
        assertThat(DEMO.employees().stream().filter(e -> e.smartdokName() != null))
                .hasSize(40);
        assertThat(DEMO.projects().stream().filter(p -> p.parent() == null && p.smartdokName() != null))
                .hasSize(60);
        assertThat(DEMO.projects().stream().filter(p -> p.parent() != null && p.smartdokName() != null))
                .hasSizeGreaterThan(40);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void theFirstSyncSendsAboutAMinuteOfHours(int day) {
        Contractor contractor = ContractorData.make(1, Size.DEMO, TODAY.plusDays(day));
        assertThat(contractor.registrations().stream()
                        .filter(Registration::approved)
                        .filter(r -> !r.date().isBefore(contractor.startDate()))
                        .count())
                .isBetween(530L, 620L);
        assertThat(contractor.registrations().stream()
                        .filter(r -> !r.approved())
                        .filter(r -> !r.date().isBefore(contractor.startDate()))
                        .count())
                .isBetween(5L, 100L);
    }

    @Test
    void noOrdinaryKeyIsUsedTwice() {
        unique(DEMO.employees().stream().map(e -> e.key()).toList());
        unique(DEMO.projects().stream().map(Project::key).toList());
        unique(DEMO.projects().stream()
                .filter(p -> p.parent() == null)
                .map(Project::goName)
                .filter(Objects::nonNull)
                .toList());
        unique(DEMO.activities().stream().map(a -> a.key()).toList());
        unique(DEMO.machines().stream().map(m -> m.key()).toList());
        unique(DEMO.goods().stream().map(g -> g.key()).toList());
        unique(DEMO.customers().stream().map(c -> c.number()).toList());
    }

    @Test
    void everyRegistrationNamesRecordsThatStandInSmartDok() {
        Set<String> employees = DEMO.employees().stream()
                .filter(e -> e.smartdokName() != null)
                .map(e -> e.key())
                .collect(Collectors.toSet());
        Set<String> projects = DEMO.projects().stream()
                .filter(p -> p.smartdokName() != null)
                .map(Project::key)
                .collect(Collectors.toSet());
        Set<String> activities = DEMO.activities().stream()
                .filter(a -> a.smartdokNumber() != null)
                .map(a -> a.key())
                .collect(Collectors.toSet());
        Set<String> wages = DEMO.wageTypes().stream().map(w -> w.key()).collect(Collectors.toSet());
        assertThat(DEMO.registrations()).allSatisfy(r -> {
            assertThat(employees).contains(r.employee());
            assertThat(projects).contains(r.project());
            assertThat(activities).contains(r.activity());
            assertThat(wages).contains(r.wageType());
            assertThat(r.subProject() == null || r.subProject().startsWith(r.project() + "."))
                    .isTrue();
            r.additions()
                    .forEach(a ->
                            assertThat(DEMO.additions()).anyMatch(x -> x.key().equals(a.addition())));
            r.machines()
                    .forEach(m ->
                            assertThat(DEMO.machines()).anyMatch(x -> x.key().equals(m.machine())));
        });
    }

    @Test
    void someNamesAgreeOnlyAfterCaseBlanksAndLettersAreForgiven() {
        List<Project> both = DEMO.projects().stream()
                .filter(p -> p.smartdokName() != null
                        && p.goName() != null
                        && !p.key().equals("1001"))
                .toList();
        assertThat(both).allMatch(p -> same(p.smartdokName(), p.goName()));
        assertThat(both.stream().filter(p -> !p.smartdokName().equals(p.goName())))
                .hasSizeBetween(10, 25);
        assertThat(both).anyMatch(p -> p.goName().contains("aa") || p.goName().contains("oe"));
        assertThat(both).anyMatch(p -> p.parent() == null && p.smartdokNumber().endsWith("   "));
    }

    @Test
    void subProjectNumbersComeInThreeForms() {
        assertThat(DEMO.projects())
                .anyMatch(p -> p.parent() != null && "01".equals(p.smartdokNumber()))
                .anyMatch(p -> p.parent() != null && (p.parent() + "-01").equals(p.smartdokNumber()))
                .anyMatch(p -> p.parent() != null && (p.parent() + ".01").equals(p.smartdokNumber()));
    }

    @Test
    void someMasterDataStandsOnlyInGo() {
        assertThat(DEMO.projects().stream()
                        .filter(p -> p.parent() == null && p.smartdokName() == null)
                        .map(Project::goName))
                .hasSize(11);
        assertThat(DEMO.projects().stream().filter(p -> p.parent() != null && p.smartdokName() == null))
                .hasSize(8);
        assertThat(DEMO.activities().stream()
                        .filter(a -> a.smartdokNumber() == null && a.goCode() != null)
                        .map(a -> a.goName()))
                .containsExactly("Blikkenslager", "Beslag og renner", "Kjerneboring", "Måling og stikking");
    }

    @Test
    void theWeeksOfTheOfficeAreThere() {
        Registration longDay = one("101", r -> r.additions().size() == 2 && minutes(r) == 660);
        assertThat(longDay.additions())
                .extracting(a -> a.addition(), a -> a.amount())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("210", new BigDecimal("0")),
                        org.assertj.core.groups.Tuple.tuple("310", new BigDecimal("3.0")));
        one("102", r -> r.additions().stream().anyMatch(a -> a.amount().signum() < 0));
        one("103", r -> r.additions().stream().anyMatch(a -> a.addition().equals("390")));
        Registration banked = one("104", r -> r.timeAccountMinutes() == 120);
        assertThat(minutes(banked)).isEqualTo(570);
        assertThat(one("104", r -> r.wageType().equals("550") && minutes(r) == 240)
                        .date())
                .isAfter(banked.date());
        one("105", r -> r.timeAccountMinutes() == minutes(r));
        one("110", r -> r.comment().equals("Nattskift") && r.to().isBefore(r.from()));
        assertThat(one("110", r -> r.comment().startsWith("Nattskift over")).date())
                .isEqualTo("2026-10-24");
        assertThat(of("111", r -> r.comment().startsWith("Samme jobb")).stream().distinct())
                .hasSize(1);
        assertThat(of("111", r -> r.comment().startsWith("Samme jobb"))).hasSize(2);
        assertThat(of("112", r -> "701".equals(r.perDiem()) && r.comment().equals("To dietter")))
                .hasSize(2)
                .extracting(Registration::date)
                .containsOnly(
                        of("112", r -> r.comment().equals("To dietter")).get(0).date());
        one("113", r -> r.from().equals(LocalTime.MIDNIGHT) && r.to().equals(LocalTime.MIDNIGHT));
        one("114", r -> r.wageType().equals("910"));
        assertThat(of("hired-in", r -> r.wageType().equals("900"))).hasSize(2);
        assertThat(DEMO.registrations())
                .anyMatch(r -> r.date().isAfter(TODAY) && r.wageType().equals("530"));
        for (String absence : List.of("510", "520", "530", "540", "550")) {
            assertThat(DEMO.registrations())
                    .anyMatch(r -> r.wageType().equals(absence) && r.project().equals("9000"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "115, 1000, 01, 133",
        "116, 1001, 01, 100",
        "without-number, 1000, 01, 100",
        "not-in-go, 1000, 01, 100",
        "other-name, 1000, 01, 100",
        "117, 1002, 01, 100",
        "118, 1003, 01, 100",
        "119, 1004, 01, 100",
        "115, 1005, 01, 100",
        "116, 1006, 01, 100",
        "117, 1000, 95, 100"
    })
    void whatCannotGoStandsThereOnce(String employee, String project, String activity, String wage) {
        Registration only = one(
                employee,
                r -> r.project().equals(project)
                        && r.activity().equals(activity)
                        && r.wageType().equals(wage)
                        && !r.comment().isEmpty()
                        && !r.comment().startsWith("Støping"));
        assertThat(only.approved()).isTrue();
        assertThat(only.date()).isBetween(DEMO.startDate(), TODAY.minusDays(3));
    }

    @Test
    void theMasterDataThatCannotGoIsThere() {
        assertThat(project("1001").smartdokName()).isEqualTo("Skole");
        assertThat(project("1001").goName()).isEqualTo("Garasje Hansen");
        assertThat(project("1002").goStatus()).isEqualTo("Complete");
        assertThat(project("1003").goStatus()).isEqualTo("NotStarted");
        assertThat(project("1004").allowAllEmployees()).isFalse();
        assertThat(project("1005").goCode()).isNull();
        assertThat(project("1006").order()).isTrue();
        assertThat(project("3010").goName()).hasSizeGreaterThan(70);
        assertThat(DEMO.hourTypes())
                .noneMatch(h -> h.name().equals("Overtid 133 %") || h.name().equals("Innleid"));
        assertThat(DEMO.employees().stream()
                        .filter(e ->
                                e.smartdokNumber() != null && e.smartdokNumber().isBlank()))
                .hasSize(1);
        assertThat(DEMO.employees().stream().filter(e -> e.goNumber() == null)).hasSize(1);
        assertThat(DEMO.machines().stream().filter(m -> m.number().equals("0"))).hasSize(2);
        assertThat(DEMO.goods().stream()
                        .filter(g -> g.number() == null || g.number().isBlank()))
                .hasSize(2);
    }

    @Test
    void theCasesOfMachinesAndAdditionsAreThere() {
        assertThat(DEMO.machines().stream().filter(m -> m.number().equals("8"))).hasSize(2);
        assertThat(DEMO.machines().stream().filter(m -> m.internalCost() == null))
                .singleElement()
                .matches(m -> m.name().equals("Vibrostamper"));
        assertThat(DEMO.payItems()).noneMatch(item -> item.code().equals("370"));
        Registration twice = one("101", r -> r.machines().size() == 2);
        assertThat(twice.machines()).extracting(m -> m.minutes()).containsExactly(120, 90);
        assertThat(one("102", r -> r.comment().equals("Regulering av km")).additions())
                .as("two equal ones")
                .filteredOn(a -> a.addition().equals("340"))
                .hasSize(2);
        one("103", r -> r.machines().stream().anyMatch(m -> m.machine().equals("Vibrostamper")));
        one("113", r -> r.machines().stream().anyMatch(m -> m.minutes() == 0));
        one("114", r -> r.machines().stream().anyMatch(m -> m.machine().equals("Kompressor Atlas Copco")));
        assertThat(DEMO.registrations())
                .as("ordinary days too, on machines without a number")
                .anyMatch(r -> r.machines().stream().anyMatch(m -> m.machine().equals("Platevibrator")));
    }

    @Test
    void goodsRowsAndInvoiceBasesNameRecordsThatStandInSmartDok() {
        Set<String> projects = DEMO.projects().stream()
                .filter(p -> p.smartdokName() != null)
                .map(Project::key)
                .collect(Collectors.toSet());
        assertThat(DEMO.goodsRows()).hasSizeBetween(140, 200).allSatisfy(row -> {
            assertThat(projects).contains(row.project());
            assertThat(DEMO.goods()).anyMatch(g -> g.key().equals(row.goods()));
            assertThat(row.date().getDayOfWeek().getValue()).isLessThan(6);
            assertThat(row.date()).isBefore(TODAY);
        });
        assertThat(DEMO.goodsRows().stream()
                        .filter(row -> !row.comment().isEmpty())
                        .map(row -> row.date()))
                .hasSize(16)
                .allMatch(day -> !day.isBefore(DEMO.startDate()));
        assertThat(DEMO.invoices())
                .hasSize(19)
                .allSatisfy(invoice -> assertThat(projects).contains(invoice.project()));
        assertThat(DEMO.invoices().stream().filter(i -> i.created().isBefore(DEMO.startDate())))
                .singleElement()
                .matches(i -> i.title().equals("Før oppstart"));
    }

    @Test
    void aLoadIsExactAndAllOfItCanGo() {
        Contractor load = ContractorData.make(7, Size.registrations(3000), TODAY);
        assertThat(load.registrations()).hasSize(3000).allMatch(Registration::approved);
        assertThat(load.registrations())
                .allMatch(
                        r -> !r.date().isBefore(TODAY.minusDays(45)) && r.date().isBefore(TODAY));
        assertThat(load.employees())
                .allMatch(e -> e.smartdokNumber().equals(e.goNumber().toString()));
        assertThat(load.projects().stream().filter(p -> p.goName() == null).map(Project::key))
                .containsExactly("9000");
        assertThat(load.machines()).noneMatch(m -> m.number().equals("0") || m.internalCost() == null);
        assertThat(load.goods()).noneMatch(g -> g.number() == null || g.number().isBlank());
        assertThat(load.goodsRows()).isNotEmpty().allMatch(row -> row.approved() && !row.in());
        assertThat(load.invoices()).hasSize(5).noneMatch(i -> i.draft() || i.sent() || i.credited());
        assertThat(ContractorData.make(7, Size.registrations(1), TODAY).registrations())
                .hasSize(1);
        assertThat(ContractorData.make(7, Size.registrations(20_000), TODAY).registrations())
                .hasSize(20_000);
    }

    @Test
    void aSizeThatCannotHoldTheCasesIsRefused() {
        assertThatThrownBy(() -> new Size(5, 60, 8, 0, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("24 employees");
        assertThatThrownBy(() -> Size.registrations(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static int minutes(Registration r) {
        int minutes = (r.to().toSecondOfDay() - r.from().toSecondOfDay()) / 60;
        return (minutes < 0 ? minutes + 24 * 60 : minutes) - r.breakMinutes();
    }

    private static List<Registration> of(String employee, Predicate<Registration> which) {
        return DEMO.registrations().stream()
                .filter(r -> r.employee().equals(employee))
                .filter(which)
                .toList();
    }

    private static Registration one(String employee, Predicate<Registration> which) {
        List<Registration> found = of(employee, which);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static Project project(String key) {
        return DEMO.projects().stream()
                .filter(p -> p.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static boolean same(String a, String b) {
        return plain(a).equals(plain(b));
    }

    private static String plain(String text) {
        return Names.ascii(text).toLowerCase().replaceAll("\\s+", "");
    }

    private static void unique(List<String> values) {
        assertThat(new HashSet<>(values)).hasSameSizeAs(values);
    }
}
