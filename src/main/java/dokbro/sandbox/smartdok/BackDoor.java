package dokbro.sandbox.smartdok;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What people do in SmartDok's own pages and no API call can. A registration or record that is not there is a NoSuchElementException; a key
 * that the contractor does not have an IllegalArgumentException. Thread-safe.
 */
public final class BackDoor {

    private final Tenant tenant;
    private final Sessions sessions;
    private final Supplier<SmartDokOptions> options;

    BackDoor(Tenant tenant, Sessions sessions, Supplier<SmartDokOptions> options) {
        this.tenant = tenant;
        this.sessions = sessions;
        this.options = options;
    }

    // Registrations

    /** All registrations in order of date and id. */
    public List<Hours> registrations() {
        return tenant.hours().between(null, null);
    }

    public Optional<Hours> registration(int id) {
        return tenant.hours().find(id);
    }

    /** A registration as {@code GET /WorkHours/{id}} shows it, and its approval and marks with it. */
    public Map<String, Object> shown(Hours hours) {
        Map<String, Object> shown = HoursV2.shown(hours);
        shown.put("Approved", hours.approved());
        shown.put("Exported", hours.state().exported());
        shown.put("ExportedExternal", hours.state().exportedExternal());
        shown.put("ExportedExternalId", hours.state().exportedExternalId());
        return shown;
    }

    /**
     * A registration to be filled in and given to {@link #add}: not approved, an ordinary day.
     *
     * @param employee keys of the contractor's data, as are the others
     */
    public HoursDraft draft(String employee, LocalDate date, String project, String activity, String wageType) {
        return new HoursDraft(new Hours(
                0,
                employeeId(employee),
                date,
                LocalTime.of(7, 0),
                LocalTime.of(15, 30),
                30,
                0,
                id("projects", project),
                null,
                id("activities", activity),
                id("wage-types", wageType),
                null,
                "",
                null,
                List.of(),
                List.of(),
                Hours.State.NEW,
                tenant.time()));
    }

    /** Adds a registration, LastUpdated now, and gives its id. */
    public int add(HoursDraft draft) {
        return tenant.hours().add(draft.hours());
    }

    /** Edits a registration; an approval stays. LastUpdated moves. */
    public void edit(int id, Consumer<HoursDraft> change) {
        must(id, tenant.hours().change(id, true, hours -> {
            HoursDraft draft = hours.draft();
            change.accept(draft);
            return draft.hours();
        }));
    }

    /** Sets the hours to 00:00–00:00, as people do with a registration that they may not delete. */
    public void zero(int id) {
        edit(id, HoursDraft::zero);
    }

    /** Approved by the foreman. */
    public void approve(int id) {
        approve(id, true, false, false);
    }

    /** Sets who has approved it; none of them = withdrawn. */
    public void approve(int id, boolean foreman, boolean projectAdministrator, boolean administrator) {
        must(
                id,
                tenant.hours()
                        .change(
                                id,
                                options.get().touchOnApproval(),
                                hours -> hours.state(
                                        hours.state().approval(foreman, projectAdministrator, administrator))));
    }

    /** Takes every approval back. */
    public void withdraw(int id) {
        approve(id, false, false, false);
    }

    public void delete(int id) {
        must(id, tenant.hours().remove(id));
    }

    // Master data

    /**
     * SmartDok's id of a record of the contractor's data.
     *
     * @param register projects, sub-projects, activities, wage-types, additions, per-diems, departments, customers, machines or goods
     */
    public int id(String register, String key) {
        return TenantLoader.number(register(register), key);
    }

    /** SmartDok's id of an employee of the contractor's data. */
    public UUID employeeId(String key) {
        return UUID.fromString(tenant.users().id(key));
    }

    /** The records of a register as they are kept, employees too; not to be changed. */
    public List<ObjectNode> records(String register) {
        return register(register).all();
    }

    /** Changes members of a record, by SmartDok's names; Updated moves. */
    public void change(String register, Object id, Consumer<ObjectNode> change) {
        must(id, register(register).change(String.valueOf(id), record -> {
            change.accept(record);
            record.put("Updated", tenant.now());
        }));
    }

    /** Adds a record that is like another one but for these members, and gives its id. */
    public int addLike(String register, Object id, Consumer<ObjectNode> change) {
        Register all = register(register);
        ObjectNode record = all.find(String.valueOf(id)).orElseThrow().deepCopy();
        int added = all.nextId();
        change.accept(record.put("Id", added).put("Updated", tenant.now()));
        all.add(record);
        return added;
    }

    /** Takes a record out of a register, as support does; SmartDok's pages cannot. */
    public void remove(String register, Object id) {
        must(id, register(register).remove(String.valueOf(id)));
    }

    public void renameProject(int id, String name) {
        change("projects", id, project -> project.put("ProjectName", name));
    }

    public void renumberProject(int id, String number) {
        change("projects", id, project -> project.put("ProjectNumber", number));
    }

    /** Closes a project: inactive and finished. */
    public void closeProject(int id) {
        change("projects", id, project -> project.put("IsActive", false).put("Finished", true));
    }

    /** Null takes the number away. */
    public void changeEmployeeNumber(UUID id, String number) {
        change("employees", id, user -> user.put("EmployeeNo", number));
    }

    public void renameWageType(int id, String name) {
        change("wage-types", id, wage -> wage.put("Name", name));
    }

    /** Which activities were last written to a project; SmartDok never shows them. */
    public List<Integer> projectActivities(int projectId) {
        ObjectNode project = tenant.projects().find(String.valueOf(projectId)).orElseThrow();
        return project.path("ActivityIds").valueStream().map(id -> id.asInt()).toList();
    }

    /** What people do with rows of goods. */
    public ConsumptionBook consumption() {
        return new ConsumptionBook(tenant);
    }

    /** What people do with invoice bases. */
    public InvoiceBook invoices() {
        return new InvoiceBook(tenant);
    }

    // Access

    /** Takes a claim from the API token, such as WorkHoursRead, ProjectsWrite. */
    public void removeClaim(String claim) {
        sessions.removeClaim(claim);
    }

    public void restoreClaim(String claim) {
        sessions.restoreClaim(claim);
    }

    /** Ends all sessions: the next call is answered 401. */
    public void expireSessions() {
        sessions.expireAll();
    }

    /** When the API token was made; it is renewed from six months on and dies after a year. */
    public void apiTokenIssuedOn(LocalDate day) {
        sessions.issuedOn(day);
    }

    private Register register(String name) {
        Map<String, Register> registers = Map.ofEntries(
                Map.entry("employees", tenant.users()),
                Map.entry("departments", tenant.departments()),
                Map.entry("customers", tenant.customers()),
                Map.entry("projects", tenant.projects()),
                Map.entry("sub-projects", tenant.subProjects()),
                Map.entry("activities", tenant.activities()),
                Map.entry("wage-types", tenant.wages()),
                Map.entry("additions", tenant.additions()),
                Map.entry("per-diems", tenant.allowances()),
                Map.entry("machines", tenant.machines()),
                Map.entry("goods", tenant.goods()));
        Register register = registers.get(name);
        if (register == null) {
            throw new IllegalArgumentException("No register " + name + "; there are " + registers.keySet());
        }
        return register;
    }

    private static void must(Object id, boolean there) {
        if (!there) {
            throw new NoSuchElementException("SmartDok has no record " + id);
        }
    }
}
