package dokbro.sandbox;

import dokbro.sandbox.Contractor.Customer;
import dokbro.sandbox.Contractor.Employee;
import dokbro.sandbox.Contractor.Project;
import dokbro.sandbox.Contractor.Registration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes a building contractor for the simulated systems: the same seed, size and day always give equal data. Most records stand in both
 * systems and match, some only after case, blanks and æøå are forgiven. The cases that {@link Size#cases()} adds, by key:
 *
 * <table>
 * <caption>What comes out right</caption>
 * <tr><td>employee 101</td><td>11 h day with bastillegg (210) and 3 h overtime as unit addition (310)</td></tr>
 * <tr><td>102</td><td>unit addition of −2 (330); two equal ones (340)</td></tr>
 * <tr><td>103</td><td>additions not for export: HMS tick-box (230), price only (390)</td></tr>
 * <tr><td>104</td><td>07–17 with 2 h to the time account; four working days later 4 h avspasering</td></tr>
 * <tr><td>105</td><td>all hours of a day to the time account</td></tr>
 * <tr><td>106, 107, 108, 109</td><td>egenmelding, sykemelding, ferie (also a week ahead, approved), permisjon</td></tr>
 * <tr><td>110</td><td>night shift 22–06; one more over the last clock change where it falls within the weeks</td></tr>
 * <tr><td>111</td><td>two registrations alike to the minute</td></tr>
 * <tr><td>113</td><td>a registration zeroed in SmartDok: 00:00–00:00</td></tr>
 * <tr><td>114</td><td>wage type not for export (910), per diem not for export (790)</td></tr>
 * <tr><td>hired-in</td><td>wage type Innleid (900) without hour type: for {@code mappings.wage-types: skip}</td></tr>
 * <tr><td>left</td><td>ended in SmartDok, archived in Go, with one old registration</td></tr>
 * <tr><td>office</td><td>stands only in Go</td></tr>
 * <tr><td>projects 3000–3009</td><td>only in Go, four with sub-projects; activities 08, 08.1, 09 and 10 too</td></tr>
 * <tr><td>project 1007</td><td>closed in both</td></tr>
 * <tr><td>101</td><td>the same machine twice on one registration; 113 has one with no minutes</td></tr>
 * <tr><td>105</td><td>unit addition of 0 (330)</td></tr>
 * <tr><td>products 5 and V200</td><td>made in Go by people, equal to a machine and to goods</td></tr>
 * <tr><td>goods rows</td><td>a return (−2), one of 0, an agreed price, of goods that are no more; skipped: not approved, into the store,
 * exported already, production, transport, on the order</td></tr>
 * <tr><td>invoice bases</td><td>all kinds of lines, route lists with start and least price, discount and surcharge, text only, a credit
 * note; skipped: a draft, sent by hand, credited, made before the go-live</td></tr>
 * </table>
 *
 * <table>
 * <caption>What cannot go, each for a reason of its own</caption>
 * <tr><td>employee 115</td><td>wage type "Overtid 133 %" (133) has no hour type</td></tr>
 * <tr><td>project 1001 (hours of 116)</td><td>"Skole" in SmartDok, "Garasje Hansen" in Go</td></tr>
 * <tr><td>without-number</td><td>no employee number in SmartDok</td></tr>
 * <tr><td>not-in-go</td><td>no such employee in Go</td></tr>
 * <tr><td>other-name</td><td>same employee number, another person in Go</td></tr>
 * <tr><td>project 1002 (117), 1003 (118)</td><td>Complete, NotStarted in Go: it refuses the hours</td></tr>
 * <tr><td>project 1004 (119)</td><td>closed team in Go</td></tr>
 * <tr><td>project 1005 (115)</td><td>only in SmartDok: the hours wait</td></tr>
 * <tr><td>project 1006 (116)</td><td>an order in SmartDok</td></tr>
 * <tr><td>activity 95 (117)</td><td>only in SmartDok</td></tr>
 * <tr><td>project 3010</td><td>only in Go, its name longer than SmartDok's 70 characters</td></tr>
 * <tr><td>employee 112</td><td>two registrations on one day with the same diett</td></tr>
 * <tr><td>addition 370 (103)</td><td>no such pay item in Go</td></tr>
 * <tr><td>machines "Platevibrator", "Tilhenger BR 4417"</td><td>number 0; ordinary days have hours on them</td></tr>
 * <tr><td>machines with number 8 (114)</td><td>two of them</td></tr>
 * <tr><td>machine 9 (103)</td><td>no internal cost</td></tr>
 * <tr><td>machine 6</td><td>product 6 in Go has another name</td></tr>
 * <tr><td>goods "Diverse festemidler", "Bark"</td><td>no number; goods with number V400: two of them; V600: no price; V500: a unit that Go
 * does not have</td></tr>
 * <tr><td>goods row on project 1005</td><td>only in SmartDok: it waits</td></tr>
 * <tr><td>invoice bases</td><td>"Kontantkunde" (no number), "Uten kunde", "Vare uten nummer", "Øre som ikke går opp" (a price with four
 * decimals), "Uten linjer"</td></tr>
 * </table>
 *
 * Absence stands on SmartDok's project 9000 "Fravær" with activity 888, and activity 999 "Ikke definert" has hours in both sets of data;
 * Go has neither. Go's activity for 999 is meant to be "Diverse arbeid", the hour type for the time account "Timebank".
 */
public final class ContractorData {

    /** SmartDok's project for absence. */
    public static final String ABSENCE_PROJECT = Sites.ABSENCE;

    static final int CUSTOMERS = 20;

    private static final int LIVE_DAYS = 14;

    private ContractorData() {}

    /**
     * A contractor that went live two weeks ago.
     *
     * @param today the last day with registrations (future absence aside)
     */
    public static Contractor make(long seed, Size size, LocalDate today) {
        LocalDate startDate = today.minusDays(LIVE_DAYS);
        List<Employee> employees = Staff.employees(size);
        List<Project> projects = Sites.projects(size, today);
        return new Contractor(
                today,
                startDate,
                Registers.DEPARTMENTS,
                customers(size),
                employees,
                projects,
                Registers.activities(size.cases()),
                Registers.wageTypes(size.cases()),
                Registers.HOUR_TYPES,
                Registers.additions(size.cases()),
                Registers.PER_DIEMS,
                Registers.PAY_ITEMS,
                Registers.machines(size.cases()),
                Registers.goods(size.cases()),
                registrations(new Random(seed), size, today, startDate, employees, projects),
                Registers.PRODUCTS,
                new GoodsRows(new Random(seed + 1), size, today, startDate, sites(projects)).rows(),
                new InvoiceBases(size, today, startDate, sites(projects)).invoices());
    }

    private static List<Customer> customers(Size size) {
        List<Customer> customers = new ArrayList<>(Registers.customers(CUSTOMERS));
        if (size.cases()) {
            customers.add(new Customer(null, "Kontantkunde", null));
            customers.add(new Customer("10900", null, "Nye Ål Betong AS"));
        }
        return List.copyOf(customers);
    }

    private static List<Registration> registrations(
            Random random,
            Size size,
            LocalDate today,
            LocalDate startDate,
            List<Employee> employees,
            List<Project> projects) {
        LocalDate from = today.minusWeeks(size.weeks());
        List<Registration> all = new ArrayList<>();
        if (size.cases()) {
            all.addAll(new DemoCases(today, startDate, from).registrations());
        }
        Set<String> taken = all.stream().map(r -> r.employee() + "/" + r.date()).collect(Collectors.toSet());
        all.addAll(new OrdinaryDays(random, today, size.cases(), sites(projects))
                .registrations(employees.subList(0, Staff.ordinary(size)), from, taken));
        all.sort(Comparator.comparing(Registration::date));
        return List.copyOf(newest(all, size.registrations()));
    }

    private static List<Registration> newest(List<Registration> all, int most) {
        if (most > all.size()) {
            throw new IllegalStateException("Only " + all.size() + " registrations came out, not " + most);
        }
        return most == 0 ? all : all.subList(all.size() - most, all.size());
    }

    /** The projects that ordinary hours stand on: open, and the same in both systems. */
    private static List<List<Project>> sites(List<Project> projects) {
        return projects.stream()
                .filter(p -> p.parent() == null && p.smartdokActive() && !p.order())
                .filter(p -> "Active".equals(p.goStatus()) && p.allowAllEmployees())
                .filter(p -> !p.key().equals(Sites.OTHER_NAME))
                .map(p -> projects.stream()
                        .filter(part -> part == p || p.key().equals(part.parent()))
                        .toList())
                .toList();
    }
}
