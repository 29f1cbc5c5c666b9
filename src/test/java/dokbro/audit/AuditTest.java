package dokbro.audit;

import static dokbro.Site.HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Json;
import dokbro.Site;
import dokbro.Sites;
import dokbro.SyncTest;
import dokbro.TestTime;
import dokbro.audit.Audit.State;
import dokbro.audit.Finding.Difference;
import dokbro.audit.Finding.Kind;
import dokbro.company.Companies;
import dokbro.link.Link;
import dokbro.run.RunState;
import dokbro.sandbox.http.Fault;
import dokbro.sandbox.http.Received;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What an audit finds in the target, and what it leaves alone. */
@SyncTest
class AuditTest {

    private static final LocalDate DAY = TestTime.today().minusDays(2);
    private static final String ENTRIES = "/v2/TimeTracking/EntryTime";

    @Autowired
    private Site.Parts parts;

    @Autowired
    private AuditStarts starts;

    @Autowired
    private Audits audits;

    @Autowired
    private Findings findings;

    @Autowired
    private Companies companies;

    @Autowired
    private dokbro.run.Reads reads;

    @Autowired
    private dokbro.run.Entities entities;

    @Autowired
    private dokbro.link.Links links;

    @Autowired
    private dokbro.link.LinksByTarget byTarget;

    @Autowired
    private AuditTimers timers;

    @Autowired
    private dokbro.run.EntityState states;

    @Autowired
    private dokbro.run.TimerRoutes routes;

    @Autowired
    private org.apache.camel.CamelContext camel;

    private Site site;
    private int id;
    private long target;
    private long activity;

    /** Two entries in Go, old enough to be looked at. */
    @BeforeEach
    void inStep() {
        site = parts.site(Sites.SMALL).reset().masterData();
        site.keeper();
        id = site.hours("101", DAY, draft -> draft.comment("Graving"));
        site.run(HOURS);
        target = Long.parseLong(site.link(HOURS, id).targetId());
        activity = site.entry("[SD-" + id + ".1]").path("ActivityTimeId").asLong();
        site.pass(Duration.ofMinutes(1));
        site.forget();
    }

    @AfterEach
    void quiet() {
        site.go().faults().clear();
        site.go().latency(Duration.ZERO);
    }

    private AuditStarts.Started begin(String entity, LocalDate from) {
        return starts.start(companies.find(site.company()).orElseThrow(), entity, from, "kari", null);
    }

    private Audit audit(String entity) throws Exception {
        Audit ended = begin(entity, null).end().get(60, TimeUnit.SECONDS);
        assertThat(ended.endedAt()).isNotNull();
        return ended;
    }

    private Audit good(String entity) throws Exception {
        Audit ended = audit(entity);
        assertThat(ended.state()).as(ended.error()).isEqualTo(State.SUCCEEDED);
        return ended;
    }

