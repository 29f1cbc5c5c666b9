package dokbro.sandbox.smartdok;

import dokbro.sandbox.http.Request;
import dokbro.sandbox.http.Response;
import dokbro.sandbox.smartdok.SmartDokOptions.Moving;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code GET /WorkHours/v2} and {@code GET /WorkHours/{id}}: one object a registration, without approval and export marks. */
final class HoursV2 {

    private static final int LARGEST_PAGE = 100;

    private final Tenant tenant;
    private final Endpoints endpoints;

    HoursV2(Tenant tenant, Endpoints endpoints) {
        this.tenant = tenant;
        this.endpoints = endpoints;
    }

    void routes() {
        endpoints.get(
                "/WorkHours/v2",
                Claims.HOURS_READ,
                this::list,
                "offset",
                "count",
                "fromDate",
                "toDate",
                "projectId",
                "subProjectId",
                "areaId",
                "lastUpdated",
                "approved",
                "absence");
        endpoints.get("/WorkHours/{id}", Claims.HOURS_READ, this::one);
    }

    private Response one(Request request) {
        return tenant.hours()
                .find(HoursV2.id(request))
                .map(hours -> Response.json(200, shown(hours)))
                .orElseThrow(Errors::notFound);
    }

    static int id(Request request) {
        try {
            return Integer.parseInt(request.variable("id"));
        } catch (NumberFormatException e) {
            throw Errors.invalid("id", "The value '" + request.variable("id") + "' is not valid.");
        }
    }

    private Response list(Request request) {
        int offset = Params.number(request, "offset").orElse(0);
        int count = Params.number(request, "count").orElse(LARGEST_PAGE);
        if (offset < 0) {
            throw Errors.problem("Invalid offset", "Offset must be 0 or more.");
        }
        if (count < 1 || count > LARGEST_PAGE) {
            throw Errors.problem("Invalid count", "Count must be between 1 and " + LARGEST_PAGE + ".");
        }
        HoursStore hours = tenant.hours();
        List<Integer> ids = Params.number(request, "areaId").isPresent()
                ? List.of()
                : hours.ids(filter(request), endpoints.options().order());
        List<Hours> rows = new ArrayList<>();
        for (int i = offset; i < Math.min((long) offset + count, ids.size()); i++) {
            hours.find(ids.get(i)).ifPresent(rows::add);
        }
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("Count", rows.size());
        page.put("Offset", offset);
        page.put("TotalCount", ids.size());
        page.put("Items", rows.stream().map(HoursV2::shown).toList());
        move(rows, ids);
        return Response.json(200, page);
    }

    private static HoursFilter filter(Request request) {
        return new HoursFilter(
                Params.date(request, "fromDate").orElse(null),
                Params.date(request, "toDate").orElse(null),
                Params.number(request, "projectId").orElse(null),
                Params.number(request, "subProjectId").orElse(null),
                Params.time(request, "lastUpdated").orElse(null),
                Params.flag(request, "approved").orElse(false),
                Params.flag(request, "absence").orElse(null));
    }

    private void move(List<Hours> page, List<Integer> ids) {
        Moving moving = endpoints.options().moving();
        if (moving == Moving.INSERT && !page.isEmpty()) {
            tenant.hours().add(page.get(0));
        } else if (moving == Moving.TOUCH && !ids.isEmpty()) {
            tenant.hours().change(ids.get(ids.size() - 1), true, hours -> hours);
        }
    }

    static Map<String, Object> shown(Hours hours) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("Id", hours.id());
        shown.put("UserId", hours.userId());
        shown.put("Date", hours.date());
        shown.put("TimeFrom", Times.clock(hours.from()));
        shown.put("TimeTo", Times.clock(hours.to()));
        shown.put("BreakTime", Times.clock(hours.breakMinutes()));
        shown.put("BreakStart", null);
        shown.put("HourBankDeposit", Times.clock(hours.hourBank()));
        shown.put("ProjectId", hours.projectId());
        shown.put("SubProjectId", hours.subProjectId());
        shown.put("ActivityId", hours.activityId());
        shown.put("ActivityCategoryId", null);
        shown.put("WageId", hours.wageId());
        shown.put("WageComment", "");
        shown.put("DepartmentId", hours.departmentId());
        shown.put("AreaId", null);
        shown.put("ElementId", null);
        shown.put("Comment", hours.comment());
        shown.put("AdminComment", null);
        shown.put("AvailabilityTime", null);
        shown.put("DaytimeId", null);
        shown.put("AllowanceId", hours.allowanceId());
        shown.put("AllowanceComment", "");
        shown.put("RegistrationType", "Ordinary");
        shown.put("RegistrationNumber", "");
        shown.put(
                "AdditionRegistrations",
                hours.additions().stream().map(HoursV2::addition).toList());
        shown.put(
                "MachineHourRegistrations",
                hours.machines().stream().map(HoursV2::machine).toList());
        shown.put("LastUpdated", Times.text(hours.lastUpdated()));
        return shown;
    }

    private static Map<String, Object> addition(Hours.AdditionRow row) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("WageId", row.additionId());
        shown.put("Amount", row.amount().setScale(Math.max(1, row.amount().scale())));
        shown.put("Comment", row.comment());
        return shown;
    }

    private static Map<String, Object> machine(Hours.MachineRow row) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("MachineId", row.machineId());
        shown.put("Hours", Times.clock(row.minutes()));
        return shown;
    }
}
