package dokbro.api;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import dokbro.failure.Reason;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What is repeated, and how often. */
class RetriesTest extends RecordScene {

    @Autowired
    private MeterRegistry meters;

    @Test
    void refusedTokenIsRenewedOnceAndTheCallRepeated() {
        answers(status(401), okJson("{\"Id\": 8}"));
        GO.stubFor(post("/OAuth/Token")
                .atPriority(1)
                .inScenario("token")
                .whenScenarioStateIs(STARTED)
                .willReturn(token("old"))
                .willSetStateTo("renewed"));
        GO.stubFor(post("/OAuth/Token")
                .atPriority(1)
                .inScenario("token")
                .whenScenarioStateIs("renewed")
                .willReturn(token("new")));

        send(create());

        assertThat(records.dead).isEmpty();
        assertThat(records.confirmed).hasSize(1);
        assertThat(calls(GO))
                .extracting(call -> call.getHeader("Authorization"))
                .containsExactly("Bearer old", "Bearer new");
        assertThat(signIns(GO)).hasSize(2);
    }

    @Test
    void tokenRefusedTwiceMeansWrongKeys() {
        answers(status(401).withBody("{\"statusCode\": 401, \"message\": \"Access denied\"}"));

        send(create());

        assertThat(calls(GO)).hasSize(2);
        assertThat(meaning().reason()).isEqualTo(Reason.BAD_CREDENTIALS);
        assertThat(meaning().arguments()).containsExactly("PowerOffice Go", "401", "Access denied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PATCH", "DELETE", "PUT"})
    void othersAreRepeatedAfterAServerError(String method) {
        answers(status(503), status(500), aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), okJson("{}"));

        send(new ApiCall(company, method, "Projects/7", Map.of(), "GET".equals(method) ? null : Records.json("{}")));

        assertThat(calls(GO)).hasSize(4);
        assertThat(records.confirmed).hasSize(1);
    }

    @Test
    void fourAttemptsAreAll() {
        answers(status(503).withBody("<html><body>Out of <b>order</b></body></html>"));

        send(new ApiCall(company, "DELETE", "Projects/7", Map.of(), null));

        assertThat(calls(GO)).hasSize(4);
        assertThat(meaning().arguments()).containsExactly("PowerOffice Go", "503 Out of order");
    }

    @Test
    void connectionThatNeverStoodIsRepeatedForPostToo() {
        String closed = "http://localhost:1";
        company = TestCompany.at(company.key(), closed, closed + "/v2", GO.baseUrl() + "/OAuth/Token");

        send(create());

        assertThat(meaning().reason()).isEqualTo(Reason.UNAVAILABLE);
        assertThat(meters.counter("dokbro.api.requests", "api", "poweroffice", "status", "none")
                        .count())
                .isGreaterThanOrEqualTo(4);
    }

    @Test
    void signInThatFailsForAWhileHoldsNoPostBack() {
        GO.stubFor(post("/OAuth/Token")
                .atPriority(1)
                .inScenario("token")
                .whenScenarioStateIs(STARTED)
                .willReturn(status(503))
                .willSetStateTo("up"));
        GO.stubFor(post("/OAuth/Token")
                .atPriority(1)
                .inScenario("token")
                .whenScenarioStateIs("up")
                .willReturn(token("t")));

        send(create());

        assertThat(signIns(GO)).hasSize(2);
        assertThat(calls(GO)).hasSize(1);
        assertThat(records.confirmed).hasSize(1);
    }

    @Test
    void unknownHostIsNotRepeated() {
        String nowhere = "http://nowhere.invalid";
        company = TestCompany.at(company.key(), nowhere, nowhere, GO.baseUrl() + "/OAuth/Token");

        send(create());

        assertThat(meaning().reason()).isEqualTo(Reason.UNREACHABLE);
    }
}
