package dokbro.sandbox.go;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Customers (contract, section 3.5). */
final class Customers extends Resource {

    private static final long FIRST = 10_000;
    private static final long LAST = 19_999;
    private static final int REFERENCE_LENGTH = 50;

    Customers(GoData data, Whereabouts where) {
        super(
                data,
                where,
                data.customers,
                shape(data),
                new Filters()
                        .lastChanged()
                        .created("customerCreatedDateTimeOffsetGreaterThan")
                        .numbers("customerNos", "Number")
                        .numbers("externalNos", "ExternalNumber")
                        .codes("externalImportReference", "ExternalImportReference"));
    }

    private static Shape shape(GoData data) {
        return new Shape("Customer")
                .readOnly(Type.LONG, "Id")
                .writable(
                        Type.TEXT,
                        "CurrencyCode",
                        "EmailAddress",
                        "ExternalImportReference",
                        "FirstName",
                        "InvoiceEmailAddress",
                        "InvoiceEmailAddressCC",
                        "LastName",
                        "LegalName",
                        "Name",
                        "OrganizationNumber",
                        "PhoneNumber",
                        "WebsiteUrl")
                .writable(Type.LONG, "DepartmentId", "ExternalNumber", "Number", "SalesPersonEmployeeId")
                .postOnly(Type.TEXT, "DepartmentCode")
                .postOnly(Type.LONG, "SalesPersonEmployeeNumber")
                .writable(Type.DECIMAL, "Allowance", "BillableRate")
                .writable(Type.DATE, "CustomerSince", "DateOfBirth")
                .writable(Type.BOOLEAN, "IsArchived", "IsPerson", "IsVatFree", "UseInvoiceFee")
                .choice(
                        "InvoiceDeliveryType",
                        "PdfByEmail",
                        "Print",
                        "EHF",
                        "AvtaleGiro",
                        "External",
                        "Efaktura",
                        "Factoring")
                .readOnly(Type.BOOLEAN, "IsActive")
                .readOnly(Type.LONG, "SubledgerAccountId")
                .readOnly(
                        Type.MOMENT,
                        "ContactCreatedDateTimeOffset",
                        "CustomerCreatedDateTimeOffset",
                        "LastChangedDateTimeOffset")
                .max("ExternalImportReference", REFERENCE_LENGTH)
                .initial("IsActive", true)
                .initial("IsArchived", false)
                .initial("IsPerson", false)
                .initial("IsVatFree", false)
                .initial("InvoiceDeliveryType", "PdfByEmail")
                .refers("DepartmentId", "DepartmentCode", data.departments, "Code")
                .refers("SalesPersonEmployeeId", "SalesPersonEmployeeNumber", data.employees, "Number");
    }

    @Override
    void complete(ObjectNode record) {
        if (record.get("Number").isNull()) {
            Set<Long> taken =
                    table().all().map(each -> each.get("Number").asLong()).collect(Collectors.toSet());
            LongStream.rangeClosed(FIRST, LAST)
                    .filter(number -> !taken.contains(number))
                    .findFirst()
                    .ifPresent(number -> record.put("Number", number));
        }
        String created = GoData.moment(data().now());
        record.put("CustomerCreatedDateTimeOffset", created);
        record.put("ContactCreatedDateTimeOffset", created);
    }

    @Override
    void check(ObjectNode record, ObjectNode before) {
        String name = record.get("IsPerson").asBoolean() ? "LastName" : "Name";
        if (record.get(name).asText("").isBlank() || record.get(name).isNull()) {
            throw Problem.invalid(shape().entity(), name + " must have a value.");
        }
        boolean renumbered = before == null || !before.get("Number").equals(record.get("Number"));
        long number = record.get("Number").asLong();
        if (renumbered && (number < FIRST || number > LAST)) {
            throw Problem.invalid(
                    shape().entity(),
                    "Number = " + number + " is not in the number series " + FIRST + "-" + LAST + ".");
        }
        unique("Number", record);
    }

    @Override
    void mayDelete(ObjectNode record) {
        refuseIf(names(data().projects, "CustomerId", record) || Uses.of(data(), "CustomerId", record), record);
    }
}
