package dokbro.sandbox.go;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Salary lines of this integration (contract, section 3.8). A line that a user deleted stays readable, locked, and keeps its reference. */
final class SalaryLines extends Resource {

    private static final int REFERENCE_LENGTH = 50;

    SalaryLines(GoData data, Whereabouts where) {
        super(data, where, data.salaryLines, shape(data), new Filters());
    }

    private static Shape shape(GoData data) {
        return new Shape("Salary line")
                .readOnly(Type.LONG, "Id")
                .writable(
                        Type.LONG,
                        "AccountId",
                        "DepartmentId",
                        "EmployeeId",
                        "OppositeAccountId",
                        "ProjectId",
                        "SupplierAccountId",
                        "SupplierBankAccountId")
                .writable(
                        Type.DECIMAL,
                        "Amount",
                        "CarListPrice",
                        "HomeWorkKilometers",
                        "MaxAmount",
                        "MinAmount",
                        "PrivateDrivenKilometers",
                        "Quantity",
                        "Rate",
                        "StartAmount")
                .writable(Type.DATE, "CarRegistrationDate", "FromDate", "ToDate")
                .writable(Type.TEXT, "CarRegistrationNo", "Cid", "Comment", "ExternalImportReference", "MemberNo")
                .writable(Type.INTEGER, "IncomeYear", "Number", "VatCodeId")
                .writable(Type.BOOLEAN, "IsCarPool", "UseRemittance", "WorkDriveExceedsKilometerLimit")
                .writable(Type.GUID, "PayItemId")
                .choice(
                        "CommuterPersonType",
                        "ForeignCommuterWithTaxCardWithoutStandardDeduction",
                        "ForeignerWithResidenceInNorway")
                .choice("DeductionType", "Amount", "Percent")
                .choice(
                        "TaxRule",
                        "Ordinary",
                        "Svalbard",
                        "JanMayenAndDependencies",
                        "SpecialAllowanceForSeafarers",
                        "TaxFreeOrganisation")
                .readOnly(Type.BOOLEAN, "IsDeletedByUser", "IsLocked")
                .readOnly(Type.MOMENT, "CreatedDateTimeOffset", "LastChangedDateTimeOffset")
                .required("EmployeeId", "PayItemId")
                .max("ExternalImportReference", REFERENCE_LENGTH)
                .initial("IsCarPool", false)
                .initial("UseRemittance", false)
                .initial("WorkDriveExceedsKilometerLimit", false)
                .initial("IsDeletedByUser", false)
                .initial("IsLocked", false)
                .refers("EmployeeId", null, data.employees, null)
                .refers("DepartmentId", null, data.departments, null)
                .refers("ProjectId", null, data.projects, null)
                .refers("PayItemId", null, data.payItems, null);
    }

    @Override
    void check(ObjectNode record, ObjectNode before) {
        JsonNode payItem = data().payItems.now(record.get("PayItemId").asText()).orElseThrow();
        if (!payItem.get("IsActive").asBoolean()) {
            throw Problem.invalid(
                    shape().entity(), "Pay item with id = " + payItem.get("Id").asText() + " is not active.");
        }
        PayItemRules.check(record, payItem, shape().entity());
    }

    @Override
    void mayChange(ObjectNode record) {
        if (record.get("IsLocked").asBoolean()) {
            String text = locked(record, "changed");
            throw data().options().has(Quirk.PAID_LINE_ANSWERS_409)
                    ? Problem.conflict(shape().entity(), text)
                    : Problem.invalid(shape().entity(), text);
        }
    }

    @Override
    void mayDelete(ObjectNode record) {
        if (record.get("IsLocked").asBoolean()) {
            throw Problem.conflict(shape().entity(), locked(record, "deleted"));
        }
    }

    private static String locked(ObjectNode record, String what) {
        return "Salary line with id = " + record.get("Id").asText() + " is locked and cannot be " + what + ".";
    }
}
