package dokbro.run;

import static dokbro.Site.HOURS;
import static dokbro.Site.calls;
import static dokbro.Site.counts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Json;
import dokbro.Site;
import dokbro.Sites;
import dokbro.SyncTest;
import dokbro.TestTime;
import dokbro.api.ApiCall;
import dokbro.api.Withheld;
import dokbro.company.Companies;
import dokbro.company.Company;
import dokbro.deadletter.DeadLetter;
import dokbro.failure.Reason;
import dokbro.link.ClaimLost;
import dokbro.link.Claims;
import dokbro.link.Link;
import dokbro.sandbox.http.Fault;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Claims whose run, node, source or answer went another way meanwhile. */
@SyncTest
class ClaimsUnderFireTest {

    private static final String ENTRIES = "/v2/TimeTracking/EntryTime";
    private static final LocalDate DAY = TestTime.today().minusDays(2);

    private Site site;

    @Autowired
    private Site.Parts parts;

    @Autowired
    private Claims claims;

    @Autowired
    private RunHistory history;

    @Autowired
    private Companies companies;

    @Autowired
    private Clock clock;

    @BeforeEach
    void linked() {
        site = parts.site(Sites.SMALL).reset().masterData();
    }

    // The last look

    private Run runInHistory() {
        Company company = companies.find(site.company()).orElseThrow();
        var start = new Runs.Start(Cause.MANUAL, false, null, null, null, "test");
        long id = history.insert(site.company(), HOURS, start, false, DAY, company.revision(), RunState.RUNNING, null);
        return new Run(id, company, HOURS, Cause.MANUAL, false, false, DAY, null, null);
    }

    private Transfer claimed(Run run) {
        Link none = Link.none(site.company(), HOURS, "77", "77");
        ObjectNode payload = Json.mapper().createObjectNode().put("Quantity", 480);
        PlanRow row =
                new PlanRow(0, Operation.CREATE, HOURS, "77", "77", DAY, 0, payload, List.of(), null, null, null, null);
        Transfer transfer = new Transfer(row, none, null);
        transfer.claimed(claims.claim(none, run.id(), "CREATE", payload, payload, null, DAY));
        return transfer;
    }

    private StillOurs look(Transfer transfer, Run run) {
        return new StillOurs(claims, transfer, run, clock);
    }

    private ApiCall post(Run run) {
        return new ApiCall(run.company(), "POST", "TimeTracking/EntryTime", Map.of(), null);
    }

    @Test
    void aFreshClaimGoesWithoutAnotherCommitALaterOrRepeatedSendMakesItNew() {
        Run run = runInHistory();
        Transfer transfer = claimed(run);
        Link first = transfer.claim();
        look(transfer, run).before(post(run));
        assertThat(site.link(HOURS, "77").version()).isEqualTo(first.version());

        look(transfer, run).before(post(run));
        Link repeated = site.link(HOURS, "77");
        assertThat(repeated.version()).isEqualTo(first.version() + 1);
        assertThat(repeated.claim().at()).isAfter(first.claim().at());
        assertThat(transfer.claim()).isEqualTo(repeated);

        Transfer late = new Transfer(transfer.row(), transfer.link(), null);
        late.claimed(repeated);
        site.pass(Duration.ofSeconds(2));
        look(late, run).before(post(run));
        assertThat(site.link(HOURS, "77").claim().at())
                .isAfterOrEqualTo(repeated.claim().at().plusSeconds(2));
        claims.confirm(late.claim(), "9001", late.payload(), null, true);
    }

    @Test
    void aNodeThatWakesUpAfterItsRunWasMarkedDoesNotSend() {
        Run run = runInHistory();
        Transfer transfer = claimed(run);
        history.interruptOlder(site.company(), HOURS, run.id() + 1);
        site.pass(Duration.ofSeconds(2));
        assertThatThrownBy(() -> look(transfer, run).before(post(run)))
                .isInstanceOf(Withheld.class)
                .hasCauseInstanceOf(ClaimLost.class);
        assertThat(transfer.sends()).isZero();
    }

