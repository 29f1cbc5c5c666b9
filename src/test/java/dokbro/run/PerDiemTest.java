package dokbro.run;

import static dokbro.run.PayOffice.ADDITIONS;
import static dokbro.run.PayOffice.LINES;
import static dokbro.run.PayOffice.diet;
import static org.assertj.core.api.Assertions.assertThat;

import dokbro.Json;
import dokbro.OfficeFile;
import dokbro.Site;
import dokbro.Sites;
import dokbro.SyncTest;
import dokbro.TestTime;
import dokbro.deadletter.DeadLetter.Status;
import dokbro.failure.Reason;
import dokbro.sandbox.http.Fault;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One per diem (diett) a person and day, however the registrations come. */
@SyncTest
class PerDiemTest {

    private static final LocalDate DAY = TestTime.today().minusDays(2);

    @Autowired
    private Site.Parts parts;

    @Autowired
    private Replay replay;

    private Site site;
    private PayOffice pay;

    @BeforeEach
    void reset() {
        site = parts.site(Sites.SMALL).reset().masterData();
        pay = new PayOffice(site);
        site.keeper();
    }

    private int perDiem(String employee, LocalDate day, String code) {
        return pay.registration(employee, day, pay.perDiem(code));
    }

    private void onlyLine(int id) {
        assertThat(pay.lines()).hasSize(1);
        assertThat(pay.line("SD-AD-" + diet(id)).get("Quantity").asInt()).isEqualTo(1);
    }

    private void taken(int id, int by) {
        var letter = site.letters(ADDITIONS, diet(id)).get(0);
        assertThat(letter.reason()).isEqualTo(Reason.PER_DIEM_TWICE);
        assertThat(letter.status()).isEqualTo(Status.OPEN);
        assertThat(letter.arguments().subList(1, 4))
                .containsExactly(DAY.toString(), Integer.toString(by), Integer.toString(id));
    }

    /** Two registrations on one day, each with the same diett: dead letter, one per diem a day. */
    @Test
    void twoRegistrationsOnOneDayEachWithTheSameDiett() {
        int first = perDiem("101", DAY, "701");
        int second = perDiem("101", DAY, "702");
        int other = perDiem("102", DAY, "701");
        int nextDay = perDiem("101", DAY.plusDays(1), "701");
        assertThat(pay.run()).isEqualTo(Map.of("read", 4L, "created", 3L, "dead", 1L));
        taken(second, first);
        assertThat(pay.lines()).hasSize(3);
        assertThat(pay.line("SD-AD-" + diet(other))).isNotNull();
        assertThat(pay.line("SD-AD-" + diet(nextDay))).isNotNull();
        pay.quiet(Map.of("read", 4L, "unchanged", 3L, "dead", 1L));

        site.office().withdraw(first);
        assertThat(pay.run())
                .isEqualTo(Map.of("read", 3L, "missing", 1L, "unchanged", 2L, "created", 1L, "deleted", 1L));
        assertThat(site.letters(ADDITIONS, diet(second)).get(0).status()).isEqualTo(Status.SUPERSEDED);
        assertThat(pay.lines()).hasSize(3);
        assertThat(pay.line("SD-AD-" + diet(second)).get("PayItemId").asText()).isEqualTo(pay.payItem("702"));
    }

    @Test
    void whatGoHasAlreadyIsTheDays() {
        int first = perDiem("101", DAY, "701");
        site.office().withdraw(first);
        int second = perDiem("101", DAY, "701");
        assertThat(pay.run()).isEqualTo(Map.of("read", 1L, "created", 1L));
        site.office().approve(first);
        pay.quiet(Map.of("read", 2L, "unchanged", 1L, "dead", 1L));
        taken(first, second);
        onlyLine(second);
    }

