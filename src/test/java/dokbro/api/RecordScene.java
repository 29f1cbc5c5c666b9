package dokbro.api;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dokbro.failure.RecordFailure;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** One record at a time through the stand-in route, which has the real error handling and calls Go. */
abstract class RecordScene extends ApiScene {

    @Autowired
    protected Records records;

    @BeforeEach
    void clear() {
        records.clear();
    }

    protected ApiCall create() {
        return new ApiCall(company, "POST", "Projects", Map.of(), Records.json("{\"Name\": \"x\"}"));
    }

    protected Exchange send(ApiCall call) {
        return template.request("direct:record", exchange -> {
            exchange.getMessage().setBody("record as it came");
            exchange.getMessage().setHeader("X-Record", "kept");
            exchange.setProperty("planned", call);
        });
    }

    protected RecordFailure meaning() {
        assertThat(records.dead).hasSize(1);
        assertThat(records.confirmed).isEmpty();
        return new Failures()
                .of(records.dead.get(0).failure(), records.dead.get(0).call());
    }

    /** The API's answers one after the other; the last one stays. */
    protected static void answers(ResponseDefinitionBuilder... answers) {
        for (int i = 0; i < answers.length; i++) {
            GO.stubFor(any(urlPathMatching("/v2/.*"))
                    .atPriority(1)
                    .inScenario("answers")
                    .whenScenarioStateIs(i == 0 ? STARTED : String.valueOf(i))
                    .willReturn(answers[i])
                    .willSetStateTo(
                            i == answers.length - 1 ? (i == 0 ? STARTED : String.valueOf(i)) : String.valueOf(i + 1)));
        }
    }

    protected static Duration distance() {
        assertThat(calls(GO)).hasSize(2);
        return Duration.between(
                calls(GO).get(0).getLoggedDate().toInstant(),
                calls(GO).get(1).getLoggedDate().toInstant());
    }
}
