package dokbro.sandbox.go;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.sandbox.Contractor;
import dokbro.sandbox.http.Faults;
import dokbro.sandbox.http.SimulatedServer;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A PowerOffice Go on loopback, with a back door for what people do in its pages. Thread-safe. Methods that name a record by an id that is
 * not there throw {@link java.util.NoSuchElementException}.
 */
public final class SimulatedGo implements AutoCloseable {

    private static final String NAME = "Name";

    private final SimulatedServer server;
    private final GoData data;
    private final GoResources resources;
    private final Office office;
    private final Accounting accounting;
    private final Tokens tokens;
    private final RateLimit limit = new RateLimit(System::nanoTime);

    /**
     * Holds the contractor's Go side; answers after {@link #start}.
     *
     * @param clock for tokens and timestamps; the rate limit goes by real time
     * @param port 0 for a free one
     */
    public SimulatedGo(Contractor contractor, Clock clock, int port, GoOptions options, Faults faults) {
        server = new SimulatedServer(port, faults);
        data = new GoData(clock, options);
        resources = new GoResources(data, server.url());
        office = new Office(data, resources);
        accounting = new Accounting(data, resources);
        tokens = new Tokens(clock, data::options);
        new Seed(data, resources, contractor).load();
        resources.register(new Gateway(server, data, tokens, limit));
    }

    /** With the default options and without faults. */
    public SimulatedGo(Contractor contractor, Clock clock, int port) {
        this(contractor, clock, port, GoOptions.defaults(), Faults.none());
    }

    /** Begins to answer. */
    public SimulatedGo start() {
        server.start();
        return this;
    }

    /** The API's base address, ending in /v2. */
    public String url() {
        return server.url() + "/v2";
    }

    /** The address of the token endpoint. */
    public String tokenUrl() {
        return server.url() + "/OAuth/Token";
    }

    /** Wire log, counters (their templates begin with /v2), port. */
    public SimulatedServer server() {
        return server;
    }

    /** Faults and latency. */
    public Faults faults() {
        return server.faults();
    }

    /** How it behaves now. */
    public GoOptions options() {
        return data.options();
    }

    /** Behaves differently from now on; tokens already issued keep their rights. */
    public void options(GoOptions options) {
        data.options(options);
    }

    /** How late every answer is. */
    public void latency(Duration latency) {
        server.faults().latency(latency);
    }

    /** Subscribes or not to a module; effective with the next token. */
    public void setModule(String module, boolean on) {
        data.options(data.options().withModule(module, on));
    }

    /** No token issued so far is good any more. */
    public void revokeTokens() {
        tokens.revoke();
    }

    /** Calls refused by the rate limit since the start; 429s given as faults are not among them. */
    public long countOf429() {
        return limit.refused();
    }

    /** See {@link SimulatedServer#counters()}. */
    public Map<String, Long> counters() {
        return server.counters();
    }

    /** The time entries as they are, without lag. */
    public List<JsonNode> entries() {
        return records("/TimeTracking/EntryTime");
    }

    /** The salary lines as they are, without lag, those deleted by users among them. */
    public List<JsonNode> salaryLines() {
        return records("/SalaryLines");
    }

    /**
     * The records of a resource as they are, without lag, as GETs show them.
     *
     * @param path as in the API, below /v2: /Projects, /TimeTracking/ActivityTime …
     */
    public List<JsonNode> records(String path) {
        synchronized (data) {
            return resources.records(path);
        }
    }

    /** What accountants do: vouchers, drafts, sales orders, registers. */
    public Accounting accounting() {
        return accounting;
    }

    /** Approves an employee's week, Monday to Sunday: its entries are locked and it takes no new ones. */
    public void approveWeek(long employeeId, LocalDate dateInWeek) {
        synchronized (data) {
            office.approveWeek(employeeId, dateInWeek);
        }
    }

    /** Withdraws the approval; what is paid or invoiced stays locked. */
    public void revokeWeek(long employeeId, LocalDate dateInWeek) {
        synchronized (data) {
            office.revokeWeek(employeeId, dateInWeek);
        }
    }

