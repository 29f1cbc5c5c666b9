package dokbro.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dokbro.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SimulatedServerTest {

    private final HttpClient client = HttpClient.newHttpClient();
    private final Faults faults = new Faults(7);
    private final AtomicInteger effects = new AtomicInteger();
    private SimulatedServer server;

    @BeforeEach
    void start() {
        server = new SimulatedServer(0, faults)
                .route("GET", "/Things/{id}", request -> Response.json(200, Map.of("id", request.variable("id"))))
                .route("GET", "/Things/special", request -> Response.json(200, Map.of("special", true)))
                .route("GET", "/Things", request -> Response.json(200, request.query()))
                .route("DELETE", "/Things/{id}", request -> {
                    effects.incrementAndGet();
                    return Response.empty(204);
                })
                .route("POST", "/Things", request -> {
                    effects.incrementAndGet();
                    return Response.json(201, request.body());
                })
                .errors(status -> Response.json(status, Map.of("statusCode", status)))
                .start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void wordsOfAPathMeetAnyCaseAndGoBeforeVariables() throws Exception {
        assertThat(get("/things/SPECIAL").body()).isEqualTo("{\"special\":true}");
        assertThat(get("/THINGS/a%20b%2Fc+d").body()).isEqualTo("{\"id\":\"a b/c+d\"}");
    }

    @Test
    void everyParameterReachesTheHandlerWithAllItsValues() throws Exception {
        HttpResponse<String> answer = get("/Things?a=1&b=%C3%A6+x&a=2&$top=3&empty");

        assertThat(Json.tree(answer.body()))
                .isEqualTo(Json.tree("{\"$top\":[\"3\"],\"a\":[\"1\",\"2\"],\"b\":[\"æ x\"],\"empty\":[\"\"]}"));
    }

    @Test
    void aPathOrMethodWithoutRouteIsAnsweredByOtherwise() throws Exception {
        server.otherwise(request -> Response.json(404, Map.of("path", request.path())));

        assertThat(get("/Nothing").body()).isEqualTo("{\"path\":\"/Nothing\"}");
        assertThat(send("PUT", "/Things", "{}").statusCode()).isEqualTo(404);
        assertThat(server.counters())
                .containsOnly(Map.entry("GET (no route) 404", 1L), Map.entry("PUT (no route) 404", 1L));
    }

    @Test
    void aGateAnswersBeforeTheHandler() throws Exception {
        server.gate(request ->
                request.header("authorization").isPresent() ? Optional.empty() : Optional.of(Response.empty(401)));

        assertThat(send("POST", "/Things", "{}").statusCode()).isEqualTo(401);
        assertThat(effects).hasValue(0);
    }

    @Test
    void aRefusalIsTheAnswerAndABugIsA500() throws Exception {
        server.route("GET", "/refuse", request -> {
            throw new Refusal(Response.json(409, Map.of("title", "conflict")));
        });
        server.route("GET", "/bug", request -> {
            throw new IllegalStateException("bug");
        });

        assertThat(get("/refuse").statusCode()).isEqualTo(409);
        assertThat(get("/refuse").body()).isEqualTo("{\"title\":\"conflict\"}");
        assertThat(get("/bug").statusCode()).isEqualTo(500);
    }

    @Test
    void aBodyThatIsNoJsonIsA400() throws Exception {
        assertThat(send("POST", "/Things", "{\"a\":").statusCode()).isEqualTo(400);
        assertThat(effects).hasValue(1);
    }

    @Test
    void theLogHoldsWhatCameInInOrder() throws Exception {
        send("POST", "/things?x=1", "{\"Navn\":\"Åse\"}");
        get("/Things/5");

        assertThat(server.received())
                .extracting(Received::method, Received::path, Received::template, Received::status)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("POST", "/things", "/Things", 201),
                        org.assertj.core.groups.Tuple.tuple("GET", "/Things/5", "/Things/{id}", 200));
        Received first = server.received().get(0);
        assertThat(first.query()).isEqualTo("x=1");
        assertThat(first.body()).isEqualTo("{\"Navn\":\"Åse\"}");
        assertThat(first.headers().get("content-type")).containsExactly("application/json");
        assertThat(server.counters()).containsEntry("POST /Things 201", 1L);

        server.clear();
        assertThat(server.received()).isEmpty();
        assertThat(server.counters()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "TOO_MANY,429,0",
        "TOO_MANY_RETRY_AFTER,429,0",
        "SERVER_ERROR,500,0",
        "SERVER_ERROR_AFTER,500,1",
        "BAD_GATEWAY,502,0",
        "UNAVAILABLE,503,0",
        "ERROR_IN_200,200,0",
        "HTML,200,0",
        "MALFORMED,200,1"
    })
    void faultsThatAnswer(Fault fault, int status, int ran) throws Exception {
        faults.next(1, "POST", "/things", fault);

        HttpResponse<String> answer = send("POST", "/Things", "{\"a\":1}");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(effects).hasValue(ran);
        assertThat(answer.headers().firstValue("Retry-After"))
                .isEqualTo(fault == Fault.TOO_MANY_RETRY_AFTER ? Optional.of("1") : Optional.empty());
        assertThat(server.received().get(0).fault()).isEqualTo(fault);
        switch (fault) {
            case HTML -> assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
            case MALFORMED -> assertThat(answer.body()).isEqualTo("{{\"a");
            case ERROR_IN_200 -> assertThat(answer.body()).isEqualTo("{\"statusCode\":500}");
            default -> assertThat(answer.body()).isEqualTo("{\"statusCode\":" + status + "}");
        }
        assertThat(send("POST", "/Things", "{\"a\":1}").statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @EnumSource(names = {"RESET_BEFORE", "RESET_AFTER", "TRUNCATED", "TIMEOUT_BEFORE", "TIMEOUT_AFTER"})
    void faultsThatEndTheConnection(Fault fault) {
        faults.hold(Duration.ofMillis(50));
        faults.next(1, null, "/Things", fault);

        long begun = System.nanoTime();
        assertThatThrownBy(() -> send("POST", "/Things", "{\"a\":1}")).isInstanceOf(IOException.class);

        if (fault.name().startsWith("TIMEOUT")) {
            assertThat(System.nanoTime() - begun)
                    .isGreaterThanOrEqualTo(Duration.ofMillis(50).toNanos());
        }
        assertThat(effects).hasValue(fault.afterEffect() ? 1 : 0);
        assertThat(server.received().get(0).status()).isEqualTo(fault == Fault.TRUNCATED ? 201 : 0);
    }

    @Test
    void aTruncatedEmptyAnswerEndsTheConnectionToo() {
        faults.next(1, "DELETE", "/", Fault.TRUNCATED);

        assertThatThrownBy(() -> send("DELETE", "/Things/1", "")).isInstanceOf(IOException.class);
        assertThat(effects).hasValue(1);
    }

    @Test
    void slowAndLatencyDelayTheAnswer() throws Exception {
        faults.slow(Duration.ofMillis(60));
        faults.latency(Duration.ofMillis(30));
        faults.next(1, null, "/", Fault.SLOW);

        long begun = System.nanoTime();
        assertThat(get("/Things/1").statusCode()).isEqualTo(200);
        long slow = System.nanoTime();
        assertThat(get("/Things/1").statusCode()).isEqualTo(200);
        long ordinary = System.nanoTime();

        assertThat(slow - begun).isGreaterThanOrEqualTo(Duration.ofMillis(90).toNanos());
        assertThat(ordinary - slow).isGreaterThanOrEqualTo(Duration.ofMillis(30).toNanos());
    }

    @Test
    void manyHeldCallsLeaveTheServerAnsweringAndEndOnClose() throws Exception {
        faults.hold(Duration.ofHours(1));
        faults.next(60, "POST", "/Things", Fault.TIMEOUT_BEFORE);
        List<CompletableFuture<HttpResponse<String>>> held = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            held.add(client.sendAsync(request("POST", "/Things", "{}"), HttpResponse.BodyHandlers.ofString()));
        }
        org.awaitility.Awaitility.await().until(() -> server.received().size() == 60);

        assertThat(get("/Things/1").statusCode()).isEqualTo(200);
        assertThat(held).noneMatch(CompletableFuture::isDone);

        server.close();
        for (CompletableFuture<HttpResponse<String>> each : held) {
            assertThatThrownBy(() -> each.get(5, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
        }
    }

    @Test
    void theScriptGoesByMethodPathAndOrder() throws Exception {
        faults.next(1, "POST", "/things", Fault.SERVER_ERROR);
        faults.next(2, "POST", "/Things", Fault.UNAVAILABLE);

        assertThat(get("/Things/1").statusCode()).isEqualTo(200);
        assertThat(statuses(4)).containsExactly(500, 503, 503, 201);
        assertThat(faults.given()).containsOnly(Map.entry(Fault.SERVER_ERROR, 1L), Map.entry(Fault.UNAVAILABLE, 2L));
    }

    @Test
    void aShareIsDrawnFromTheSeedAndCanBeEnded() throws Exception {
        faults.share(500, Fault.SERVER_ERROR, Fault.BAD_GATEWAY);
        List<Integer> seen = statuses(40);

        assertThat(seen).contains(500, 502, 201);
        assertThat(effects.get())
                .isEqualTo((int) seen.stream().filter(status -> status == 201).count());
        Faults same = new Faults(7);
        same.share(500, Fault.SERVER_ERROR, Fault.BAD_GATEWAY);
        List<Integer> again = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            again.add(same.draw("POST", "/Things")
                    .map(fault -> fault == Fault.SERVER_ERROR ? 500 : 502)
                    .orElse(201));
        }
        assertThat(seen).isEqualTo(again);

        faults.exceptPathsFrom("/THINGS");
        assertThat(statuses(20)).containsOnly(201);
        faults.exceptPathsFrom(null);
        faults.clear();
        assertThat(statuses(20)).containsOnly(201);
    }

    @Test
    void badFaultSettingsAreRefused() {
        assertThatThrownBy(() -> faults.share(1001, Fault.SLOW)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> faults.share(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> faults.next(0, null, "/", Fault.SLOW)).isInstanceOf(IllegalArgumentException.class);
    }

    private List<Integer> statuses(int calls) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            statuses.add(send("POST", "/Things", "{}").statusCode());
        }
        return statuses;
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send("GET", path, "");
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return client.send(request(method, path, body), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}
