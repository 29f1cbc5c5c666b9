package dokbro.sandbox.smartdok;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.sandbox.http.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /Machines}, {@code /Goods} and {@code /Goods/Units}; they are only read. */
final class Stock {

    private static final Map<Integer, String> UNITS = units();

    private static final Shape MACHINE = Shape.of(
            Field.zero("Id"),
            Field.blank("Name"),
            Field.blank("InternalNumber"),
            Field.zero("CategoryId"),
            Field.text("RegistrationNumber"),
            Field.text("Description"),
            Field.zero("HoursUsed"),
            Field.zero("MilageKm"),
            Field.zero("ModelYear"),
            Field.text("Location"),
            Field.time("LocationDateTime"),
            Field.time("DateAcquired"),
            Field.flag("IsActive"),
            Field.text("Comment"),
            Field.decimalOrNull("PricePerHour"),
            Field.text("SerialNumber"),
            Field.text("CategoryName"),
            Field.decimalOrNull("InternalCost"),
            Field.text("Code"),
            Field.flag("HideInTransportation"),
            Field.decimal("MaxTons"),
            Field.decimal("MaxM3"),
            Field.blank("ImageUrl"),
            Field.list("ResponsibleUsers"),
            Field.flag("Trailer"),
            Field.flag("ShowInRegistrations"),
            Field.list("DepartmentIds"));

    private static final Shape GOODS = Shape.of(
            Field.zero("Id"),
            Field.blank("Name"),
            Field.text("Number"),
            Field.decimal("Amount"),
            Field.zero("UnitId"),
            Field.object("Unit"),
            Field.flag("IsActive"),
            Field.flag("IsProduction"),
            Field.decimal("Price"),
            Field.decimalOrNull("InternalCost"),
            Field.zero("CategoryId"),
            Field.object("Category"),
            Field.list("Barcodes"));

    private final Tenant tenant;
    private final Endpoints endpoints;

    Stock(Tenant tenant, Endpoints endpoints) {
        this.tenant = tenant;
        this.endpoints = endpoints;
    }

    void routes() {
        new MasterData(
                        tenant,
                        endpoints,
                        tenant.machines(),
                        "/Machines",
                        Claims.MACHINES,
                        true,
                        false,
                        true,
                        Map.of("internalNumber", "InternalNumber", "machineName", "Name"),
                        Map.of(),
                        MasterData.IS_ACTIVE,
                        MACHINE::shown)
                .readable();
        new MasterData(
                        tenant,
                        endpoints,
                        tenant.goods(),
                        "/Goods",
                        Claims.GOODS,
                        false,
                        true,
                        true,
                        Map.of("goodsNumber", "Number", "goodsName", "Name"),
                        Map.of(),
                        MasterData.IS_ACTIVE,
                        this::goods)
                .readable();
        endpoints.get("/Goods/Units", Claims.read(Claims.GOODS), request -> Response.json(200, unitList()));
    }

    /** Goods with unit and category in them. */
    ObjectNode goods(ObjectNode record) {
        ObjectNode shown = GOODS.shown(record);
        int unit = shown.get("UnitId").asInt();
        shown.set("Unit", tenant.empty().put("Id", unit).put("Name", UNITS.getOrDefault(unit, "")));
        tenant.goodsCategories()
                .find(shown.get("CategoryId").asText())
                .ifPresent(category -> shown.set("Category", category));
        return shown;
    }

    private List<ObjectNode> unitList() {
        return UNITS.entrySet().stream()
                .map(unit -> tenant.empty().put("UnitId", unit.getKey()).put("Name", unit.getValue()))
                .toList();
    }

    /** Ids with a gap, as there. */
    private static Map<Integer, String> units() {
        Map<Integer, String> units = new LinkedHashMap<>();
        List<String> first = List.of(
                "stk",
                "meter",
                "kubikkmeter",
                "kvadratmeter",
                "kilo",
                "tonn",
                "kilometer",
                "døgn",
                "timer",
                "pakke",
                "lass");
        for (int i = 0; i < first.size(); i++) {
            units.put(i, first.get(i));
        }
        units.put(16, "liter");
        units.put(23, "rull");
        return units;
    }
}
