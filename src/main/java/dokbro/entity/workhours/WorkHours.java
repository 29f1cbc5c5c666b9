package dokbro.entity.workhours;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.company.Company;
import dokbro.company.Company.Comments;
import dokbro.company.Company.QuantityUnit;
import dokbro.company.Company.TimeAccount;
import dokbro.entity.Catalogue;
import dokbro.entity.Correction;
import dokbro.entity.Entity;
import dokbro.entity.Mapped;
import dokbro.entity.Part;
import dokbro.failure.RecordFailure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

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
        return parts(source, company, catalogue, Map.of());
    }

    @Override
    public List<Part<WorkHoursFacts>> parts(
            JsonNode source, Company company, Catalogue catalogue, Map<String, WorkHoursFacts> sent) {
        Registration registration = Registration.read(source, catalogue);
        if (registration.date().isBefore(company.startDate())) {
            Set<String> keys = sent.isEmpty() ? Set.of(registration.id()) : new TreeSet<>(sent.keySet());
            return keys.stream()
                    .map(key -> skipped(registration, key, "before-start-date"))
                    .toList();
        }
        // An emptied registration asks nothing of the settings and registers: it only takes away what stands in Go.
        if (registration.time().isZero()) {
            return List.of(part(registration, "", 0, null));
        }
        TimeAccount timeAccount = timeAccount(company, sent);
        String skipped = Admission.skipped(registration, company);
        if (skipped != null) {
            SplitOvertime overtime = SplitOvertime.of(registration, company, catalogue);
            return skippedParts(registration, timeAccount, overtime, sent.keySet(), skipped);
        }
        RecordFailure refused = Admission.refused(registration, company, timeAccount);
        if (refused != null) {
            return List.of(Part.refused(registration.id(), registration.id(), registration.date(), refused));
        }
        SplitOvertime overtime = SplitOvertime.of(registration, company, catalogue);
        refused = overtime.refused(ordinaryMinutes(registration, timeAccount));
        if (refused != null) {
            return List.of(Part.refused(registration.id(), registration.id(), registration.date(), refused));
        }
        return timeParts(registration, timeAccount, overtime);
    }

    /** A registration keeps the treatment that its hours to the time account were first sent with. */
    private static TimeAccount timeAccount(Company company, Map<String, WorkHoursFacts> sent) {
        return sent.values().stream()
                .map(WorkHoursFacts::timeAccount)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(company.timeAccount());
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
        return touches(company, company.workHours().sendTimes());
    }

    /** An entry that was sent with its times must not keep them beside other hours. */
    @Override
    public Map<String, Set<String>> touches(Company company, JsonNode sent) {
        return touches(company, company.workHours().sendTimes() || sent.has("FromTime"));
    }

    /** With from and to times, Go itself shows whether it takes the quantity for minutes (design, section 5, "Quantity unit"). */
    @Override
    public Company forCanary(Company company) {
        return company.withWorkHours(company.workHours().withTimes());
    }

    private static Map<String, Set<String>> touches(Company company, boolean times) {
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
        // Kept as it was sent; what it means stands in the minutes and the parts.
        touches.put("timeAccount", Set.of());
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
    public Set<String> texts() {
        return Set.of("comment");
    }

    @Override
    public Correction correction(WorkHoursFacts facts, Catalogue catalogue) {
        Catalogue.Employee employee = catalogue.employees().get(facts.userId());
        Catalogue.Project project = catalogue.projects().get(facts.projectId());
        Catalogue.WageType wageType = catalogue.wageTypes().get(facts.wageTypeId());
        return new Correction(
                employee == null ? null : employee.number(),
                employee == null ? null : employee.name(),
                project == null ? null : project.number() + " " + project.name(),
                wageType == null ? null : wageType.name(),
                hours(BigDecimal.valueOf(facts.minutes())),
                "h");
    }

    @Override
    public BigDecimal held(JsonNode record, Company company) {
        JsonNode quantity = record.path("Quantity");
        if (!quantity.isNumber()) {
            return null;
        }
        boolean minutes = company.poweroffice().quantityUnit() == QuantityUnit.MINUTES;
        return minutes ? hours(quantity.decimalValue()) : quantity.decimalValue();
    }

    /** With up to four decimals: three times twenty minutes are an hour. */
    private static BigDecimal hours(BigDecimal minutes) {
        BigDecimal hours =
                minutes.divide(BigDecimal.valueOf(60), 4, RoundingMode.HALF_UP).stripTrailingZeros();
        return hours.scale() < 2 ? hours.setScale(2, RoundingMode.UNNECESSARY) : hours;
    }

    @Override
    public boolean replaceable() {
        return true;
    }

    @Override
    public Set<String> marked() {
        return Set.of("InternalComment");
    }

    /** Hours that neither go to an entry of the time account nor are left out. */
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
                        ? skipped(registration, registration.id(), ALL_BANKED)
                        : part(registration, "", ordinary - overtime.sum(), timeAccount));
        if (time.banked() > 0 && timeAccount == TimeAccount.SEPARATE) {
            parts.add(part(registration, BANK, time.banked(), timeAccount));
        }
        overtime.minutes()
                .forEach((id, minutes) -> parts.add(Part.of(
                        registration.id() + OVERTIME + id,
                        registration.id(),
                        registration.date(),
                        registration.facts(minutes, false, timeAccount, id))));
        return List.copyOf(parts);
    }

    /** What was sent and is never sent any more keeps its facts, so that a change of the registration is told from one of a setting. */
    private static List<Part<WorkHoursFacts>> skippedParts(
            Registration registration, TimeAccount timeAccount, SplitOvertime overtime, Set<String> sent, String why) {
        int net = registration.time().net();
        List<Part<WorkHoursFacts>> parts = new ArrayList<>();
        if (net > registration.time().banked()) {
            timeParts(registration, timeAccount, overtime).stream()
                    .filter(part -> part.key().equals(registration.id()) || sent.contains(part.key()))
                    .map(part -> Part.skipped(part.key(), part.owner(), part.date(), part.facts(), why))
                    .forEach(parts::add);
        } else {
            parts.add(Part.skipped(
                    registration.id(),
                    registration.id(),
                    registration.date(),
                    registration.facts(net, false, timeAccount),
                    why));
        }
        return List.copyOf(parts);
    }

    private static Part<WorkHoursFacts> part(
            Registration registration, String suffix, int minutes, TimeAccount timeAccount) {
        return Part.of(
                registration.id() + suffix,
                registration.id(),
                registration.date(),
                registration.facts(minutes, suffix.equals(BANK), timeAccount));
    }

    private static Part<WorkHoursFacts> skipped(Registration registration, String key, String why) {
        return Part.skipped(key, registration.id(), registration.date(), why);
    }
}
