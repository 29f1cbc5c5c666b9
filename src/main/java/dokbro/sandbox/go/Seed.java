package dokbro.sandbox.go;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Dokbro;
import dokbro.sandbox.Contractor;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Puts a contractor's Go side into the tables, in the contractor's order, so that ids are always the same. */
final class Seed {

    private static final long AGE_DAYS = 60;

    private final GoData data;
    private final GoResources resources;
    private final Instant at;
    private final Contractor contractor;

    Seed(GoData data, GoResources resources, Contractor contractor) {
        this.data = data;
        this.resources = resources;
        this.contractor = contractor;
        this.at =
                contractor.today().minusDays(AGE_DAYS).atStartOfDay(Dokbro.OSLO).toInstant();
    }

    void load() {
        for (Contractor.Department each : contractor.departments()) {
            ObjectNode department = resources.departments.shape().blank();
            department.put("Code", each.code()).put("Name", each.name()).put("IsActive", true);
            put(data.departments, department);
        }
        contractor.customers().stream().filter(each -> each.goName() != null).forEach(this::customer);
        contractor.employees().stream().filter(each -> each.goNumber() != null).forEach(this::employee);
        contractor.activities().stream().filter(each -> each.goName() != null).forEach(this::activity);
        projects();
        contractor.payItems().forEach(this::payItem);
        hourType(0, new Contractor.HourType("Regular hours", null, BigDecimal.ONE, true));
        contractor.hourTypes().forEach(each -> hourType(data.hourTypes.newId(), each));
        ledger();
        productGroup("1", "Standard");
        productGroup("M", "Maskiner");
        productGroup("V", "Varer");
        contractor.products().forEach(this::product);
        if (!contractor.machines().isEmpty()) {
            itemActivity("Maskintimer");
            itemActivity("Vareforbruk");
        }
    }

    private void customer(Contractor.Customer each) {
        ObjectNode customer = resources.customers.shape().blank();
        customer.put("Name", each.goName()).put("LegalName", each.goName());
        if (each.number() != null) {
            customer.put("Number", Long.parseLong(each.number().trim()));
        } else {
            resources.customers.complete(customer);
        }
        put(data.customers, customer);
    }

    private void employee(Contractor.Employee each) {
        ObjectNode employee = resources.employees.shape().blank();
        employee.put("Number", each.goNumber())
                .put("FirstName", each.goFirstName())
                .put("LastName", each.goLastName())
                .put("IsArchived", each.archivedInGo());
        if (each.ended()) {
            employee.put("EndDate", contractor.startDate().minusDays(1).toString());
        }
        refer(employee, "DepartmentId", data.departments, "Code", each.department());
        put(data.employees, employee);
        if (each.costRate() != null) {
            ObjectNode rate = resources.hourlyRates.shape().blank();
            rate.set("EmployeeId", employee.get("Id"));
            rate.put("CostRate", each.costRate())
                    .put(
                            "ValidFromDate",
                            contractor.startDate().withDayOfYear(1).toString());
            put(data.hourlyRates, rate);
        }
    }

    private void activity(Contractor.Activity each) {
        ObjectNode activity = resources.activities.shape().blank();
        activity.put("Code", each.goCode())
                .put("Name", each.goName())
                .put("IsActive", each.active())
                .put("ActivityType", each.goType());
        put(data.activities, activity);
    }

    private void projects() {
        Map<String, JsonNode> ids = new HashMap<>();
        for (Contractor.Project each : contractor.projects()) {
            if (each.goCode() != null && each.parent() == null) {
                ids.put(each.key(), project(each, null));
            }
        }
        for (Contractor.Project each : contractor.projects()) {
            if (each.goCode() != null && each.parent() != null) {
                project(each, ids.get(each.parent()));
            }
        }
    }

    private JsonNode project(Contractor.Project each, JsonNode parent) {
        ObjectNode project = resources.projects.shape().blank();
        project.put("Code", each.goCode())
                .put("Name", each.goName())
                .put("ProjectStatus", each.goStatus())
                .put("IsActive", each.goActive())
                .put("DenyTimeTracking", each.denyTimeTracking())
                .put("AllowAllEmployees", each.allowAllEmployees())
                .put("AllowAllActivities", each.allowAllActivities())
                .put("StartDate", each.start() == null ? null : each.start().toString())
                .put("EndDate", each.end() == null ? null : each.end().toString());
        if (parent != null) {
            project.set("ParentProjectId", parent);
        }
        refer(project, "CustomerId", data.customers, "Number", each.customer());
        refer(project, "DepartmentId", data.departments, "Code", each.department());
        put(data.projects, project);
        return project.get("Id");
    }

