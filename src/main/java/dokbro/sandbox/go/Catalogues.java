package dokbro.sandbox.go;

import dokbro.sandbox.go.Resource.Whereabouts;

/** The resources that the API only reads and that have no rules of their own. */
final class Catalogues {

    private static final String CREATED = "createdDateTimeOffsetGreaterThan";

    private final GoData data;
    private final String server;

    Catalogues(GoData data, String server) {
        this.data = data;
        this.server = server;
    }

    /** Employees, with filter on ranges of numbers (contract, section 3.4). */
    Resource employees() {
        Shape shape = new Shape("Employee")
                .readOnly(Type.LONG, "Id", "Number", "ExternalNumber", "DepartmentId", "SubledgerAccountId")
                .readOnly(
                        Type.TEXT,
                        "FirstName",
                        "LastName",
                        "DepartmentCode",
                        "EmailAddress",
                        "JobTitle",
                        "PhoneNumber",
                        "ExternalImportReference",
                        "NationalIdNumber")
                .readOnly(Type.DATE, "DateOfBirth", "HiredDate", "StartDate", "EndDate")
                .readOnly(Type.BOOLEAN, "IsArchived")
                .readOnly(
                        Type.MOMENT,
                        "ContactCreatedDateTimeOffset",
                        "EmployeeCreatedDateTimeOffset",
                        "LastChangedDateTimeOffset")
                .initial("IsArchived", false)
                .initial("NationalIdNumber", "hidden")
                .refers("DepartmentId", "DepartmentCode", data.departments, "Code");
        Filters filters = new Filters()
                .lastChanged()
                .created("employeeCreatedDateTimeOffsetGreaterThan")
                .numbers("employeeNos", "Number")
                .numbers("externalNos", "ExternalNumber")
                .codes("externalImportReference", "ExternalImportReference");
        return new Resource(data, at("/Employees", "Employee"), data.employees, shape, filters);
    }

    Resource payItems() {
        Shape shape = new Shape("Pay item")
                .readOnly(Type.GUID, "Id")
                .readOnly(Type.TEXT, "Code", "Name", "ProcessingType", "Benefit", "PostingType")
                .readOnly(Type.DECIMAL, "Percentage", "Rate")
                .readOnly(Type.BOOLEAN, "IsActive", "HolidayPayBasis")
                .readOnly(Type.MOMENT, "CreatedDateTimeOffset", "LastChangedDateTimeOffset")
                .initial("Benefit", "Cash")
                .initial("PostingType", "GeneralLedgerAccount")
                .initial("HolidayPayBasis", true);
        Filters filters = new Filters()
                .lastChanged()
                .created(CREATED)
                .codes("codes", "Code")
                .flag("isActive", "IsActive");
        return new Resource(data, at("/PayItems", "PayItem"), data.payItems, shape, filters);
    }

    /** Timearter; id 0 is the built-in one. */
    Resource hourTypes() {
        Shape shape = new Shape("Hour type")
                .readOnly(Type.LONG, "Id")
                .readOnly(Type.TEXT, "Name", "PayItemCode")
                .readOnly(Type.DECIMAL, "CostPriceFactor")
                .readOnly(Type.BOOLEAN, "IsActive")
                .readOnly(Type.MOMENT, "LastChangedDateTimeOffset")
                .initial("CostPriceFactor", 1)
                .initial("IsActive", true);
        return new Resource(
                data, at("/TimeTracking/HourType", "TimeTracking"), data.hourTypes, shape, new Filters().lastChanged());
    }

