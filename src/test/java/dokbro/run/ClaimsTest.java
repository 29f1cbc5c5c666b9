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
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Calls whose end nobody saw: nothing is lost, nothing arrives twice. */
@SyncTest
class ClaimsTest {

    private static final String ENTRIES = "/v2/TimeTracking/EntryTime";
    private static final LocalDate DAY = TestTime.today().minusDays(2);

    private Site site;
    private int id;

    @Autowired
    private Site.Parts parts;

    @BeforeEach
    void one() {
        site = parts.site(Sites.SMALL).reset().masterData();
        id = site.hours("101", DAY, draft -> draft.comment("Graving"));
    }

    private void fault(String method, Fault fault) {
        site.go().faults().next(1, method, ENTRIES, fault);
    }

    /** The create's claim is open and nothing more is known. */
    private void inDoubt() {
        RunRow run = site.run(HOURS);
        assertThat(counts(run)).isEqualTo(Map.of("read", 1L, "inDoubt", 1L));
        assertThat(run.state()).isEqualTo(RunState.PARTIAL);
        assertThat(Site.calls(site.goWrites())).containsExactly("POST " + ENTRIES);
        Link link = site.link(HOURS, id);
        assertThat(link.state()).isEqualTo(Link.State.NEW);
        assertThat(link.targetId()).isNull();
        assertThat(link.claim().operation()).isEqualTo("CREATE");
        assertThat(link.claim().payload().get("InternalComment").asText()).isEqualTo("Graving [SD-" + id + ".1]");
        assertThat(site.rows("dead_letter")).isZero();
        site.forget();
    }

