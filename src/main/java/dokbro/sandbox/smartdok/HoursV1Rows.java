package dokbro.sandbox.smartdok;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of one registration in v1: one for the wage type, one for each addition, per diem, deposit and machine (an assumption). */
final class HoursV1Rows {

    private final Tenant tenant;
    private final int companyId;
    private final boolean machines;
    private final boolean wagesNotExported;
    private final boolean allowanceNotExported;
    private final boolean bankedHours;

    HoursV1Rows(
            Tenant tenant,
            int companyId,
            boolean machines,
            boolean wagesNotExported,
            boolean allowanceNotExported,
            boolean bankedHours) {
        this.tenant = tenant;
        this.companyId = companyId;
        this.machines = machines;
        this.wagesNotExported = wagesNotExported;
        this.allowanceNotExported = allowanceNotExported;
        this.bankedHours = bankedHours;
    }

    List<Map<String, Object>> of(Hours hours) {
        List<Map<String, Object>> rows = new ArrayList<>();
        ObjectNode wage = record(tenant.wages(), hours.wageId());
        if (wagesNotExported || wage.path("Export").asBoolean()) {
            rows.add(wageRow(hours, wage));
            if (hours.hourBank() > 0) {
                Map<String, Object> row = wageRow(hours, wage);
                row.put("TimeKontoLine", true);
                row.put("OrdinaryHours", null);
                row.put("NetHours", null);
                rows.add(row);
            }
        }
        for (Hours.AdditionRow addition : hours.additions()) {
            ObjectNode kind = record(tenant.additions(), addition.additionId());
            if (wagesNotExported || kind.path("Export").asBoolean()) {
                rows.add(additionRow(hours, addition, kind));
            }
        }
        if (hours.allowanceId() != null) {
            ObjectNode kind = record(tenant.allowances(), hours.allowanceId());
            if (allowanceNotExported || kind.path("IsExport").asBoolean()) {
                Map<String, Object> row = row(hours, kind);
                row.put("Diet", true);
                row.put("OrdinaryHours", 1);
                rows.add(row);
            }
        }
        if (machines) {
            for (int i = 0; i < hours.machines().size(); i++) {
                rows.add(machineRow(hours, hours.machines().get(i), i));
            }
        }
        return rows;
    }

    private Map<String, Object> wageRow(Hours hours, ObjectNode wage) {
        int net = hours.netMinutes();
        Map<String, Object> row = row(hours, wage);
        row.put("OrdinaryHoursFrom", clock(hours.from()));
        row.put("OrdinaryHoursTo", clock(hours.to()));
        row.put("OrdinaryHours", decimal(net));
        row.put("BreakTime", decimal(hours.breakMinutes()));
        row.put("TimeKontoHours", decimal(hours.hourBank()));
        row.put("NetHours", decimal(bankedHours ? net : net - hours.hourBank()));
        return row;
    }

    private Map<String, Object> additionRow(Hours hours, Hours.AdditionRow addition, ObjectNode kind) {
        Map<String, Object> row = row(hours, kind);
        row.put("WageAddition", kind.path("Addition").asBoolean());
        row.put("UnitAddition", kind.path("UnitAddition").asBoolean());
        row.put("OrdinaryHours", addition.amount());
        row.put("Comment", addition.comment() == null ? "" : addition.comment());
        return row;
    }

    private Map<String, Object> machineRow(Hours hours, Hours.MachineRow machine, int ordinal) {
        Map<String, Object> row = row(hours, tenant.empty());
        row.put("WageId", null);
        row.put("MachineHourId", hours.id() * 2 + ordinal);
        row.put("EquipmentId", machine.machineId());
        row.put("EquipmentCode", record(tenant.machines(), machine.machineId()).get("Code"));
        row.put("OrdinaryHours", decimal(machine.minutes()));
        return row;
    }

    private Map<String, Object> row(Hours hours, ObjectNode kind) {
        Hours.State state = hours.state();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("CompanyID", companyId);
        row.put("UserID", hours.userId());
        ObjectNode user = tenant.users().find(hours.userId().toString()).orElse(tenant.empty());
        row.put("EmployeeNo", user.get("EmployeeNo"));
        row.put("WorkHourID", hours.id());
        row.put("AdminAttested", state.administrator());
        row.put("ProjectAdminAttested", state.projectAdministrator());
        row.put("ForemanAttested", state.foreman());
        row.put("Exported", state.exported());
        row.put("Invoiced", false);
        row.put("Date", Times.text(hours.date().atStartOfDay()));
        row.put("DepartmentIDUser", user.get("DepartmentId"));
        ObjectNode project = record(tenant.projects(), hours.projectId());
        row.put("DepartmentIDsProject", project.get("Departments"));
        row.put("DepartmentIDHours", hours.departmentId());
        row.put("Deviation", false);
        row.put("ChangeHours", false);
        row.put("PriceWork", false);
        row.put("AeNumber", null);
        row.put("WorkDescriptionId", hours.activityId());
        row.put("WageId", kind.get("Id"));
        row.put("WageName", kind.get("Name"));
        row.put("WageCode", kind.get("Number"));
        for (String flag : List.of("WageAddition", "UnitAddition", "Diet", "TimeKontoLine")) {
            row.put(flag, false);
        }
        for (String none : List.of("OrdinaryHoursFrom", "OrdinaryHoursTo", "OrdinaryHours", "BreakTime")) {
            row.put(none, null);
        }
        for (String none : List.of("TimeKontoHours", "NetHours", "DailyWorkHours")) {
            row.put(none, null);
        }
        row.put("Comment", hours.comment());
        row.put("AdminComment", "");
        for (String none : List.of("MachineHourId", "EquipmentId", "EquipmentCode")) {
            row.put(none, null);
        }
        places(row, hours, project);
        row.put("ExportedExternal", state.exportedExternal());
        row.put("ExportedExternalId", state.exportedExternalId());
        row.put("LastUpdated", Times.text(hours.lastUpdated()));
        return row;
    }

    private void places(Map<String, Object> row, Hours hours, ObjectNode project) {
        ObjectNode activity = record(tenant.activities(), hours.activityId());
        ObjectNode sub =
                hours.subProjectId() == null ? tenant.empty() : record(tenant.subProjects(), hours.subProjectId());
        row.put("WorkDescriptionCode", activity.get("Number"));
        row.put("WorkDescription", activity.get("Name"));
        row.put("WorkDescriptionCategoryId", NullNode.instance);
        row.put("IsOrder", project.get("IsOrder"));
        row.put("ProjectID", hours.projectId());
        row.put("ProjectNo", project.get("ProjectNumber"));
        row.put("ProjectNumber", project.get("ProjectNumber"));
        row.put("ProjectName", project.get("ProjectName"));
        row.put("SubProjectID", hours.subProjectId());
        row.put("SubProjectNo", sub.get("SubProjectNumber"));
        row.put("SubProjectNumber", sub.get("SubProjectNumber"));
        row.put("SubProjectName", sub.get("SubProjectName"));
        row.put("AreaID", null);
        row.put("AreaNumber", null);
        row.put("AreaName", null);
    }

    private ObjectNode record(Register register, int id) {
        return register.find(String.valueOf(id)).orElse(tenant.empty());
    }

    private static BigDecimal clock(LocalTime time) {
        return decimal(time.toSecondOfDay() / 60);
    }

    private static BigDecimal decimal(int minutes) {
        BigDecimal hours = BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(60), 4, RoundingMode.HALF_UP);
        return hours.stripTrailingZeros().scale() < 0 ? hours.setScale(0) : hours.stripTrailingZeros();
    }
}
