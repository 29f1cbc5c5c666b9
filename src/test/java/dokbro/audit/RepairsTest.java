package dokbro.audit;

import static dokbro.Site.HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Json;
import dokbro.Site;
import dokbro.Sites;
import dokbro.SyncTest;
import dokbro.TestTime;
import dokbro.audit.Audit.State;
import dokbro.audit.AuditRefused.Why;
import dokbro.audit.Finding.Kind;
import dokbro.company.Companies;
import dokbro.company.Company;
import dokbro.deadletter.DeadLetter;
import dokbro.failure.Reason;
import dokbro.link.Link;
import dokbro.run.EntityState;
import dokbro.run.RunRefused;
import dokbro.sandbox.http.Fault;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What comes of a row that somebody wants repaired. */
@SyncTest
class RepairsTest {

    private static final LocalDate DAY = TestTime.today().minusDays(2);
    private static final String ENTRIES = "/v2/TimeTracking/EntryTime";

    @Autowired
    private Site.Parts parts;

    @Autowired
    private AuditStarts starts;

    @Autowired
    private Findings findings;

    @Autowired
    private Repairs repairs;

    @Autowired
    private Companies companies;

    @Autowired
    private EntityState states;

    private Site site;
    private int id;
    private long target;
    private Audit audit;

    @BeforeEach
    void inStep() {
        site = parts.site(Sites.SMALL).reset().masterData();
        site.keeper();
        id = site.hours("101", DAY, draft -> draft.comment("Graving"));
        site.run(HOURS);
        target = Long.parseLong(site.link(HOURS, id).targetId());
        site.pass(Duration.ofMinutes(1));
        site.forget();
    }

    @AfterEach
    void quiet() {
        site.go().faults().clear();
        states.resume(site.company(), HOURS);
    }

    private Company company() {
        return companies.find(site.company()).orElseThrow();
    }

