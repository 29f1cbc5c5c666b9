package dokbro.entity.workhours;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.company.Company;
import dokbro.company.Company.Comments;
import dokbro.company.Company.TimeAccount;
import dokbro.entity.Catalogue;
import dokbro.entity.Entity;
import dokbro.entity.Mapped;
import dokbro.entity.Part;
import dokbro.failure.RecordFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * SmartDok's registrations become Go's time entries. A registration is one part, keyed by its id; with {@code time-account: separate} what
 * goes to the time account is a second part, keyed {@code <id>:bank}; with {@code split-overtime} each overtime addition is one as well,
 * keyed {@code <id>:ot<addition>}. A registration that is skipped or refused as a whole is one part.
 */
public final class WorkHours implements Entity<WorkHoursFacts> {

    private static final String BANK = ":bank";
    private static final String OVERTIME = ":ot";
    private static final String ALL_BANKED = "all-to-time-account";

    @Override
    public String name() {
        return "work-hours";
    }

    @Override
    public Class<WorkHoursFacts> factsType() {
        return WorkHoursFacts.class;
    }

    /** @param source a WorkHourOutputV2 that is approved */
    @Override
    public List<Part<WorkHoursFacts>> parts(JsonNode source, Company company, Catalogue catalogue) {
        Registration registration = Registration.read(source, catalogue);
        if (registration.date().isBefore(company.startDate())) {
            return List.of(skipped(registration, "before-start-date"));
        }
        // An emptied registration asks nothing of the settings and registers: it only takes away what stands in Go.
        if (registration.time().isZero()) {
            return List.of(part(registration, "", 0, false));
        }
        String skipped = Admission.skipped(registration, company);
        if (skipped != null) {
            return List.of(Part.skipped(
                    registration.id(),
                    registration.id(),
                    registration.date(),
                    registration.facts(registration.time().net(), false),
                    skipped));
        }
        RecordFailure refused = Admission.refused(registration, company);
        if (refused != null) {
            return List.of(Part.refused(registration.id(), registration.id(), registration.date(), refused));
        }
        SplitOvertime overtime = SplitOvertime.of(registration, company, catalogue);
        refused = overtime.refused(ordinaryMinutes(registration, company.timeAccount()));
        if (refused != null) {
            return List.of(Part.refused(registration.id(), registration.id(), registration.date(), refused));
        }
        return timeParts(registration, company.timeAccount(), overtime);
    }

    @Override
    public boolean nothing(WorkHoursFacts facts) {
        return facts.minutes() == 0;
    }

    @Override
    public Mapped map(String key, int generation, WorkHoursFacts facts, Company company, Catalogue catalogue) {
        return new TimeEntry(facts, company, catalogue).mapped(key, generation);
    }

    @Override
    public Map<String, Set<String>> touches(Company company) {
        boolean times = company.workHours().sendTimes();
        Map<String, Set<String>> touches = new HashMap<>();
        touches.put("userId", Set.of("EmployeeId"));
        touches.put("date", Set.of("Date"));
        touches.put(
                "minutes",
                times
                        ? Set.of("Quantity", "BillableQuantity", "FromTime", "ToTime", "BreakTime")
                        : Set.of("Quantity", "BillableQuantity"));
        touches.put("banked", Set.of("HourTypeId"));
        touches.put("overtimeId", Set.of("HourTypeId"));
        touches.put("from", times ? Set.of("FromTime") : Set.of());
        touches.put("to", times ? Set.of("ToTime") : Set.of());
        touches.put("breakMinutes", times ? Set.of("BreakTime") : Set.of());
        touches.put("projectId", Set.of("ProjectId"));
        touches.put("subProjectId", Set.of("ProjectId"));
        touches.put("activityId", Set.of("ActivityTimeId"));
        // Another wage type may make work of absence, or absence of work.
        touches.put("wageTypeId", Set.of("HourTypeId", "ActivityTimeId", "ProjectId", "BillableQuantity"));
        touches.put("departmentId", Set.of("DepartmentId"));
        touches.put(
                "comment", company.workHours().comments() == Comments.INTERNAL ? Set.of("InternalComment") : Set.of());
        return Map.copyOf(touches);
    }

    @Override
    public Set<String> patchable() {
        return Set.of("Date", "Quantity", "BillableQuantity", "ProjectId", "InternalComment", "ExternalComment");
    }

    @Override
    public boolean replaceable() {
        return true;
    }

    @Override
    public Set<String> marked() {
        return Set.of("InternalComment");
    }

    /** Hours that do not go to an entry or nowhere as hours to the time account. */
    private static int ordinaryMinutes(Registration registration, TimeAccount timeAccount) {
        RegisteredTime time = registration.time();
        return timeAccount == TimeAccount.SEND ? time.net() : time.net() - time.banked();
    }

    private static List<Part<WorkHoursFacts>> timeParts(
            Registration registration, TimeAccount timeAccount, SplitOvertime overtime) {
        RegisteredTime time = registration.time();
        int ordinary = ordinaryMinutes(registration, timeAccount);
        boolean allBanked = time.banked() > 0 && ordinary == 0;
        List<Part<WorkHoursFacts>> parts = new ArrayList<>();
        parts.add(
                allBanked
                        ? skipped(registration, ALL_BANKED)
                        : part(registration, "", ordinary - overtime.sum(), false));
        if (time.banked() > 0 && timeAccount == TimeAccount.SEPARATE) {
            parts.add(part(registration, BANK, time.banked(), true));
        }
        overtime.minutes()
                .forEach((id, minutes) -> parts.add(Part.of(
                        registration.id() + OVERTIME + id,
                        registration.id(),
                        registration.date(),
                        registration.facts(minutes, false, id))));
        return List.copyOf(parts);
    }

    private static Part<WorkHoursFacts> part(Registration registration, String suffix, int minutes, boolean banked) {
        return Part.of(
                registration.id() + suffix,
                registration.id(),
                registration.date(),
                registration.facts(minutes, banked));
    }

    private static Part<WorkHoursFacts> skipped(Registration registration, String why) {
        return Part.skipped(registration.id(), registration.id(), registration.date(), why);
    }
}
