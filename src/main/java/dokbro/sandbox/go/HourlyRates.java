package dokbro.sandbox.go;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.sandbox.http.Request;
import dokbro.sandbox.http.Response;
import java.time.LocalDate;
import java.util.function.Predicate;

/** What an employee's hours cost, by date (contract, section 3.4). The path names the employee. */
final class HourlyRates extends Resource {

    HourlyRates(GoData data, String server) {
        super(
                data,
                new Whereabouts("/Employees/{id}/HourlyRates", "EmployeeHourlyRates", server),
                data.hourlyRates,
                new Shape("Employee Hourly Rate")
                        .readOnly(Type.LONG, "Id", "EmployeeId")
                        .readOnly(Type.DECIMAL, "BillableRate", "CostRate")
                        .readOnly(Type.DATE, "ValidFromDate", "ValidToDate"),
                new Filters().known("validNow"));
    }

    Response ofEmployee(Request request) {
        String employee = request.variable("id");
        data().employees.at(employee, data().visible()).orElseThrow(() -> Problem.notFound("Employee", employee));
        return list(request, seen -> seen.value().get("EmployeeId").asText().equals(employee));
    }

    @Override
    ObjectNode show(ObjectNode record) {
        return copy(record).without("EmployeeId");
    }

    @Override
    Predicate<ObjectNode> more(Request request) {
        boolean validNow = request.query("validNow")
                .map(text -> Filters.bool("validNow", text))
                .orElse(false);
        LocalDate today = data().today();
        return record -> !validNow
                || !LocalDate.parse(record.get("ValidFromDate").asText()).isAfter(today);
    }
}
