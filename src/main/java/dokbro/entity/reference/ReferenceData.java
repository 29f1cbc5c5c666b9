package dokbro.entity.reference;

import static dokbro.entity.SettingsMapping.byName;
import static dokbro.entity.SettingsMapping.byNumber;
import static dokbro.entity.SettingsMapping.skips;

import dokbro.company.Company;
import dokbro.entity.FirstMatch;
import dokbro.entity.Kinds;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which rows of the two systems' registers belong together (design, section 2). Pure: the caller keeps the links. What has no counterpart
 * gets no row, and neither has what a setting says to skip; a link that has no row any more is no reason to drop it.
 */
public final class ReferenceData {

    /** Go's built-in "regular hours": never by equal name, only when a mapping says so, since a missing hour type means it too. */
    private static final String REGULAR_HOURS = "0";

    private final Registers registers;
    private final Company company;
    private final List<ReferenceRow> rows = new ArrayList<>();

    private ReferenceData(Registers registers, Company company) {
        this.registers = registers;
        this.company = company;
    }

    /** The links that should be, kind by kind, each with a problem where two rows almost agree. */
    public static List<ReferenceRow> rows(SmartDokRegisters smartdok, GoRegisters go, Company company) {
        ReferenceData data = new ReferenceData(Registers.of(smartdok, go), company);
        data.employees();
        data.wageTypes();
        data.codes(Kinds.ADDITION_TYPES, company.mappings().additions());
        data.codes(Kinds.PER_DIEM_TYPES, company.mappings().perDiems());
        data.codes(Kinds.DEPARTMENTS, Map.of());
        data.customers();
        data.chosenProjects();
        data.chosenActivities();
        data.chosenHourTypes();
        data.chosenProducts();
        return List.copyOf(data.rows);
    }

    private void employees() {
        for (RegisterEntry user : registers.users().entries()) {
            boolean skipped =
                    company.skipEmployees().stream().anyMatch(number -> FirstMatch.sameNumber(number, user.number()));
            if (skipped || user.number() == null) {
                continue;
            }
            FirstMatch.Answer answer = FirstMatch.employee(
                    user.number(),
                    user.name(),
                    candidates(registers.goEmployees().byNumber(user.number())));
            List<String> twins = twins(user);
            if (answer instanceof FirstMatch.Same && !twins.isEmpty()) {
                problem(Kinds.EMPLOYEES, user.id(), several(Kinds.EMPLOYEES, user.number(), "SmartDok", twins));
            } else {
                add(Kinds.EMPLOYEES, user, answer);
            }
        }
    }

    /** Ids of all active users with this one's number and name, where it is active and not alone. An ended one is the same person before. */
    private List<String> twins(RegisterEntry user) {
        List<String> ids = registers.users().byNumber(user.number()).stream()
                .filter(other -> other.open() && FirstMatch.samePerson(user.name(), other.name()))
                .map(RegisterEntry::id)
                .toList();
        return user.open() && ids.size() > 1 ? ids : List.of();
    }

    private void wageTypes() {
        for (RegisterEntry wage : registers.wages().entries()) {
            String mapped = byName(company.mappings().wageTypes(), wage.name());
            String wanted = mapped == null ? wage.name() : mapped;
            if (!skips(mapped)) {
                List<RegisterEntry> found = registers
                        .goHourTypes()
                        .byName(wanted, type -> mapped != null || !REGULAR_HOURS.equals(type.id()));
                add(Kinds.WAGE_TYPES, wage.id(), wage, wanted, found, mapped != null);
            }
        }
    }

    private void codes(String kind, Map<String, String> mapping) {
        for (RegisterEntry entry : registers.source(kind).entries()) {
            String mapped = byNumber(mapping, entry.number());
            String wanted = mapped == null ? entry.number() : mapped;
            if (!skips(mapped)) {
                add(kind, entry.id(), entry, wanted, registers.target(kind).byNumber(wanted), mapped != null);
            }
        }
    }

