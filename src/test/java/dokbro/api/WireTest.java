package dokbro.api;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.component.http.HttpEndpoint;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class WireTest extends ApiScene {

    @Autowired
    private CamelContext context;

    private static final String BODY = "{\"Name\":\"Ærlig Ås\",\"Quantity\":7.5}";

    @Test
    void readFromGoCarriesThisAndNothingElse() {
        send(
                "direct:poweroffice",
                ApiCall.get(company, "Projects", Map.of()),
                Map.of("X-Caller", "leaks", "CamelHttpPath", "/x"));

        LoggedRequest seen = calls(GO).get(0);
        assertThat(headers(seen))
                .isEqualTo(Map.of(
                        "accept", "application/json",
                        "authorization", "Bearer go-token",
                        "ocp-apim-subscription-key", "subscription-" + company.key(),
                        "user-agent", "Dokbro",
                        "host", "localhost:" + GO.port(),
                        "connection", "keep-alive"));
        assertThat(seen.getMethod().getName() + " " + seen.getUrl()).isEqualTo("GET /v2/Projects");
        assertThat(seen.getBody()).isEmpty();
    }

    @Test
    void writeToGoIsJsonInUtf8() {
        send("direct:poweroffice", new ApiCall(company, "POST", "Projects", Map.of(), Records.json(BODY)), Map.of());

        LoggedRequest seen = calls(GO).get(0);
        assertThat(headers(seen))
                .containsOnlyKeys(
                        "accept",
                        "authorization",
                        "ocp-apim-subscription-key",
                        "user-agent",
                        "host",
                        "connection",
                        "content-type",
                        "content-length");
        assertThat(seen.getHeader("Content-Type")).isEqualTo("application/json");
        assertThat(new String(seen.getBody(), StandardCharsets.UTF_8)).isEqualTo(BODY);
    }

    @Test
    void patchIsJsonPatch() {
        String patch = "[{\"op\":\"replace\",\"path\":\"/Quantity\",\"value\":450}]";
        send(
                "direct:poweroffice",
                new ApiCall(company, "PATCH", "TimeTracking/EntryTime/7", Map.of(), Records.json(patch)),
                Map.of());

        LoggedRequest seen = calls(GO).get(0);
        assertThat(seen.getMethod().getName()).isEqualTo("PATCH");
        assertThat(seen.getHeader("Content-Type")).isEqualTo("application/json-patch+json");
        assertThat(seen.getBodyAsString()).isEqualTo(patch);
    }

    @Test
    void deleteHasNoBodyAndNoContentType() {
        send("direct:poweroffice", new ApiCall(company, "DELETE", "Projects/7", Map.of(), null), Map.of());

        LoggedRequest seen = calls(GO).get(0);
        assertThat(seen.getMethod().getName()).isEqualTo("DELETE");
        assertThat(headers(seen))
                .containsOnlyKeys(
                        "accept", "authorization", "ocp-apim-subscription-key", "user-agent", "host", "connection");
    }

    @Test
    void callsToSmartDokCarryTheSessionOnly() {
        send(
                "direct:smartdok",
                new ApiCall(company, "PUT", "v3/Projects/5", Map.of(), Records.json(BODY)),
                Map.of("X-Caller", "leaks"));

        LoggedRequest seen = calls(SMARTDOK).get(0);
        assertThat(headers(seen))
                .containsOnlyKeys(
                        "accept",
                        "authorization",
                        "user-agent",
                        "host",
                        "connection",
                        "content-type",
                        "content-length");
        assertThat(seen.getHeader("Authorization")).isEqualTo("Bearer " + TestCompany.JWT);
        assertThat(seen.getUrl()).isEqualTo("/v3/Projects/5");
    }

    @Test
    void signInsCarryTheKeysAndNothingElse() {
        send("direct:poweroffice", ApiCall.get(company, "Projects", Map.of()), Map.of("X-Caller", "leaks"));
        send("direct:smartdok", ApiCall.get(company, "Projects", Map.of()), Map.of("X-Caller", "leaks"));

        LoggedRequest go = signIns(GO).get(0);
        assertThat(headers(go))
                .containsOnlyKeys(
                        "accept",
                        "authorization",
                        "ocp-apim-subscription-key",
                        "user-agent",
                        "host",
                        "connection",
                        "content-type",
                        "content-length");
        assertThat(go.getHeader("Authorization"))
                .isEqualTo("Basic "
                        + Base64.getEncoder()
                                .encodeToString("application-secret:client-secret".getBytes(StandardCharsets.UTF_8)));
        assertThat(go.getHeader("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
        assertThat(go.getBodyAsString()).isEqualTo("grant_type=client_credentials");

        LoggedRequest smartdok = signIns(SMARTDOK).get(0);
        assertThat(headers(smartdok))
                .containsOnlyKeys("accept", "user-agent", "host", "connection", "content-type", "content-length");
        assertThat(smartdok.getBodyAsString()).isEqualTo("{\"Token\":\"smartdok-secret\"}");
    }

    @Test
    void nothingOfSmartDoksAnswerReachesGo() {
        SMARTDOK.stubFor(get(anyUrl())
                .willReturn(okJson("[]")
                        .withHeader("Set-Cookie", "session=1; Path=/")
                        .withHeader("X-Secret", "s")
                        .withHeader("ETag", "\"e\"")
                        .withHeader("Location", "http://localhost:1/elsewhere")
                        .withHeader("CamelHttpQuery", "evil=1")));
        Exchange done = template.request("direct:both", exchange -> {
            exchange.setProperty("read", ApiCall.get(company, "Wages", Map.of("all", "true")));
            exchange.setProperty("planned", new ApiCall(company, "POST", "Projects", Map.of(), Records.json(BODY)));
        });

        assertThat(done.getException()).isNull();
        LoggedRequest seen = calls(GO).get(0);
        assertThat(headers(seen))
                .containsOnlyKeys(
                        "accept",
                        "authorization",
                        "ocp-apim-subscription-key",
                        "user-agent",
                        "host",
                        "connection",
                        "content-type",
                        "content-length");
        assertThat(seen.getUrl()).isEqualTo("/v2/Projects");
        assertThat(done.getMessage().getHeaders()).isEmpty();
        assertThat(done.getProperties()).doesNotContainKeys(ApiCall.PROPERTY, Wire.TOKEN, Retries.TRIES);
    }

    @Test
    void cookiesAreNotKept() {
        GO.stubFor(get(anyUrl()).willReturn(okJson("[]").withHeader("Set-Cookie", "session=1; Path=/")));
        send("direct:poweroffice", ApiCall.get(company, "Projects", Map.of()), Map.of());
        send("direct:poweroffice", ApiCall.get(company, "Projects", Map.of()), Map.of());

        assertThat(calls(GO))
                .hasSize(2)
                .allSatisfy(one -> assertThat(headers(one)).doesNotContainKey("cookie"));
    }

    @Test
    void queryAndPathArriveAsTheyWereMeant() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("name", "Å & B+C 100% {{x}} ${y}=?");
        query.put("none", null);
        query.put("from", "2026-11-01T00:00:00+01:00");
        String path = "Projects/" + ApiCall.segment("12/3 ÆØ{{user.home}}%2F#?");
        send("direct:poweroffice", ApiCall.get(company, path, query), Map.of());

        LoggedRequest seen = calls(GO).get(0);
        assertThat(seen.queryParameter("name").firstValue()).isEqualTo("Å & B+C 100% {{x}} ${y}=?");
        assertThat(seen.queryParameter("from").firstValue()).isEqualTo("2026-11-01T00:00:00+01:00");
        assertThat(seen.queryParameter("none").isPresent()).isFalse();
        assertThat(seen.getUrl())
                .startsWith(
                        "/v2/Projects/12%2F3%20%C3%86%C3%98%7B%7Buser.home%7D%7D%252F%23%3F?name=%C3%85%20%26%20B%2BC%20100%25");
    }

    @Test
    void redirectsAreNotFollowed() {
        GO.stubFor(get(urlPathEqualTo("/v2/Projects")).willReturn(temporaryRedirect(SMARTDOK.baseUrl() + "/Projects")));

        Throwable failure =
                catchThrowable(() -> send("direct:poweroffice", ApiCall.get(company, "Projects", Map.of()), Map.of()));

        assertThat(new Failures()
                        .of(
                                failure.getCause(),
                                ApiCall.get(company, "Projects", Map.of()).to(Api.POWEROFFICE)))
                .hasMessage(
                        "PowerOffice Go answered something that is not its API: a redirect (302), which is not followed");
        assertThat(calls(SMARTDOK)).isEmpty();
        assertThat(calls(GO)).hasSize(1);
    }

    @Test
    void packedAnswersAreNotAskedForNorUnpacked() {
        GO.stubFor(get(anyUrl()).willReturn(okJson("[]").withHeader("Content-Encoding", "gzip")));

        // Not gzip at all: unpacking it would fail.
        assertThat(send("direct:poweroffice", ApiCall.get(company, "Projects", Map.of()), Map.of()))
                .isEqualTo(new ApiAnswer(200, Records.json("[]"), null));
    }

    @Test
    void timeoutsAndPoolAreTheSettings() {
        List<HttpEndpoint> endpoints = context.getEndpoints().stream()
                .filter(HttpEndpoint.class::isInstance)
                .map(HttpEndpoint.class::cast)
                .toList();

        // One for each API, which sign-ins share: one pool each.
        assertThat(endpoints).hasSize(2).allSatisfy(one -> {
            assertThat(one.getConnectTimeout()).isEqualTo(10_000);
            assertThat(one.getResponseTimeout()).isEqualTo(3_000);
            assertThat(one.getConnectionRequestTimeout()).isEqualTo(30_000);
            assertThat(one.getComponent().getConnectionsPerRoute()).isEqualTo(32);
            assertThat(one.getComponent().getMaxTotalConnections()).isEqualTo(400);
        });
    }

    @Test
    void bodyThatIsNoCallIsABug() {
        Throwable failure = catchThrowable(() -> template.requestBody("direct:smartdok", "text"));

        assertThat(failure.getCause())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The body is no ApiCall");
    }

    @Test
    void noKeyStandsInAFailure() {
        GO.stubFor(get(anyUrl()).willReturn(serverError()));
        Throwable failure =
                catchThrowable(() -> send("direct:poweroffice", ApiCall.get(company, "Projects", Map.of()), Map.of()));

        assertThat(failure).isInstanceOf(CamelExecutionException.class);
        java.io.StringWriter trace = new java.io.StringWriter();
        failure.printStackTrace(new java.io.PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain("secret", "go-token", "subscription-" + company.key());
    }

    private Object send(String route, ApiCall call, Map<String, Object> headers) {
        return template.requestBodyAndHeaders(route, call, headers);
    }

    private static Map<String, String> headers(LoggedRequest request) {
        Map<String, String> headers = new TreeMap<>();
        request.getHeaders().all().forEach(one -> headers.put(one.key().toLowerCase(Locale.ROOT), one.firstValue()));
        return headers;
    }
}
