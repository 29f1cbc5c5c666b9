package dokbro.sandbox.go;

/** The members of sales orders and their lines. */
final class SalesOrderShape {

    static final String LINES = "SalesOrderLines";
    static final String ENTITY = "Sales order";

    private static final int REFERENCE_LENGTH = 50;
    private static final String[] DIMENSIONS = {"Dim1Id", "Dim2Id", "Dim3Id", "LocationId"};
    private static final String[] DIMENSION_CODES = {"Dim1Code", "Dim2Code", "Dim3Code", "LocationCode"};

    private SalesOrderShape() {}

    static Shape of(GoData data) {
        return new Shape(ENTITY)
                .readOnly(Type.GUID, "Id")
                .writable(
                        Type.LONG,
                        "BrandingThemeId",
                        "ContactDeliveryAddressId",
                        "CustomerId",
                        "CustomerReferenceContactPersonId",
                        "DeliveryTermId",
                        "DepartmentId",
                        "ImportedOrderNo",
                        "PaymentTermId",
                        "ProjectId",
                        "RelatedInvoiceNo",
                        "SalesPersonEmployeeId")
                .writable(Type.LONG, DIMENSIONS)
                .postOnly(Type.LONG, "CustomerNo", "SalesPersonEmployeeNumber")
                .postOnly(Type.INTEGER, "PaymentTerm")
                .postOnly(Type.TEXT, "BrandingThemeCode", "DeliveryTerm", "DepartmentCode", "ProjectCode")
                .postOnly(Type.TEXT, DIMENSION_CODES)
                .writable(
                        Type.TEXT,
                        "ContractNo",
                        "CurrencyCode",
                        "CustomerReference",
                        "CustomMatchingReference",
                        "ExternalImportReference",
                        "PurchaseOrderReference")
                .writable(Type.DECIMAL, "CurrencyExchangeRate")
                .writable(Type.DATE, "DeliveryDate", "SalesOrderDate")
                .choice(SalesOrders.STATUS, "Draft", SalesOrders.CONFIRMED)
                .readOnly(Type.LONG, "SalesOrderNo")
                .readOnly(Type.BOOLEAN, "IsCreatedByCurrentIntegration")
                .readOnly(Type.MOMENT, "CreatedDateTimeOffset", "LastChangedDateTimeOffset")
                .lines(LINES, line(data))
                .max("ExternalImportReference", REFERENCE_LENGTH)
                .initial(SalesOrders.STATUS, "Draft")
                .initial("CurrencyCode", "NOK")
                .initial("IsCreatedByCurrentIntegration", true)
                .refers("CustomerId", "CustomerNo", data.customers, "Number")
                .refers("DepartmentId", "DepartmentCode", data.departments, "Code")
                .refersToProject("ProjectId", "ProjectCode", data.projects)
                .refers("SalesPersonEmployeeId", "SalesPersonEmployeeNumber", data.employees, "Number")
                .orNone("DepartmentId", "ProjectId");
    }

    private static Shape line(GoData data) {
        return new Shape(ENTITY)
                .readOnly(Type.GUID, "Id")
                .writable(Type.LONG, "DepartmentId", "ProductId", "ProjectId", "SellersReferenceEmployeeId")
                .writable(Type.LONG, DIMENSIONS)
                .postOnly(Type.LONG, "SellersReferenceEmployeeNo")
                .postOnly(Type.TEXT, "DepartmentCode", "ProductCode", "ProjectCode")
                .postOnly(Type.TEXT, DIMENSION_CODES)
                .writable(Type.DECIMAL, "Allowance", "ProductUnitCost", "ProductUnitPrice", "Quantity")
                .writable(Type.TEXT, "Description", "ExternalImportReference")
                .writable(Type.INTEGER, "SortOrder")
                .writable(Type.BOOLEAN, "UseStandardSalesAccount")
                .choice("LineType", "Normal", "Text", "Summary", "InvoiceFee", "TotalHours")
                .choice("UnitOfMeasureCode", Units.ALL)
                .choice("VatReturnSpecification", VatSpecification.ALL)
                .max("ExternalImportReference", REFERENCE_LENGTH)
                .initial("LineType", "Normal")
                .initial("VatReturnSpecification", "None")
                .refers("DepartmentId", "DepartmentCode", data.departments, "Code")
                .refers("ProductId", "ProductCode", data.products, "Code")
                .refersToProject("ProjectId", "ProjectCode", data.projects)
                .refers("SellersReferenceEmployeeId", "SellersReferenceEmployeeNo", data.employees, "Number")
                .orNone("DepartmentId", "ProjectId");
    }
}
