package dokbro.entity.additions;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.company.AdditionsSettings;
import dokbro.company.AdditionsSettings.FlatQuantity;
import dokbro.company.Company;
import dokbro.entity.Catalogue;
import dokbro.entity.Correction;
import dokbro.entity.Decimals;
import dokbro.entity.Entity;
import dokbro.entity.FirstMatch;
import dokbro.entity.Mapped;
import dokbro.entity.Overtime;
import dokbro.entity.Part;
import dokbro.entity.additions.AdditionFacts.Kind;
import dokbro.entity.workhours.Registration;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Additions, unit additions and per diem of SmartDok's registrations become Go's salary lines: a part each, keyed
 * {@code <registration>:<addition>[:<ordinal>]} and {@code <registration>:diet}. A registration that was read is complete for its own
 * additions: what it no longer has leaves Go.
 */
public final class Additions implements Entity<AdditionFacts> {

    /** Sent after the payroll of its date was made. */
    public static final String LATE = "late";

    private static final String SPLIT = "split-overtime";

    private static final Set<String> AMOUNTS = Set.of("Quantity", "Amount");

    @Override
    public String name() {
        return "additions";
    }

    @Override
    public Class<AdditionFacts> factsType() {
        return AdditionFacts.class;
    }

    /** @param source a WorkHourOutputV2 that is approved, told by {@link PerDiemDays} of the others of its day */
    @Override
    public List<Part<AdditionFacts>> parts(JsonNode source, Company company, Catalogue catalogue) {
        Registration registration = Registration.read(source, catalogue);
        return RegisteredAddition.of(registration).stream()
                .map(addition -> part(addition, registration, company, catalogue))
                .toList();
    }

    /** A zeroed registration keeps its additions; they go by their own quantities. */
    @Override
    public boolean nothing(AdditionFacts facts) {
        return facts.quantity().signum() == 0;
    }

    /** A salary line has no date: the payroll that is made next pays it. So a new one waits until pay-through reaches its work date. */
    @Override
    public RecordFailure waits(AdditionFacts facts, Company company) {
        LocalDate last = company.additions().payThrough();
        return last != null && facts.date().isAfter(last)
                ? new RecordFailure(Reason.AFTER_PAY_THROUGH, facts.date(), last)
                : null;
    }

    /** Of a payroll that was made before: the next one pays it. */
    @Override
    public String note(AdditionFacts facts, Company company) {
        LocalDate paid = company.additions().paidThrough();
        return paid == null || facts.date().isAfter(paid) ? null : LATE;
    }

    /** Its hours are an entry of their own now: both would be paid. */
    @Override
    public boolean leaves(String skipped) {
        return skipped.equals(SPLIT);
    }

    @Override
    public List<Part<AdditionFacts>> parts(
            JsonNode source, Company company, Catalogue catalogue, Map<String, AdditionFacts> sent) {
        return parts(source, company, catalogue).stream()
                .map(part -> part.facts() == null || !sent.containsKey(part.key())
                        ? part
                        : part.with(keeping(part.facts(), sent.get(part.key()))))
                .toList();
    }

    /** Rate and way of counting are those of the day it was first sent. */
    static AdditionFacts keeping(AdditionFacts now, AdditionFacts sent) {
        boolean sameType = sent.kind() == now.kind() && sent.typeId().equals(now.typeId());
        if (!sameType) {
            return now;
        }
        BigDecimal quantity = now.kind() == Kind.ADDITION ? flat(sent.flatQuantity(), now.minutes()) : now.quantity();
        return now.with(sent.flatQuantity(), quantity, sent.rate());
    }

    @Override
    public Mapped map(String key, int generation, AdditionFacts facts, Company company, Catalogue catalogue) {
        return new SalaryLine(facts, company, catalogue).mapped(key, generation);
    }

    @Override
    public Correction correction(AdditionFacts facts, Catalogue catalogue) {
        Catalogue.Employee employee = catalogue.employees().get(facts.userId());
        Catalogue.Project project =
                facts.absence() ? null : catalogue.projects().get(facts.projectId());
        AdditionType type = AdditionType.of(facts.kind() == Kind.PER_DIEM, facts.typeId(), catalogue);
        return new Correction(
                employee == null ? null : employee.number(),
                employee == null ? null : employee.name(),
                project == null ? null : project.number() + " " + project.name(),
                type == null ? null : type.label(),
                facts.quantity(),
                facts.flatQuantity() == FlatQuantity.HOURS ? "h" : "stk");
    }

    @Override
    public BigDecimal held(JsonNode line, Company company) {
        JsonNode quantity = line.path("Quantity");
        return quantity.isNumber() ? quantity.decimalValue() : null;
    }

    @Override
    public Map<String, Set<String>> touches(Company company) {
        Set<String> type = Set.of("PayItemId", "Quantity", "Amount", "Rate");
        return Map.ofEntries(
                Map.entry("kind", type),
                Map.entry("typeId", type),
                Map.entry("userId", Set.of("EmployeeId")),
                Map.entry("date", Set.of("Comment")),
                Map.entry("minutes", Set.of()),
                Map.entry("flatQuantity", Set.of()),
                Map.entry("quantity", AMOUNTS),
                Map.entry("rate", Set.of()),
                Map.entry("absence", Set.of("ProjectId", "Comment")),
                Map.entry("projectId", Set.of("ProjectId", "Comment")),
                Map.entry("subProjectId", Set.of("ProjectId")),
                Map.entry("departmentId", Set.of("DepartmentId")));
    }

