package dokbro.console;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;

/**
 * What is wrong with a body or a parameter, in words that need no Java.
 *
 * @param field null where no member is to blame
 */
record UnreadableBody(String field, String detail) {

    static UnreadableBody of(HttpMessageNotReadableException e) {
        Throwable cause = e.getCause();
        if (cause instanceof UnrecognizedPropertyException unknown) {
            String known = Problems.list(unknown.getKnownPropertyIds().stream()
                    .map(String::valueOf)
                    .sorted()
                    .toList());
            return new UnreadableBody(
                    path(unknown), "There is no member " + path(unknown) + "; known are " + known + ".");
        }
        if (cause instanceof MismatchedInputException mismatch) {
            String field = path(mismatch);
            return field.isEmpty()
                    ? new UnreadableBody(null, "The body must be one JSON object.")
                    : new UnreadableBody(field, field + " " + must(mismatch.getTargetType()) + ".");
        }
        if (cause instanceof JsonProcessingException malformed) {
            JsonLocation at = malformed.getLocation();
            String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            return new UnreadableBody(null, "The JSON is malformed" + where + ".");
        }
        return new UnreadableBody(null, "A JSON body is needed; {} will do where every member may be left out.");
    }

    /** What a value of this type must be: "must be …". */
    static String must(Class<?> type) {
        if (type != null && type.isEnum()) {
            return "must be one of " + Problems.list(List.of(type.getEnumConstants()));
        }
        if (type == LocalDate.class) {
            return "must be a date such as 2026-11-01";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "must be true or false";
        }
        if (type == String.class) {
            return "must be a text";
        }
        return "must be a whole number";
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }
}
