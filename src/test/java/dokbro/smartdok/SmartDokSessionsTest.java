package dokbro.smartdok;

import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
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

class SmartDokSessionsTest extends ApiScene {

    @Autowired
    private SmartDokSessions sessions;

    @ParameterizedTest
    @ValueSource(strings = {"\"%s\"", "%s", " %s\n"})
    void quotedOrRaw(String shape) {
        SMARTDOK.stubFor(post("/Authorize/ApiToken").willReturn(ok(shape.formatted(TestCompany.JWT))));

        assertThat(sessions.current(company)).isEqualTo(TestCompany.JWT);
    }

    /** The clock stands at 2026-11-24T08:00Z, which is 1795507200. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"iat\":1000,\"exp\":4600}  | 3570",
                "{\"iat\":1000,\"exp\":1100}  | 90",
                "{\"exp\":1000}               | 2970",
                "{}                           | 2970",
                "no json                      | 2970",
            })
    void livesAsLongAsTheJwtSays(String payload, long seconds) {
        SMARTDOK.stubFor(post("/Authorize/ApiToken").willReturn(ok(TestCompany.jwt(payload))));

        sessions.current(company);
        clock.forward(Duration.ofSeconds(seconds - 1));
        sessions.current(company);
        assertThat(signIns(SMARTDOK)).hasSize(1);
        clock.forward(Duration.ofSeconds(1));
        sessions.current(company);
        assertThat(signIns(SMARTDOK)).hasSize(2);
    }

    @Test
    void endWithoutIssueCountsFromNow() {
        long end = clock.instant().getEpochSecond() + 600;
        SMARTDOK.stubFor(post("/Authorize/ApiToken").willReturn(ok(TestCompany.jwt("{\"exp\":" + end + "}"))));

        sessions.current(company);
        clock.forward(Duration.ofSeconds(569));
        sessions.current(company);
        assertThat(signIns(SMARTDOK)).hasSize(1);
        clock.forward(Duration.ofSeconds(1));
        sessions.current(company);
        assertThat(signIns(SMARTDOK)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "\"\"", "<html>Log in</html>", "{\"token\":\"a.b.c\"}", "two.parts", "a.b.c d", "a.b\n.c"})
    void answerThatIsNoJwt(String body) {
        SMARTDOK.stubFor(post("/Authorize/ApiToken").willReturn(ok(body)));

        assertThat(failing())
                .hasMessage("SmartDok answered something that is not its API: no JWT in the answer to signing in");
    }

    @ParameterizedTest
    @CsvSource({
        "400, BAD_CREDENTIALS",
        "401, BAD_CREDENTIALS",
        "403, BAD_CREDENTIALS",
        "404, UNREACHABLE",
        "429, RATE_LIMITED",
        "503, UNAVAILABLE"
    })
    void refusalNamesApiAndStatusAndNeverTheKey(int status, Reason reason) {
        SMARTDOK.stubFor(post("/Authorize/ApiToken")
                .willReturn(status(status).withBody("{\"Message\": \"Token smartdok-secret is not valid\"}")));

        RecordFailure failure = failing();

        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.getMessage()).contains("SmartDok");
        if (reason == Reason.BAD_CREDENTIALS) {
            assertThat(failure.arguments())
                    .containsExactly("SmartDok", String.valueOf(status), "Token *** is not valid");
            assertThat(failure.getCause()).isNull();
        }
        assertThat(failure.getMessage()).doesNotContain("smartdok-secret");
    }

    @Test
    void forgottenSessionIsRenewed() {
        SMARTDOK.stubFor(post("/Authorize/ApiToken").willReturn(okJson('"' + TestCompany.JWT + '"')));
        sessions.current(company);
        sessions.forget(company, TestCompany.JWT);
        sessions.current(company);

        assertThat(signIns(SMARTDOK)).hasSize(2);
    }

    private RecordFailure failing() {
        RecordFailure failure = catchThrowableOfType(RecordFailure.class, () -> sessions.current(company));
        assertThat(failure).as("a failure").isNotNull();
        return failure;
    }
}
