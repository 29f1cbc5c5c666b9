package dokbro.run;

import static dokbro.Site.HOURS;
import static dokbro.Site.calls;
import static org.assertj.core.api.Assertions.assertThat;

import dokbro.Site;
import dokbro.Sites;
import dokbro.SyncTest;
import dokbro.failure.Reason;
import dokbro.sandbox.http.Fault;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Changes and deletes that got no answer, and records that change into ones that are never sent. */
@SyncTest
class DoubtTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 16);
    private static final LocalTime SEVEN = LocalTime.of(7, 0);

    @Autowired
    private Site.Parts parts;

    private Site site;
    private int id;

    @BeforeEach
    void oneEntryInGo() {
        site = parts.site(Sites.SMALL).reset().masterData();
        id = site.hours("101", DAY, draft -> draft.time(SEVEN, LocalTime.of(15, 0), 0));
        assertThat(site.run(HOURS).counts()).containsEntry("created", 1L);
        site.forget();
    }

    @Test
    void aChangeThatGotNoAnswerIsMendedAlsoWhenTheSourceIsBackToWhatItWas() {
        site.office().edit(id, draft -> draft.time(SEVEN, LocalTime.of(12, 0), 0));
        site.go().faults().next(10, "PATCH", "/v2", Fault.SERVER_ERROR_AFTER);
        assertThat(site.run(HOURS).counts()).containsEntry("dead", 1L);
        assertThat(site.entry("[SD-" + id + ".1]").path("Quantity").asInt()).isEqualTo(300);
        site.go().faults().clear();
        site.office().edit(id, draft -> draft.time(SEVEN, LocalTime.of(15, 0), 0));

        assertThat(site.run(HOURS).counts()).containsEntry("updated", 1L);

        assertThat(site.entry("[SD-" + id + ".1]").path("Quantity").asInt()).isEqualTo(480);
        assertThat(site.run(HOURS).counts()).containsEntry("unchanged", 1L);
    }

    @Test
    void aDeleteThatGotNoAnswerIsMendedWhenTheHoursAreApprovedAgain() {
        site.office().withdraw(id);
        site.keeper();
        site.go().faults().next(10, "DELETE", "/v2", Fault.SERVER_ERROR_AFTER);
        assertThat(site.run(HOURS).counts()).containsEntry("dead", 1L);
        site.go().faults().clear();
        site.office().approve(id);

        assertThat(site.run(HOURS).counts()).containsEntry("replaced", 1L);

        assertThat(site.entry("[SD-" + id + ".2]").path("Quantity").asInt()).isEqualTo(480);
    }

    @Test
    void hoursWhoseWageTypeIsNeverSentAnyMoreLeaveGo() {
        int wageType = site.office().id("wage-types", "100");
        site.office().change("wage-types", wageType, wage -> wage.put("Export", false));
        assertThat(site.run(HOURS).counts()).as("a setting alone").containsEntry("skipped", 1L);
        assertThat(site.goWrites()).isEmpty();

        site.office().edit(id, draft -> draft.time(SEVEN, LocalTime.of(14, 0), 0));
        assertThat(site.run(HOURS).counts()).containsEntry("deleted", 1L);
        assertThat(calls(site.goWrites())).hasSize(1).allMatch(call -> call.startsWith("DELETE"));
    }

    @Test
    void aReplacementWhoseCreateIsRefusedSaysThatGoHoldsNothing() {
        site.office().edit(id, draft -> draft.wage(site.office().id("wage-types", "150")));
        site.go()
                .setProjectStatus(
                        site.goId(
                                "/Projects",
                                "Id",
                                site.entry("[SD-" + id + ".1]")
                                        .path("ProjectId")
                                        .asText()),
                        "Complete");

        assertThat(site.run(HOURS).counts()).containsEntry("dead", 1L);

        assertThat(site.letter(HOURS, id).reason()).isEqualTo(Reason.HALF_REPLACED);
        assertThat(site.go().entries()).isEmpty();
    }
}
