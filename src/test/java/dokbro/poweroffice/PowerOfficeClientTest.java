package dokbro.poweroffice;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.noContent;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dokbro.Json;
import dokbro.api.ApiScene;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class PowerOfficeClientTest extends ApiScene {

    @Autowired
    private PowerOfficeClient client;

    @Test
    void allPagesInOrder() {
        GO.stubFor(get("/v2/Projects?name=%C3%85s")
                .willReturn(page("[{\"Id\":1},{\"Id\":2}]", GO.baseUrl() + "/V2/projects?PageNumber=2&name=%C3%85s")));
        GO.stubFor(get("/v2/projects?PageNumber=2&name=%C3%85s")
                .willReturn(page("[{\"Id\":3}]", "/v2/Projects?PageNumber=3")));
        GO.stubFor(get("/v2/Projects?PageNumber=3")
                .willReturn(okJson("[{\"Id\":4}]")
                        .withHeader("X-Pagination", "{\"nextPageLink\": null, \"totalCount\": 4}")));

        assertThat(client.list(company, "Projects", Map.of("name", "Ås")))
                .extracting(one -> one.get("Id").asInt())
                .containsExactly(1, 2, 3, 4);
        assertThat(calls(GO)).hasSize(3);
    }

    @Test
    void noRowsAreA204() {
        GO.stubFor(get("/v2/Projects").willReturn(noContent()));

        assertThat(client.list(company, "Projects", Map.of())).isEmpty();
    }

    @Test
    void nothingWhereRowsShouldBeIsNoEmptyList() {
        GO.stubFor(get("/v2/Projects").willReturn(ok()));

        assertThat(failing(() -> client.list(company, "Projects", Map.of())).reason())
                .isEqualTo(Reason.READ_ENDED_EARLY);
    }

    @Test
    void pageThatRepeatsEndsTheRead() {
        GO.stubFor(get(urlPathEqualTo("/v2/Projects")).willReturn(page("[{\"Id\":1}]", "/v2/Projects?PageNumber=2")));

        RecordFailure failure = failing(() -> client.list(company, "Projects", Map.of()));

        assertThat(failure.reason()).isEqualTo(Reason.READ_ENDED_EARLY);
        assertThat(calls(GO)).hasSize(2);
    }

    @Test
    void linkThatLeadsBackEndsTheRead() {
        GO.stubFor(get("/v2/Projects").willReturn(page("[{\"Id\":1}]", "/v2/Projects?PageNumber=2")));
        GO.stubFor(get("/v2/Projects?PageNumber=2").willReturn(page("[{\"Id\":2}]", "/v2/Projects")));

        assertThat(failing(() -> client.list(company, "Projects", Map.of())).reason())
                .isEqualTo(Reason.READ_ENDED_EARLY);
        assertThat(calls(GO)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://elsewhere.invalid/v2/Projects?PageNumber=2",
                "//elsewhere.invalid/v2/Projects",
                "/v1/Projects?PageNumber=2",
                "/v2/../v1/Projects",
                "/v2/%2e%2e/v1",
                "/v2x/Projects",
                "https://localhost/v2/Projects",
                "http://[",
                "/v2/Projects?a=1&a=2"
            })
    void linkThatLeadsElsewhereIsNotFollowed(String link) {
        GO.stubFor(get("/v2/Projects").willReturn(page("[{\"Id\":1}]", link)));

        RecordFailure failure = failing(() -> client.list(company, "Projects", Map.of()));

        assertThat(failure.reason()).isEqualTo(Reason.BAD_ANSWER);
        assertThat(failure.arguments().get(1)).startsWith("a next page elsewhere: ");
        assertThat(calls(GO)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>Maintenance</body></html>",
                "Maintenance",
                "[{\"Id\":1}",
                "[1] [2]",
                "{\"Id\":1,\"Id\":2}",
                "{\"title\":\"Oops\",\"status\":500,\"detail\":\"d\"}",
                "{\"statusCode\":429,\"message\":\"Rate limit\"}"
            })
    void answerThatIsNotTheApisIsTriedAgainAndThenSaid(String body) {
        GO.stubFor(get("/v2/Projects/7").willReturn(okJson(body)));

        assertThat(failing(() -> client.get(company, "Projects/7", Map.of())).reason())
                .isEqualTo(Reason.BAD_ANSWER);
        assertThat(calls(GO)).hasSize(4);
    }

    @Test
    void objectWhereAListShouldBe() {
        GO.stubFor(get("/v2/Projects").willReturn(okJson("{\"Id\": 7}")));

        assertThat(failing(() -> client.list(company, "Projects", Map.of())).reason())
                .isEqualTo(Reason.BAD_ANSWER);
    }

    @Test
    void paginationThatCannotBeRead() {
        GO.stubFor(get("/v2/Projects").willReturn(okJson("[]").withHeader("X-Pagination", "{next")));

        assertThat(failing(() -> client.list(company, "Projects", Map.of())).reason())
                .isEqualTo(Reason.BAD_ANSWER);
    }

    @Test
    void answerThatEndsEarlyIsNotUsed() {
        GO.stubFor(get("/v2/Projects").willReturn(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)));

        assertThat(failing(() -> client.list(company, "Projects", Map.of())).reason())
                .isEqualTo(Reason.UNAVAILABLE);
    }

    @Test
    void answerThatIsTooLargeIsNotRead() {
        GO.stubFor(get("/v2/Projects").willReturn(okJson("[\"" + "x".repeat(110_000) + "\"]")));

        RecordFailure failure = failing(() -> client.list(company, "Projects", Map.of()));

        assertThat(failure.arguments()).containsExactly("PowerOffice Go", "an answer of more than 102400 bytes");
        assertThat(failure.reason()).isEqualTo(Reason.BAD_ANSWER);
    }

    @Test
    void findsOrSaysThatThereIsNone() {
        GO.stubFor(get("/v2/Projects/7").willReturn(okJson("{\"Id\": 7}")));
        GO.stubFor(get("/v2/Projects/8")
                .willReturn(status(404).withBody("{\"title\":\"Object(s) not found\",\"status\":404}")));

        assertThat(client.find(company, "Projects/7")).contains(json("{\"Id\": 7}"));
        assertThat(client.find(company, "Projects/8")).isEmpty();
    }

    @Test
    void wrongAddressIsNoAbsentRecord() {
        GO.stubFor(get("/v2/Projects/8")
                .willReturn(status(404).withBody("{\"statusCode\":404,\"message\":\"Resource not found\"}")));
        GO.stubFor(get("/v2/Projects/9").willReturn(serverError()));

        assertThat(failing(() -> client.find(company, "Projects/8")).reason()).isEqualTo(Reason.REFUSED);
        assertThat(failing(() -> client.find(company, "Projects/9")).reason()).isEqualTo(Reason.UNAVAILABLE);
    }

    private static ResponseDefinitionBuilder page(String rows, String next) {
        return okJson(rows).withHeader("X-Pagination", "{\"nextPageLink\": \"" + next + "\", \"pageSize\": 2}");
    }

    private static RecordFailure failing(ThrowingCallable call) {
        RecordFailure failure = catchThrowableOfType(RecordFailure.class, call);
        assertThat(failure).as("a failure").isNotNull();
        return failure;
    }

    private static JsonNode json(String text) {
        return Json.tree(text);
    }
}
