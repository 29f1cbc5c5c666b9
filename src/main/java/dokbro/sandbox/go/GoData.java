package dokbro.sandbox.go;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Dokbro;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Everything that a simulated Go holds. Whoever reads or writes tables, locks or access holds its monitor. */
final class GoData {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSxxx");
    private static final Duration HISTORY = Duration.ofMinutes(5);

    final Table departments = new Table("Department", 2_100_001);
    final Table customers = new Table("Customer", 3_100_001);
    final Table employees = new Table("Employee", 4_100_001);
    final Table hourlyRates = new Table("Employee Hourly Rate", 4_500_001);
    final Table projects = new Table("Project", 5_100_001);
    final Table activities = new Table("Activity", 6_100_001);
    final Table hourTypes = new Table("Hour type", 6_500_001);
    final Table products = new Table("Product", 7_100_001);
    final Table productGroups = new Table("Product group", 7_500_001);
    final Table payItems = new Table("Pay item", 0);
    final Table salaryLines = new Table("Salary line", 8_100_000_001L);
    final Table entries = new Table("Time tracking entry", 9_100_000_001L);
    final Table items = new Table("Time tracking item", 9_500_000_001L);
    final Table itemActivities = new Table("Item activity", 6_800_001);
    final Table vouchers = Table.withGuids("Voucher");
    final Table drafts = Table.withGuids("Journal entry voucher");
    final Table salesOrders = Table.withGuids("Sales order");
    final Table salesOrderLines = Table.withGuids("Sales order line");
    final Table invoices = Table.withGuids("Outgoing invoice");
    final Ledger ledger = new Ledger();
    final Table vatCodes = new Table("Vat code", 31);
    final Table accounts = new Table("General ledger account", 1_100_001);
    final TimeLocks locks = new TimeLocks();
    final ProjectAccess access = new ProjectAccess();

    private final Clock clock;
    private volatile GoOptions options;
    private volatile LocalDate lockDate;

    GoData(Clock clock, GoOptions options) {
        this.clock = clock;
        this.options = options;
    }

    GoOptions options() {
        return options;
    }

    void options(GoOptions changed) {
        options = changed;
    }

    LocalDate lockDate() {
        return lockDate;
    }

    void lockDate(LocalDate date) {
        lockDate = date;
    }

    /** To the precision of Go's timestamps, or less. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Dokbro.OSLO);
    }

    /** The moment whose state a GET sees. */
    Instant visible() {
        return now().minus(options().replicaLag());
    }

    /** Puts a new or changed record into its table, stamped. */
    void save(Table table, ObjectNode record) {
        Instant now = now();
        record.put("LastChangedDateTimeOffset", moment(now));
        table.put(record, now);
        table.forget(record.get("Id").asText(), options().replicaLag().isZero() ? now : now.minus(HISTORY));
    }

    void remove(Table table, String id) {
        table.remove(id, now(), options().replicaLag().isZero());
    }

    static String moment(Instant instant) {
        return MOMENT.format(instant.atOffset(ZoneOffset.UTC));
    }
}