    /** The work date stands in the comment alone: another one pays nobody anything. */
    @Override
    public Set<String> texts() {
        return Set.of("date");
    }

    @Override
    public Set<String> patchable() {
        return Set.of("EmployeeId", "PayItemId", "Quantity", "Amount", "Rate", "ProjectId", "DepartmentId", "Comment");
    }

    @Override
    public boolean replaceable() {
        return true;
    }

    @Override
    public Set<String> marked() {
        return Set.of("ExternalImportReference");
    }

    private static Part<AdditionFacts> part(
            RegisteredAddition addition, Registration registration, Company company, Catalogue catalogue) {
        AdditionType type = AdditionType.of(addition.perDiem(), addition.typeId(), catalogue);
        if (type == null) {
            String why = Admission.skipped(registration, company);
            String kind = addition.perDiem() ? "diett" : "tillegg";
            return why == null
                    ? refused(
                            addition,
                            registration,
                            new RecordFailure(Reason.NOT_LINKED, kind + " med id " + addition.typeId()))
                    : Part.skipped(addition.key(), registration.id(), registration.date(), why);
        }
        AdditionFacts facts = facts(addition, type, registration, company);
        String skipped = skipped(addition, type, registration, company, catalogue);
        if (skipped != null) {
            return Part.skipped(addition.key(), registration.id(), registration.date(), facts, skipped);
        }
        RecordFailure refused = Admission.refused(registration);
        if (refused == null) {
            refused = refused(addition, type, facts, registration);
        }
        return refused == null
                ? Part.of(addition.key(), registration.id(), registration.date(), facts)
                : refused(addition, registration, refused);
    }

    private static String skipped(
            RegisteredAddition addition,
            AdditionType type,
            Registration registration,
            Company company,
            Catalogue catalogue) {
        String skipped = Admission.skipped(registration, company);
        if (skipped == null) {
            skipped = Admission.skippedType(type, company);
        }
        boolean split = !addition.perDiem()
                && !registration.isAbsence()
                && Overtime.isSplit(catalogue.additions().get(addition.typeId()), registration.date(), company);
        return skipped == null && split ? SPLIT : skipped;
    }

    private static RecordFailure refused(
            RegisteredAddition addition, AdditionType type, AdditionFacts facts, Registration registration) {
        String taken = addition.perDiem() ? registration.source().text(PerDiemDays.TAKEN_BY) : null;
        if (taken != null) {
            return new RecordFailure(
                    Reason.PER_DIEM_TWICE,
                    registration.employee().name(),
                    registration.date(),
                    taken,
                    registration.id());
        }
        if (type.unit() && addition.amount() == null) {
            return new RecordFailure(Reason.AMOUNT_MISSING, type.label());
        }
        if (facts.quantity().signum() < 0 && facts.kind() == Kind.ADDITION) {
            var time = registration.time();
            return new RecordFailure(
                    Reason.NEGATIVE_HOURS, time.from(), time.to(), LocalTime.MIDNIGHT.plusMinutes(time.breakMinutes()));
        }
        return null;
    }

    private static Part<AdditionFacts> refused(
            RegisteredAddition addition, Registration registration, RecordFailure why) {
        return Part.refused(addition.key(), registration.id(), registration.date(), why);
    }

    private static AdditionFacts facts(
            RegisteredAddition addition, AdditionType type, Registration registration, Company company) {
        Kind kind = addition.perDiem() ? Kind.PER_DIEM : type.unit() ? Kind.UNIT_ADDITION : Kind.ADDITION;
        int minutes = registration.time().net();
        FlatQuantity flat = kind == Kind.ADDITION ? flatQuantity(type, company.additions()) : null;
        BigDecimal quantity = switch (kind) {
            case PER_DIEM -> BigDecimal.ONE;
            case UNIT_ADDITION -> addition.amount() == null ? BigDecimal.ZERO : addition.amount();
            case ADDITION -> flat(flat, minutes);
        };
        return new AdditionFacts(
                kind,
                addition.typeId(),
                registration.source().text("UserId"),
                registration.date(),
                minutes,
                flat,
                quantity,
                company.additions().rateOfSmartDok() ? type.rate() : null,
                registration.isAbsence(),
                registration.source().text("ProjectId"),
                registration.source().reference("SubProjectId"),
                registration.source().reference("DepartmentId"));
    }

    private static FlatQuantity flatQuantity(AdditionType type, AdditionsSettings settings) {
        return settings.flatQuantityByCode().entrySet().stream()
                .filter(entry -> FirstMatch.sameNumber(entry.getKey(), type.number()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(settings.flatQuantity());
    }

    private static BigDecimal flat(FlatQuantity counted, int minutes) {
        return counted == FlatQuantity.ONE ? BigDecimal.ONE : Decimals.hours(minutes);
    }
}
