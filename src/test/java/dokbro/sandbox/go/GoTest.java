package dokbro.sandbox.go;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Json;
import dokbro.sandbox.http.Faults;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A running simulated Go with the tiny contractor, no rate limit, and a signed-in client. */
abstract class GoTest {

    static final String PATCH_TYPE = "application/json-patch+json";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    final MovingClock clock = new MovingClock();
    SimulatedGo go;
    String token;

    @BeforeEach
    void start() throws Exception {
        go = new SimulatedGo(
                        TinyContractor.contractor(),
                        clock,
                        0,
                        GoOptions.defaults().withRequestsPerSecond(0),
                        Faults.none())
                .start();
        signIn();
    }

    @AfterEach
    void stop() {
        go.close();
    }

    void signIn() throws Exception {
        token = Json.tree(token("sandbox-application-key", "sandbox-client-key", "sandbox-subscription-key")
                        .body())
                .get("access_token")
                .asText();
    }

    HttpResponse<String> token(String application, String client, String subscription) throws Exception {
        String basic =
                Base64.getEncoder().encodeToString((application + ":" + client).getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(go.tokenUrl()))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"));
        if (subscription != null) {
            request.header("Ocp-Apim-Subscription-Key", subscription);
        }
        return send(request);
    }

    HttpResponse<String> get(String pathAndQuery) throws Exception {
        return send(signed(pathAndQuery).GET());
    }

    HttpResponse<String> post(String path, String body) throws Exception {
        return send(signed(path).header("Content-Type", "application/json").POST(text(body)));
    }

    HttpResponse<String> patch(String path, String body) throws Exception {
        return send(signed(path).header("Content-Type", PATCH_TYPE).method("PATCH", text(body)));
    }

    /** A JSON Patch that replaces one member. */
    HttpResponse<String> replace(String path, String member, String value) throws Exception {
        return patch(path, "[{\"op\":\"replace\",\"path\":\"/" + member + "\",\"value\":" + value + "}]");
    }

    HttpResponse<String> delete(String path) throws Exception {
        return send(signed(path).DELETE());
    }

    HttpRequest.Builder signed(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create(go.url() + pathAndQuery))
                .header("Authorization", "Bearer " + token)
                .header("Ocp-Apim-Subscription-Key", "sandbox-subscription-key");
    }

    static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    static HttpRequest.BodyPublisher text(String body) {
        return HttpRequest.BodyPublishers.ofString(body);
    }

    static JsonNode json(HttpResponse<String> answer) {
        return Json.tree(answer.body());
    }

    /** The record that a successful POST answers with. */
    JsonNode created(String path, String body) throws Exception {
        HttpResponse<String> answer = post(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        return json(answer);
    }

    static void assertProblem(HttpResponse<String> answer, int status, String title, String detail) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json(answer).get("title").asText()).isEqualTo(title);
        assertThat(json(answer).get("status").asInt()).isEqualTo(status);
        assertThat(json(answer).get("detail").asText()).isEqualTo(detail);
    }

    /** Model binding refused this member or parameter. */
    static void assertUnbound(HttpResponse<String> answer, String member) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(json(answer).get("errors").has(member)).as(answer.body()).isTrue();
    }
}