    private void linkedOnce() {
        assertThat(site.go().entries()).hasSize(1);
        Link link = site.link(HOURS, id);
        assertThat(link.state()).isEqualTo(Link.State.LINKED);
        assertThat(link.claim()).isNull();
        assertThat(link.targetId())
                .isEqualTo(site.entry("[SD-" + id + ".1]").get("Id").asText());
        assertThat(link.generation()).isEqualTo(1);
        assertThat(link.date()).isEqualTo(DAY);
        assertThat(link.payload().get("Quantity").asInt()).isEqualTo(480);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"RESET_AFTER", "TIMEOUT_AFTER", "SERVER_ERROR_AFTER", "TRUNCATED", "MALFORMED"})
    void aCreateThatArrivedUnseenIsFoundByItsMark(Fault fault) {
        fault("POST", fault);
        inDoubt();
        site.settleTime();
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 1L, "unchanged", 1L));
        assertThat(Site.calls(site.goWrites())).isEmpty();
        linkedOnce();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {
                "RESET_BEFORE",
                "TIMEOUT_BEFORE",
                "SERVER_ERROR",
                "BAD_GATEWAY",
                "UNAVAILABLE",
                "HTML",
                "ERROR_IN_200"
            })
    void aCreateThatNeverArrivedIsSentOnce(Fault fault) {
        fault("POST", fault);
        inDoubt();
        site.settleTime();
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 1L, "created", 1L));
        assertThat(Site.calls(site.goWrites())).containsExactly("POST " + ENTRIES);
        linkedOnce();
    }

    @Test
    void aClaimThatMayStillBeUnderWayIsLeftAlone() {
        fault("POST", Fault.RESET_AFTER);
        inDoubt();
        site.pass(Duration.ofSeconds(25));
        long version = site.link(HOURS, id).version();
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 1L, "inDoubt", 1L));
        assertThat(Site.calls(site.goWrites())).isEmpty();
        assertThat(site.link(HOURS, id).version()).isEqualTo(version);
    }

    @Test
    void aFoundEntryIsConfirmedWithWhatWasSentAndThenFollowsTheSource() {
        fault("POST", Fault.RESET_AFTER);
        inDoubt();
        site.office().edit(id, draft -> draft.time(LocalTime.of(7, 0), LocalTime.of(14, 30), 30));
        site.settleTime();
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 1L, "updated", 1L));
        assertThat(site.goWrites()).hasSize(1).allMatch(call -> call.method().equals("PATCH"));
        assertThat(site.entry("[SD-" + id + ".1]").get("Quantity").asInt()).isEqualTo(420);
        assertThat(site.go().entries()).hasSize(1);
    }

    @Test
    void aFoundEntryWhoseApprovalWasWithdrawnMeanwhileIsDeleted() {
        site.keeper();
        fault("POST", Fault.RESET_AFTER);
        fault("POST", Fault.RESET_AFTER);
        site.run(HOURS);
        site.forget();
        site.office().withdraw(id);
        site.settleTime();
        assertThat(counts(site.run(HOURS)))
                .isEqualTo(Map.of("read", 1L, "missing", 1L, "unchanged", 1L, "deleted", 1L));
        assertThat(site.goWrites()).hasSize(1).allMatch(call -> call.method().equals("DELETE"));
        assertThat(site.go().entries()).hasSize(1);
    }

    @Test
    void twoEntriesWithTheMarkAreForAPerson() {
        fault("POST", Fault.RESET_AFTER);
        inDoubt();
        var twin = site.entry("[SD-" + id + ".1]").deepCopy();
        ((com.fasterxml.jackson.databind.node.ObjectNode) twin)
                .retain("EmployeeId", "ActivityTimeId", "Date", "Quantity", "InternalComment");
        site.go().addEntryByUser(twin);
        site.settleTime();
        RunRow run = site.run(HOURS);
        assertThat(counts(run)).isEqualTo(Map.of("read", 1L, "inDoubt", 1L));
        assertThat(site.letter(HOURS, id).reason()).isEqualTo(dokbro.failure.Reason.SEVERAL_MARKED);
        assertThat(Site.calls(site.goWrites())).isEmpty();
    }

    @Test
    void aReplacementCutOffBetweenItsStepsGoesOnWithTheCreate() {
        site.run(HOURS);
        String old = site.link(HOURS, id).targetId();
        site.office().edit(id, draft -> draft.activity(site.office().id("activities", "02")));
        fault("POST", Fault.RESET_BEFORE);
        site.forget();
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 1L, "inDoubt", 1L));
        assertThat(Site.calls(site.goWrites())).containsExactly("DELETE " + ENTRIES + "/" + old, "POST " + ENTRIES);
        assertThat(site.link(HOURS, id).claim().step()).isEqualTo(1);

        site.settleTime();
        site.forget();
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 1L, "created", 1L));
        assertThat(Site.calls(site.goWrites())).containsExactly("POST " + ENTRIES);
        assertThat(site.go().entries()).hasSize(1);
        assertThat(site.entry("[SD-" + id + ".2]").get("ActivityTimeId").asLong())
                .isEqualTo(site.goId("/TimeTracking/ActivityTime", "Code", "02"));
        assertThat(site.link(HOURS, id).generation()).isEqualTo(2);
    }

    @Test
    void aReplacementWhoseCreateArrivedUnseenIsFound() {
        site.run(HOURS);
        site.office().edit(id, draft -> draft.activity(site.office().id("activities", "02")));
        fault("POST", Fault.RESET_AFTER);
        site.run(HOURS);
        site.settleTime();
        site.forget();
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 1L, "unchanged", 1L));
        assertThat(Site.calls(site.goWrites())).isEmpty();
        assertThat(site.go().entries()).hasSize(1);
        assertThat(site.link(HOURS, id).generation()).isEqualTo(2);
        assertThat(site.link(HOURS, id).targetId())
                .isEqualTo(site.entry("[SD-" + id + ".2]").get("Id").asText());
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"RESET_BEFORE", "RESET_AFTER", "SERVER_ERROR_AFTER", "TRUNCATED"})
    void aChangeInDoubtIsSimplyRepeated(Fault fault) {
        site.run(HOURS);
        site.office().edit(id, draft -> draft.time(LocalTime.of(7, 0), LocalTime.of(14, 30), 30));
        fault("PATCH", fault);
        site.forget();
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 1L, "updated", 1L));
        assertThat(site.goWrites()).hasSize(2).allMatch(call -> call.method().equals("PATCH"));
        assertThat(site.entry("[SD-" + id + ".1]").get("Quantity").asInt()).isEqualTo(420);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"RESET_BEFORE", "RESET_AFTER", "SERVER_ERROR_AFTER", "TRUNCATED"})
    void aDeleteInDoubtIsSimplyRepeated(Fault fault) {
        site.keeper();
        site.run(HOURS);
        site.office().delete(id);
        fault("DELETE", fault);
        site.forget();
        assertThat(counts(site.run(HOURS)))
                .isEqualTo(Map.of("read", 1L, "missing", 1L, "unchanged", 1L, "deleted", 1L));
        assertThat(site.goWrites()).hasSize(2).allMatch(call -> call.method().equals("DELETE"));
        assertThat(site.go().entries()).hasSize(1);
        assertThat(site.rows("dead_letter")).isZero();
    }

    @Test
    void aChangeThatFailsToTheLastTryIsADeadLetterAndGoesWithTheNextRun() {
        site.run(HOURS);
        site.office().edit(id, draft -> draft.time(LocalTime.of(7, 0), LocalTime.of(14, 30), 30));
        site.go().faults().next(4, "PATCH", ENTRIES, Fault.UNAVAILABLE);
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 1L, "dead", 1L));
        assertThat(site.link(HOURS, id).claim()).isNull();
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 1L, "updated", 1L));
        assertThat(site.letter(HOURS, id).status()).isEqualTo(dokbro.deadletter.DeadLetter.Status.SUPERSEDED);
    }

    @Test
    void aReadThatLagsDoesNotMakeASecondOne() {
        site.go().options(site.go().options().withReplicaLag(Duration.ofSeconds(2)));
        fault("POST", Fault.RESET_AFTER);
        inDoubt();
        site.pass(Duration.ofSeconds(37));
        site.run(HOURS);
        assertThat(Site.calls(site.goWrites())).isEmpty();
        site.pass(Duration.ofSeconds(2));
        site.run(HOURS);
        assertThat(Site.calls(site.goWrites())).isEmpty();
        assertThat(site.go().entries()).hasSize(1);
        assertThat(site.link(HOURS, id).state()).isEqualTo(Link.State.LINKED);
    }
}
