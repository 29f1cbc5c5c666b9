package dokbro.sandbox.go;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.sandbox.http.Request;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Projects and sub-projects (contract, section 3.1). A sub-project keeps its own code; readers see {@code parent.sub}. */
final class Projects extends Resource {

    private static final String PARENT = "ParentProjectId";
    private static final int CODE_LENGTH = 50;
    private static final int NAME_LENGTH = 400;

    private final ProjectTerms terms;

    Projects(GoData data, Whereabouts where) {
        this(data, where, shape(data));
    }

    private Projects(GoData data, Whereabouts where, Shape shape) {
        super(
                data,
                where,
                data.projects,
                shape,
                new Filters()
                        .lastChanged()
                        .created("createdDateTimeOffsetGreaterThan")
                        .numbers("customerNos", "CustomerNo")
                        .codes("departmentCodes", "DepartmentCode")
                        .contains("name", "Name")
                        .choice("projectBillingMethod", "ProjectBillingMethod", shape)
                        .numbers("projectManagerEmployeeNos", "ProjectManagerEmployeeNo")
                        .choice("status", "ProjectStatus", shape)
                        .known("excludeArchivedProject")
                        .known("includeSubProjects")
                        .known("projectCodes"));
        this.terms = new ProjectTerms(data);
    }

    private static Shape shape(GoData data) {
        return new Shape("Project")
                .readOnly(Type.LONG, "Id")
                .writable(Type.TEXT, "Code", "Name", "ContractNo", "PurchaseOrderNo")
                .writable(
                        Type.BOOLEAN,
                        "AllowAllActivities",
                        "AllowAllEmployees",
                        "AttachExpenseVouchersWhenBilling",
                        "DenyTimeTracking",
                        "ExpenseMarkupEnabled",
                        "HourlyRateMarkupEnabled",
                        "IsActive",
                        "IsBillable",
                        "IsInternal")
                .writable(
                        Type.DECIMAL,
                        "BillableRate",
                        "BudgetedBillableRate",
                        "BudgetedCostOfGoods",
                        "BudgetedHours",
                        "BudgetedOtherOperatingExpenses",
                        "BudgetedPayrollExpenses",
                        "BudgetedRevenueHours",
                        "BudgetedTotalRevenue",
                        "ExpenseMarkupFactor",
                        "FixedPrice",
                        "HourlyRateMarkupFactor")
                .writable(Type.TEXT, "ExpenseMarkupDescription", "HourlyRateMarkupDescription")
                .writable(
                        Type.LONG,
                        "CustomerId",
                        "DepartmentId",
                        "ProjectManagerEmployeeId",
                        PARENT,
                        "ExternalNumber",
                        "ContactPersonId",
                        "LocationId",
                        "PaymentTermId",
                        "DeliveryTermId",
                        "BrandingThemeId")
                .postOnly(Type.LONG, "CustomerNo", "ProjectManagerEmployeeNo")
                .postOnly(Type.TEXT, "DepartmentCode", "ParentProjectCode")
                .writable(Type.INTEGER, "Progress")
                .writable(Type.DATE, "StartDate", "EndDate")
                .choice("BillableRateSpecification", "Activity", "Employee", "Project")
                .choice("ProjectBillingMethod", "FixedPrice", "Time", "TimeAndExpenses")
                .choice("ProjectStatus", "Tentative", "Active", "Archived", "NotStarted", "Complete")
                .readOnly(Type.MOMENT, "CreatedDateTimeOffset", "LastChangedDateTimeOffset")
                .required("Name")
                .max("Code", CODE_LENGTH)
                .max("Name", NAME_LENGTH)
                .initial("AllowAllActivities", true)
                .initial("AllowAllEmployees", true)
                .initial("AttachExpenseVouchersWhenBilling", false)
                .initial("DenyTimeTracking", false)
                .initial("IsActive", true)
                .initial("IsInternal", false)
                .initial("BillableRateSpecification", "Activity")
                .initial("ProjectBillingMethod", "Time")
                .initial("ProjectStatus", "Active")
                .refers("CustomerId", "CustomerNo", data.customers, "Number")
                .refers("DepartmentId", "DepartmentCode", data.departments, "Code")
                .refers("ProjectManagerEmployeeId", "ProjectManagerEmployeeNo", data.employees, "Number")
                .refersToProject(PARENT, "ParentProjectCode", data.projects);
    }

    @Override
    void complete(ObjectNode record) {
        if (record.get("Code").isNull()) {
            long next = table().all()
                            .filter(each -> each.get(PARENT).equals(record.get(PARENT)))
                            .map(each -> each.get("Code").asText())
                            .filter(code -> code.matches("\\d{1,15}"))
                            .mapToLong(Long::parseLong)
                            .max()
                            .orElse(0)
                    + 1;
            record.put("Code", Long.toString(next));
        }
    }

    @Override
    void check(ObjectNode record, ObjectNode before) {
        String code = record.get("Code").asText("");
        if (code.isBlank()) {
            throw invalid("Code must have a value.");
        }
        if (code.contains(".")) {
            throw invalid("Code cannot contain '.', which is reserved for sub-projects.");
        }
        terms.check(record);
        checkParent(record, before);
        boolean taken = table().all()
                .anyMatch(each -> each.get("Code").asText().equals(code)
                        && each.get(PARENT).equals(record.get(PARENT))
                        && !each.get("Id").equals(record.get("Id")));
        if (taken) {
            throw invalid("Code is already in use. '" + code + "' is used on another project.");
        }
    }

    private void checkParent(ObjectNode record, ObjectNode before) {
        if (record.get(PARENT).isNull()) {
            return;
        }
        ObjectNode parent = table().now(record.get(PARENT).asText()).orElseThrow();
        boolean hasChildren = before != null && names(table(), PARENT, before);
        if (!parent.get(PARENT).isNull() || hasChildren || parent.get("Id").equals(record.get("Id"))) {
            throw invalid("A sub-project cannot have sub-projects.");
        }
    }

    @Override
    void mayDelete(ObjectNode record) {
        refuseIf(
                names(table(), PARENT, record)
                        || Uses.of(data(), "ProjectId", record)
                        || names(data().activities, "ProjectId", record),
                record);
    }

    @Override
    ObjectNode show(ObjectNode record) {
        return record.get(PARENT).isNull()
                ? record
                : copy(record).setAll(Map.of("Code", ProjectCodes.code(table(), record)));
    }

    @Override
    Predicate<ObjectNode> more(Request request) {
        boolean withSubs = flag(request, "includeSubProjects");
        boolean noArchived = flag(request, "excludeArchivedProject");
        Predicate<ObjectNode> shown =
                record -> !(noArchived && record.get("ProjectStatus").asText().equals("Archived"));
        return request.query("projectCodes")
                .map(text -> {
                    List<String> codes = Filters.list(text).toList();
                    return shown.and(record -> codes.contains(record.get("Code").asText())
                            || withSubs
                                    && codes.contains(
                                            record.get("ParentProjectCode").asText()));
                })
                .orElse(shown);
    }

    @Override
    boolean patchAnswers() {
        return false;
    }

    private static boolean flag(Request request, String parameter) {
        return request.query(parameter)
                .map(text -> Filters.bool(parameter, text))
                .orElse(false);
    }

    private RuntimeException invalid(String detail) {
        return Problem.invalid(shape().entity(), detail);
    }
}
