package dokbro.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Json;
import dokbro.sandbox.go.SimulatedGo;
import dokbro.sandbox.smartdok.SimulatedSmartDok;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Calls the console as kari (operator) or ola (viewer) would. Each test begins with both systems in step and nothing running. */
@ConsoleTest
abstract class OverHttp {

    static final String DEMO = "/api/v1/companies/demo";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    SimulatedSmartDok smartdok;

    @Autowired
    SimulatedGo go;

    /** An answer; the body is null where it is empty or not JSON. */
    record Answer(int status, HttpHeaders headers, String text, JsonNode body) {

        String header(String name) {
            return headers.firstValue(name).orElse(null);
        }

        Answer is(int wanted) {
            assertThat(status).as(text).isEqualTo(wanted);
            return this;
        }

        /** A problem detail with this status; gives its body. */
        JsonNode problem(int wanted) {
            is(wanted);
            assertThat(header("Content-Type")).startsWith("application/problem+json");
            assertThat(body.path("status").asInt()).isEqualTo(wanted);
            assertThat(text).doesNotContain("Exception", "dokbro.", "java.");
            return body;
        }

        JsonNode items() {
            return is(200).body().get("items");
        }
    }

    @BeforeEach
    void inStep() {
        if (get(DEMO + "/runs?size=1").is(200).body().get("total").asLong() == 0) {
            post(DEMO + "/runs", "{}").is(202);
            await().atMost(Duration.ofMinutes(2)).until(this::lastEntityHasRun);
        }
        nothingRuns();
    }

    /** The whole sync has come to the last of its entities. */
    private boolean lastEntityHasRun() {
        JsonNode last = null;
        for (JsonNode entity : get(DEMO + "/entities").items()) {
            last = entity.get("enabled").asBoolean() ? entity : last;
        }
        return last != null && last.hasNonNull("lastRun");
    }

    void nothingRuns() {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> get(DEMO + "/runs?state=RUNNING").items().isEmpty());
    }

    Answer get(String path) {
        return send(request("GET", path, null));
    }

    Answer getAsViewer(String path) {
        return send(as("ola", "ola-secret", path).GET());
    }

    Answer post(String path, String json) {
        return send(request("POST", path, json));
    }

    Answer put(String path, String json) {
        return send(request("PUT", path, json));
    }

    Answer delete(String path) {
        return send(request("DELETE", path, null));
    }

    /** As kari; the body is sent as JSON, null for none. */
    HttpRequest.Builder request(String method, String path, String json) {
        HttpRequest.Builder request = as("kari", "kari-secret", path);
        return json == null
                ? request.method(method, HttpRequest.BodyPublishers.noBody())
                : request.header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(json));
    }

    HttpRequest.Builder as(String user, String password, String path) {
        String credentials = user + ":" + password;
        return anonymous(path)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    HttpRequest.Builder anonymous(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    int port() {
        return port;
    }

    static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String type = response.headers().firstValue("Content-Type").orElse("");
            boolean json = type.contains("json") && !response.body().isEmpty();
            return new Answer(
                    response.statusCode(),
                    response.headers(),
                    response.body(),
                    json ? Json.tree(response.body()) : null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits for a run's end and gives it. */
    JsonNode ended(long run) {
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> !get(DEMO + "/runs/" + run)
                        .is(200)
                        .body()
                        .get("endedAt")
                        .isNull());
        return get(DEMO + "/runs/" + run).body();
    }

    /** Runs an entity and gives the ended run. */
    JsonNode run(String entity) {
        return ended(post(DEMO + "/entities/" + entity + "/runs", "{}")
                .is(202)
                .body()
                .get("id")
                .asLong());
    }
}
