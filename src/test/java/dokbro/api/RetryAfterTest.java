package dokbro.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "Retry-After, 2, PT2S",
        "retry-after, 0, PT0S",
        "Retry-After, 31, PT30S",
        "Retry-After, 999999999, PT30S",
        "Retry-After, '  7 ', PT7S",
        "Retry-After, 'Tue, 24 Nov 2026 08:00:05 GMT', PT5S",
        "Retry-After, 'Tue, 24 Nov 2026 07:00:00 GMT', PT0S",
        "Retry-After, 'Wed, 25 Nov 2026 08:00:00 GMT', PT30S",
        "Retry-After, -5, ",
        "Retry-After, soon, ",
        "Retry-After, 1.5, ",
        "X-Other, 2, ",
    })
    void secondsOrDate(String header, String value, Duration wait) {
        assertThat(of(Map.of(header, value))).isEqualTo(wait);
    }

    @Test
    void missing() {
        assertThat(of(Map.of())).isNull();
        assertThat(of(null)).isNull();
    }

    private static Duration of(Map<String, String> headers) {
        return RetryAfter.of(
                new HttpOperationFailedException("http://x", 429, "", null, headers, ""), NOW, Duration.ofSeconds(30));
    }
}
