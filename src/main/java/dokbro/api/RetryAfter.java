package dokbro.api;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.apache.camel.http.base.HttpOperationFailedException;

/** The {@code Retry-After} header: seconds, or a date of RFC 9110. */
final class RetryAfter {

    private RetryAfter() {}

    /** How long to wait from now on, between zero and max; null where the header is missing or unreadable. */
    static Duration of(HttpOperationFailedException answered, Instant now, Duration max) {
        Map<String, String> headers = answered.getResponseHeaders();
        if (headers == null) {
            return null;
        }
        for (Map.Entry<String, String> header : headers.entrySet()) {
            if (header.getKey().equalsIgnoreCase("Retry-After") && header.getValue() != null) {
                return capped(read(header.getValue().strip(), now), max);
            }
        }
        return null;
    }

    private static Duration capped(Duration wait, Duration max) {
        if (wait == null || wait.compareTo(max) <= 0) {
            return wait != null && wait.isNegative() ? Duration.ZERO : wait;
        }
        return max;
    }

    private static Duration read(String value, Instant now) {
        try {
            if (value.matches("\\d{1,9}")) {
                return Duration.ofSeconds(Long.parseLong(value));
            }
            return Duration.between(now, ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
