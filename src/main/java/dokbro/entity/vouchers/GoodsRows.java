package dokbro.entity.vouchers;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.company.Company;
import dokbro.company.Company.ApprovedBy;
import dokbro.entity.Catalogue;
import dokbro.entity.FirstMatch;
import dokbro.entity.SourceRecord;
import dokbro.failure.RecordFailure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** SmartDok's consumption of goods as rows of cost. */
public final class GoodsRows {

    private final Company company;
    private final Set<String> flowsIn;
    private final Prices prices;

    /** @param flowsIn ids of the flows into stock, from /GoodsLocations/Flows */
    public GoodsRows(Company company, Catalogue catalogue, Set<String> flowsIn) {
        this.company = company;
        this.flowsIn = Set.copyOf(flowsIn);
        this.prices = new Prices(CostKind.GOODS_CONSUMPTION, company, catalogue);
    }

    /**
     * The row of one consumption; one that is no consumption, or not approved, says why it is skipped.
     *
     * @param consumption a GoodsConsumptionOutput
     */
    public CostRow of(JsonNode consumption) {
        SourceRecord source = new SourceRecord(consumption, "vareforbruk");
        String id = source.id();
        LocalDate date = null;
        try {
            date = source.date("Date");
            if (date == null) {
                throw source.unreadable("Date mangler");
            }
            CostRow row = row(id, date, source);
            String skipped = skipped(source);
            return skipped == null ? row : row.skipped(skipped);
        } catch (RecordFailure why) {
            return CostRow.unreadable(id, date, why.arguments().get(1));
        }
    }

    private CostRow row(String id, LocalDate date, SourceRecord source) {
        SourceRecord goods = within(source, "Goods");
        String goodsId = source.reference("GoodsId") == null ? goods.required("Id") : source.text("GoodsId");
        String projectId = source.reference("ProjectId");
        BigDecimal amount = source.decimal("Amount");
        if (amount == null) {
            throw source.unreadable("Amount mangler");
        }
        return new CostRow(
                id,
                date,
                projectId == null ? within(source, "Project").required("Id") : projectId,
                within(source, "SubProject").reference("Id"),
                goodsId,
                amount,
                prices.of(goodsId, goods.decimal("InternalCost")),
                null,
                null);
    }

    private String skipped(SourceRecord source) {
        if (source.yes("Production", false)) {
            return "production";
        }
        if (source.yes("MassTransport", false)) {
            return "transport";
        }
        if (source.text("FlowId") != null && flowsIn.contains(source.text("FlowId"))) {
            return "flow-in";
        }
        if (!wanted(within(source, "Goods"))) {
            return "category";
        }
        return approved(source) ? null : "not-approved";
    }

    /** Goods know two marks; where the office trusts project administrators, the administrator's counts, since it is the stricter one. */
    private boolean approved(SourceRecord source) {
        boolean administrator = source.yes("AdminAttested", false);
        boolean foreman = source.yes("BasAttested", false);
        ApprovedBy by = company.approvedBy();
        return switch (by) {
            case ANY -> administrator || foreman;
            case FOREMAN -> foreman;
            case PROJECT_ADMINISTRATOR, ADMINISTRATOR -> administrator;
        };
    }

    private boolean wanted(SourceRecord goods) {
        List<String> categories = company.goodsConsumption().goodsCategories();
        String id = goods.reference("CategoryId");
        String name = within(goods, "Category").text("Name");
        return categories.isEmpty()
                || categories.stream()
                        .anyMatch(wanted -> FirstMatch.sameNumber(wanted, id) || FirstMatch.sameName(wanted, name));
    }

    private static SourceRecord within(SourceRecord source, String member) {
        return new SourceRecord(source.node().path(member), source.what() + " (" + member + ")");
    }
}
