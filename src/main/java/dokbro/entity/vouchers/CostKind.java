package dokbro.entity.vouchers;

import dokbro.company.Company;
import dokbro.company.VoucherSettings;
import dokbro.entity.Catalogue;
import dokbro.entity.Decimals;
import dokbro.entity.Kinds;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The two kinds of cost that become vouchers. */
public enum CostKind {
    MACHINE_HOURS("machine-hours", "MH", Kinds.MACHINES, "Maskintimer"),
    GOODS_CONSUMPTION("goods-consumption", "GC", Kinds.GOODS, "Vareforbruk");

    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    private final String entity;
    private final String letters;
    private final String products;
    private final String title;

    CostKind(String entity, String letters, String products, String title) {
        this.entity = entity;
        this.letters = letters;
        this.products = products;
        this.title = title;
    }

    public String entity() {
        return entity;
    }

    /** In references. */
    String letters() {
        return letters;
    }

    /** The links of its products. */
    String products() {
        return products;
    }

    String title() {
        return title;
    }

    VoucherSettings settings(Company company) {
        return this == MACHINE_HOURS ? company.machineHours() : company.goodsConsumption();
    }

    /** As a voucher has it: minutes of a machine are hours with two decimals. */
    BigDecimal quantity(BigDecimal ofFacts) {
        return this == MACHINE_HOURS
                ? Decimals.plain(ofFacts.divide(MINUTES, 2, RoundingMode.HALF_UP))
                : Decimals.plain(ofFacts);
    }

    /** Kroner to the øre, of the exact quantity. */
    BigDecimal amount(BigDecimal ofFacts, BigDecimal price) {
        BigDecimal product = ofFacts.multiply(price);
        return Decimals.kroner(this == MACHINE_HOURS ? product.divide(MINUTES, 10, RoundingMode.HALF_UP) : product);
    }

    /** For people: "maskin M20 Gravemaskin". */
    String label(String id, Catalogue catalogue) {
        String number;
        String name;
        if (this == MACHINE_HOURS) {
            Catalogue.Machine machine = catalogue.machines().get(id);
            number = machine == null ? null : machine.number();
            name = machine == null ? null : machine.name();
        } else {
            Catalogue.Goods goods = catalogue.goods().get(id);
            number = goods == null ? null : goods.number();
            name = goods == null ? null : goods.name();
        }
        String word = this == MACHINE_HOURS ? "maskin " : "vare ";
        return word + (name == null ? "med id " + id : (number == null ? "" : number + " ") + name);
    }
}