    /** The registration that has the day is in doubt: the other one must not be sent meanwhile. */
    @Test
    void whatMayHaveArrivedTakesTheDay() {
        int first = perDiem("101", DAY, "701");
        site.office().withdraw(first);
        int second = perDiem("101", DAY, "701");
        site.go().faults().next(1, "POST", "/v2/SalaryLines", Fault.SERVER_ERROR_AFTER);
        assertThat(pay.run()).isEqualTo(Map.of("read", 1L, "inDoubt", 1L));
        site.office().approve(first);
        pay.quiet(Map.of("read", 2L, "inDoubt", 1L, "dead", 1L));
        taken(first, second);
        site.settleTime();
        pay.quiet(Map.of("read", 2L, "unchanged", 1L, "dead", 1L));
        onlyLine(second);
    }

    @Test
    void aReplayReadsTheWholeDay() {
        int first = perDiem("101", DAY, "701");
        int second = perDiem("101", DAY, "701");
        pay.run();
        site.forget();
        replay.fresh(site.company(), site.letter(ADDITIONS, diet(second)), "test");
        assertThat(site.goWrites()).isEmpty();
        taken(second, first);
        onlyLine(first);
    }

    /** Registered after its day has left the window: read by its change alone, and its day with it. */
    @Test
    void aDayBeforeTheWindowIsReadWhole() {
        LocalDate day = TestTime.today().minusDays(9);
        OfficeFile file =
                new OfficeFile(parts).write(yaml -> yaml.replace("entities:", "entities:\n  additions: {window: 7d}"));
        try {
            site = parts.site(Sites.OFFICE).reset().masterData();
            pay = new PayOffice(site);
            site.keeper();
            int first = perDiem("101", day, "701");
            assertThat(pay.night()).isEqualTo(Map.of("read", 1L, "created", 1L));
            site.pass(Duration.ofDays(2));
            pay.quiet(Map.of("read", 1L, "unchanged", 1L));
            int second = perDiem("101", day, "701");
            pay.quiet(Map.of("read", 1L, "dead", 1L));
            assertThat(site.letter(ADDITIONS, diet(second)).arguments().get(2)).isEqualTo(Integer.toString(first));
        } finally {
            file.close();
        }
    }

    @Test
    void aPerDiemOfAnOrderIsNeverSentAndTakesNoDay() {
        site.office().change("projects", site.office().id("projects", "1010"), project -> project.put("IsOrder", true));
        int order = pay.registration(
                "101",
                DAY,
                pay.perDiem("701").andThen(draft -> draft.project(site.office().id("projects", "1010"), null)));
        int second = perDiem("101", DAY, "701");
        assertThat(pay.run()).isEqualTo(Map.of("read", 2L, "created", 1L, "skipped", 1L));
        assertThat(site.letters(ADDITIONS, diet(order))).isEmpty();
        onlyLine(second);
    }

    @Test
    void theFirstHasTheDayThoughItCannotGo() {
        int first = perDiem("101", DAY, "701");
        int second = perDiem("101", DAY, "702");
        site.go().accounting().change("pay-items", pay.payItem("701"), Json.tree("{\"Rate\":null}"));
        pay.quiet(Map.of("read", 2L, "dead", 2L));
        assertThat(site.letter(ADDITIONS, diet(first)).reason()).isEqualTo(Reason.PAY_ITEM_NEEDS_RATE);
        taken(second, first);
    }

    @Test
    void theLineOfAPerDiemIsExactlyThis() {
        int id = perDiem("101", DAY, "703");
        pay.run();
        assertThat(Site.calls(site.goWrites())).containsExactly("POST " + LINES);
        var body = Site.body(site.goWrites().get(0));
        assertThat(body.get("Quantity").asInt()).isEqualTo(1);
        assertThat(body.get("PayItemId").asText()).isEqualTo(pay.payItem("703"));
        assertThat(body.get("ExternalImportReference").asText()).isEqualTo("SD-AD-" + id + ":diet");
        assertThat(body.has("Amount")).isFalse();
        assertThat(body.has("Rate")).isFalse();
    }
}
