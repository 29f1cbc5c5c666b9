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
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
        assertThat(run.state()).isEqualTo(RunState.PARTIAL);
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

    @Test
    void rowsThatHideBetweenPagesAreNotDeleted() {
        twoPages();
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 150L, "created", 150L));
        site.forget();
        site.smartdok().options(options -> options.withRows(Order.LAST_UPDATED_FIRST, Moving.TOUCH));
        RunRow run = site.run(HOURS);
        assertThat(Site.calls(site.goWrites())).isEmpty();
        assertThat(run.counts()).containsEntry("deleted", 0L);
        assertThat(run.counts().get("read") + run.counts().get("missing")).isEqualTo(150);
        assertThat(run.counts().get("missing"))
                .isPositive()
                .isEqualTo(run.counts().get("skipped"));
        assertThat(site.go().entries()).hasSize(150);
    }
}
