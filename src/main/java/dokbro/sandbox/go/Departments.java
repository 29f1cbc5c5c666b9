package dokbro.sandbox.go;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Departments (contract, section 3.2). Inactive unless POST says otherwise. */
final class Departments extends Resource {

    Departments(GoData data, Whereabouts where) {
        super(
                data,
                where,
                data.departments,
                shape(data),
                new Filters()
                        .lastChanged()
                        .created("createdDateTimeOffsetGreaterThan")
                        .codes("codes", "Code")
                        .flag("isActive", "IsActive")
                        .numbers("managerEmployeeNo", "ManagerEmployeeNo")
                        .contains("name", "Name"));
    }

    private static Shape shape(GoData data) {
        return new Shape("Department")
                .readOnly(Type.LONG, "Id")
                .writable(Type.TEXT, "Code", "Name")
                .writable(Type.BOOLEAN, "IsActive")
                .writable(Type.LONG, "ManagerEmployeeId")
                .postOnly(Type.LONG, "ManagerEmployeeNo")
                .readOnly(Type.MOMENT, "CreatedDateTimeOffset", "LastChangedDateTimeOffset")
                .required("Name")
                .initial("IsActive", false)
                .refers("ManagerEmployeeId", "ManagerEmployeeNo", data.employees, "Number");
    }

    @Override
    void check(ObjectNode record, ObjectNode before) {
        unique("Code", record);
    }

    @Override
    void mayDelete(ObjectNode record) {
        refuseIf(
                names(data().employees, "DepartmentId", record)
                        || names(data().projects, "DepartmentId", record)
                        || names(data().customers, "DepartmentId", record)
                        || names(data().entries, "DepartmentId", record)
                        || names(data().salaryLines, "DepartmentId", record),
                record);
    }

    @Override
    boolean patchAnswers() {
        return false;
    }
}
