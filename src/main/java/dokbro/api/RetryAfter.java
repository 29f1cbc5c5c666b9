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
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Retry-After") && header.getValue() != null)
                .map(header -> read(header.getValue().strip(), now))
                .findFirst()
                .map(wait -> wait.compareTo(max) > 0 ? max : wait.isNegative() ? Duration.ZERO : wait)
                .orElse(null);
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
