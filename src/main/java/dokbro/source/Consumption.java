package dokbro.source;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.api.ApiCall;
import dokbro.entity.vouchers.CostKind;
import dokbro.entity.vouchers.CostRow;
import dokbro.entity.vouchers.GoodsRows;
import dokbro.run.Run;
import dokbro.smartdok.SmartDokClient;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Consumption of goods: a list without pages and without a time of change, asked for by its days. */
@Component
class Consumption implements CostRows {

    private static final String PATH = "GoodsConsumption";

    /** What {@link GoodsMarks} sets marks on: ids of rows that were read without one. */
    static final String UNMARKED = "goods without mark";

    private final SmartDokClient smartdok;

    Consumption(SmartDokClient smartdok) {
        this.smartdok = smartdok;
    }

    @Override
    public CostKind kind() {
        return CostKind.GOODS_CONSUMPTION;
    }

    /** Some installations give nothing where a day is missing (contracts, SmartDok section 3.8), so that an open end is a year away. */
    @Override
    public Read read(Run run, LocalDate from, LocalDate to) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("fromDate", from.toString());
        query.put("toDate", (to == null ? from.plusYears(1) : to).toString());
        query.put("Selection", "1");
        GoodsRows goods = goods(run);
        Set<String> unmarked = run.once(UNMARKED, HashSet::new);
        List<CostRow> rows = new ArrayList<>();
        Set<String> records = new HashSet<>();
        for (JsonNode row : smartdok.list(run.company(), PATH, query)) {
            CostRow cost = goods.of(row);
            rows.add(cost);
            records.add(cost.key());
            if (!row.path("Exported").asBoolean()) {
                unmarked.add(cost.key());
            }
        }
        return new Read(rows, records);
    }

    private GoodsRows goods(Run run) {
        return new GoodsRows(run.company(), run.catalogue(), run.once("flows in", () -> flowsIn(run)));
    }

    private Set<String> flowsIn(Run run) {
        Set<String> in = new HashSet<>();
        smartdok.list(run.company(), "GoodsLocations/Flows", Map.of()).stream()
                .filter(flow -> "in".equalsIgnoreCase(SmartDokLists.text(flow, "Direction")))
                .forEach(flow -> in.add(SmartDokLists.text(flow, "Id")));
        return in;
    }

    @Override
    public String record(String rowKey) {
        return rowKey;
    }

    /** A row says itself whether it is approved, so that one that is there counts as it is. */
    @Override
    public Confirmed confirm(Run run, Collection<String> records) {
        GoodsRows goods = goods(run);
        List<CostRow> there = new ArrayList<>();
        Set<String> unsure = new HashSet<>();
        for (String record : records) {
            if (run.ended()) {
                unsure.add(record);
            } else {
                find(run, record).map(goods::of).ifPresent(there::add);
            }
        }
        return new Confirmed(there, unsure);
    }

    @Override
    public List<CostRow> changed(Run run, LocalDate from, LocalDate to) {
        return List.of();
    }

    @Override
    public Optional<LocalDate> day(Run run, String record) {
        return find(run, record).map(goods(run)::of).map(CostRow::date);
    }

    private Optional<JsonNode> find(Run run, String record) {
        return smartdok.find(run.company(), PATH + "/" + ApiCall.segment(record));
    }
}
