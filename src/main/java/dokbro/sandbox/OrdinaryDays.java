package dokbro.sandbox;

import dokbro.sandbox.Contractor.Employee;
import dokbro.sandbox.Contractor.Project;
import dokbro.sandbox.Contractor.Registration;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The ordinary days: each employee on each working day, one, two or three registrations or a day of absence; all of it can go. */
final class OrdinaryDays {

    private static final List<String> ABSENCES = List.of("510", "520", "530", "540", "550");
    private static final List<String> ACTIVITIES =
            List.of("01", "01.1", "01.2", "02", "02.1", "02.2", "03", "03.1", "03.2", "04", "05", "06", "07", "999");
    private static final List<String> COMMENTS = List.of(
            "Støping av såle",
            "Regn, ryddet brakkerigg",
            "Ventet på betongbil",
            "Retting etter befaring",
            "Ny kum, DN 400");

    private final Random random;
    private final LocalDate today;
    private final boolean cases;
    private final List<List<Project>> sites;
    private final List<String> machines;
    private final List<Registration> all = new ArrayList<>();

    /** @param projects the projects that hours may stand on, each followed by its sub-projects */
    OrdinaryDays(Random random, LocalDate today, boolean cases, List<List<Project>> projects) {
        this.random = random;
        this.today = today;
        this.cases = cases;
        this.sites = projects;
        this.machines = Registers.driven(cases).stream().map(m -> m.key()).toList();
    }

    /**
     * Registrations from a day up to today, in order of date.
     *
     * @param taken employee and date, as {@code key/date}, that have registrations already
     */
    List<Registration> registrations(List<Employee> employees, LocalDate from, Set<String> taken) {
        LocalDate last = cases ? today : today.minusDays(1);
        for (LocalDate date = from; !date.isAfter(last); date = date.plusDays(1)) {
            if (date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY) {
                continue;
            }
            for (int i = 0; i < employees.size(); i++) {
                if (!taken.contains(employees.get(i).key() + "/" + date)) {
                    day(employees.get(i), i, date);
                }
            }
        }
        return all;
    }

    private void day(Employee employee, int i, LocalDate date) {
        boolean registeredToday = chance(50);
        if (date.equals(today) && !registeredToday) {
            return;
        }
        boolean approved = !cases || chance(date.isBefore(today.minusDays(1)) ? 97 : 35);
        if (chance(4)) {
            add(Shift.of(employee.key(), date).absence(pick(ABSENCES)), approved);
            return;
        }
        List<Project> site = sites.get((i / 4 + date.getDayOfYear() / 7 * 5) % sites.size());
        if (chance(68)) {
            List<Project> second = pick(sites);
            add(work(employee, i, date, site).time("07:00", "11:00", 0), approved);
            add(work(employee, i, date, second).time("11:30", "15:30", 0), approved);
        } else {
            add(longDay(employee, i, date, site), approved);
        }
        if (chance(8)) {
            add(work(employee, i, date, site).time("15:30", "17:30", 0).wage(chance(75) ? "150" : "160"), approved);
        }
    }

    private Shift longDay(Employee employee, int i, LocalDate date, List<Project> site) {
        Shift shift = work(employee, i, date, site);
        if (chance(12)) {
            shift.time("07:00", "17:30", 30).addition("310", "2.0", null);
        } else if (chance(10)) {
            shift.time("06:30", "15:00", 30);
        }
        if (chance(8)) {
            shift.perDiem(chance(70) ? "701" : "702");
        }
        if (i % 4 == 0) {
            shift.machine(machines.get(i / 4 % machines.size()), 300 + random.nextInt(5) * 30);
        }
        return shift;
    }

    private Shift work(Employee employee, int i, LocalDate date, List<Project> site) {
        Shift shift = Shift.of(employee.key(), date)
                .on(site.get(0).key(), subProject(site))
                .activity(pick(ACTIVITIES))
                .wage(i % 9 == 5 ? "110" : "100");
        if (chance(25)) {
            shift.comment(pick(COMMENTS));
        }
        if (chance(15)) {
            shift.department(employee.department());
        }
        if (i % 8 == 0) {
            shift.addition("210", "0", null);
        }
        if (chance(7)) {
            shift.addition("220", "0", "Meisling");
        }
        if (cases && chance(10)) {
            shift.addition("230", "0", null);
        }
        if (chance(6)) {
            shift.addition("330", (10 + random.nextInt(80)) + ".5", null);
        }
        return shift;
    }

    private String subProject(List<Project> site) {
        return site.size() > 1 && chance(75)
                ? site.get(1 + random.nextInt(site.size() - 1)).key()
                : null;
    }

    private void add(Shift shift, boolean approved) {
        all.add(shift.approved(approved).registration());
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