    /** Takes a time entry or a salary line into a payroll: locked for good. */
    public void markPaid(long id) {
        synchronized (data) {
            office.pay(id);
        }
    }

    /** Puts a time entry on an invoice: locked for good. */
    public void markInvoiced(long entryId) {
        synchronized (data) {
            office.invoice(entryId);
        }
    }

    /** A user deletes a time entry, which is gone, or a salary line, which stays readable and keeps its reference. */
    public void deleteByUser(long id) {
        synchronized (data) {
            office.delete(id);
        }
    }

    /**
     * A user changes a time entry or a salary line, locked or not.
     *
     * @param changes member → new value
     */
    public void editByUser(long id, JsonNode changes) {
        synchronized (data) {
            office.edit(id, changes);
        }
    }

    /** A user, or another integration, books hours; gives the new entry's id. No rule is checked. */
    public long addEntryByUser(JsonNode members) {
        synchronized (data) {
            return office.addEntry(members);
        }
    }

    /**
     * A user makes a project; gives its id.
     *
     * @param code without the parent's
     * @param parentId null for a main project
     */
    public long addProject(String code, String name, Long parentId) {
        synchronized (data) {
            return office.addProject(code, name, parentId);
        }
    }

    /** A user makes a billable activity for hours; gives its id. */
    public long addActivity(String code, String name) {
        synchronized (data) {
            return office.addActivity(code, name);
        }
    }

    /** A user renames a project or a sub-project. */
    public void renameProject(long projectId, String name) {
        change(data.projects, projectId, Map.of(NAME, name));
    }

    /**
     * A user gives a project another code.
     *
     * @param code without the parent's
     */
    public void recodeProject(long projectId, String code) {
        change(data.projects, projectId, Map.of("Code", code));
    }

    /**
     * A user moves a project on.
     *
     * @param status a ProjectStatusType
     */
    public void setProjectStatus(long projectId, String status) {
        change(data.projects, projectId, Map.of("ProjectStatus", status));
    }

    /** A user hides a project from choice, or shows it again. */
    public void setProjectActive(long projectId, boolean active) {
        change(data.projects, projectId, Map.of("IsActive", active));
    }

    /** A user changes members of a project, by Go's names. */
    public void changeProject(long projectId, Map<String, ?> members) {
        change(data.projects, projectId, members);
    }

    /** A user changes members of an activity for hours, by Go's names; the API cannot. */
    public void changeActivity(long activityId, Map<String, ?> members) {
        change(data.activities, activityId, members);
    }

    /** Puts an employee on a project's team. */
    public void addToTeam(long projectId, long employeeId) {
        synchronized (data) {
            data.access.addToTeam(Long.toString(projectId), Long.toString(employeeId));
        }
    }

    /** Links an activity to a project. */
    public void addProjectActivity(long projectId, long activityId) {
        synchronized (data) {
            data.access.addActivity(Long.toString(projectId), Long.toString(activityId));
        }
    }

    /** A user corrects an employee's name. */
    public void renameEmployee(long employeeId, String firstName, String lastName) {
        change(data.employees, employeeId, Map.of("FirstName", firstName, "LastName", lastName));
    }

    /** A user gives an employee another number. */
    public void renumberEmployee(long employeeId, long number) {
        change(data.employees, employeeId, Map.of("Number", number));
    }

    /** A user renames an hour type. */
    public void renameHourType(long hourTypeId, String name) {
        change(data.hourTypes, hourTypeId, Map.of(NAME, name));
    }

    /** Locks the ledger up to and with this day; null opens it. */
    public void setLockDate(LocalDate date) {
        data.lockDate(date);
    }

    /** Stops at once. */
    @Override
    public void close() {
        server.close();
    }

    private void change(Table table, long id, Map<String, ?> members) {
        synchronized (data) {
            office.change(table, id, members);
        }
    }
}
