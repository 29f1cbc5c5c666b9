package dokbro;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.company.Companies;
import dokbro.company.Company;
import dokbro.deadletter.DeadLetter;
import dokbro.deadletter.DeadLetters;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import dokbro.link.Link;
import dokbro.link.Links;
import dokbro.poweroffice.PowerOfficeClient;
import dokbro.run.Cause;
import dokbro.run.RunHistory.RunRow;
import dokbro.run.RunRecords;
import dokbro.run.RunState;
import dokbro.run.Runs;
import dokbro.run.WholeSync;
import dokbro.sandbox.Sandbox;
import dokbro.sandbox.go.GoOptions;
import dokbro.sandbox.go.SimulatedGo;
import dokbro.sandbox.http.Received;
import dokbro.sandbox.smartdok.BackDoor;
import dokbro.sandbox.smartdok.HoursDraft;
import dokbro.sandbox.smartdok.SimulatedSmartDok;
import dokbro.sandbox.smartdok.SmartDokOptions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;

/** One company of the tests: what its two systems hold and saw, and what Dokbro's tables say. */
public final class Site {

    /** The link key, dead letters and route of hours. */
    public static final String HOURS = "work-hours";

    private static final Set<String> INPUTS = Set.of("read", "missing");
    private static final long PATIENCE = 60;
    private static final int CONNECTIONS = 20;

    /** What a site is made of. */
    public record Parts(
            Sites sites,
            TestTime time,
            Runs runs,
            WholeSync sync,
            Links links,
            DeadLetters deadLetters,
            RunRecords records,
            Companies companies,
            PowerOfficeClient poweroffice,
            JdbcTemplate jdbc) {

        public Site site(String company) {
            return new Site(company, this);
        }
    }

    private final String company;
    private final Parts parts;
    private final Sandbox sandbox;

    private Site(String company, Parts parts) {
        this.company = company;
        this.parts = parts;
        this.sandbox = parts.sites.sandbox(company);
    }

    public String company() {
        return company;
    }

    public SimulatedGo go() {
        return sandbox.go();
    }

    public SimulatedSmartDok smartdok() {
        return sandbox.smartdok();
    }