    Resource productGroups() {
        Shape shape = new Shape("Product group")
                .readOnly(Type.LONG, "Id", "StandardSalesAccount", "StandardSalesAccountId")
                .readOnly(Type.TEXT, "Code", "Name", "Description", "UnitOfMeasureCode")
                .choice("ProductType", "Product", "Service")
                .readOnly(Type.BOOLEAN, "IsArchived")
                .readOnly(Type.DECIMAL, "UnitCost", "UnitPrice")
                .readOnly(Type.MOMENT, "CreatedDateTimeOffset", "LastChangedDateTimeOffset")
                .initial("IsArchived", false)
                .initial("ProductType", "Product");
        Filters filters = new Filters()
                .lastChanged()
                .created(CREATED)
                .codes("codes", "Code")
                .codes("names", "Name")
                .flag("isArchived", "IsArchived")
                .choice("type", "ProductType", shape);
        return new Resource(data, at("/ProductGroups", "Product"), data.productGroups, shape, filters);
    }

    Resource vatCodes() {
        Shape shape = new Shape("Vat code")
                .readOnly(Type.LONG, "Id")
                .readOnly(Type.TEXT, "Code", "Name", "Description")
                .readOnly(Type.BOOLEAN, "IsActive", "IsCustom")
                .readOnly(Type.DECIMAL, "Rate")
                .readOnly(Type.DATE, "ValidFrom", "ValidTo")
                .initial("IsActive", true)
                .initial("IsCustom", false)
                .initial("ValidFrom", "2000-01-01");
        Filters filters = new Filters().flag("isActive", "IsActive").known("includeExpired");
        return new Resource(data, at("/VatCodes", "CommonServices"), data.vatCodes, shape, filters);
    }

    Resource accounts() {
        Shape shape = new Shape("General ledger account")
                .readOnly(Type.LONG, "Id", "AccountNo", "DepartmentId")
                .readOnly(Type.TEXT, "Name", "VatCode", "GeneralLedgerAccountType")
                .readOnly(Type.INTEGER, "VatCodeId")
                .readOnly(Type.BOOLEAN, "IsActive", "IsDepartmentRequired", "IsProjectRequired", "IsVatCodeLocked")
                .readOnly(Type.MOMENT, "LastChangedDateTimeOffset")
                .initial("IsActive", true)
                .initial("IsDepartmentRequired", false)
                .initial("IsProjectRequired", false)
                .initial("IsVatCodeLocked", false)
                .refers("VatCodeId", "VatCode", data.vatCodes, "Code");
        Filters filters = new Filters().lastChanged().numbers("accountNos", "AccountNo");
        return new Resource(data, at("/GeneralLedgerAccounts", "GeneralLedgerAccount"), data.accounts, shape, filters);
    }

    /** Made by people out of sales orders; the API reads them only (contract, section 3.11). */
    Resource outgoingInvoices() {
        Shape shape = new Shape("Outgoing invoice")
                .readOnly(Type.GUID, "Id")
                .readOnly(Type.LONG, "InvoiceNo", "OrderNo", "ImportedOrderNo", "CustomerId", "CustomerNo", "ProjectId")
                .readOnly(Type.LONG, "DepartmentId")
                .readOnly(Type.TEXT, "ExternalImportReference", "ProjectCode", "DepartmentCode", "VoucherType")
                .readOnly(Type.DECIMAL, "NetAmount", "TotalAmount")
                .readOnly(Type.BOOLEAN, "IsReversed", "IsCreatedByCurrentIntegration")
                .readOnly(Type.MOMENT, "CreatedDateTimeOffset", "LastChangedDateTimeOffset", "SentDateTimeOffset");
        Filters filters = new Filters()
                .numbers("customerNos", "CustomerNo")
                .codes("departmentCodes", "DepartmentCode")
                .codes("projectCodes", "ProjectCode")
                .codes("invoiceIds", "Id")
                .known("fromDate")
                .known("toDate")
                .numbers("invoiceNos", "InvoiceNo")
                .flag("onlyCreatedByCurrentIntegration", "IsCreatedByCurrentIntegration");
        return new Resource(data, at("/OutgoingInvoices", "OutgoingInvoice"), data.invoices, shape, filters);
    }

    private Whereabouts at(String path, String privilege) {
        return new Whereabouts(path, privilege, server);
    }
}
