package dokbro.run;

import static dokbro.Site.HOURS;
import static dokbro.Site.counts;
import static org.assertj.core.api.Assertions.assertThat;

import dokbro.Site;
import dokbro.Sites;
import dokbro.SyncTest;
import dokbro.TestTime;
import dokbro.deadletter.DeadLetter.Status;
import dokbro.failure.Reason;
import dokbro.link.Link;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What happens outside the window and across its edge: seven days, from 11 November; the company went live on the 4th. */
@SyncTest
class WindowTest {

    private static final String ENTRIES = "/v2/TimeTracking/EntryTime";
    private static final LocalDate START = TestTime.today().minusDays(14);
    private static final LocalDate BEFORE_WINDOW = TestTime.today().minusDays(10);
    private static final LocalDate IN_WINDOW = TestTime.today().minusDays(2);

    private Site site;

    @Autowired
    private Site.Parts parts;

    @BeforeEach
    void aGoodRunBefore() {
        site = parts.site(Sites.PROPERTY).reset().masterData();
        site.keeper();
        site.run(HOURS);
        site.forget();
    }

    @AfterEach
    void asBefore() {
        site.smartdok().options(options -> options.withTouch(true, false));
    }

    private int notApproved(LocalDate day) {
        return site.office().add(site.office().draft("101", day, "1000", "01", "100"));
    }

    /** One registration in Go, on this day, whichever runs that takes. */
    private int sent(LocalDate day) {
        int id = site.hours("101", day);
        assertThat(site.run(HOURS).counts()).containsEntry("created", 1L);
        site.forget();
        return id;
    }

    private String target(int id) {
        return site.link(HOURS, id).targetId();
    }

    private void wrote(String... calls) {
        assertThat(Site.calls(site.goWrites())).containsExactly(calls);
        site.forget();
    }

    private void quiet() {
        site.run(HOURS);
        wrote();
        site.deepRun(HOURS);
        wrote();
    }

