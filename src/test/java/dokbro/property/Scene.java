package dokbro.property;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Outage;
import dokbro.Site;
import dokbro.TestTime;
import dokbro.sandbox.smartdok.Hours;
import dokbro.sandbox.smartdok.HoursDraft;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** The two systems during one sequence of actions, and what was done in Go by hand. */
final class Scene {

    /**
     * Days before today: one before the start date (14), then from before the window (7), then inside it, last one to come. The weeks of
     * Monday 2, 9 and 16 November.
     */
    private static final List<Integer> DAYS = List.of(15, 13, 9, 8, 6, 5, 2, 1, 0, -2);

    static final int DAY_COUNT = DAYS.size();

    /** Longer than any run. */
    private static final long PATIENCE = 60;

    private final Site site;
    private final Names names;
    private final Outage outage;
    private final int keeper;
    private final Set<String> deletedByUsers = new HashSet<>();
    private final Set<String> paid = new HashSet<>();
    private final Set<String> lockedWeeks = new HashSet<>();

    Scene(Site site, Names names, Outage outage) {
        this.site = site;
        this.names = names;
        this.outage = outage;
        outage.over();
        site.resetHours();
        for (int employee = 0; employee < 3; employee++) {
            for (int day = 0; day < DAY_COUNT; day++) {
                site.go().revokeWeek(names.employeeInGo(names.employee(employee)), day(day));
            }
        }
        keeper = site.keeper();
    }

    static LocalDate day(int n) {
        return TestTime.today().minusDays(DAYS.get(n));
    }

    Site site() {
        return site;
    }

    Names names() {
        return names;
    }

    /** Keys whose entry a user has deleted in Go. */
    Set<String> deletedByUsers() {
        return deletedByUsers;
    }

    Set<String> paid() {
        return paid;
    }

    Set<String> lockedWeeks() {
        return lockedWeeks;
    }

    // SmartDok

    void book(int employee, int day, int hours, int banked, int project, boolean approved) {
        HoursDraft draft = site.office().draft("10" + (1 + employee), day(day), "1000", "01", "100");
        draft.time(LocalTime.of(7, 0), LocalTime.of(7, 0).plusHours(hours), 0).hourBank(60 * banked);
        project(draft, project);
        int id = site.office().add(draft);
        if (approved) {
            site.office().approve(id);
        }
    }

    void project(HoursDraft draft, int project) {
        int main = site.office().id("projects", project == 0 ? "1000" : "1010");
        draft.project(main, project == 2 ? site.office().id("sub-projects", "1010.01") : null);
    }

    private void registration(int which, Consumer<Hours> act) {
        List<Hours> all = site.office().registrations().stream()
                .filter(hours -> hours.id() != keeper)
                .sorted(java.util.Comparator.comparingInt(Hours::id))
                .toList();
        if (!all.isEmpty()) {
            act.accept(all.get(which % all.size()));
        }
    }

    void edit(int which, Consumer<HoursDraft> change) {
        registration(which, hours -> site.office().edit(hours.id(), change));
    }

    void approve(int which, boolean approved) {
        registration(which, hours -> site.office().approve(hours.id(), approved, false, false));
    }

    void zero(int which) {
        registration(
                which,
                hours -> site.office().edit(hours.id(), draft -> draft.zero().hourBank(0)));
    }

    void delete(int which) {
        registration(which, hours -> site.office().delete(hours.id()));
    }

    // Go

    void week(int employee, int day, boolean locked) {
        long id = names.employeeInGo(names.employee(employee));
        String week = id + " " + day(day).with(java.time.DayOfWeek.MONDAY);
        if (locked) {
            site.go().approveWeek(id, day(day));
            lockedWeeks.add(week);
        } else {
            site.go().revokeWeek(id, day(day));
            lockedWeeks.remove(week);
        }
    }

    /** Every week is open again. */
    void thaw() {
        for (int employee = 0; employee < 3; employee++) {
            for (int day = 0; day < DAY_COUNT; day++) {
                week(employee, day, false);
            }
        }
    }

    private void entry(int which, Consumer<JsonNode> act) {
        List<JsonNode> all = site.go().entries().stream()
                .filter(entry -> !Entry.key(entry).equals("" + keeper))
                .toList();
        if (!all.isEmpty()) {
            act.accept(all.get(which % all.size()));
        }
    }

    void pay(int which) {
        entry(which, entry -> {
            site.go().markPaid(entry.get("Id").asLong());
            paid.add(Entry.key(entry));
        });
    }

    void deleteInGo(int which) {
        entry(which, entry -> {
            site.go().deleteByUser(entry.get("Id").asLong());
            deletedByUsers.add(Entry.key(entry));
        });
    }

    // Dokbro

    void run(boolean deep) {
        if (deep) {
            site.deepRun(Site.HOURS);
        } else {
            site.run(Site.HOURS);
        }
    }

    void killed(int accesses) {
        outage.after(accesses);
        try {
            site.start(Site.HOURS).end().get(PATIENCE, TimeUnit.SECONDS);
        } catch (ExecutionException died) {
            // As it should: nobody heard of its end.
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("the run neither ended nor died", e);
        } finally {
            outage.over();
        }
        site.endLeases();
    }
}
