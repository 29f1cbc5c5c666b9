package dokbro.entity.products;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Json;
import dokbro.company.Company;
import dokbro.company.ProductSettings;
import dokbro.entity.Catalogue;
import dokbro.entity.Decimals;
import dokbro.entity.Entity;
import dokbro.entity.FirstMatch;
import dokbro.entity.FirstMatch.Candidate;
import dokbro.entity.GoText;
import dokbro.entity.Kinds;
import dokbro.entity.Mapped;
import dokbro.entity.Part;
import dokbro.entity.SourceRecord;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * SmartDok's machines, or its goods, become Go's products. The code is the number with the company's prefix. A product that was in Go before
 * Dokbro is linked when code and name agree, and never changed.
 */
public final class Products implements Entity<ProductFacts> {

    /** Longest Code and Name of a product in Go. */
    private static final int LONGEST_CODE = 100;

    private static final int LONGEST_NAME = 400;

    /** A row of SmartDok's register that has the same number. */
    private record Row(String id, String number, String name, boolean active) {}

    private static final Comparator<Row> BY_ID = Comparator.comparing(Row::id);

    private final boolean machines;

    private Products(boolean machines) {
        this.machines = machines;
    }

    /** MachineOutput → product. */
    public static Products ofMachines() {
        return new Products(true);
    }

    /** GoodsOutputBase → product. */
    public static Products ofGoods() {
        return new Products(false);
    }

    @Override
    public String name() {
        return machines ? Kinds.MACHINES : Kinds.GOODS;
    }

    @Override
    public Class<ProductFacts> factsType() {
        return ProductFacts.class;
    }

    /** @param source a MachineOutput or a GoodsOutputBase; others of its number are looked up in the catalogue */
    @Override
    public List<Part<ProductFacts>> parts(JsonNode source, Company company, Catalogue catalogue) {
        SourceRecord row = new SourceRecord(source, word());
        String id = row.id();
        String name = row.required("Name");
        boolean active = row.yes("IsActive", true);
        String number = row.text(machines ? "InternalNumber" : "Number");
        RecordFailure refused = refused(id, number, name, active, catalogue);
        if (refused != null) {
            return List.of(active ? Part.refused(id, id, null, refused) : Part.skipped(id, id, null, "closed"));
        }
        return List.of(Part.of(
                id,
                id,
                null,
                new ProductFacts(
                        number,
                        name,
                        machines ? null : unit(row),
                        Decimals.orNone(row.decimal("InternalCost")),
                        Decimals.orNone(row.decimal(machines ? "PricePerHour" : "Price")),
                        active)));
    }

    @Override
    public String leftAlone(ProductFacts facts, Company company) {
        if (!facts.active()) {
            return "closed";
        }
        return settings(company).create() ? null : "not-created";
    }

    @Override
    public boolean changesAdopted() {
        return false;
    }

    @Override
    public String label(ProductFacts facts) {
        return facts.number() + " " + facts.name();
    }

    /** The code that the product has, or gets, in Go. */
    public String code(ProductFacts facts, Company company) {
        return settings(company).prefix() + facts.number();
    }

    /**
     * Whether Go has the product already.
     *
     * @param products all of Go's, archived ones too
     */
    public FirstMatch.Answer match(ProductFacts facts, Company company, List<Candidate> products) {
        return FirstMatch.numberAndName(code(facts, company), facts.name(), products);
    }

    @Override
    public Mapped map(String key, int generation, ProductFacts facts, Company company, Catalogue catalogue) {
        String code = code(facts, company);
        ObjectNode payload = Json.mapper().createObjectNode();
        payload.put("Code", GoText.notTooLong(code, LONGEST_CODE));
        payload.put("Name", GoText.notTooLong(facts.name(), LONGEST_NAME));
        String unit = machines ? UnitOfMeasure.HOUR : UnitOfMeasure.of(facts.unit());
        payload.put("UnitOfMeasureCode", unit == null ? UnitOfMeasure.EACH : unit);
        if (unit == null) {
            payload.put("Description", "Enhet i SmartDok: " + (facts.unit() == null ? "ingen" : facts.unit()));
        }
        putIfThere(payload, "UnitCost", facts.cost());
        putIfThere(payload, "UnitPrice", facts.price());
        payload.put("IsArchived", !facts.active());
        if (settings(company).group() != null) {
            payload.put("ProductGroupCode", settings(company).group());
        }
        return new Mapped(payload, Map.of());
    }

    @Override
    public Map<String, Set<String>> touches(Company company) {
        return Map.of(
                "number", Set.of("Code"),
                "name", Set.of("Name"),
                "unit", Set.of("UnitOfMeasureCode", "Description"),
                "cost", Set.of("UnitCost"),
                "price", Set.of("UnitPrice"),
                "active", Set.of("IsArchived"));
    }

    @Override
    public Set<String> patchable() {
        return Set.of("Code", "Name", "UnitOfMeasureCode", "Description", "UnitCost", "UnitPrice", "IsArchived");
    }

    private RecordFailure refused(String id, String number, String name, boolean active, Catalogue catalogue) {
        if (number == null || machines && "0".equals(number)) {
            List<Row> others = rows(catalogue).stream()
                    .filter(row -> row.number() == null || row.number().isBlank() || "0".equals(row.number()))
                    .filter(row -> row.active() && !row.id().equals(id))
                    .sorted(BY_ID)
                    .toList();
            String also = others.isEmpty()
                    ? ""
                    : " (og «" + others.get(0).name() + "»"
                            + (others.size() == 1 ? ")" : " og " + (others.size() - 1) + " til)");
            return new RecordFailure(Reason.NUMBER_MISSING, word() + " \"" + name + "\" med id " + id + also);
        }
        List<Row> twins = rows(catalogue).stream()
                .filter(row -> row.active() && FirstMatch.sameNumber(row.number(), number))
                .toList();
        boolean alone = twins.stream().allMatch(row -> row.id().equals(id));
        return alone || !active
                ? null
                : new RecordFailure(
                        Reason.SAME_NUMBER,
                        word(),
                        number,
                        twins.stream()
                                .sorted(BY_ID)
                                .map(row -> "«" + row.name() + "» (id " + row.id() + ")")
                                .collect(Collectors.joining(", ")));
    }

    private List<Row> rows(Catalogue catalogue) {
        return machines
                ? catalogue.machines().values().stream()
                        .map(row -> new Row(row.id(), row.number(), row.name(), row.active()))
                        .toList()
                : catalogue.goods().values().stream()
                        .map(row -> new Row(row.id(), row.number(), row.name(), row.active()))
                        .toList();
    }

    private static String unit(SourceRecord goods) {
        JsonNode unit = goods.node().path("Unit");
        return unit.isObject() ? new SourceRecord(unit, "enhet").text("Name") : null;
    }

    private static void putIfThere(ObjectNode payload, String member, BigDecimal value) {
        if (value != null) {
            payload.put(member, value);
        }
    }

    private ProductSettings settings(Company company) {
        return machines ? company.machines() : company.goods();
    }

    private String word() {
        return machines ? "maskin" : "vare";
    }
}
