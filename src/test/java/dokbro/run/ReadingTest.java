package dokbro.run;

import static dokbro.Site.HOURS;
import static dokbro.Site.counts;
import static org.assertj.core.api.Assertions.assertThat;

import dokbro.Site;
import dokbro.Sites;
import dokbro.SyncTest;
import dokbro.TestTime;
import dokbro.link.Link;
import dokbro.run.RunHistory.RunRow;
import dokbro.sandbox.http.Fault;
import dokbro.sandbox.smartdok.SmartDokOptions.Moving;
import dokbro.sandbox.smartdok.SmartDokOptions.Order;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A read that did not end well decides nothing. */
@SyncTest
class ReadingTest {

    private static final LocalDate DAY = TestTime.today().minusDays(2);
    private static final int EVERY_ATTEMPT = 100;

    private Site site;

    @Autowired
    private Site.Parts parts;

    @Autowired
    private EntityState states;

    @BeforeEach
    void linked() {
        site = parts.site(Sites.SMALL).reset().masterData();
    }

    private void nothingHappened(RunRow run, String system) {
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.error()).contains(system);
        assertThat(Site.calls(site.goWrites())).isEmpty();
        assertThat(Site.calls(site.smartdokWrites())).isEmpty();
        assertThat(site.rows("dead_letter")).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"HTML", "TRUNCATED", "MALFORMED", "ERROR_IN_200", "SERVER_ERROR", "RESET_BEFORE"})
    void aBrokenReadFromSmartDokFailsTheRun(Fault fault) {
        site.keeper();
        int id = site.hours("101", DAY);
        site.run(HOURS);
        var readUntil = states.readUntil(site.company(), HOURS);
        assertThat(readUntil).isPresent();
        site.office().delete(id);
        site.hours("102", DAY);
        site.forget();
        site.smartdok().faults().next(EVERY_ATTEMPT, "GET", "/WorkHours/v2", fault);
        nothingHappened(site.run(HOURS), "SmartDok");
        assertThat(site.link(HOURS, id).state()).isEqualTo(Link.State.LINKED);
        assertThat(states.readUntil(site.company(), HOURS)).isEqualTo(readUntil);

        site.smartdok().faults().clear();
        assertThat(counts(site.run(HOURS)))
                .isEqualTo(Map.of("read", 2L, "missing", 1L, "unchanged", 1L, "created", 1L, "deleted", 1L));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"HTML", "TRUNCATED", "MALFORMED", "ERROR_IN_200", "SERVER_ERROR"})
    void aBrokenReadFromGoFailsTheRun(Fault fault) {
        site.go().addProject("4000", "Ny låve, Nes", null);
        site.go().faults().next(EVERY_ATTEMPT, "GET", "/v2/Projects", fault);
        nothingHappened(site.run("projects"), "PowerOffice Go");
        site.go().faults().clear();
        assertThat(counts(site.run("projects"))).containsEntry("created", 1L);
    }

    @Test
    void aMissingOneThatCannotBeConfirmedIsNotDeleted() {
        site.keeper();
        int id = site.hours("101", DAY);
        site.run(HOURS);
        site.office().delete(id);
        site.forget();
        site.smartdok().faults().next(EVERY_ATTEMPT, "GET", "/WorkHours/" + id, Fault.SERVER_ERROR);
        nothingHappened(site.run(HOURS), "SmartDok");
        assertThat(site.link(HOURS, id).state()).isEqualTo(Link.State.LINKED);
    }

    @Test
    void aReadOfNothingDeletesNothing() {
        int id = site.hours("101", DAY);
        site.run(HOURS);
        site.office().withdraw(id);
        site.forget();
        RunRow run = site.run(HOURS);
        assertThat(counts(run)).isEqualTo(Map.of("missing", 1L, "held", 1L));
        assertThat(run.state()).isEqualTo(RunState.HELD);
        assertThat(Site.calls(site.goWrites())).isEmpty();
        assertThat(site.link(HOURS, id).state()).isEqualTo(Link.State.LINKED);
    }

    @Test
    void aMissingOneIsAskedForByItsId() {
        site.keeper();
        int id = site.hours("101", DAY);
        site.run(HOURS);
        site.office().withdraw(id);
        site.forget();
        site.run(HOURS);
        assertThat(site.smartdok().received()).anyMatch(call -> call.path().equals("/WorkHours/" + id));
        assertThat(site.goWrites()).hasSize(1);
    }

    /** 150 of one day, on 30 days' worth of minutes so that no two are alike: more than one page. */
    private void twoPages() {
        for (int i = 0; i < 150; i++) {
            LocalTime from = LocalTime.of(6, 0).plusMinutes(5L * (i / 5));
            site.hours("10" + (1 + i % 5), DAY, draft -> draft.time(from, from.plusMinutes(30), 0));
        }
    }

    private void eachOnce() {
        var marks = site.go().entries().stream()
                .map(entry -> entry.get("InternalComment").asText())
                .toList();
        assertThat(marks).doesNotHaveDuplicates();
        assertThat(site.goWrites()).allMatch(call -> call.method().equals("POST"));
    }

    @Test
    void rowsThatComeTwiceAreSentOnce() {
        twoPages();
        site.smartdok().options(options -> options.withRows(Order.NEWEST_FIRST, Moving.INSERT));
        RunRow run = site.run(HOURS);
        assertThat(run.state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(run.counts().get("created"))
                .isGreaterThanOrEqualTo(150)
                .isEqualTo(run.counts().get("read"));
        eachOnce();
    }

    /** An edit puts the last row of each read to the front: between two pages of a day it is overlooked. */
    private void hiding() {
        site.smartdok().options(options -> options.withRows(Order.LAST_UPDATED_FIRST, Moving.TOUCH));
    }

    @Test
    void rowsThatHideBetweenPagesAreAskedForAndComparedAllTheSame() {
        twoPages();
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 150L, "created", 150L));
        int id = site.office().registrations().get(0).id();
        site.forget();
        hiding();
        site.office().edit(id, draft -> draft.comment("Fram i rekka"));
        RunRow run = site.run(HOURS);
        assertThat(counts(run)).isEqualTo(Map.of("read", 150L, "unchanged", 149L, "updated", 1L));
        assertThat(site.goWrites()).hasSize(1).allMatch(call -> call.method().equals("PATCH"));
        assertThat(site.smartdok().received())
                .as("a row was overlooked and asked for")
                .anyMatch(call -> call.path().matches("/WorkHours/\\d+"));
        assertThat(site.go().entries()).hasSize(150);
    }

    @Test
    void onADayWhosePagesNeverStandStillNothingIsDeleted() {
        twoPages();
        int id = site.hours("101", DAY, draft -> draft.time(LocalTime.of(20, 0), LocalTime.of(21, 0), 0));
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 151L, "created", 151L));
        site.office().withdraw(id);
        site.forget();
        hiding();
        assertThat(counts(site.run(HOURS)))
                .isEqualTo(Map.of("read", 150L, "missing", 1L, "unchanged", 150L, "skipped", 1L));
        assertThat(Site.calls(site.goWrites())).isEmpty();

        site.smartdok().options(options -> options.withRows(Order.NEWEST_FIRST, Moving.NONE));
        assertThat(counts(site.run(HOURS)))
                .isEqualTo(Map.of("read", 150L, "missing", 1L, "unchanged", 150L, "deleted", 1L));
        assertThat(site.goWrites()).hasSize(1);
    }

    @Test
    void oneReadOfADayConfirmsAllThatAreMissingOnIt() {
        int[] ids =
                IntStream.range(0, 5).map(i -> site.hours("10" + (1 + i), DAY)).toArray();
        site.keeper();
        site.run(HOURS);
        for (int id : ids) {
            site.office().withdraw(id);
        }
        site.forget();
        assertThat(site.run(HOURS).counts()).containsEntry("deleted", 5L);
        assertThat(site.smartdok().received())
                .filteredOn(call -> call.path().equals("/WorkHours/v2")
                        && call.query().contains("fromDate=" + DAY)
                        && call.query().contains("toDate=" + DAY))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Users", "/Wages", "/Projects", "/WorkDescriptions"})
    void aRegisterOfSmartDokThatBreaksOffFailsTheRunOfHours(String register) {
        site.keeper();
        int id = site.hours("101", DAY);
        site.run(HOURS);
        site.office().withdraw(id);
        site.forget();
        site.smartdok().faults().next(EVERY_ATTEMPT, "GET", register, Fault.TRUNCATED);
        nothingHappened(site.run(HOURS), "SmartDok");
        assertThat(site.link(HOURS, id).state()).isEqualTo(Link.State.LINKED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v2/Employees", "/v2/TimeTracking/HourType", "/v2/Projects", "/v2/Departments"})
    void aRegisterOfGoThatBreaksOffChangesNoLink(String register) {
        long linked = site.rows("link");
        site.go().faults().next(EVERY_ATTEMPT, "GET", register, Fault.TRUNCATED);
        nothingHappened(site.run("reference-data"), "PowerOffice Go");
        assertThat(site.rows("link")).isEqualTo(linked);
    }

    /** More than Go gives on a page: the first page comes, the second does not. */
    @Test
    void aListOfGoThatEndsBetweenItsPagesFailsTheRun() {
        for (int i = 0; i < 5000; i++) {
            site.go().addProject("N" + i, "Nytt prosjekt " + i, null);
        }
        site.go().faults().slow(Duration.ZERO);
        site.go().faults().next(1, "GET", "/v2/Projects", Fault.SLOW);
        site.go().faults().next(EVERY_ATTEMPT, "GET", "/v2/Projects", Fault.UNAVAILABLE);
        nothingHappened(site.run("projects"), "PowerOffice Go");
        site.go().faults().slow(Duration.ofSeconds(2));
    }
}
