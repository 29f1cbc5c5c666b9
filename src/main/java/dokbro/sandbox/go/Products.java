package dokbro.sandbox.go;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Products (contract, section 3.6). POST answers 200. */
final class Products extends Resource {

    private static final int CODE_LENGTH = 100;
    private static final int NAME_LENGTH = 400;

    Products(GoData data, Whereabouts where) {
        this(data, where, shape(data));
    }

    private Products(GoData data, Whereabouts where, Shape shape) {
        super(
                data,
                where,
                data.products,
                shape,
                new Filters()
                        .lastChanged()
                        .created("createdDateTimeOffsetGreaterThan")
                        .codes("codes", "Code")
                        .codes("names", "Name")
                        .codes("productGroupCodes", "ProductGroupCode")
                        .flag("isArchived", "IsArchived")
                        .choice("type", "ProductType", shape));
    }

    private static Shape shape(GoData data) {
        return new Shape("Product")
                .readOnly(Type.LONG, "Id")
                .writable(Type.TEXT, "Code", "Description", "Gtin", "Name")
                .writable(Type.BOOLEAN, "IsArchived", "IsStockItem")
                .writable(Type.LONG, "OptionalSalesAccountId", "ProductGroupId", "StandardSalesAccountId")
                .postOnly(Type.LONG, "OptionalSalesAccount", "StandardSalesAccount")
                .postOnly(Type.TEXT, "ProductGroupCode")
                .writable(Type.DECIMAL, "StockOnHand", "UnitCost", "UnitPrice")
                .choice("ProductType", "Product", "Service")
                .choice("UnitOfMeasureCode", Units.ALL)
                .readOnly(Type.MOMENT, "CreatedDateTimeOffset", "LastChangedDateTimeOffset")
                .required("Name")
                .max("Code", CODE_LENGTH)
                .max("Name", NAME_LENGTH)
                .initial("IsArchived", false)
                .initial("IsStockItem", false)
                .initial("ProductType", "Product")
                .initial("UnitOfMeasureCode", "EA")
                .refers("ProductGroupId", "ProductGroupCode", data.productGroups, "Code")
                .refers("StandardSalesAccountId", "StandardSalesAccount", data.accounts, "AccountNo")
                .refers("OptionalSalesAccountId", "OptionalSalesAccount", data.accounts, "AccountNo");
    }

    @Override
    void check(ObjectNode record, ObjectNode before) {
        if (!record.get("StockOnHand").isNull() && !record.get("IsStockItem").asBoolean()) {
            throw Problem.invalid(shape().entity(), "StockOnHand can only be set when IsStockItem is true.");
        }
        for (String price : List.of("UnitCost", "UnitPrice")) {
            if (record.get(price).decimalValue().signum() < 0) {
                throw Problem.invalid(shape().entity(), price + " cannot be negative.");
            }
        }
        unique("Code", record);
    }

    @Override
    void mayDelete(ObjectNode record) {
        refuseIf(
                names(data().activities, "ProductId", record)
                        || names(data().itemActivities, "ProductId", record)
                        || Uses.of(data(), "ProductId", record),
                record);
    }

    @Override
    int createdStatus() {
        return 200;
    }
}