    private void payItem(Contractor.PayItem each) {
        ObjectNode payItem = resources.payItems.shape().blank();
        payItem.put(
                        "Id",
                        UUID.nameUUIDFromBytes(("pay item " + each.code()).getBytes(StandardCharsets.UTF_8))
                                .toString())
                .put("Code", each.code())
                .put("Name", each.name())
                .put("ProcessingType", each.processingType())
                .put("Rate", each.rate())
                .put("IsActive", each.active());
        put(data.payItems, payItem);
    }

    private void hourType(long id, Contractor.HourType each) {
        ObjectNode hourType = resources.hourTypes.shape().blank();
        hourType.put("Id", id)
                .put("Name", each.name())
                .put("PayItemCode", each.payItemCode())
                .put("CostPriceFactor", each.costPriceFactor())
                .put("IsActive", each.active());
        put(data.hourTypes, hourType);
    }

    private void productGroup(String code, String name) {
        ObjectNode group = resources.productGroups.shape().blank();
        put(data.productGroups, group.put("Code", code).put("Name", name));
    }

    private void product(Contractor.Product each) {
        ObjectNode product = resources.products.shape().blank();
        product.put("Code", each.code())
                .put("Name", each.name())
                .put("UnitOfMeasureCode", each.unit())
                .put("UnitCost", each.cost())
                .put("UnitPrice", each.price());
        refer(product, "ProductGroupId", data.productGroups, "Code", "1");
        refer(product, "StandardSalesAccountId", data.accounts, "AccountNo", "3000");
        put(data.products, product);
    }

    private void itemActivity(String name) {
        ObjectNode activity = resources.itemActivities.shape().blank();
        put(data.itemActivities, activity.put("Name", name));
    }

    private void ledger() {
        vatCode("0", "Ingen mva-behandling", "0");
        vatCode("1", "Inngående mva", "0.25");
        vatCode("3", "Utgående mva", "0.25");
        vatCode("9", "Utgått mva-kode", "0").put("IsActive", false);
        account(3000, "Salgsinntekt", "3", "Income");
        account(4390, "Maskinkostnad prosjekt", "0", "Expense");
        account(4399, "Motkonto maskinkostnad", "0", "Expense");
        account(4300, "Varekostnad", "0", "Expense");
        account(5000, "Lønn", "0", "Expense");
        account(1460, "Varelager", "0", "Asset");
        account(6500, "Kostnad som krever prosjekt", "0", "Expense").put("IsProjectRequired", true);
        account(6510, "Kostnad som krever avdeling", "0", "Expense").put("IsDepartmentRequired", true);
        account(6520, "Kostnad med låst mva-kode", "0", "Expense").put("IsVatCodeLocked", true);
        account(6530, "Sperret konto", "0", "Expense").put("IsActive", false);
    }

    private ObjectNode vatCode(String code, String name, String rate) {
        ObjectNode vatCode = resources.vatCodes.shape().blank();
        put(data.vatCodes, vatCode.put("Code", code).put("Name", name).put("Rate", new BigDecimal(rate)));
        return vatCode;
    }

    private ObjectNode account(long number, String name, String vatCode, String type) {
        ObjectNode account = resources.accounts.shape().blank();
        account.put("AccountNo", number).put("Name", name).put("GeneralLedgerAccountType", type);
        refer(account, "VatCodeId", data.vatCodes, "Code", vatCode);
        put(data.accounts, account);
        return account;
    }

    private void refer(ObjectNode record, String member, Table table, String by, String value) {
        if (value != null) {
            table.find(by, value.trim()).ifPresent(other -> record.set(member, other.get("Id")));
        }
    }

    private void put(Table table, ObjectNode record) {
        if (record.get("Id").isNull()) {
            record.put("Id", table.newId());
        }
        for (String stamp : record.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> name.endsWith("DateTimeOffset"))
                .toList()) {
            record.put(stamp, GoData.moment(at));
        }
        table.put(record, at);
    }
}
