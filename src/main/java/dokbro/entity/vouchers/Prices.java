package dokbro.entity.vouchers;

import dokbro.company.Company;
import dokbro.company.VoucherSettings.Price;
import dokbro.entity.Catalogue;
import java.math.BigDecimal;

/** Today's price of a machine hour or a unit of goods, from where the company's setting says. */
record Prices(CostKind kind, Company company, Catalogue catalogue) {

    /**
     * Null for none; 0 and less are none.
     *
     * @param internalCost of SmartDok, may be null
     */
    BigDecimal of(String sourceId, BigDecimal internalCost) {
        BigDecimal price = kind.settings(company).price() == Price.PRODUCT_COST
                ? catalogue.productCosts().get(Catalogue.productKey(kind.products(), sourceId))
                : internalCost;
        return price == null || price.signum() <= 0 ? null : price;
    }
}
