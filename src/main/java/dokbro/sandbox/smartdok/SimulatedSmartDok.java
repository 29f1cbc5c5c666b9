package dokbro.sandbox.smartdok;

import dokbro.sandbox.Contractor;
import dokbro.sandbox.http.Faults;
import dokbro.sandbox.http.Received;
import dokbro.sandbox.http.SimulatedServer;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A SmartDok on loopback: authorisation, the master data that Dokbro reads and writes, and the registrations, as strict as the contract says.
 * {@link #backDoor()} does what people do in SmartDok's own pages. Thread-safe.
 */
public final class SimulatedSmartDok implements AutoCloseable {

    private final SimulatedServer server;
    private final Tenant tenant;
    private final Sessions sessions;
    private final Contractor contractor;
    private final BackDoor backDoor;
    private volatile SmartDokOptions options;

    /**
     * Binds the port; answers after {@link #start}.
     *
     * @param clock of sessions and LastUpdated
     * @param port 0 for a free one
     */
    public SimulatedSmartDok(Contractor contractor, Clock clock, int port, SmartDokOptions options) {
        this(contractor, clock, port, options, Faults.none());
    }

    /** As above, with faults of a seed of one's own. */
    public SimulatedSmartDok(Contractor contractor, Clock clock, int port, SmartDokOptions options, Faults faults) {
        this.contractor = contractor;
        this.options = options;
        this.tenant = new Tenant(clock);
        this.sessions = new Sessions(clock, this::options);
        this.backDoor = new BackDoor(tenant, sessions, this::options);
        new TenantLoader(contractor, tenant, options.companyId()).load();
        this.server = new SimulatedServer(port, faults).errors(Errors::ofStatus);
        sessions.routes(server);
        Endpoints endpoints = new Endpoints(server, sessions, this::options);
        Users.routes(tenant, endpoints);
        Departments.routes(tenant, endpoints);
        Customers.routes(tenant, endpoints);
        new Projects(tenant, endpoints).routes();
        new SubProjects(tenant, endpoints).routes();
        WorkDescriptions.routes(tenant, endpoints);
        new PayRegisters(tenant, endpoints).routes();
        Stock stock = new Stock(tenant, endpoints);
        stock.routes();
        new GoodsRows(tenant, endpoints, stock::goods).routes();
        new Invoices(tenant, endpoints).routes();
        new HoursV1(tenant, endpoints).routes();
        new HoursV2(tenant, endpoints).routes();
        new ExportMarks(tenant, endpoints).routes();
    }

    public SimulatedSmartDok start() {
        server.start();
        return this;
    }

    public int port() {
        return server.port();
    }

    /** Such as {@code http://127.0.0.1:9101}. */
    public String url() {
        return server.url();
    }

    /** The API token as it is now; Renew changes it. */
    public String apiToken() {
        return sessions.apiToken();
    }

    public SmartDokOptions options() {
        return options;
    }

    /** Changes options while it runs; token and company only count from the next {@link #reset}. */
    public synchronized void options(UnaryOperator<SmartDokOptions> change) {
        options = change.apply(options);
    }

    /** What people do in SmartDok's own pages. */
    public BackDoor backDoor() {
        return backDoor;
    }

    /** Faults and latency. */
    public Faults faults() {
        return server.faults();
    }

    /** How many requests, by {@code METHOD /template status}. */
    public Map<String, Long> counters() {
        return server.counters();
    }

    /** The last requests. */
    public List<Received> received() {
        return server.received();
    }

    /** Empties counters and wire log. */
    public void clear() {
        server.clear();
    }

    /** As at the start: the contractor's data, no sessions, no faults, no log. Options stay. */
    public void reset() {
        sessions.reset();
        server.faults().clear();
        server.clear();
        new TenantLoader(contractor, tenant, options.companyId()).load();
    }

    @Override
    public void close() {
        server.close();
    }
}
