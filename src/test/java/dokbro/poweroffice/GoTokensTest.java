package dokbro.poweroffice;

import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dokbro.api.ApiScene;
import dokbro.api.TestCompany;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class GoTokensTest extends ApiScene {

    @Autowired
    private GoTokens tokens;

    @Test
    void oneTokenServesUntilAMinuteBeforeItsEnd() {
        assertThat(tokens.current(company)).isEqualTo("go-token");
        clock.forward(Duration.ofSeconds(1139));
        tokens.current(company);
        assertThat(signIns(GO)).hasSize(1);
        clock.forward(Duration.ofSeconds(1));
        tokens.current(company);
        assertThat(signIns(GO)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "{}",
                "{\"access_token\":\"\",\"expires_in\":1200}",
                "{\"access_token\":\"a b\",\"expires_in\":1200}",
                "{\"access_token\":\"a\"}",
                "{\"access_token\":\"a\",\"expires_in\":0}",
                "[]"
            })
    void answerWithoutAToken(String body) {
        GO.stubFor(post("/OAuth/Token").willReturn(ok(body)));

        assertThat(failing().reason()).isEqualTo(Reason.BAD_ANSWER);
    }

    @ParameterizedTest
    @CsvSource({
        "400, BAD_CREDENTIALS",
        "401, BAD_CREDENTIALS",
        "404, UNREACHABLE",
        "429, RATE_LIMITED",
        "500, UNAVAILABLE"
    })
    void refusalNamesApiAndStatusAndNeverAKey(int status, Reason reason) {
        GO.stubFor(post("/OAuth/Token")
                .willReturn(status(status)
                        .withBody(
                                "{\"error\":\"invalid_client\",\"error_description\":\"application-secret client-secret subscription-"
                                        + company.key() + "\"}")));

        RecordFailure failure = failing();

        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.getMessage()).contains("PowerOffice Go");
        if (reason == Reason.BAD_CREDENTIALS) {
            assertThat(failure.arguments())
                    .containsExactly("PowerOffice Go", String.valueOf(status), "invalid_client: *** *** ***");
        }
        assertThat(failure.getMessage()).doesNotContain("-secret", "subscription-");
    }

    @Test
    void addressThatDoesNotExist() {
        company = TestCompany.at("nowhere", SMARTDOK.baseUrl(), GO.baseUrl(), "http://nowhere.invalid/OAuth/Token");

        assertThat(failing().reason()).isEqualTo(Reason.UNREACHABLE);
    }

    private RecordFailure failing() {
        RecordFailure failure = catchThrowableOfType(RecordFailure.class, () -> tokens.current(company));
        assertThat(failure).as("a failure").isNotNull();
        return failure;
    }
}