    private static Map<String, Long> counts(Audit audit) {
        Map<String, Long> counts = new TreeMap<>(audit.counts());
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    private List<Finding> rows(Audit audit) {
        return findings.page(audit.id(), null, 0, 1000);
    }

    private Finding row(Audit audit) {
        assertThat(rows(audit)).hasSize(1);
        return rows(audit).get(0);
    }

    private ObjectNode foreign(String employee, LocalDate date, String comment) {
        ObjectNode entry = Json.mapper().createObjectNode();
        entry.put("EmployeeId", site.goId("/Employees", "Number", employee));
        entry.put("ActivityTimeId", activity);
        entry.put("Date", date.toString());
        entry.put("Quantity", 90);
        entry.put("InternalComment", comment);
        return entry;
    }

    @ParameterizedTest
    @ValueSource(strings = {"projects", "sub-projects", "activities", HOURS})
    void rightAfterAGoodSyncNothingIsFound(String entity) throws Exception {
        Audit audit = good(entity);
        long linked = site.jdbc()
                .queryForObject(
                        "select count(*) from link where company = ? and entity = ? and state = 'LINKED'",
                        Long.class,
                        site.company(),
                        entity);
        assertThat(linked).isPositive();
        assertThat(counts(audit)).isEqualTo(Map.of("checked", linked, "equal", linked));
        assertThat(rows(audit)).isEmpty();
        assertThat(site.goWrites()).isEmpty();
        assertThat(site.smartdokWrites()).isEmpty();
        assertThat(audit.requestedBy()).isEqualTo("kari");
    }

    @Test
    void theDemoWithAllItsCasesIsEqualAfterASyncToo() throws Exception {
        site = parts.site(Sites.DEMO).reset();
        site.wholeSync();
        site.pass(Duration.ofMinutes(1));
        for (String entity : starts.audited()) {
            Audit audit = good(entity);
            assertThat(audit.counts())
                    .as(entity)
                    .containsEntry("missing", 0L)
                    .containsEntry("changed", 0L)
                    .containsEntry("orphan", 0L);
            // No customer of the demo is made in Go.
            assertThat(audit.counts().get("checked"))
                    .as(entity)
                    .isGreaterThanOrEqualTo(entity.equals("customers") ? 0 : 1)
                    .isEqualTo(audit.counts().get("equal"));
        }
    }

    @Test
    void anEntryThatAUserDeletedIsMissing() throws Exception {
        site.go().deleteByUser(target);
        Audit audit = good(HOURS);
        assertThat(counts(audit)).isEqualTo(Map.of("checked", 2L, "equal", 1L, "missing", 1L));
        Finding row = row(audit);
        assertThat(row.kind()).isEqualTo(Kind.MISSING);
        assertThat(row.sourceId()).isEqualTo(Integer.toString(id));
        assertThat(row.targetId()).isEqualTo(Long.toString(target));
        assertThat(row.date()).isEqualTo(DAY);
        assertThat(row.employee()).startsWith("101 ");
        assertThat(row.project()).startsWith("1000 ");
        assertThat(row.quantity()).isEqualByComparingTo("8");
        assertThat(row.differences()).isEmpty();
        assertThat(Site.calls(site.go().server().received())).contains("GET " + ENTRIES + "/" + target);
        assertThat(site.goWrites()).isEmpty();
        assertThat(site.link(HOURS, id).state()).isEqualTo(Link.State.LINKED);
    }

    @Test
    void anEntryThatAUserEditedShowsBothValues() throws Exception {
        site.go().editByUser(target, Json.tree("{\"Quantity\": 360, \"ExternalComment\": \"Til kunden\"}"));
        Audit audit = good(HOURS);
        assertThat(counts(audit)).isEqualTo(Map.of("checked", 2L, "equal", 1L, "changed", 1L));
        Finding row = row(audit);
        assertThat(row.kind()).isEqualTo(Kind.CHANGED);
        assertThat(row.differences())
                .as("what Dokbro does not write is no drift")
                .containsExactly(new Difference("Quantity", Json.tree("480"), Json.tree("360")));
        assertThat(row.quantity()).isEqualByComparingTo("6");
    }

    @Test
    void anEntryThatAUserMovedOutOfTheWindowIsChangedNotMissing() throws Exception {
        site.go().editByUser(target, Json.tree("{\"Date\": \"2026-11-02\"}"));
        Audit audit = begin(HOURS, DAY).end().get(60, TimeUnit.SECONDS);
        assertThat(audit.from()).isEqualTo(DAY);
        assertThat(counts(audit)).isEqualTo(Map.of("checked", 2L, "equal", 1L, "changed", 1L));
        assertThat(row(audit).differences()).extracting(Difference::field).containsExactly("Date");
    }

    @Test
    void whatIsOlderThanTheWindowIsNotLookedAt() throws Exception {
        site.go().deleteByUser(target);
        Audit audit = begin(HOURS, DAY.plusDays(1)).end().get(60, TimeUnit.SECONDS);
        assertThat(counts(audit)).isEqualTo(Map.of("checked", 1L, "equal", 1L));
    }

    @Test
    void theWindowNeverBeginsBeforeTheStartDate() {
        LocalDate start = companies.find(site.company()).orElseThrow().startDate();
        AuditStarts.Started started = begin(HOURS, start.minusDays(10));
        assertThat(started.audit().from()).isEqualTo(start);
        started.end().join();
        assertThatThrownBy(() -> begin(HOURS, TestTime.today().plusDays(30)))
                .isInstanceOfSatisfying(
                        AuditRefused.class,
                        refused -> assertThat(refused.why()).isEqualTo(AuditRefused.Why.EMPTY_PERIOD));
    }

    @Test
    void entriesOfLinkedEmployeesThatDokbroDidNotMakeAreShownApart() throws Exception {
        LocalDate start = companies.find(site.company()).orElseThrow().startDate();
        long other = site.go()
                .addEntryByUser(foreign("102", DAY, "SmartDok-import, kjørt av den gamle integrasjonen i natt"));
        site.go().addEntryByUser(foreign("102", start.minusDays(1), "gammel"));
        site.jdbc()
                .update(
                        "delete from link where company = ? and entity = 'employees' and label like '103 %'",
                        site.company());
        site.go().addEntryByUser(foreign("103", DAY, "ikke koblet"));
        site.pass(Duration.ofMinutes(1));

        Audit audit = good(HOURS);

        assertThat(counts(audit)).isEqualTo(Map.of("checked", 2L, "equal", 2L, "foreign", 1L));
        Finding row = row(audit);
        assertThat(row.kind()).isEqualTo(Kind.FOREIGN);
        assertThat(row.targetId()).isEqualTo(Long.toString(other));
        assertThat(row.sourceId()).isNull();
        assertThat(row.linkVersion()).isNull();
        assertThat(row.employee()).startsWith("102 ");
        assertThat(row.date()).isEqualTo(DAY);
        assertThat(row.quantity()).isEqualByComparingTo("1.5");
        assertThat(row.project()).isNull();
        assertThat(row.comment())
                .isEqualTo("SmartDok-import, kjørt av den gamle inte")
                .hasSize(40);
    }

    /** A list may hold records that are older than what was asked for. */
    @Test
    void whatIsOlderThanTheStartDateIsNobodysBusiness() {
        var company = companies.find(site.company()).orElseThrow();
        Audit audit = audits.open(site.company(), HOURS, company.startDate(), null, null);
        Comparison comparison = new Comparison(
                audit,
                reads.open(company, HOURS, company.startDate()),
                entities.find(company, HOURS).orElseThrow(),
                links,
                byTarget,
                audit.startedAt());
        comparison.records(List.of(
                foreign("102", company.startDate().minusDays(1), "gammel").put("Id", 1),
                foreign("102", company.startDate(), "ny").put("Id", 2)));
        assertThat(comparison.take()).extracting(Finding::targetId).containsExactly("2");
    }

    @Test
    void aMarkedEntryWithoutALinkIsAnOrphan() throws Exception {
        long twin = site.go().addEntryByUser(foreign("101", DAY, "Graving [SD-" + id + ".1]"));
        long stray = site.go().addEntryByUser(foreign("101", DAY, "[SD-999999:bank.3]"));
        Audit audit = good(HOURS);
        assertThat(counts(audit)).isEqualTo(Map.of("checked", 2L, "equal", 2L, "orphan", 2L));
        assertThat(rows(audit))
                .extracting(Finding::kind, Finding::targetId, Finding::sourceId, Finding::comment)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                Kind.ORPHAN, Long.toString(twin), Integer.toString(id), "[SD-" + id + ".1]"),
                        org.assertj.core.groups.Tuple.tuple(
                                Kind.ORPHAN, Long.toString(stray), "999999:bank", "[SD-999999:bank.3]"));
    }

    @Test
    void aCreateInDoubtIsNoOrphan() throws Exception {
        int doubtful = site.hours("102", DAY);
        site.go().faults().next(1, "POST", ENTRIES, Fault.RESET_AFTER);
        assertThat(site.run(HOURS).counts()).containsEntry("inDoubt", 1L);
        assertThat(site.entry("[SD-" + doubtful + ".1]")).isNotNull();
        site.pass(Duration.ofMinutes(1));
        assertThat(counts(good(HOURS))).isEqualTo(Map.of("checked", 2L, "equal", 2L, "ignored", 1L));
    }

    @Test
    void aChangeInDoubtIsLeftAlone() throws Exception {
        site.office().edit(id, draft -> draft.project(site.office().id("projects", "1010"), null));
        site.go().faults().next(10, "PATCH", "/v2", Fault.SERVER_ERROR_AFTER);
        site.run(HOURS);
        site.go().faults().clear();
        site.pass(Duration.ofMinutes(1));
        assertThat(counts(good(HOURS))).isEqualTo(Map.of("checked", 1L, "equal", 1L, "ignored", 1L));
    }

    @Test
    void linksThatChangeWhileTheAuditReadsAreLeftAlone() throws Exception {
        site.go().faults().next(1, "GET", ENTRIES, Fault.SLOW);
        site.go().faults().slow(Duration.ofMillis(1500));
        AuditStarts.Started started = begin(HOURS, null);
        await().until(() -> Site.calls(site.go().server().received()).contains("GET " + ENTRIES)
                || site.go().server().received().stream()
                        .map(Received::path)
                        .anyMatch(path -> path.startsWith(ENTRIES)));
        // What Go had when it was asked is not what the link says when the answer comes.
        site.jdbc()
                .update(
                        "update link set version = version + 1, updated_at = ?, payload = replace(payload, '480', '360')"
                                + " where company = ? and entity = ? and source_id = ?",
                        clock(),
                        site.company(),
                        HOURS,
                        Integer.toString(id));
        Audit audit = started.end().get(60, TimeUnit.SECONDS);
        assertThat(counts(audit)).isEqualTo(Map.of("checked", 1L, "equal", 1L, "ignored", 1L));
    }

    private java.time.OffsetDateTime clock() {
        return site.jdbc()
                .queryForObject("select max(started_at) from audit", java.time.OffsetDateTime.class)
                .plusSeconds(1);
    }

    @Test
    void aLinkThatChangesWhileItsRecordIsAskedForIsLeftAlone() throws Exception {
        site.go().deleteByUser(target);
        site.go().faults().next(1, "GET", ENTRIES + "/" + target, Fault.SLOW);
        site.go().faults().slow(Duration.ofMillis(1500));
        AuditStarts.Started started = begin(HOURS, null);
        await().until(() -> site.go().server().received().stream()
                .anyMatch(call -> call.path().equals(ENTRIES + "/" + target)));
        site.jdbc()
                .update(
                        "update link set version = version + 1 where company = ? and source_id = ?",
                        site.company(),
                        id + "");
        Audit audit = started.end().get(60, TimeUnit.SECONDS);
        assertThat(counts(audit)).isEqualTo(Map.of("checked", 1L, "equal", 1L, "ignored", 1L));
    }

    @Test
    void whatGosReplicaDoesNotShowYetIsNoDrift() throws Exception {
        site.go().options(site.go().options().withReplicaLag(Duration.ofSeconds(1)));
        int fresh = site.hours("102", DAY);
        site.office().edit(id, draft -> draft.project(site.office().id("projects", "1010"), null));
        assertThat(site.run(HOURS).counts()).containsEntry("created", 1L).containsEntry("updated", 1L);
        assertThat(counts(good(HOURS))).isEqualTo(Map.of("checked", 1L, "equal", 1L, "ignored", 2L));
        site.pass(Duration.ofSeconds(10));
        assertThat(counts(good(HOURS))).isEqualTo(Map.of("checked", 3L, "equal", 3L));
        assertThat(site.hasLink(HOURS, fresh)).isTrue();
    }

    @Test
    void aReadThatFailsReportsNothing() throws Exception {
        site.go().deleteByUser(target);
        site.go().faults().next(100, "GET", ENTRIES, Fault.SERVER_ERROR);
        Audit audit = audit(HOURS);
        assertThat(audit.state()).isEqualTo(State.FAILED);
        assertThat(audit.error()).contains("PowerOffice Go");
        assertThat(counts(audit)).isEmpty();
        assertThat(rows(audit)).isEmpty();
    }

    @Test
    void aReadThatFailsHalfWayReportsNothingEither() throws Exception {
        long orphan = site.go().addEntryByUser(foreign("101", DAY, "[SD-7.1]"));
        site.go().deleteByUser(target);
        site.go().faults().next(100, "GET", ENTRIES + "/" + target, Fault.SERVER_ERROR);
        Audit audit = audit(HOURS);
        assertThat(audit.state()).isEqualTo(State.FAILED);
        assertThat(counts(audit)).isEmpty();
        assertThat(rows(audit)).as("though %s was seen", orphan).isEmpty();
        site.go().faults().clear();
        assertThat(counts(good(HOURS))).isEqualTo(Map.of("checked", 2L, "equal", 1L, "missing", 1L, "orphan", 1L));
    }

    @Test
    void masterDataThatAUserChangedInSmartDokIsDrift_whatDokbroDoesNotOwnIsNot() throws Exception {
        int project = site.office().id("projects", "1000");
        site.office()
                .change(
                        "projects",
                        project,
                        record -> record.put("ProjectName", "Omdøpt").put("Location", "Oslo"));
        Audit audit = good("projects");
        Finding row = row(audit);
        assertThat(row.kind()).isEqualTo(Kind.CHANGED);
        assertThat(row.targetId()).isEqualTo(Integer.toString(project));
        assertThat(row.date()).isNull();
        assertThat(row.employee()).isNull();
        assertThat(row.differences()).extracting(Difference::field).containsExactly("ProjectName");
        assertThat(row.differences().get(0).found().asText()).isEqualTo("Omdøpt");
    }

    @Test
    void aProjectThatIsInactiveInBothIsEqual_oneThatAUserClosedIsNot() throws Exception {
        long go = site.goId("/Projects", "Code", "1010");
        site.go().setProjectStatus(go, "Complete");
        site.go().setProjectActive(go, false);
        assertThat(site.run("projects").counts()).containsEntry("updated", 1L);
        site.pass(Duration.ofMinutes(1));
        assertThat(rows(good("projects"))).isEmpty();

        site.office().closeProject(site.office().id("projects", "1000"));
        assertThat(row(good("projects")).differences())
                .extracting(Difference::field)
                .containsExactlyInAnyOrder("IsActive", "Finished");
    }

    @Test
    void oneAuditAtATime() throws Exception {
        site.go().latency(Duration.ofMillis(700));
        AuditStarts.Started first = begin(HOURS, null);
        assertThatThrownBy(() -> begin(HOURS, null)).isInstanceOfSatisfying(AuditRefused.class, refused -> {
            assertThat(refused.why()).isEqualTo(AuditRefused.Why.GOING);
            assertThat(refused.going()).isEqualTo(first.audit().id());
        });
        AuditStarts.Started other = begin("projects", null);
        assertThat(first.end().get(60, TimeUnit.SECONDS).state()).isEqualTo(State.SUCCEEDED);
        assertThat(other.end().get(60, TimeUnit.SECONDS).state()).isEqualTo(State.SUCCEEDED);
        good(HOURS);
    }

    @Test
    void anAuditThatDiedIsMarkedAndReportsNothing() throws Exception {
        Audit died = audits.open(site.company(), HOURS, DAY, null, null);
        findings.add(List.of(
                new Finding(0, died.id(), Kind.MISSING, "1", "2", 1L, DAY, null, null, null, null, List.of(), null)));
        assertThatThrownBy(() -> begin(HOURS, null)).isInstanceOf(AuditRefused.class);
        site.pass(Duration.ofMinutes(31));
        good(HOURS);
        Audit marked = audits.find(site.company(), died.id()).orElseThrow();
        assertThat(marked.state()).isEqualTo(State.INTERRUPTED);
        assertThat(marked.endedAt()).isNotNull();
        assertThat(rows(marked)).isEmpty();

        Audit restarted = audits.open(site.company(), HOURS, DAY, null, null);
        audits.interruptAll();
        assertThat(audits.find(site.company(), restarted.id()).orElseThrow().state())
                .isEqualTo(State.INTERRUPTED);
    }

    @Test
    void theClockStartsOneAuditATime_unlessTheEntityIsPaused() {
        java.util.Date night = new java.util.Date(1_790_000_000_000L);
        timers.fire(HOURS, site.company(), night);
        await().until(() ->
                audits.page(site.company(), HOURS, State.SUCCEEDED, 0, 10).size() == 1);
        timers.fire(HOURS, site.company(), night);
        assertThat(audits.count(site.company(), HOURS, null)).isEqualTo(1);
        Audit audit = audits.page(site.company(), HOURS, null, 0, 1).get(0);
        assertThat(audit.scheduledAt()).isEqualTo(night.toInstant());
        assertThat(audit.requestedBy()).isNull();
        assertThat(audit.from())
                .isEqualTo(companies.find(site.company()).orElseThrow().startDate());

        states.pause(site.company(), HOURS, "kari", "lønn");
        timers.fire(HOURS, site.company(), new java.util.Date(1_790_086_400_000L));
        assertThat(audits.count(site.company(), HOURS, null)).isEqualTo(1);
    }

    @Test
    void theTemplateMakesATimerForEachEntity() {
        timers.set(companies.find(site.company()).orElseThrow());
        assertThat(camel.getRoutes())
                .extracting(route -> route.getRouteId())
                .contains(
                        "audit-timer-small-projects",
                        "audit-timer-small-sub-projects",
                        "audit-timer-small-activities",
                        "audit-timer-small-work-hours");
        starts.audited().forEach(entity -> routes.set("audit-timer", site.company() + "-" + entity, null, Map.of()));
        assertThat(camel.getRoutes())
                .extracting(route -> route.getRouteId())
                .noneMatch(route -> route.startsWith("audit-timer"));
    }

    @Test
    void aCompanyInReviewIsAuditedToo() throws Exception {
        site = parts.site(Sites.REVIEW).reset();
        site.dryRun("projects");
        assertThat(good("projects").state()).isEqualTo(State.SUCCEEDED);
    }

    @Test
    void registersHaveNone() {
        assertThat(starts.audited())
                .containsExactly(
                        "projects",
                        "sub-projects",
                        "activities",
                        "machines",
                        "goods",
                        "customers",
                        HOURS,
                        "additions",
                        "machine-hours",
                        "goods-consumption",
                        "invoice-basis");
        assertThatThrownBy(() -> begin("reference-data", null))
                .isInstanceOfSatisfying(
                        AuditRefused.class,
                        refused -> assertThat(refused.why()).isEqualTo(AuditRefused.Why.NOT_AUDITED));
    }

    @Test
    void aRunBesideItIsNotHindered() throws Exception {
        site.go().latency(Duration.ofMillis(300));
        AuditStarts.Started started = begin(HOURS, null);
        assertThat(site.run(HOURS).state()).isEqualTo(RunState.SUCCEEDED);
        assertThat(started.end().get(60, TimeUnit.SECONDS).state()).isEqualTo(State.SUCCEEDED);
    }
}