    public BackDoor office() {
        return sandbox.smartdok().backDoor();
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    public JdbcTemplate jdbc() {
        return parts.jdbc;
    }

    /** Both systems as at the start, and nothing of this company in the tables. */
    public Site reset() {
        parts.time.reset();
        go().options(Sites.options(company));
        smartdok()
                .options(options -> options.withRows(SmartDokOptions.Order.NEWEST_FIRST, SmartDokOptions.Moving.NONE));
        go().latency(Duration.ZERO);
        smartdok().faults().latency(Duration.ZERO);
        sandbox.reset();
        for (String table : List.of("dead_letter", "link", "hold", "run", "audit", "entity_state")) {
            parts.jdbc.update("delete from " + table + " where company = ?", company);
        }
        endLeases();
        reconnect();
        return this;
    }

    /** As when the leases of a node that died have run out. */
    public void endLeases() {
        // Not deleted: ShedLock remembers which rows it has made.
        parts.jdbc.update(
                "update shedlock set lock_until = timestamp with time zone '2000-01-01 00:00:00+00' where name like ?",
                company + "/%");
    }

    /** Go stands anew at its old address: the connections to the one before are used up, as none is that rests for seconds. */
    private void reconnect() {
        Company settings = parts.companies.find(company).orElseThrow();
        for (int i = 0; i < CONNECTIONS; i++) {
            try {
                parts.poweroffice.find(settings, "ClientIntegrationInformation");
                return;
            } catch (RecordFailure stale) {
                assertThat(stale.reason()).isEqualTo(Reason.UNAVAILABLE);
            }
        }
    }

    /** Lets the clock jump. */
    public void pass(Duration time) {
        parts.time.pass(time);
    }

    /** Longer than a call may last and a read of Go may lag: open claims may be settled. */
    public void settleTime() {
        pass(Duration.ofMinutes(1));
    }

    // Runs

    /** Projects, sub-projects, activities and registers, so that hours find their parents; the wire logs are empty afterwards. */
    public Site masterData() {
        for (String entity : List.of("reference-data", "projects", "sub-projects", "activities")) {
            RunRow run = run(entity);
            assertThat(run.state()).as("%s: %s", entity, run.error()).isEqualTo(RunState.SUCCEEDED);
        }
        forget();
        return this;
    }

    /** As {@link #reset}, where only hours have come and gone since {@link #masterData}, which stays; quicker. */
    public void resetHours() {
        parts.time.reset();
        go().faults().clear();
        smartdok().faults().clear();
        office().registrations().forEach(hours -> office().delete(hours.id()));
        go().entries().forEach(entry -> go().deleteByUser(entry.get("Id").asLong()));
        parts.jdbc.update("delete from dead_letter where company = ?", company);
        parts.jdbc.update("delete from link where company = ? and entity = ?", company, HOURS);
        parts.jdbc.update("delete from hold where company = ?", company);
        parts.jdbc.update("delete from run where company = ?", company);
        parts.jdbc.update("delete from entity_state where company = ?", company);
        endLeases();
        forget();
    }

    /** A run from start to end; its counts add up. */
    public RunRow run(String entity) {
        return end(start(entity).end());
    }

    /** As the cron of the deep run starts it. */
    public RunRow deepRun(String entity) {
        var start = new Runs.Start(Cause.DEEP, false, null, null, null, "test");
        return end(parts.runs.start(company, entity, start).end());
    }

    /** Hours from this day on, as an operator asks for them. */
    public RunRow runFrom(LocalDate from) {
        var start = new Runs.Start(Cause.MANUAL, false, from, null, null, "test");
        return end(parts.runs.start(company, HOURS, start).end());
    }

    public RunRow dryRun(String entity) {
        return end(parts.runs.start(company, entity, asked(true)).end());
    }

    public Runs.Started start(String entity) {
        return parts.runs.start(company, entity, asked(false));
    }

    /** All entities one after the other. */
    public List<RunRow> wholeSync() {
        List<RunRow> rows = await(parts.sync.start(company, asked(false)).end());
        rows.forEach(Site::addsUp);
        return rows;
    }

    public static RunRow end(CompletableFuture<RunRow> end) {
        RunRow row = await(end);
        addsUp(row);
        return row;
    }

    private static Runs.Start asked(boolean dry) {
        return new Runs.Start(Cause.MANUAL, dry, null, null, null, "test");
    }

    private static <T> T await(CompletableFuture<T> end) {
        try {
            return end.get(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("the run did not end", e);
        }
    }

    private static void addsUp(RunRow row) {
        if (row.state() == RunState.SUCCEEDED || row.state() == RunState.PARTIAL) {
            long in = INPUTS.stream().mapToLong(row.counts()::get).sum();
            long out = row.counts().entrySet().stream()
                    .filter(count -> !INPUTS.contains(count.getKey()))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            assertThat(out).as("%s %s", row.entity(), row.counts()).isEqualTo(in);
        }
    }

    /** The counts that are not zero, such as {@code {created=1, read=1}}. */
    public static Map<String, Long> counts(RunRow row) {
        Map<String, Long> counts = new TreeMap<>(row.counts());
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    // Hours

    /** An approved registration of eight hours on project 1000. */
    public int hours(String employee, LocalDate date) {
        return hours(employee, date, draft -> {});
    }

    /** As above, changed. */
    public int hours(String employee, LocalDate date, Consumer<HoursDraft> change) {
        HoursDraft draft = office().draft(employee, date, "1000", "01", "100");
        change.accept(draft);
        int id = office().add(draft);
        office().approve(id);
        return id;
    }

    /** Hours of employee 105 yesterday, so that a read is never empty. */
    public int keeper() {
        return hours("105", TestTime.today().minusDays(1));
    }

    // What was seen

    /** Empties both wire logs. */
    public void forget() {
        go().server().clear();
        smartdok().clear();
    }

    /** Calls to Go that may change something, in the order of arrival. */
    public List<Received> goWrites() {
        return writes(go().server().received(), "/v2/");
    }

    /** Calls to SmartDok that may change something, signing in aside. */
    public List<Received> smartdokWrites() {
        return writes(smartdok().received(), "/").stream()
                .filter(call -> !call.path().toLowerCase(java.util.Locale.ROOT).startsWith("/authorize"))
                .toList();
    }

    private static List<Received> writes(List<Received> all, String prefix) {
        return all.stream()
                .filter(call -> !call.method().equals("GET"))
                .filter(call -> call.path().startsWith(prefix))
                .toList();
    }

    /** Such as {@code POST /v2/TimeTracking/EntryTime}. */
    public static String call(Received received) {
        return received.method() + " " + received.path();
    }

    public static List<String> calls(List<Received> received) {
        return received.stream().map(Site::call).toList();
    }

    public static JsonNode body(Received received) {
        return Json.tree(received.body());
    }

    /** The one time entry whose internal comment ends with this mark. */
    public JsonNode entry(String mark) {
        List<JsonNode> found = go().entries().stream()
                .filter(entry -> entry.path("InternalComment").asText().endsWith(mark))
                .toList();
        assertThat(found).as("entries marked %s", mark).hasSize(1);
        return found.get(0);
    }

    /** The id of the record of one of Go's lists whose member has this value. */
    public long goId(String path, String member, String value) {
        return go().records(path).stream()
                .filter(row -> row.path(member).asText().equals(value))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(path + " with " + member + " " + value))
                .get("Id")
                .asLong();
    }

    // Dokbro's tables

    public Link link(String entity, Object sourceId) {
        return parts.links
                .find(company, entity, sourceId.toString())
                .orElseThrow(() -> new NoSuchElementException("no link " + entity + " " + sourceId));
    }

    public boolean hasLink(String entity, Object sourceId) {
        return parts.links.find(company, entity, sourceId.toString()).isPresent();
    }

    /** Every dead letter of a record, newest first. */
    public List<DeadLetter> letters(String entity, Object sourceId) {
        return parts
                .deadLetters
                .page(company, new DeadLetters.Filter(List.of(entity), null, null, null), 0, 1000)
                .stream()
                .filter(letter -> letter.sourceId().equals(sourceId.toString()))
                .toList();
    }

    /** What is open or waits, of all records. */
    public List<DeadLetter> openLetters(String entity) {
        return parts
                .deadLetters
                .page(company, new DeadLetters.Filter(List.of(entity), null, null, null), 0, 10_000)
                .stream()
                .filter(letter ->
                        letter.status() == DeadLetter.Status.OPEN || letter.status() == DeadLetter.Status.WAITING)
                .toList();
    }

    /** The one dead letter of a record. */
    public DeadLetter letter(String entity, Object sourceId) {
        List<DeadLetter> letters = letters(entity, sourceId);
        assertThat(letters).as("dead letters of %s %s", entity, sourceId).hasSize(1);
        return letters.get(0);
    }

    /** What became of the records of a run, the unchanged ones aside. */
    public List<RunRecords.RunRecord> records(RunRow run) {
        return parts.records.page(run.id(), null, 0, 10_000);
    }

    /** How many rows of this company a table has. */
    public long rows(String table) {
        return parts.jdbc.queryForObject("select count(*) from " + table + " where company = ?", Long.class, company);
    }

    /** Without a subscription to time tracking from the next token on. */
    public void withoutTimeTracking() {
        GoOptions options = go().options();
        go().options(options.withModule("TimeTracking", false));
        go().revokeTokens();
    }
}
