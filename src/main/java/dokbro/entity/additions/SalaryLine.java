package dokbro.entity.additions;

import static dokbro.entity.SettingsMapping.byNumber;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Json;
import dokbro.company.Company;
import dokbro.entity.Catalogue;
import dokbro.entity.Decimals;
import dokbro.entity.ImportReference;
import dokbro.entity.Kinds;
import dokbro.entity.Mapped;
import dokbro.entity.Mapped.Reference;
import dokbro.entity.Parents;
import dokbro.entity.additions.AdditionFacts.Kind;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The SalaryLine of Go for one addition. It has no work date, so the comment, which is printed on the payslip, says it. */
final class SalaryLine {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    /** Processing types that know the rate themselves, or take it from the employee. */
    private static final Set<String> QUANTITY = Set.of("HourlyWage", "PercentOfHourlyWage", "PercentOfFixedSalary");

    private static final Set<String> QUANTITY_AND_RATE = Set.of(
            "QuantityAndFixedRate",
            "QuantityAndFixedRateReportingZeroAsQuantity",
            "QuantityAndRate",
            "QuantityAndRateReportingZeroAsQuantity",
            "QuantityAndRateSubjectToWithholdingTax");

    private static final Set<String> AMOUNT =
            Set.of("FixedAmount", "FixedAmountWithQuantity", "FixedAmountWithQuantitySubjectToWithholdingTax");

    private final AdditionFacts facts;
    private final Company company;
    private final Catalogue catalogue;
    private final AdditionType type;

    SalaryLine(AdditionFacts facts, Company company, Catalogue catalogue) {
        this.facts = facts;
        this.company = company;
        this.catalogue = catalogue;
        this.type = AdditionType.of(facts.kind() == Kind.PER_DIEM, facts.typeId(), catalogue);
        if (type == null) {
            throw new RecordFailure(Reason.NOT_LINKED, "tillegg med id " + facts.typeId());
        }
    }

    Mapped mapped(String key, int generation) {
        Catalogue.PayItem payItem = payItem();
        ObjectNode payload = Json.mapper().createObjectNode();
        payload.put("Quantity", facts.quantity());
        if (payItem != null && isOf(AMOUNT, payItem)) {
            payload.put("Amount", Decimals.kroner(facts.quantity().multiply(facts.rate())));
        } else if (facts.rate() != null) {
            payload.put("Rate", facts.rate());
        }
        payload.put("Comment", comment());
        payload.put("ExternalImportReference", ImportReference.of("AD", key, generation));
        return new Mapped(payload, references());
    }

    private Map<String, Reference> references() {
        Parents parents = new Parents(company, catalogue);
        Map<String, Reference> references = new LinkedHashMap<>();
        references.put("EmployeeId", parents.employee(facts.userId()));
        String kind = facts.kind() == Kind.PER_DIEM ? Kinds.PER_DIEM_TYPES : Kinds.ADDITION_TYPES;
        references.put("PayItemId", new Reference(List.of(kind), facts.typeId(), type.label()));
        if (!facts.absence()) {
            references.put("ProjectId", parents.project(facts.projectId(), facts.subProjectId()));
        }
        if (facts.departmentId() != null) {
            references.put("DepartmentId", parents.department(facts.departmentId()));
        }
        return references;
    }

    /** Null where Go's pay items were not read; then Go has the last word. */
    private Catalogue.PayItem payItem() {
        if (catalogue.payItems() == null) {
            return null;
        }
        Map<String, String> mapping = facts.kind() == Kind.PER_DIEM
                ? company.mappings().perDiems()
                : company.mappings().additions();
        String mapped = byNumber(mapping, type.number());
        String code = mapped == null ? type.number() : mapped;
        Catalogue.PayItem payItem = code == null ? null : catalogue.payItems().get(code.strip());
        if (payItem == null) {
            throw new RecordFailure(Reason.NO_PAY_ITEM, type.label(), code == null ? "(ingen)" : code);
        }
        String shown = payItem.code() + " " + payItem.name();
        if (!payItem.active()) {
            throw new RecordFailure(Reason.PAY_ITEM_INACTIVE, type.label(), shown);
        }
        check(payItem, shown);
        return payItem;
    }

    private void check(Catalogue.PayItem payItem, String shown) {
        BigDecimal fixed = Decimals.orNone(payItem.rate());
        if (payItem.processingType() == null || isOf(QUANTITY, payItem)) {
            return;
        }
        if (isOf(QUANTITY_AND_RATE, payItem)) {
            if (facts.rate() == null && fixed == null) {
                throw new RecordFailure(Reason.PAY_ITEM_NEEDS_RATE, type.label(), shown);
            }
        } else if (!isOf(AMOUNT, payItem)) {
            throw new RecordFailure(Reason.PAY_ITEM_UNFIT, type.label(), shown, payItem.processingType());
        } else if (facts.rate() == null) {
            throw new RecordFailure(Reason.PAY_ITEM_NEEDS_AMOUNT, type.label(), shown);
        }
    }

    private static boolean isOf(Set<String> types, Catalogue.PayItem payItem) {
        return payItem.processingType() != null && types.contains(payItem.processingType());
    }

    private String comment() {
        String day = facts.date().format(DAY);
        if (facts.absence()) {
            return day;
        }
        Catalogue.Project project = catalogue.projects().get(facts.projectId());
        return project == null ? day : day + " prosjekt " + project.number() + " " + project.name();
    }
}
