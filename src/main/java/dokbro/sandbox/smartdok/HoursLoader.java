package dokbro.sandbox.smartdok;

import dokbro.sandbox.Contractor;
import dokbro.sandbox.Contractor.Registration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Puts a contractor's registrations into SmartDok. Ids rise with the date, with gaps; LastUpdated comes after the work. */
final class HoursLoader {

    private static final int FIRST = 130_400_000;
    private static final int TICKS_PER_SECOND = 10_000_000;

    private final Contractor contractor;
    private final Tenant tenant;
    private final Map<String, UUID> users = new HashMap<>();

    HoursLoader(Contractor contractor, Tenant tenant) {
        this.contractor = contractor;
        this.tenant = tenant;
    }

    void load() {
        LocalDateTime now = tenant.time();
        int id = FIRST;
        for (Registration registration : contractor.registrations()) {
            id += 1 + id % 3;
            tenant.hours().load(hours(id, registration, now));
        }
    }

    private Hours hours(int id, Registration r, LocalDateTime now) {
        return new Hours(
                id,
                users.computeIfAbsent(r.employee(), TenantLoader::userId),
                r.date(),
                r.from(),
                r.to(),
                r.breakMinutes(),
                r.timeAccountMinutes(),
                TenantLoader.number(tenant.projects(), r.project()),
                idOrNull(tenant.subProjects(), r.subProject()),
                TenantLoader.number(tenant.activities(), r.activity()),
                TenantLoader.number(tenant.wages(), r.wageType()),
                idOrNull(tenant.departments(), r.department()),
                r.comment() == null ? "" : r.comment(),
                idOrNull(tenant.allowances(), r.perDiem()),
                additions(r),
                r.machines().stream()
                        .map(row -> new Hours.MachineRow(
                                TenantLoader.number(tenant.machines(), row.machine()), row.minutes()))
                        .toList(),
                state(id, r),
                updated(id, r, now));
    }

    private List<Hours.AdditionRow> additions(Registration r) {
        return r.additions().stream()
                .map(row -> new Hours.AdditionRow(
                        TenantLoader.number(tenant.additions(), row.addition()), row.amount(), row.comment()))
                .toList();
    }

    /** Foremen approve everything, project administrators every third, administrators every other. */
    private static Hours.State state(int id, Registration r) {
        return r.approved() ? Hours.State.NEW.approval(true, id % 3 == 0, id % 2 == 0) : Hours.State.NEW;
    }

    private static LocalDateTime updated(int id, Registration r, LocalDateTime now) {
        long ticks = Math.floorMod(id * 7_654_321L, TICKS_PER_SECOND);
        long fine = id % 4 == 0 ? 0 : id % 4 == 1 ? ticks / 100_000 * 100_000 : ticks;
        LocalDateTime after = r.date()
                .atTime(15, 45)
                .plusDays(r.approved() ? 1 : 0)
                .plusSeconds(id % 5000)
                .plusNanos(fine * 100);
        return after.isAfter(now) ? now : after;
    }

    private static Integer idOrNull(Register register, String key) {
        return key == null ? null : Integer.valueOf(register.id(key));
    }
}