    @Test
    void aNodeWhoseClaimWasSettledMeanwhileDoesNotSend() {
        Run run = runInHistory();
        Transfer transfer = claimed(run);
        look(transfer, run).before(post(run));
        claims.takeOver(transfer.claim(), runInHistory().id());
        assertThatThrownBy(() -> look(transfer, run).before(post(run))).hasCauseInstanceOf(ClaimLost.class);
    }

    @Test
    void aRunThatHasToEndDoesNotSendEither() {
        Run run = runInHistory();
        Transfer transfer = claimed(run);
        run.endEarly(RunState.STOPPED, "test");
        assertThatThrownBy(() -> look(transfer, run).before(post(run))).hasCauseInstanceOf(LinkSteps.RunEnded.class);
    }

    @Test
    void theClaimIsAsOldAsItsLastSend() {
        int id = site.hours("101", DAY);
        site.go().faults().next(2, "POST", ENTRIES, Fault.TOO_MANY);
        site.go().faults().next(1, "POST", ENTRIES, Fault.RESET_AFTER);
        site.run(HOURS);
        assertThat(site.goWrites()).hasSize(3);
        // Claimed, and made new before the second and third send.
        assertThat(site.link(HOURS, id).version()).isEqualTo(3);
    }

    @Test
    void aSendWithoutAnyWaitCostsTwoCommits() {
        int id = site.hours("101", DAY);
        site.run(HOURS);
        assertThat(site.link(HOURS, id).version()).isEqualTo(2);
    }

