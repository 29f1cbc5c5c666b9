package dokbro.sandbox.smartdok;

import dokbro.sandbox.http.Request;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/** Query parameters as SmartDok binds them; one that it cannot bind is 400. An empty value counts as absent. */
final class Params {

    private Params() {}

    static Optional<String> text(Request request, String name) {
        return request.query(name).filter(value -> !value.isEmpty());
    }

    static Optional<Boolean> flag(Request request, String name) {
        return text(request, name).map(value -> {
            if (value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")) {
                return Boolean.valueOf(value);
            }
            throw bad(name, value);
        });
    }

    static Optional<Integer> number(Request request, String name) {
        return text(request, name).map(value -> {
            try {
                return Integer.valueOf(value);
            } catch (NumberFormatException e) {
                throw bad(name, value);
            }
        });
    }

    /** A date, or a local date and time; an offset is refused. */
    static Optional<LocalDateTime> time(Request request, String name) {
        return text(request, name).map(value -> {
            try {
                return value.length() == 10 ? LocalDate.parse(value).atStartOfDay() : LocalDateTime.parse(value);
            } catch (DateTimeException e) {
                throw bad(name, value);
            }
        });
    }

    static Optional<LocalDate> date(Request request, String name) {
        return time(request, name).map(LocalDateTime::toLocalDate);
    }

    private static RuntimeException bad(String name, String value) {
        return Errors.invalid(name, "The value '" + value + "' is not valid for " + name + ".");
    }
}
