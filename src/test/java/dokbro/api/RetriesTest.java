package dokbro.api;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dokbro.company.Company;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import dokbro.poweroffice.Pace;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The route configuration {@code records} and the retry policy, against real HTTP. */
@ExtendWith(OutputCaptureExtension.class)
class RetriesTest extends ApiScene {

    @Autowired
    private Records records;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private Pace pace;

    @BeforeEach
    void clear() {
        records.clear();
    }

    @Test
    void whatGoesWellGoesOnce() {
        Exchange done = send(create());

        assertThat(done.getException()).isNull();
        assertThat(records.confirmed).containsExactly(new ApiAnswer(200, Records.json("{\"Id\":7}"), null));
        assertThat(records.headers).containsExactly(Map.of());
        assertThat(records.dead).isEmpty();
        assertThat(calls(GO)).hasSize(1);
    }

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

    @Test
    void limitedPostIsRepeatedAfterTheSecondsAsked() {
        answers(status(429).withHeader("Retry-After", "1"), okJson("{\"Id\": 8}"));

        send(create());

        assertThat(records.confirmed).hasSize(1);
        assertThat(distance()).isGreaterThanOrEqualTo(Duration.ofMillis(990));
    }

    @Test
    void retryAfterMayBeADate() {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.ofInstant(clock.instant().plusSeconds(1), ZoneOffset.UTC));
        answers(status(429).withHeader("Retry-After", date), okJson("{\"Id\": 8}"));

        send(create());

        assertThat(records.confirmed).hasSize(1);
        assertThat(distance()).isGreaterThanOrEqualTo(Duration.ofMillis(990));
    }

    @Test
    void limitedForEverEndsAfterFiveRepeats() {
        answers(status(429));

        send(create());

        assertThat(calls(GO)).hasSize(6);
        assertThat(meaning().reason()).isEqualTo(Reason.RATE_LIMITED);
    }

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
        answers(okJson("{\"Id\": 8}").withFixedDelay(2500));

        send(create());

        assertThat(calls(GO)).hasSize(1);
        assertThat(meaning().reason()).isEqualTo(Reason.IN_DOUBT);
        assertThat(meaning().arguments()).containsExactly("PowerOffice Go", "Read timed out");
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

    @Test
    void failureOfAnotherStepIsNotRepeatedThoughACallWentBefore() {
        records.confirmFailure = new RecordFailure(Reason.UNAVAILABLE, "x", "y");

        send(create());

        assertThat(records.confirmed).hasSize(1);
        assertThat(records.dead).hasSize(1);
        assertThat(records.dead.get(0).call()).isNull();
    }

    @Test
    void deadLetterHoldsTheRecordAsItCameAndNoKeys() {
        answers(status(503));
        ApiCall patch = new ApiCall(company, "PATCH", "Projects/7", Map.of(), Records.json("[]"));

        Exchange done = send(patch);

        assertThat(done.getException()).isNull();
        assertThat(records.dead).hasSize(1);
        Records.Dead dead = records.dead.get(0);
        assertThat(dead.body()).isEqualTo("record as it came");
        assertThat(dead.run()).isEqualTo("17");
        assertThat(dead.call()).isEqualTo(patch.to(Api.POWEROFFICE));
        assertThat(dead.failure()).isNotNull();
        assertThat(dead.headers()).isEqualTo(Map.of("X-Record", "kept"));
        assertThat(done.getProperties()).doesNotContainKey(Wire.TOKEN);
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

    @Test
    void repeatsWaitForTheirTurnToo() {
        company = slow("slow-" + company.key());
        answers(status(503), okJson("{}"));

        send(new ApiCall(company, "DELETE", "Projects/7", Map.of(), null));

        assertThat(distance()).isGreaterThanOrEqualTo(Duration.ofMillis(190));
    }

    @Test
    void limitReachedByOneCompanyHoldsAllThatShareTheKey() throws Exception {
        Company other = slow("other-" + company.key());
        company = slow(company.key());
        answers(status(429).withHeader("Retry-After", "2"), okJson("{}"));

        Thread first = new Thread(() -> send(create()));
        first.start();
        await().until(() -> pace.parked().compareTo(Duration.ZERO) > 0);
        send(new ApiCall(other, "POST", "Projects", Map.of(), Records.json("{}")));
        first.join();

        assertThat(records.confirmed).hasSize(2);
        assertThat(calls(GO)).hasSize(3);
        Instant limited = calls(GO).get(0).getLoggedDate().toInstant();
        assertThat(calls(GO).subList(1, 3))
                .allSatisfy(call -> assertThat(
                                Duration.between(limited, call.getLoggedDate().toInstant()))
                        .isGreaterThanOrEqualTo(Duration.ofMillis(1990)));
    }

    @Test
    void everyAnswerIsCounted() {
        double before = count("429");
        answers(status(429), okJson("{}"));

        send(create());

        assertThat(count("429") - before).isEqualTo(1);
        assertThat(meters.get("dokbro.api.request")
                        .tag("api", "poweroffice")
                        .timer()
                        .count())
                .isPositive();
    }

    @Test
    void logHoldsNoKeys(CapturedOutput log) {
        answers(status(503));
        send(create());
        answers(status(401));
        send(create());

        assertThat(records.dead).hasSize(2);
        assertThat(log.getAll()).doesNotContain("-secret", "go-token", "subscription-" + company.key());
    }

    @Test
    void deadLetterThatCannotBeStoredFailsTheExchange() {
        answers(status(400));
        records.storeFailure = new IllegalStateException("database down");

        Exchange done = send(create());

        assertThat(done.getException()).hasMessage("database down");
        assertThat(records.dead).hasSize(1);
    }

    private ApiCall create() {
        return new ApiCall(company, "POST", "Projects", Map.of(), Records.json("{\"Name\": \"x\"}"));
    }

    private Exchange send(ApiCall call) {
        return template.request("direct:record", exchange -> {
            exchange.getMessage().setBody("record as it came");
            exchange.getMessage().setHeader("X-Record", "kept");
            exchange.setProperty("planned", call);
        });
    }

    private Company slow(String key) {
        Company.PowerOfficeAccess go = company.poweroffice();
        return TestCompany.of(
                key,
                1,
                company.smartdok(),
                new Company.PowerOfficeAccess(
                        go.url(),
                        go.tokenUrl(),
                        go.applicationKey(),
                        go.clientKey(),
                        "shared-" + company.key(),
                        5,
                        go.quantityUnit()));
    }

    private double count(String status) {
        return meters.counter("dokbro.api.requests", "api", "poweroffice", "status", status)
                .count();
    }

    private RecordFailure meaning() {
        assertThat(records.dead).hasSize(1);
        assertThat(records.confirmed).isEmpty();
        return new Failures()
                .of(records.dead.get(0).failure(), records.dead.get(0).call());
    }

    /** The API's answers one after the other; the last one stays. */
    private static void answers(ResponseDefinitionBuilder... answers) {
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

    private static Duration distance() {
        assertThat(calls(GO)).hasSize(2);
        return Duration.between(
                calls(GO).get(0).getLoggedDate().toInstant(),
                calls(GO).get(1).getLoggedDate().toInstant());
    }
}
