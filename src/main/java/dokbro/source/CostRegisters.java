package dokbro.source;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.company.Company;
import dokbro.company.VoucherSettings.Price;
import dokbro.entity.Catalogue;
import dokbro.entity.Kinds;
import dokbro.run.Run;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The registers that products, vouchers and invoice bases look up. */
@Component
class CostRegisters {

    private final SmartDokLists smartdok;
    private final PowerOfficeLists poweroffice;

    CostRegisters(SmartDokLists smartdok, PowerOfficeLists poweroffice) {
        this.smartdok = smartdok;
        this.poweroffice = poweroffice;
    }

    /** Both registers of what becomes a product, and what stands in Go for the first match. */
    void forProducts(Run run) {
        boolean machines = run.entity().equals(Kinds.MACHINES);
        run.catalogue(catalogue(
                Map.of(), machines ? machines(run) : Map.of(), machines ? Map.of() : goods(run), Map.of(), run, false));
        poweroffice.products(run);
    }

    /** What a voucher needs: projects, machines or goods, prices, and how far Go is locked. */
    void forVouchers(Run run, String products) {
        Company company = run.company();
        boolean machines = products.equals(Kinds.MACHINES);
        boolean productCost =
                (machines ? company.machineHours() : company.goodsConsumption()).price() == Price.PRODUCT_COST;
        run.catalogue(catalogue(
                smartdok.projectsById(run),
                machines ? machines(run) : Map.of(),
                machines ? Map.of() : goods(run),
                productCost
                        ? productCosts(run, products, machines ? smartdok.machines(run) : smartdok.goods(run))
                        : Map.of(),
                run,
                true));
    }

    /** What the lines of an invoice basis point to. */
    void forInvoices(Run run) {
        run.catalogue(catalogue(smartdok.projectsById(run), machines(run), goods(run), Map.of(), run, false));
    }

    private Catalogue catalogue(
            Map<String, Catalogue.Project> projects,
            Map<String, Catalogue.Machine> machines,
            Map<String, Catalogue.Goods> goods,
            Map<String, BigDecimal> productCosts,
            Run run,
            boolean posts) {
        return new Catalogue(
                Map.of(),
                Map.of(),
                projects,
                Map.of(),
                Map.of(),
                Map.of(),
                machines,
                goods,
                null,
                productCosts,
                posts ? poweroffice.lockDate(run) : null);
    }

    private Map<String, Catalogue.Machine> machines(Run run) {
        return SmartDokLists.byId(
                smartdok.machines(run),
                row -> new Catalogue.Machine(
                        text(row, "Id"),
                        text(row, "InternalNumber"),
                        text(row, "Code"),
                        text(row, "Name"),
                        row.path("IsActive").asBoolean(true),
                        SmartDokLists.decimal(row, "InternalCost")));
    }

    private Map<String, Catalogue.Goods> goods(Run run) {
        return SmartDokLists.byId(
                smartdok.goods(run),
                row -> new Catalogue.Goods(
                        text(row, "Id"),
                        text(row, "Number"),
                        text(row, "Name"),
                        row.path("IsActive").asBoolean(true),
                        SmartDokLists.decimal(row, "InternalCost")));
    }

    /** Unit costs of the linked products; one without a cost is not among them. */
    private Map<String, BigDecimal> productCosts(Run run, String kind, List<JsonNode> rows) {
        Map<String, BigDecimal> byProduct = new HashMap<>();
        poweroffice.products(run).forEach(product -> {
            BigDecimal cost = SmartDokLists.decimal(product, "UnitCost");
            if (cost != null) {
                byProduct.put(text(product, "Id"), cost);
            }
        });
        Map<String, BigDecimal> costs = new HashMap<>();
        Stream<String> ids = rows.stream().map(row -> text(row, "Id"));
        ids.forEach(id -> run.linked(kind, id)
                .map(byProduct::get)
                .ifPresent(cost -> costs.put(Catalogue.productKey(kind, id), cost)));
        return costs;
    }

    private static String text(JsonNode row, String member) {
        return SmartDokLists.text(row, member);
    }
}