    @Test
    void approvedLate() {
        int id = notApproved(IN_WINDOW);
        site.run(HOURS);
        wrote();
        site.pass(Duration.ofDays(3));
        site.office().approve(id);
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 2L, "unchanged", 1L, "created", 1L));
        wrote("POST " + ENTRIES);
    }

    @Test
    void approvedForADayBeforeTheWindow() {
        int id = notApproved(BEFORE_WINDOW);
        site.run(HOURS);
        wrote();
        site.office().approve(id);
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 2L, "unchanged", 1L, "created", 1L));
        wrote("POST " + ENTRIES);
        quiet();
    }

    @Test
    void approvedForADayBeforeTheWindowWhereSmartDokDoesNotShowItGoesWithTheDeepRun() {
        site.smartdok().options(options -> options.withTouch(false, false));
        int id = notApproved(BEFORE_WINDOW);
        site.pass(Duration.ofDays(2));
        site.run(HOURS);
        site.office().approve(id);
        assertThat(site.run(HOURS).counts()).containsEntry("created", 0L);
        assertThat(site.deepRun(HOURS).counts()).containsEntry("created", 1L);
        wrote("POST " + ENTRIES);
    }

    @Test
    void editedBeforeTheWindow() {
        int id = sent(BEFORE_WINDOW);
        site.office().edit(id, draft -> draft.time(LocalTime.of(7, 0), LocalTime.of(12, 0), 0));
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 2L, "unchanged", 1L, "updated", 1L));
        wrote("PATCH " + ENTRIES + "/" + target(id));
        assertThat(site.entry("[SD-" + id + ".1]").get("Quantity").asInt()).isEqualTo(300);
    }

    @Test
    void zeroedBeforeTheWindow() {
        int id = sent(BEFORE_WINDOW);
        String target = target(id);
        site.office().zero(id);
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 2L, "unchanged", 1L, "deleted", 1L));
        wrote("DELETE " + ENTRIES + "/" + target);
        quiet();
    }

    @Test
    void withdrawnOrDeletedBeforeTheWindowIsMissedByTheDeepRun() {
        int withdrawn = sent(BEFORE_WINDOW);
        int deleted = sent(BEFORE_WINDOW.plusDays(1));
        List<String> targets = List.of(target(withdrawn), target(deleted));
        site.office().withdraw(withdrawn);
        site.office().delete(deleted);
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 1L, "unchanged", 1L));
        wrote();
        assertThat(counts(site.deepRun(HOURS)))
                .isEqualTo(Map.of("read", 1L, "missing", 2L, "unchanged", 1L, "deleted", 2L));
        assertThat(Site.calls(site.goWrites()))
                .containsExactlyInAnyOrder(
                        "DELETE " + ENTRIES + "/" + targets.get(0), "DELETE " + ENTRIES + "/" + targets.get(1));
        site.forget();
        quiet();
    }

    @Test
    void movedOutOfTheWindow() {
        int id = sent(IN_WINDOW);
        site.office().edit(id, draft -> draft.date(BEFORE_WINDOW));
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 2L, "unchanged", 1L, "updated", 1L));
        wrote("PATCH " + ENTRIES + "/" + target(id));
        assertThat(site.link(HOURS, id).date()).isEqualTo(BEFORE_WINDOW);
        quiet();
    }

    /** The first run ever has no run before it whose changes it could ask for. */
    @Test
    void movedOutOfTheWindowBeforeAnyRunEndedWell() {
        int id = sent(IN_WINDOW);
        site.jdbc().update("update entity_state set read_until = null where company = ?", site.company());
        site.office().edit(id, draft -> draft.date(BEFORE_WINDOW));
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 2L, "unchanged", 1L, "updated", 1L));
        wrote("PATCH " + ENTRIES + "/" + target(id));
    }

    @Test
    void movedIntoTheWindow() {
        int id = sent(BEFORE_WINDOW);
        site.office().edit(id, draft -> draft.date(IN_WINDOW));
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 2L, "unchanged", 1L, "updated", 1L));
        wrote("PATCH " + ENTRIES + "/" + target(id));
        assertThat(site.entry("[SD-" + id + ".1]").get("Date").asText()).isEqualTo(IN_WINDOW.toString());
        quiet();
    }

    @Test
    void movedToBeforeTheStartDateAndBack() {
        int id = sent(IN_WINDOW);
        site.office().edit(id, draft -> draft.date(START.minusDays(1)));
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 2L, "unchanged", 1L, "dead", 1L));
        wrote();
        assertThat(site.letter(HOURS, id).reason()).isEqualTo(Reason.BEFORE_START_DATE);
        assertThat(site.link(HOURS, id).state()).isEqualTo(Link.State.LINKED);
        assertThat(counts(site.run(HOURS))).as("no second one").containsEntry("dead", 1L);
        assertThat(site.letter(HOURS, id).attempts()).isEqualTo(2);

        site.office().edit(id, draft -> draft.date(IN_WINDOW));
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 2L, "unchanged", 2L));
        assertThat(site.letter(HOURS, id).status()).isEqualTo(Status.CLOSED);
        wrote();
    }

    @Test
    void movedToBeforeTheStartDateWithHoursToTheTimeAccountAsksAboutBoth() {
        int id = site.hours("101", IN_WINDOW, draft -> draft.hourBank(120));
        assertThat(site.run(HOURS).counts()).containsEntry("created", 2L);
        site.forget();
        site.office().edit(id, draft -> draft.date(START.minusDays(1)));
        assertThat(site.run(HOURS).counts()).containsEntry("dead", 2L);
        assertThat(site.letter(HOURS, id).reason()).isEqualTo(Reason.BEFORE_START_DATE);
        assertThat(site.letter(HOURS, id + ":bank").reason()).isEqualTo(Reason.BEFORE_START_DATE);
        wrote();
    }

    @Test
    void aDayBeforeTheStartDateIsNeverSent() {
        site.hours("101", START.minusDays(1));
        site.deepRun(HOURS);
        wrote();
        site.hours("101", START);
        assertThat(site.deepRun(HOURS).counts()).containsEntry("created", 1L);
    }

    @Test
    void absenceToComeIsRead() {
        int id = sent(TestTime.today().plusDays(60));
        String target = target(id);
        site.office().withdraw(id);
        assertThat(site.run(HOURS).counts()).containsEntry("deleted", 1L);
        wrote("DELETE " + ENTRIES + "/" + target);
    }
}
