package dokbro.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.junit.jupiter.api.Test;

class SecretsTest {

    private static String without(String body) {
        return Secrets.without(
                        new HttpOperationFailedException("http://x", 400, "Bad Request", null, Map.of(), body),
                        List.of("key-1", ""))
                .getResponseBody();
    }

    @Test
    void keysAndTokensOfAnEchoedRequestAreTakenOut() {
        assertThat(without("Authorization: Bearer abc.DEF-123_~+/=xyz\nOcp-Apim-Subscription-Key: key-1"))
                .isEqualTo("Authorization: Bearer ***\nOcp-Apim-Subscription-Key: ***");
        assertThat(without("basic YWJjOmRlZmc6YWJjOmRlZmc=")).isEqualTo("basic ***");
        assertThat(without("{\"jwt\":\"eyJhbGciOi.eyJzdWIi.sig-_\"}")).isEqualTo("{\"jwt\":\"***\"}");
    }

    @Test
    void allElseStays() {
        String body = "The basic information of Bearer is 12345678";
        assertThat(without(body)).isEqualTo("The basic information of Bearer is 12345678");
        assertThat(without(null)).isNull();
    }
}