    private void customers() {
        for (RegisterEntry customer : registers.customers().entries()) {
            if (customer.number() != null) {
                List<RegisterEntry> found = registers.goCustomers().byNumber(customer.number());
                add(
                        Kinds.CUSTOMERS,
                        customer,
                        FirstMatch.numberAndName(customer.number(), customer.name(), candidates(found)));
            }
        }
    }

    private void chosenProjects() {
        for (String code : named(company.defaultProject(), company.workHours().absenceProject())) {
            add(Kinds.CHOSEN_PROJECTS, code, null, code, registers.goProjects().byNumber(code), true);
        }
    }

    private void chosenActivities() {
        Set<String> chosen = new LinkedHashSet<>();
        company.mappings().activities().values().forEach(value -> chosen.addAll(named(value)));
        company.mappings().absence().values().forEach(value -> chosen.addAll(named(value)));
        chosen.addAll(named(company.workHours().defaultActivity()));
        for (String activity : chosen) {
            List<RegisterEntry> byCode = registers.goActivities().byNumber(activity);
            List<RegisterEntry> found =
                    byCode.isEmpty() ? registers.goActivities().byName(activity, any -> true) : byCode;
            add(Kinds.CHOSEN_ACTIVITIES, activity, null, activity, found, true);
        }
    }

    private void chosenHourTypes() {
        Set<String> chosen = new LinkedHashSet<>(named(company.timeAccountHourType()));
        company.mappings().overtime().values().forEach(value -> chosen.addAll(named(value)));
        for (String name : chosen) {
            add(
                    Kinds.CHOSEN_HOUR_TYPES,
                    name,
                    null,
                    name,
                    registers.goHourTypes().byName(name, any -> true),
                    true);
        }
    }

    private void chosenProducts() {
        for (String code : named(company.invoiceBasis().lineProducts().values().toArray(String[]::new))) {
            add(Kinds.CHOSEN_PRODUCTS, code, null, code, registers.goProducts().byNumber(code), true);
        }
    }

    private void add(String kind, RegisterEntry source, FirstMatch.Answer answer) {
        if (answer instanceof FirstMatch.Same same) {
            link(kind, source.id(), source, registers.target(kind).byId(same.id()), false);
        } else if (answer instanceof FirstMatch.OtherName other) {
            problem(
                    kind,
                    source.id(),
                    new RecordFailure(
                            Reason.OTHER_NAME,
                            Registers.sourceWord(kind),
                            source.number(),
                            Objects.toString(source.name(), ""),
                            Objects.toString(other.name(), "")));
        } else if (answer instanceof FirstMatch.Several several) {
            problem(kind, source.id(), several(kind, source.number(), "Go", several.ids()));
        }
    }

    private void add(
            String kind,
            String sourceId,
            RegisterEntry source,
            String wanted,
            List<RegisterEntry> found,
            boolean chosen) {
        if (found.size() == 1) {
            link(kind, sourceId, source, found.get(0), chosen);
        } else if (found.size() > 1) {
            List<String> ids = found.stream().map(RegisterEntry::id).toList();
            problem(kind, sourceId, several(kind, wanted, "Go", ids));
        }
    }

    private void link(String kind, String sourceId, RegisterEntry source, RegisterEntry target, boolean chosen) {
        rows.add(new ReferenceRow(kind, sourceId, target.id(), LinkedIdentity.of(source, target), chosen, null));
    }

    private void problem(String kind, String sourceId, RecordFailure problem) {
        rows.add(new ReferenceRow(kind, sourceId, null, null, false, problem));
    }

    private static RecordFailure several(String kind, String what, String system, List<String> ids) {
        String word = "Go".equals(system) ? Registers.targetWord(kind) : Registers.sourceWord(kind);
        return new RecordFailure(Reason.SEVERAL_CANDIDATES, word, what, system, String.join(", ", ids));
    }

    private static List<FirstMatch.Candidate> candidates(List<RegisterEntry> entries) {
        return entries.stream().map(RegisterEntry::candidate).toList();
    }

    /** The settings that are set. */
    private static Set<String> named(String... settings) {
        Set<String> named = new LinkedHashSet<>();
        for (String setting : settings) {
            if (setting != null && !setting.isBlank() && !skips(setting.strip())) {
                named.add(setting.strip());
            }
        }
        return named;
    }
}
