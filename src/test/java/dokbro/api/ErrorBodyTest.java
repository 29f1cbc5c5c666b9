package dokbro.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorBodyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\":\"Project validation error(s)\",\"status\":404,\"detail\":\"Department not found.\"} | Department not found.",
                "{\"Title\":\"Bad\",\"Status\":400,\"Detail\":null} | Bad",
                "{\"Code\":110,\"Error\":\"NameIsRequired\",\"Message\":\"Name must be set\"} | NameIsRequired: Name must be set",
                "{\"errors\":{\"toDate\":[\"The toDate field is required.\"],\"fromDate\":\"missing\"}}"
                        + " | toDate: The toDate field is required.; fromDate: missing",
                "{\"title\":\"One or more errors\",\"errors\":{\"A\":[\"b\",\"c\"]}} | One or more errors (A: b c)",
                "{\"statusCode\":\"429\",\"message\":\"Rate limit is exceeded.\"} | Rate limit is exceeded.",
                "{\"error\":\"invalid_client\",\"error_description\":\"Unknown client\"} | invalid_client: Unknown client",
                "{\"else\":1} | {\"else\":1}",
                "<html><style>a{}</style><body><h1>Bad</h1><p>gateway</p></body></html> | Bad gateway",
                "plain text | plain text",
                "\"quoted\" | \"quoted\"",
            })
    void detailIsReadable(String body, String detail) {
        assertThat(ErrorBody.detail(body)).isEqualTo(detail);
    }

    @org.junit.jupiter.api.Test
    void longTextIsCutAndNothingIsEmpty() {
        assertThat(ErrorBody.detail("z".repeat(1000))).hasSize(300);
        assertThat(ErrorBody.detail(" ")).isEmpty();
        assertThat(ErrorBody.detail((String) null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Title\":\"Not found\",\"Status\":404}",
                "{\"title\":\"x\",\"status\":500,\"detail\":null}",
                "{\"statusCode\":429,\"message\":\"Rate limit is exceeded\"}",
                "{\"Message\":\"An error occurred.\"}",
                "{\"Message\":\"An error has occurred.\",\"ExceptionMessage\":\"x\",\"StackTrace\":\"at y\"}",
                "{\"Code\":110,\"Error\":\"NameIsRequired\",\"Message\":null}",
            })
    void errorsAreSeen(String body) {
        assertThat(ErrorBody.isError(Records.json(body))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[{\"Title\":\"x\",\"Status\":404}]",
                "\"text\"",
                "{}",
                "{\"Title\":\"Sir\",\"Status\":\"Active\"}",
                "{\"Title\":\"x\",\"Status\":200}",
                "{\"Code\":\"A1\",\"Name\":\"x\",\"Message\":\"y\"}",
                "{\"Code\":7,\"Error\":null}",
                "{\"Message\":null}",
                "{\"Id\":7,\"Message\":\"y\"}",
            })
    void recordsAreNoErrors(String body) {
        assertThat(ErrorBody.isError(Records.json(body))).isFalse();
    }
}
