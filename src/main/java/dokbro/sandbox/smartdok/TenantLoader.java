package dokbro.sandbox.smartdok;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.sandbox.Contractor;
import dokbro.sandbox.ContractorData;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

/** Puts a contractor's master data into SmartDok; the same contractor always gets the same ids. */
final class TenantLoader {

    private static final int UNDEFINED_ACTIVITY = 1;
    private static final int ABSENCE_ACTIVITY = 57;

    private final Contractor contractor;
    private final Tenant tenant;
    private final int companyId;
    private final String before;

    TenantLoader(Contractor contractor, Tenant tenant, int companyId) {
        this.contractor = contractor;
        this.tenant = tenant;
        this.companyId = companyId;
        this.before = Times.text(contractor.startDate().minusDays(60).atTime(9, 30, 12, 470_000_000));
    }

    void load() {
        tenant.clear();
        departmentsAndCustomers();
        contractor.employees().stream().filter(e -> e.smartdokName() != null).forEach(this::user);
        contractor.projects().stream().filter(p -> p.smartdokName() != null).forEach(this::project);
        contractor.activities().stream().filter(a -> a.smartdokNumber() != null).forEach(this::activity);
        payRegisters();
        stock();
        new HoursLoader(contractor, tenant).load();
        new GoodsLoader(contractor, tenant).load();
        new InvoiceLoader(contractor, tenant).load();
    }

    private void departmentsAndCustomers() {
        for (Contractor.Department department : contractor.departments()) {
            tenant.departments()
                    .add(
                            department.code(),
                            record(tenant.departments())
                                    .put("Number", department.code())
                                    .put("Name", department.name())
                                    .put("IsActive", true));
        }
        for (Contractor.Customer customer : contractor.customers()) {
            if (customer.smartdokName() != null) {
                String number = customer.number() == null ? "" : customer.number();
                tenant.customers()
                        .add(
                                number,
                                record(tenant.customers())
                                        .put("CustomerNumber", number)
                                        .put("CustomerName", customer.smartdokName())
                                        .put("IsActive", true));
            }
        }
    }

    private void user(Contractor.Employee employee) {
        String id = userId(employee.key()).toString();
        ObjectNode user = tenant.empty()
                .put("Id", id)
                .put("UserName", "bruker." + employee.key())
                .put("Name", employee.smartdokName())
                .put("Email", "bruker." + employee.key() + "@bygg.example")
                .put("Role", "User")
                .put("AccessLevelId", userId("access").toString())
                .put("IsEnded", employee.ended())
                .put("CompanyId", companyId)
                .put("EmployeeNo", employee.smartdokNumber())
                .put("LanguageCode", "nb-no")
                .put("LastActivityTime", before)
                .put("CreatedDate", before);
        if (employee.department() != null) {
            user.put("DepartmentId", number(tenant.departments(), employee.department()));
        }
        tenant.users().add(employee.key(), user);
    }

    private void project(Contractor.Project project) {
        if (project.parent() != null) {
            subProject(project);
            return;
        }
        ObjectNode record = record(tenant.projects())
                .put("ProjectNumber", project.smartdokNumber())
                .put("ProjectName", project.smartdokName())
                .put("IsActive", project.smartdokActive())
                .put("Finished", !project.smartdokActive())
                .put("IsAbsenceProject", project.key().equals(ContractorData.ABSENCE_PROJECT))
                .put("IsOrder", project.order())
                .put("OrderTypeId", project.order() ? Integer.valueOf(1) : null)
                .put("CustomerId", customer(project))
                .put("StartDate", midnight(project.start()))
                .put("EndDate", midnight(project.end()));
        if (project.department() != null) {
            record.putArray("Departments").add(number(tenant.departments(), project.department()));
        }
        tenant.projects().add(project.key(), record);
    }

    private Integer customer(Contractor.Project project) {
        return project.customer() == null ? null : number(tenant.customers(), project.customer());
    }

    private void subProject(Contractor.Project sub) {
        tenant.subProjects()
                .add(
                        sub.key(),
                        record(tenant.subProjects())
                                .put("ProjectId", number(tenant.projects(), sub.parent()))
                                .put("SubProjectNumber", sub.smartdokNumber())
                                .put("SubProjectName", sub.smartdokName())
                                .put("IsActive", sub.smartdokActive())
                                .put("StartDate", midnight(sub.start()))
                                .put("EndDate", midnight(sub.end())));
    }