    /** The one thing that an audit finds. */
    private Finding found(String entity) throws Exception {
        audit = starts.start(company(), entity, null, "kari", null).end().get(60, TimeUnit.SECONDS);
        assertThat(audit.state()).as(audit.error()).isEqualTo(State.SUCCEEDED);
        List<Finding> rows = findings.page(audit.id(), null, 0, 10);
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private void nothingFound(String entity) throws Exception {
        site.pass(Duration.ofMinutes(1));
        audit = starts.start(company(), entity, null, "kari", null).end().get(60, TimeUnit.SECONDS);
        assertThat(audit.state()).as(audit.error()).isEqualTo(State.SUCCEEDED);
        assertThat(findings.count(audit.id(), null)).isZero();
        assertThat(audit.counts()).containsEntry("ignored", 0L);
    }

    private Finding repair(Finding row) {
        site.forget();
        return repairs.repair(company(), audit, row, "ringte Ola", "kari");
    }

    private void refused(Finding row, Why why) {
        site.forget();
        assertThatThrownBy(() -> repairs.repair(company(), audit, row, "prøver", "kari"))
                .isInstanceOfSatisfying(
                        AuditRefused.class, refused -> assertThat(refused.why()).isEqualTo(why));
        assertThat(site.goWrites()).isEmpty();
        assertThat(site.smartdokWrites()).isEmpty();
        assertThat(findings.find(audit.id(), row.id()).orElseThrow().repair()).isNull();
    }

    private void edit(String members) {
        site.go().editByUser(target, Json.tree(members));
    }

    private List<String> writes() {
        return Site.calls(site.goWrites());
    }

    @Test
    void aMissingEntryIsMadeAnewAsTheNextGeneration() throws Exception {
        site.go().deleteByUser(target);
        Finding row = repair(found(HOURS));
        assertThat(writes()).containsExactly("POST " + ENTRIES);
        assertThat(site.entry("[SD-" + id + ".2]").path("Quantity").asInt()).isEqualTo(480);
        assertThat(row.repair().done()).isTrue();
        assertThat(row.repair().by()).isEqualTo("kari");
        assertThat(row.repair().note()).isEqualTo("ringte Ola");
        assertThat(row.repair().result()).isEqualTo("CREATED");
        assertThat(row.repair().at()).isNotNull();
        assertThat(row.repair().run()).isPositive();
        Link link = site.link(HOURS, id);
        assertThat(link.state()).isEqualTo(Link.State.LINKED);
        assertThat(link.generation()).isEqualTo(2);
        assertThat(site.letters(HOURS, id)).allMatch(letter -> letter.status() == DeadLetter.Status.SUPERSEDED);
        refused2(row);
        nothingFound(HOURS);
        assertThat(site.run(HOURS).counts()).containsEntry("unchanged", 2L);
    }

    /** A second time: nothing is sent, and the first result stays. */
    private void refused2(Finding row) {
        site.forget();
        assertThatThrownBy(() -> repairs.repair(company(), audit, row, "igjen", "ola"))
                .isInstanceOfSatisfying(
                        AuditRefused.class, refused -> assertThat(refused.why()).isEqualTo(Why.NOT_REPAIRABLE));
        assertThat(site.goWrites()).isEmpty();
        assertThat(findings.find(audit.id(), row.id()).orElseThrow()).isEqualTo(row);
    }

    @Test
    void aMissingEntryThatSmartDokNoLongerHasIsNotMadeAnew() throws Exception {
        site.go().deleteByUser(target);
        Finding row = found(HOURS);
        site.office().withdraw(id);
        Finding done = repair(row);
        assertThat(site.goWrites()).isEmpty();
        assertThat(done.repair().done()).isTrue();
        assertThat(site.link(HOURS, id).state()).isEqualTo(Link.State.DELETED);
        nothingFound(HOURS);
        assertThat(site.run(HOURS).counts()).containsEntry("unchanged", 1L).containsEntry("created", 0L);
    }

    @Test
    void aChangedEntryIsPutBackInPlace() throws Exception {
        edit("{\"Quantity\": 360, \"ProjectId\": " + site.goId("/Projects", "Code", "1010")
                + ", \"ExternalComment\": \"mitt\"}");
        Finding row = repair(found(HOURS));
        assertThat(writes()).containsExactly("PATCH " + ENTRIES + "/" + target);
        assertThat(Site.body(site.goWrites().get(0)).findValuesAsText("path"))
                .containsExactlyInAnyOrder("/Quantity", "/ProjectId");
        JsonNode entry = site.entry("[SD-" + id + ".1]");
        assertThat(entry.path("Quantity").asInt()).isEqualTo(480);
        assertThat(entry.path("ExternalComment").asText()).isEqualTo("mitt");
        assertThat(row.repair().result()).isEqualTo("UPDATED");
        assertThat(row.repair().done()).isTrue();
        nothingFound(HOURS);
        assertThat(site.run(HOURS).counts()).containsEntry("unchanged", 2L);
    }

    @Test
    void anErasedMarkIsPutBackThoughNoFactTouchesIt() throws Exception {
        edit("{\"InternalComment\": null}");
        assertThat(repair(found(HOURS)).repair().result()).isEqualTo("UPDATED");
        assertThat(site.entry("Graving [SD-" + id + ".1]").path("Id").asLong()).isEqualTo(target);
    }

    @Test
    void whatGoCannotChangeInPlaceIsReplaced() throws Exception {
        JsonNode before = site.entry("[SD-" + id + ".1]");
        edit("{\"EmployeeId\": " + site.goId("/Employees", "Number", "102") + "}");
        Finding row = repair(found(HOURS));
        assertThat(writes()).containsExactly("DELETE " + ENTRIES + "/" + target, "POST " + ENTRIES);
        assertThat(row.repair().result()).isEqualTo("REPLACED");
        assertThat(site.entry("[SD-" + id + ".2]").path("EmployeeId")).isEqualTo(before.path("EmployeeId"));
        nothingFound(HOURS);
    }

    @Test
    void newerDataInSmartDokWins() throws Exception {
        edit("{\"Quantity\": 360}");
        Finding row = found(HOURS);
        site.office().edit(id, draft -> draft.time(LocalTime.of(7, 0), LocalTime.of(12, 0), 0));
        assertThat(repair(row).repair().result()).isEqualTo("UPDATED");
        assertThat(site.entry("[SD-" + id + ".1]").path("Quantity").asInt()).isEqualTo(300);
    }

    @Test
    void aRepairThatIsNotSentLeavesNoWishBehind() throws Exception {
        edit("{\"Quantity\": 360}");
        Finding row = found(HOURS);
        int wageType = site.office().id("wage-types", "100");
        site.office().change("wage-types", wageType, wage -> wage.put("Export", false));
        Finding done = repair(row);
        assertThat(done.repair().done()).isFalse();
        assertThat(done.repair().result()).isEqualTo("SKIPPED not-for-payroll");
        assertThat(site.link(HOURS, id).doubt()).isNull();
        assertThat(site.goWrites()).isEmpty();
        site.office().change("wage-types", wageType, wage -> wage.put("Export", true));
        assertThat(site.run(HOURS).counts()).containsEntry("unchanged", 2L);
    }

    @Test
    void whatGoHasLockedIsADeadLetterAndFollowsWhenItOpens() throws Exception {
        edit("{\"Quantity\": 360}");
        Finding row = found(HOURS);
        site.go().approveWeek(site.goId("/Employees", "Number", "101"), DAY);
        Finding done = repair(row);
        assertThat(done.repair().done()).isFalse();
        assertThat(done.repair().result()).isEqualTo("DEAD locked-in-go");
        DeadLetter letter = site.letter(HOURS, id);
        assertThat(letter.reason()).isEqualTo(Reason.LOCKED_IN_GO);
        assertThat(letter.difference().get("difference").decimalValue()).isEqualByComparingTo("2");

        site.forget();
        assertThat(site.run(HOURS).counts()).containsEntry("dead", 1L);
        assertThat(site.goWrites()).as("not sent again every run").isEmpty();
        assertThat(site.letter(HOURS, id).status()).isEqualTo(DeadLetter.Status.OPEN);

        site.go().revokeWeek(site.goId("/Employees", "Number", "101"), DAY);
        assertThat(site.deepRun(HOURS).counts()).containsEntry("updated", 1L);
        assertThat(site.entry("[SD-" + id + ".1]").path("Quantity").asInt()).isEqualTo(480);
        nothingFound(HOURS);
    }

    @Test
    void aLinkThatHasChangedSinceIsRefused() throws Exception {
        edit("{\"Quantity\": 360}");
        Finding row = found(HOURS);
        site.office().edit(id, draft -> draft.time(LocalTime.of(7, 0), LocalTime.of(12, 0), 0));
        site.run(HOURS);
        refused(row, Why.CHANGED);
    }

    @Test
    void anEntryThatWasChangedAgainInGoIsRefused() throws Exception {
        edit("{\"Quantity\": 360}");
        Finding row = found(HOURS);
        edit("{\"Quantity\": 420}");
        refused(row, Why.CHANGED);
        site.go().deleteByUser(target);
        refused(row, Why.CHANGED);
    }

    @Test
    void whatWasMissingAndIsThereIsRefused() throws Exception {
        site.go().deleteByUser(target);
        Finding row = found(HOURS);
        site.jdbc()
                .update(
                        "update audit_row set target_id = ? where id = ?",
                        site.link(HOURS, keeper()).targetId(),
                        row.id());
        refused(findings.find(audit.id(), row.id()).orElseThrow(), Why.CHANGED);
    }

    private String keeper() {
        return site.jdbc()
                .queryForObject(
                        "select source_id from link where company = ? and entity = ? and source_id <> ?",
                        String.class,
                        site.company(),
                        HOURS,
                        Integer.toString(id));
    }

    @Test
    void aForeignEntryIsNeverTouched() throws Exception {
        site.go().addEntryByUser(entry("ført i Go"));
        refused(found(HOURS), Why.NOT_REPAIRABLE);
    }

    private ObjectNode entry(String comment) {
        JsonNode own = site.entry("[SD-" + id + ".1]");
        ObjectNode entry = Json.mapper().createObjectNode();
        for (String member : List.of("EmployeeId", "ActivityTimeId", "Date", "Quantity")) {
            entry.set(member, own.get(member));
        }
        return entry.put("InternalComment", comment);
    }

    @Test
    void anOrphanIsTakenAway() throws Exception {
        long twin = site.go().addEntryByUser(entry("[SD-" + id + ".1]"));
        Finding row = found(HOURS);
        assertThat(row.kind()).isEqualTo(Kind.ORPHAN);
        Finding done = repair(row);
        assertThat(writes()).containsExactly("DELETE " + ENTRIES + "/" + twin);
        assertThat(done.repair().done()).isTrue();
        assertThat(done.repair().result()).isEqualTo("DELETED");
        assertThat(site.link(HOURS, id).targetId()).isEqualTo(Long.toString(target));
        nothingFound(HOURS);
    }

    @Test
    void anOrphanWithoutItsMarkIsRefused() throws Exception {
        long twin = site.go().addEntryByUser(entry("[SD-7.1]"));
        Finding row = found(HOURS);
        site.go().editByUser(twin, Json.tree("{\"InternalComment\": \"beholdes\"}"));
        refused(row, Why.CHANGED);
    }

    @Test
    void anOrphanThatIsLinkedByNowIsRefused() throws Exception {
        long twin = site.go().addEntryByUser(entry("[SD-7.1]"));
        Finding row = found(HOURS);
        site.jdbc().update("update link set target_id = ? where source_id = ?", Long.toString(twin), keeper());
        refused(row, Why.CHANGED);
    }

    @Test
    void anOrphanThatAnOpenClaimMayBeAboutIsRefused() throws Exception {
        int doubtful = site.hours("102", DAY);
        site.go().addEntryByUser(entry("[SD-" + doubtful + ".1]"));
        Finding row = found(HOURS);
        site.go().faults().next(1, "POST", ENTRIES, Fault.RESET_BEFORE);
        assertThat(site.run(HOURS).counts()).containsEntry("inDoubt", 1L);
        refused(row, Why.CHANGED);
    }

    @Test
    void anOrphanThatGoHasLockedIsNotRepaired() throws Exception {
        site.go().addEntryByUser(entry("[SD-7.1]"));
        Finding row = found(HOURS);
        site.go().approveWeek(site.goId("/Employees", "Number", "101"), DAY);
        Finding done = repair(row);
        assertThat(done.repair().done()).isFalse();
        assertThat(done.repair().result()).startsWith("Locked in Go");
    }

    @Test
    void aProjectThatAUserChangedInSmartDokIsPutBackAndKeepsTheRest() throws Exception {
        int project = site.office().id("projects", "1000");
        site.office()
                .change(
                        "projects",
                        project,
                        record -> record.put("ProjectName", "Omdøpt").put("Location", "Oslo"));
        assertThat(repair(found("projects")).repair().result()).isEqualTo("UPDATED");
        JsonNode now = site.office().records("projects").stream()
                .filter(record -> record.path("Id").asInt() == project)
                .findFirst()
                .orElseThrow();
        assertThat(now.path("ProjectName").asText()).isNotEqualTo("Omdøpt");
        assertThat(now.path("Location").asText()).isEqualTo("Oslo");
        nothingFound("projects");
    }

    @Test
    void aProjectThatIsGoneInSmartDokIsMatchedOrMadeAnew() throws Exception {
        String source = Long.toString(site.goId("/Projects", "Code", "1000"));
        String real = site.link("projects", source).targetId();
        site.jdbc()
                .update(
                        "update link set target_id = '987654' where company = ? and entity = 'projects' and source_id = ?",
                        site.company(),
                        source);
        Finding row = found("projects");
        assertThat(row.kind()).isEqualTo(Kind.MISSING);
        assertThat(repair(row).repair().result()).isEqualTo("ADOPTED");
        assertThat(site.link("projects", source).targetId()).isEqualTo(real);
    }

    @Test
    void aPausedEntityIsNotRepaired() throws Exception {
        edit("{\"Quantity\": 360}");
        Finding row = found(HOURS);
        states.pause(site.company(), HOURS, "kari", "lønn");
        site.forget();
        assertThatThrownBy(() -> repair(row)).isInstanceOf(RunRefused.class);
        assertThat(site.goWrites()).isEmpty();
        assertThat(site.link(HOURS, id).doubt()).isNull();
    }

    @Test
    void withoutAnAnswerNothingIsDone() throws Exception {
        site.go().deleteByUser(target);
        Finding row = found(HOURS);
        site.go().faults().next(100, "GET", ENTRIES + "/" + target, Fault.SERVER_ERROR);
        refused(row, Why.NO_ANSWER);
        site.go().faults().clear();

        site.smartdok().faults().next(100, "GET", "/WorkHours/", Fault.SERVER_ERROR);
        Finding done = repair(row);
        site.smartdok().faults().clear();
        assertThat(done.repair().done()).isFalse();
        assertThat(site.goWrites()).isEmpty();
        assertThat(site.link(HOURS, id).state())
                .as("still known to stand in Go")
                .isEqualTo(Link.State.LINKED);
        assertThat(repair(row).repair().result()).isEqualTo("CREATED");
    }
}
