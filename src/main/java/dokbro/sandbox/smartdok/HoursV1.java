package dokbro.sandbox.smartdok;

import dokbro.Json;
import dokbro.sandbox.http.Request;
import dokbro.sandbox.http.Response;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Predicate;

/** {@code GET /WorkHours}: flat rows of a span of at most 93 days, with approval and export marks, all in one answer. */
final class HoursV1 {

    private static final int LONGEST_SPAN = 93;

    private final Tenant tenant;
    private final Endpoints endpoints;

    HoursV1(Tenant tenant, Endpoints endpoints) {
        this.tenant = tenant;
        this.endpoints = endpoints;
    }

    void routes() {
        endpoints.get(
                "/WorkHours",
                Claims.HOURS_READ,
                this::list,
                "fromDate",
                "toDate",
                "includeExported",
                "onlyAttested",
                "includeMachineHours",
                "includeWagesMarkedNoExport",
                "projectId",
                "subProjectId",
                "areaId",
                "exportedExternal",
                "exportedExternalId",
                "absence",
                "includeHourBankHours",
                "includeAllowanceMarkedNoExport",
                "lastUpdated");
    }

    private Response list(Request request) {
        Map<String, List<String>> missing = new LinkedHashMap<>();
        for (String name : List.of("toDate", "fromDate")) {
            if (Params.time(request, name).isEmpty()) {
                missing.put(name, List.of("The " + name + " field is required."));
            }
        }
        if (!missing.isEmpty()) {
            throw Errors.invalid(missing);
        }
        LocalDate from = Params.date(request, "fromDate").orElseThrow();
        LocalDate to = Params.date(request, "toDate").orElseThrow();
        if (ChronoUnit.DAYS.between(from, to) > LONGEST_SPAN) {
            throw Errors.invalid("toDate", "The period can be at most " + LONGEST_SPAN + " days.");
        }
        // written row by row: as maps, a quarter of a busy company would fill the heap
        StringJoiner rows = new StringJoiner(",", "[", "]");
        HoursV1Rows shape = new HoursV1Rows(
                tenant,
                endpoints.options().companyId(),
                Params.flag(request, "includeMachineHours").orElse(false),
                Params.flag(request, "includeWagesMarkedNoExport").orElse(false),
                Params.flag(request, "includeAllowanceMarkedNoExport").orElse(true),
                Params.flag(request, "includeHourBankHours").orElse(false));
        int[] count = new int[1];
        tenant.hours().between(from, to).stream()
                .filter(wanted(request))
                .flatMap(hours -> shape.of(hours).stream())
                .forEach(row -> {
                    rows.add(Json.text(row));
                    count[0]++;
                });
        return Response.text(
                200,
                Response.JSON,
                "{\"Count\":%1$d,\"Offset\":0,\"TotalCount\":%1$d,\"Items\":".formatted(count[0]) + rows + "}");
    }

    private Predicate<Hours> wanted(Request request) {
        HoursFilter filter = new HoursFilter(
                null,
                null,
                Params.number(request, "projectId").orElse(null),
                Params.number(request, "subProjectId").orElse(null),
                Params.time(request, "lastUpdated").orElse(null),
                Params.flag(request, "onlyAttested").orElse(true),
                Params.flag(request, "absence").orElse(null));
        boolean exportedToo = Params.flag(request, "includeExported").orElse(false);
        boolean noArea = Params.number(request, "areaId").isEmpty();
        Boolean external = Params.flag(request, "exportedExternal").orElse(null);
        String externalId = Params.text(request, "exportedExternalId").orElse(null);
        return hours -> noArea
                && filter.meets(hours, tenant.isAbsence(hours.wageId()))
                && (exportedToo || !hours.state().exported())
                && (external == null || external(hours.state(), external, externalId));
    }

    private static boolean external(Hours.State state, boolean wanted, String id) {
        return wanted == state.exportedExternal() && (!wanted || id == null || id.equals(state.exportedExternalId()));
    }
}