    private void activity(Contractor.Activity activity) {
        ObjectNode record = tenant.empty();
        switch (activity.smartdokNumber()) {
            case "999" -> record.put("Id", UNDEFINED_ACTIVITY);
            case "888" -> record.put("Id", ABSENCE_ACTIVITY);
            default -> record.put("Id", tenant.activities().nextId());
        }
        tenant.activities()
                .add(
                        activity.key(),
                        record.put("Number", activity.smartdokNumber())
                                .put("Name", activity.smartdokName())
                                .put("IsActive", activity.active()));
    }

    private void payRegisters() {
        for (Contractor.WageType wage : contractor.wageTypes()) {
            tenant.wages()
                    .add(
                            wage.key(),
                            record(tenant.wages())
                                    .put("Number", wage.number())
                                    .put("Name", wage.name())
                                    .put("IsAbsence", wage.absence())
                                    .put("IsActive", wage.active())
                                    .put("Export", wage.export())
                                    .put("Rate", wage.rate()));
        }
        for (Contractor.Addition addition : contractor.additions()) {
            tenant.additions()
                    .add(
                            addition.key(),
                            record(tenant.additions())
                                    .put("Number", addition.number())
                                    .put("Name", addition.name())
                                    .put("Addition", !addition.unit())
                                    .put("UnitAddition", addition.unit())
                                    .put("IsActive", true)
                                    .put("Export", addition.export())
                                    .put("IsOvertime", addition.overtime())
                                    .put("Rate", addition.rate()));
        }
        for (Contractor.PerDiem perDiem : contractor.perDiems()) {
            tenant.allowances()
                    .add(
                            perDiem.key(),
                            record(tenant.allowances())
                                    .put("Number", perDiem.number())
                                    .put("Name", perDiem.name())
                                    .put("IsActive", true)
                                    .put("IsExport", perDiem.export())
                                    .put("Rate", perDiem.rate()));
        }
    }

    private void stock() {
        for (Contractor.Machine machine : contractor.machines()) {
            tenant.machines()
                    .add(
                            machine.key(),
                            record(tenant.machines())
                                    .put("InternalNumber", machine.number())
                                    .put("Code", machine.code())
                                    .put("Name", machine.name())
                                    .put("IsActive", machine.active())
                                    .put("InternalCost", machine.internalCost())
                                    .put("PricePerHour", machine.pricePerHour())
                                    .put("ShowInRegistrations", !"0".equals(machine.number())));
        }
        for (Contractor.Goods goods : contractor.goods()) {
            tenant.goods()
                    .add(
                            goods.key(),
                            record(tenant.goods())
                                    .put("Number", goods.number())
                                    .put("Name", goods.name())
                                    .put("UnitId", goods.unitId())
                                    .put("IsActive", goods.active())
                                    .put("Price", goods.price())
                                    .put("InternalCost", goods.internalCost())
                                    .put("CategoryId", category(goods.category())));
        }
    }

    private int category(String name) {
        return tenant.goodsCategories().all().stream()
                .filter(category -> name.equals(category.path("Name").asText()))
                .map(category -> category.get("Id").asInt())
                .findFirst()
                .orElseGet(() -> {
                    ObjectNode category = tenant.empty()
                            .put("Id", tenant.goodsCategories().nextId())
                            .put("Name", name)
                            .put("IsActive", true);
                    tenant.goodsCategories().add(name, category);
                    return category.get("Id").asInt();
                });
    }

    private ObjectNode record(Register register) {
        return tenant.empty()
                .put("Id", register.nextId())
                .put("Updated", before)
                .put("Created", before);
    }

    private static String midnight(LocalDate date) {
        return date == null ? null : Times.text(date.atStartOfDay());
    }

    static int number(Register register, String key) {
        return Integer.parseInt(register.id(key));
    }

    static UUID userId(String key) {
        return UUID.nameUUIDFromBytes(("smartdok/" + key).getBytes(StandardCharsets.UTF_8));
    }
}
