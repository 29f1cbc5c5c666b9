package dokbro.api;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import dokbro.failure.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may have had an effect is not sent again. */
class InDoubtTest extends RecordScene {

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void postIsNotRepeatedAfterAServerError(int status) {
        answers(status(status).withHeader("Retry-After", "0"));

        send(create());

        assertThat(calls(GO)).hasSize(1);
        assertThat(meaning().reason()).isEqualTo(Reason.IN_DOUBT);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void postIsNotRepeatedAfterABrokenAnswer(Fault fault) {
        answers(aResponse().withFault(fault));

        send(create());

        assertThat(calls(GO)).hasSize(1);
        assertThat(meaning().reason()).isEqualTo(Reason.IN_DOUBT);
    }

    @Test
    void postIsNotRepeatedAfterATimeout() {
        answers(okJson("{\"Id\": 8}").withFixedDelay(4500));

        send(create());

        assertThat(calls(GO)).hasSize(1);
        assertThat(meaning().reason()).isEqualTo(Reason.IN_DOUBT);
        assertThat(meaning().arguments()).containsExactly("PowerOffice Go", "Read timed out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>Maintenance</html>",
                "Maintenance",
                "{\"Id\": 8",
                "{\"Id\": 8} x",
                "{\"title\": \"Oops\", \"status\": 500}",
                "{\"statusCode\": 429, \"message\": \"Rate limit\"}",
                "{\"Code\": 110, \"Error\": \"NameIsRequired\", \"Message\": \"x\"}"
            })
    void postWithAnAnswerThatIsNotTheApisIsInDoubt(String body) {
        answers(okJson(body));

        send(create());

        assertThat(calls(GO)).hasSize(1);
        assertThat(meaning().reason()).isEqualTo(Reason.IN_DOUBT);
    }

    @Test
    void nothingIsAnAnswerToAWrite() {
        answers(status(204), status(201));

        send(create());
        send(create());

        assertThat(records.confirmed).containsExactly(new ApiAnswer(204, null, null), new ApiAnswer(201, null, null));
    }

    @ParameterizedTest
    @CsvSource({"400, REFUSED", "404, REFUSED", "422, REFUSED", "403, MISSING_RIGHT", "409, LOCKED_IN_GO"})
    void refusalsAreNotRepeated(int status, Reason reason) {
        answers(status(status).withBody("{\"title\": \"No\", \"detail\": \"Because\"}"));

        send(create());

        assertThat(calls(GO)).hasSize(1);
        assertThat(meaning().reason()).isEqualTo(reason);
        assertThat(meaning().getMessage()).contains("Because");
    }
}