    @Test
    void nothingIsSettledBeforeTheLeaseTheCallAndTheLagAreOver() {
        int id = site.hours("101", DAY);
        site.go().faults().next(1, "POST", ENTRIES, Fault.RESET_BEFORE);
        site.run(HOURS);
        site.forget();
        // Lease 6 s, call 30 s, lag 2 s.
        site.pass(Duration.ofSeconds(35));
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 1L, "inDoubt", 1L));
        assertThat(calls(site.goWrites())).isEmpty();
        site.pass(Duration.ofSeconds(4));
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 1L, "created", 1L));
        assertThat(site.hasLink(HOURS, id)).isTrue();
    }

    // Settling

    @Test
    void hoursThatAreGoneFromTheSourceMeanwhileLeaveGoAgain() {
        site.keeper();
        site.run(HOURS);
        int id = site.hours("101", DAY);
        site.go().faults().next(1, "POST", ENTRIES, Fault.RESET_AFTER);
        site.run(HOURS);
        site.office().delete(id);
        site.settleTime();
        site.forget();
        assertThat(counts(site.run(HOURS)))
                .isEqualTo(Map.of("read", 1L, "missing", 1L, "unchanged", 1L, "deleted", 1L));
        assertThat(site.go().entries()).hasSize(1);
        assertThat(site.link(HOURS, id).state()).isEqualTo(Link.State.DELETED);
    }

    @Test
    void hoursThatNeverArrivedAndAreWithdrawnMeanwhileAreForgotten() {
        site.keeper();
        site.run(HOURS);
        int id = site.hours("101", DAY);
        site.go().faults().next(1, "POST", ENTRIES, Fault.RESET_BEFORE);
        site.run(HOURS);
        site.office().withdraw(id);
        site.settleTime();
        site.forget();
        site.run(HOURS);
        site.run(HOURS);
        assertThat(calls(site.goWrites())).isEmpty();
        assertThat(site.hasLink(HOURS, id)).isFalse();
        assertThat(site.letters(HOURS, id)).noneMatch(letter -> letter.status() == DeadLetter.Status.OPEN);
    }

    @Test
    void twinsInDoubtBothAtOnceAreTwoEntries() {
        int one = site.hours("101", DAY);
        int other = site.hours("101", DAY);
        site.go().faults().next(1, "POST", ENTRIES, Fault.RESET_AFTER);
        site.go().faults().next(1, "POST", ENTRIES, Fault.RESET_BEFORE);
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 2L, "inDoubt", 2L));
        assertThat(site.go().entries()).hasSize(1);
        site.settleTime();
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 2L, "unchanged", 1L, "created", 1L));
        assertThat(site.go().entries()).hasSize(2);
        assertThat(site.link(HOURS, one).targetId())
                .isEqualTo(site.entry("[SD-" + one + ".1]").path("Id").asText());
        assertThat(site.link(HOURS, other).targetId())
                .isEqualTo(site.entry("[SD-" + other + ".1]").path("Id").asText());
    }

    @Test
    void anAnswerThatComesAfterTheTimeoutIsNotASecondEntry() {
        int id = site.hours("101", DAY);
        site.go().faults().slow(Duration.ofSeconds(4));
        site.go().faults().next(1, "POST", ENTRIES, Fault.SLOW);
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 1L, "inDoubt", 1L));
        site.go().faults().slow(Duration.ZERO);
        site.settleTime();
        site.forget();
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 1L, "unchanged", 1L));
        assertThat(calls(site.goWrites())).isEmpty();
        site.entry("[SD-" + id + ".1]");
    }

    @Test
    void anEntryThatAnotherLinkHasIsForAPersonAndNothingIsSent() {
        int keeper = site.keeper();
        site.run(HOURS);
        int id = site.hours("101", DAY);
        site.go().faults().next(1, "POST", ENTRIES, Fault.RESET_AFTER);
        site.run(HOURS);
        String taken = site.entry("[SD-" + id + ".1]").path("Id").asText();
        site.jdbc()
                .update(
                        "update link set target_id = ?, own_target_id = ? where company = ? and entity = ? and source_id = ?",
                        taken,
                        taken,
                        site.company(),
                        HOURS,
                        Integer.toString(keeper));
        site.settleTime();
        site.forget();
        assertThat(counts(site.run(HOURS))).isEqualTo(Map.of("read", 2L, "unchanged", 1L, "inDoubt", 1L));
        assertThat(site.letter(HOURS, id).reason()).isEqualTo(Reason.TARGET_TAKEN);
        assertThat(site.link(HOURS, id).claim()).isNotNull();
        assertThat(calls(site.goWrites())).isEmpty();
    }

    // Calls without any reference

    @Test
    void aProjectThatArrivedUnseenIsFoundByWhatWasSentAlsoWhenItsNameHasChangedSince() {
        long go = site.go().addProject("7001", "Skole Vest", null);
        site.smartdok().faults().next(1, "POST", "/Projects", Fault.RESET_AFTER);
        assertThat(counts(site.run("projects"))).containsEntry("inDoubt", 1L);
        site.go().renameProject(go, "Skole Vest, trinn 2");
        site.settleTime();
        site.forget();
        assertThat(counts(site.run("projects"))).containsEntry("updated", 1L).doesNotContainKey("dead");
        assertThat(site.smartdokWrites())
                .hasSize(1)
                .allMatch(call -> call.method().equals("PUT"));
        assertThat(site.office().records("projects"))
                .filteredOn(project -> project.path("ProjectNumber").asText().equals("7001"))
                .hasSize(1)
                .allMatch(project -> project.path("ProjectName").asText().equals("Skole Vest, trinn 2"));
        assertThat(site.link("projects", go).targetId())
                .isEqualTo(site.office().records("projects").stream()
                        .filter(project ->
                                project.path("ProjectNumber").asText().equals("7001"))
                        .findFirst()
                        .orElseThrow()
                        .path("Id")
                        .asText());
    }

    @Test
    void aProjectThatNeverArrivedIsSentOnceMore() {
        long go = site.go().addProject("7002", "Skole Øst", null);
        site.smartdok().faults().next(1, "POST", "/Projects", Fault.RESET_BEFORE);
        assertThat(counts(site.run("projects"))).containsEntry("inDoubt", 1L);
        site.settleTime();
        site.forget();
        assertThat(counts(site.run("projects"))).containsEntry("created", 1L);
        assertThat(calls(site.smartdokWrites())).hasSize(1);
        assertThat(site.link("projects", go).state()).isEqualTo(Link.State.LINKED);
    }
}
