package dokbro.run;

import static dokbro.Site.HOURS;
import static dokbro.Site.counts;
import static org.assertj.core.api.Assertions.assertThat;

import dokbro.OfficeFile;
import dokbro.Site;
import dokbro.Sites;
import dokbro.SyncTest;
import dokbro.TestTime;
import dokbro.deadletter.DeadLetter.Status;
import dokbro.failure.Reason;
import dokbro.sandbox.http.Received;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A changed setting rewrites nothing that was sent before; it holds for what is sent first after it. */
@SyncTest
class ChangedSettingsTest {

    private static final LocalDate DAY = TestTime.today().minusDays(2);
    private static final String SEPARATE = "time-account: separate";

    private Site site;
    private OfficeFile file;

    @Autowired
    private Site.Parts parts;

    @BeforeEach
    void office() {
        file = new OfficeFile(parts).write(yaml -> yaml);
        site = parts.site(Sites.OFFICE).reset().masterData();
    }

    @AfterEach
    void gone() {
        file.close();
    }

    private void timeAccount(String choice) {
        file.write(yaml -> yaml.replace(SEPARATE, choice.equals("none") ? "" : "time-account: " + choice));
    }

    /** Ten hours, two of them to the time account. */
    private int tenHours() {
        return site.hours(
                "101",
                DAY,
                draft -> draft.time(LocalTime.of(7, 0), LocalTime.of(17, 0), 0).hourBank(120));
    }

    private List<Integer> quantities() {
        return site.go().entries().stream()
                .map(entry -> entry.get("Quantity").asInt())
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "separate, exclude",
        "separate, send",
        "separate, none",
        "exclude, separate",
        "exclude, send",
        "exclude, none",
        "send, separate",
        "send, exclude",
        "send, none"
    })
    void anotherTreatmentOfTheTimeAccountLeavesWhatWasSent(String before, String after) {
        timeAccount(before);
        tenHours();
        site.run(HOURS);
        List<Integer> sent = quantities();
        assertThat(sent)
                .isEqualTo(
                        switch (before) {
                            case "separate" -> List.of(120, 480);
                            case "exclude" -> List.of(480);
                            default -> List.of(600);
                        });
        site.forget();

        timeAccount(after);
        assertThat(counts(site.run(HOURS))).containsOnlyKeys("read", "unchanged");
        assertThat(Site.calls(site.goWrites())).isEmpty();
        assertThat(quantities()).isEqualTo(sent);
    }

    @Test
    void hoursSentBeforeKeepTheirTreatmentWhenTheyChangeAndNewOnesTakeTheNewOne() {
        int old = tenHours();
        site.run(HOURS);
        timeAccount("exclude");
        site.forget();
        site.office().edit(old, draft -> draft.hourBank(180));
        int fresh = site.hours("102", DAY, draft -> draft.hourBank(60));
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 3L, "updated", 2L, "created", 1L));
        assertThat(site.entry("[SD-" + old + ".1]").get("Quantity").asInt()).isEqualTo(420);
        assertThat(site.entry("[SD-" + old + ":bank.1]").get("Quantity").asInt())
                .isEqualTo(180);
        assertThat(site.entry("[SD-" + fresh + ".1]").get("Quantity").asInt()).isEqualTo(420);
    }

    @Test
    void hoursTakenBackAndApprovedAgainAreSentAsTheSettingSaysNow() {
        site.hours("105", DAY);
        int id = tenHours();
        site.run(HOURS);
        site.office().withdraw(id);
        assertThat(site.run(HOURS).counts()).containsEntry("deleted", 2L);
        timeAccount("exclude");
        site.office().approve(id);
        assertThat(site.run(HOURS).counts()).containsEntry("created", 1L);
        assertThat(quantities()).isEqualTo(List.of(480, 480));
    }

    @Test
    void aWageTypeThatIsSkippedFromNowOnLeavesWhatWasSentUntilTheRegistrationChanges() {
        int id = tenHours();
        site.run(HOURS);
        site.forget();
        file.write(yaml -> yaml.replace("\"Innleid\": skip", "\"Timelønn\": skip"));
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 2L, "skipped", 2L));
        assertThat(Site.calls(site.goWrites())).isEmpty();

        site.office().edit(id, draft -> draft.date(DAY.minusDays(1)));
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 2L, "deleted", 2L));
        assertThat(site.goWrites()).extracting(Received::method).containsExactly("DELETE", "DELETE");
    }

    @Test
    void aLaterStartDateFreezesOlderHoursAndAsksWhenTheyMoveBehindIt() {
        LocalDate old = DAY.minusDays(6);
        int id = site.hours("101", old);
        site.hours("105", DAY);
        site.run(HOURS);
        site.forget();
        String start = site.sandbox().contractor().startDate().toString();
        file.write(yaml -> yaml.replace("start-date: " + start, "start-date: " + old.plusDays(3)));

        site.office().edit(id, draft -> draft.time(LocalTime.of(7, 0), LocalTime.of(9, 0), 0));
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 1L, "unchanged", 1L));

        site.office().edit(id, draft -> draft.date(DAY));
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 2L, "unchanged", 1L, "dead", 1L));
        assertThat(site.letter(HOURS, id).reason()).isEqualTo(Reason.BEFORE_START_DATE);
        assertThat(Site.calls(site.goWrites())).isEmpty();

        site.office().edit(id, draft -> draft.date(old));
        site.run(HOURS);
        assertThat(site.letter(HOURS, id).status()).isEqualTo(Status.CLOSED);
        assertThat(Site.calls(site.goWrites())).isEmpty();
    }
}
