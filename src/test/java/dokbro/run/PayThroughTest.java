package dokbro.run;

import static dokbro.run.PayOffice.ADDITIONS;
import static dokbro.run.PayOffice.LINES;
import static org.assertj.core.api.Assertions.assertThat;

import dokbro.Site;
import dokbro.Sites;
import dokbro.SyncTest;
import dokbro.TestTime;
import dokbro.company.PayThrough;
import dokbro.deadletter.DeadLetter.Status;
import dokbro.failure.Reason;
import dokbro.run.RunHistory.RunRow;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Lønn til og med: which additions go to the payroll that is made next. */
@SyncTest
class PayThroughTest {

    private static final LocalDate LAST = TestTime.today().minusDays(5);

    @Autowired
    private Site.Parts parts;

    @Autowired
    private PayThrough payThrough;

    @Autowired
    private PlanRows plans;

    private Site site;
    private PayOffice pay;

    @BeforeEach
    void reset() {
        site = parts.site(Sites.SMALL).reset().masterData();
        pay = new PayOffice(site);
        site.keeper();
    }

    @AfterEach
    void clear() {
        site.jdbc().update("delete from pay_through");
    }

    /** Pay day 10 November for October; the foreman approves 2–6 November on the 6th. */
    @Test
    void additionsOfTheNextMonthWaitAndLateOnesGoAndAreListed() {
        payThrough.set(Sites.SMALL, LAST, "kari");
        int paid = pay.registration("101", LAST, pay.with("340", "2"));
        int next = pay.registration("101", LAST.plusDays(1), pay.with("340", "3"));
        assertThat(pay.run()).isEqualTo(Map.of("read", 2L, "created", 1L, "waiting", 1L));
        assertThat(Site.calls(site.goWrites())).containsExactly("POST " + LINES);
        assertThat(pay.line("SD-AD-" + pay.key(paid, "340"))).isNotNull();
        var waiting = site.letter(ADDITIONS, pay.key(next, "340"));
        assertThat(waiting.reason()).isEqualTo(Reason.AFTER_PAY_THROUGH);
        assertThat(waiting.status()).isEqualTo(Status.WAITING);
        assertThat(waiting.arguments()).containsExactly(LAST.plusDays(1).toString(), LAST.toString());
        pay.quiet(Map.of("read", 2L, "unchanged", 1L, "waiting", 1L));

        payThrough.set(Sites.SMALL, LAST.plusDays(3), "kari");
        int late = pay.registration("102", LAST.minusDays(1), pay.with("340", "1"));
        site.forget();
        RunRow run = site.run(ADDITIONS);
        assertThat(Site.counts(run)).isEqualTo(Map.of("read", 3L, "unchanged", 1L, "created", 2L));
        assertThat(site.letter(ADDITIONS, pay.key(next, "340")).status()).isEqualTo(Status.SUPERSEDED);
        assertThat(site.records(run))
                .satisfiesExactlyInAnyOrder(
                        record -> {
                            assertThat(record.sourceId()).isEqualTo(pay.key(late, "340"));
                            assertThat(record.reason()).isEqualTo("late");
                        },
                        record -> {
                            assertThat(record.sourceId()).isEqualTo(pay.key(next, "340"));
                            assertThat(record.reason()).isNull();
                        });
        assertThat(plans.page(run.id(), 0, 10))
                .filteredOn(row -> row.sourceId().equals(pay.key(late, "340")))
                .singleElement()
                .satisfies(row -> assertThat(row.note()).isEqualTo("late"));
    }

    @Test
    void whatIsInGoFollowsItsRegistrationWhateverTheDay() {
        int id = pay.registration("101", LAST.plusDays(1), pay.with("340", "2"));
        assertThat(pay.run()).isEqualTo(Map.of("read", 1L, "created", 1L));
        payThrough.set(Sites.SMALL, LAST, "kari");
        pay.quiet(Map.of("read", 1L, "unchanged", 1L));
        pay.edit(id, draft -> pay.with("340", "1").accept(draft.withoutAdditions()));
        assertThat(pay.run()).isEqualTo(Map.of("read", 1L, "updated", 1L));
    }

    @Test
    void withoutADayEverythingGoes() {
        payThrough.set(Sites.SMALL, LAST, "kari");
        pay.registration("101", LAST.plusDays(1), pay.with("340", "2"));
        assertThat(pay.run()).isEqualTo(Map.of("read", 1L, "waiting", 1L));
        payThrough.set(Sites.SMALL, null, "kari");
        assertThat(pay.run()).isEqualTo(Map.of("read", 1L, "created", 1L));
        assertThat(payThrough.find(Sites.SMALL).orElseThrow().paid()).isEqualTo(LAST);
    }

    @Test
    void aSlipOfTheFingerIsNoPayroll() {
        payThrough.set(Sites.SMALL, LAST, "kari");
        payThrough.set(Sites.SMALL, LAST.plusYears(1), "kari");
        payThrough.set(Sites.SMALL, LAST.plusDays(30), "kari");
        PayThrough.Day day = payThrough.find(Sites.SMALL).orElseThrow();
        assertThat(day.last()).isEqualTo(LAST.plusDays(30));
        assertThat(day.paid()).isEqualTo(LAST);
        assertThat(day.by()).isEqualTo("kari");
        assertThat(payThrough.find(Sites.REVIEW)).isEmpty();
    }
}
