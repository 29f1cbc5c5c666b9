package dokbro.source;

import dokbro.api.ApiCall;
import dokbro.entity.vouchers.CostKind;
import dokbro.link.Links;
import dokbro.run.Run;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** SmartDok's export mark on rows of consumption. SmartDok says itself which rows have it, and it cannot be taken back. */
@Component("goodsMarks")
public class GoodsMarks {

    private final Links links;

    GoodsMarks(Links links) {
        this.links = links;
    }

    /** A call for each row that this run has read without a mark and whose voucher stands; none where the company wants no marks. */
    public List<ApiCall> calls(@ExchangeProperty("run") Run run) {
        List<ApiCall> calls = new ArrayList<>();
        if (!run.company().goodsConsumption().markGoodsExported() || run.ended()) {
            return calls;
        }
        run.doing("setting the export marks in SmartDok");
        Set<String> unmarked = run.once(Consumption.UNMARKED, HashSet::new);
        links
                .standing(
                        run.company().key(),
                        CostKind.GOODS_CONSUMPTION.entity(),
                        run.company().startDate(),
                        CostGroups.OPEN)
                .stream()
                .flatMap(link -> CostDays.rowsOf(link).stream())
                .filter(unmarked::contains)
                .map(row -> new ApiCall(
                        run.company(),
                        "POST",
                        "GoodsConsumption/" + ApiCall.segment(row) + "/MarkAsExported",
                        Map.of(),
                        null))
                .forEach(calls::add);
        return calls;
    }

    /** All marks are set. */
    public void complete(@ExchangeProperty("run") Run run) {
        run.done();
    }
}
