package dokbro.sandbox.smartdok;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.sandbox.http.Request;
import java.util.Map;
import java.util.function.Predicate;

/** {@code /Wages}, {@code /Additions} and {@code /Allowance}; they are only read. */
final class PayRegisters {

    private static final Shape WAGE = Shape.of(
            Field.zero("Id"),
            Field.blank("Name"),
            Field.flag("IsAbsence"),
            Field.flag("IsDaytime"),
            Field.blank("Number"),
            Field.flag("IsActive"),
            Field.flag("Export"),
            Field.decimal("Rate"),
            Field.decimal("HourlyCost"),
            Field.decimal("InternalPrice"),
            Field.zero("Order"),
            Field.flag("IsCommentRequired"));

    private static final Shape ADDITION = Shape.of(
            Field.zero("Id"),
            Field.blank("Number"),
            Field.blank("Name"),
            Field.flag("Addition"),
            Field.flag("UnitAddition"),
            Field.flag("IsActive"),
            Field.flag("Export"),
            Field.decimal("Rate"),
            Field.decimal("HourlyCost"),
            Field.decimalOrNull("InternalPrice"),
            Field.zero("Order"),
            Field.flag("IsCommentRequired"),
            Field.flag("IsOvertime"));

    private static final Shape ALLOWANCE = Shape.of(
            Field.zero("Id"),
            Field.blank("Name"),
            Field.blank("Number"),
            Field.zero("CompanyId"),
            Field.flag("IsActive"),
            Field.decimalOrNull("Rate"),
            Field.zero("Order"),
            Field.flag("IsCommentRequired"),
            Field.flag("IsExport"));

    private final Tenant tenant;
    private final Endpoints endpoints;

    PayRegisters(Tenant tenant, Endpoints endpoints) {
        this.tenant = tenant;
        this.endpoints = endpoints;
    }

    void routes() {
        new MasterData(
                        tenant,
                        endpoints,
                        tenant.wages(),
                        "/Wages",
                        Claims.WAGES,
                        true,
                        false,
                        false,
                        Map.of("wageNumber", "Number", "wageName", "Name"),
                        Map.of(),
                        MasterData.IS_ACTIVE,
                        WAGE::shown)
                .readable();
        new MasterData(
                        tenant,
                        endpoints,
                        tenant.allowances(),
                        "/Allowance",
                        Claims.ALLOWANCE,
                        false,
                        true,
                        true,
                        Map.of("number", "Number", "name", "Name"),
                        Map.of(),
                        MasterData.IS_ACTIVE,
                        this::allowance)
                .readable();
        MasterData additions = new MasterData(
                tenant,
                endpoints,
                tenant.additions(),
                "/Additions",
                Claims.ADDITIONS,
                false,
                true,
                false,
                Map.of("additionNumber", "Number", "additionName", "Name"),
                Map.of(),
                MasterData.IS_ACTIVE,
                ADDITION::shown);
        additions.list("/Additions", this::kinds, "onlyAddition", "onlyUnitAddition");
        endpoints.get("/Additions/{id}", Claims.read(Claims.ADDITIONS), additions::one);
    }

    /** Without a kind the list is empty, unless the option says otherwise. */
    private Predicate<ObjectNode> kinds(Request request) {
        boolean flat = Params.flag(request, "onlyAddition").orElse(false);
        boolean unit = Params.flag(request, "onlyUnitAddition").orElse(false);
        if (!flat && !unit && !endpoints.options().additionsNeedKind()) {
            return addition -> true;
        }
        return addition -> addition.path("UnitAddition").asBoolean() ? unit : flat;
    }

    private ObjectNode allowance(ObjectNode record) {
        return ALLOWANCE.shown(record).put("CompanyId", endpoints.options().companyId());
    }
}
