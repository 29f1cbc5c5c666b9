package dokbro.company;

import java.util.List;

/**
 * The keys of section 5 that stand under {@code machine-hours} and {@code goods-consumption}.
 *
 * @param debitAccount number of the cost account; null only while the entity is off, as is creditAccount
 * @param vatCode of every line
 * @param skipWithoutPrice true: what has no price is left out; false: it is a dead letter
 * @param draft true: vouchers are left as drafts for an accountant
 * @param lateAreTasks true: a voucher of a locked period is left to a person; false: it is posted on the first open day
 * @param goodsCategories names or ids of the categories that are sent; empty for all
 * @param markGoodsExported whether consumption is marked in SmartDok, where it cannot be undone
 */
public record VoucherSettings(
        Target target,
        Integer debitAccount,
        Integer creditAccount,
        String vatCode,
        Price price,
        boolean skipWithoutPrice,
        GroupBy groupBy,
        boolean draft,
        boolean lateAreTasks,
        List<String> goodsCategories,
        boolean markGoodsExported) {

    /** What a cost becomes in Go. */
    public enum Target {
        VOUCHER,
        TIME_ITEM
    }

    /** Where the price comes from: SmartDok's internal cost, or the cost of the product in Go. */
    public enum Price {
        INTERNAL_COST,
        PRODUCT_COST
    }

    /** One voucher a record, or one for a project (or sub-project) and day. */
    public enum GroupBy {
        RECORD,
        PROJECT_DAY
    }
}
