package dokbro.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalManagementPort;

class SignInTest extends OverHttp {

    @LocalManagementPort
    private int managementPort;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/openapi",
                "/api/v1/companies",
                "/api/v1/audit-log",
                "/api/v1/nothing",
                "/swagger-ui/index.html",
                "/elsewhere",
                "/actuator/health"
            })
    void nobodyGetsInWithoutSigningIn(String path) {
        Answer refused = send(anonymous(path));
        assertThat(refused.problem(401).get("detail").asText()).startsWith("Sign in");
        assertThat(refused.header("WWW-Authenticate")).startsWith("Basic realm=\"Dokbro\"");
        assertThat(refused.header("Set-Cookie")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"kari, wrong", "nobody, kari-secret", "kari, ''", "admin, admin"})
    void wrongCredentials(String user, String password) {
        JsonNode problem = send(as(user, password, "/api/v1/companies")).problem(401);
        assertThat(problem.get("detail").asText()).isEqualTo("The user name or the password is wrong.");
    }

    @Test
    void brokenCredentials() {
        send(anonymous("/api/v1/companies").header("Authorization", "Basic !!!"))
                .problem(401);
        send(as("kari", "x".repeat(1000), "/api/v1/companies")).problem(401);
        send(anonymous("/api/v1/companies").header("Authorization", "Bearer abc"))
                .problem(401);
    }

    @Test
    void aViewerOnlyReads() {
        getAsViewer("/api/v1/companies").is(200);
        HttpRequest.BodyPublisher empty = HttpRequest.BodyPublishers.ofString("{}");
        for (HttpRequest.Builder request : new HttpRequest.Builder[] {
            as("ola", "ola-secret", DEMO + "/runs").POST(empty),
            as("ola", "ola-secret", DEMO + "/entities/projects/pause").PUT(empty),
            as("ola", "ola-secret", DEMO + "/entities/projects/pause").DELETE(),
            as("ola", "ola-secret", "/api/v1/audit-log").GET(),
            as("ola", "ola-secret", "/api/v1/audit-log").method("HEAD", HttpRequest.BodyPublishers.noBody())
        }) {
            Answer refused = send(request.header("Content-Type", "application/json"));
            if (!refused.text().isEmpty()) {
                assertThat(refused.problem(403).get("detail").asText()).isEqualTo("This needs the role operator.");
            }
            refused.is(403);
        }
    }

    @Test
    void anotherSitesFormCanDoNothing() {
        for (String type : new String[] {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"}) {
            send(as("kari", "kari-secret", DEMO + "/runs")
                            .header("Content-Type", type)
                            .POST(HttpRequest.BodyPublishers.ofString("{}")))
                    .problem(415);
        }
        Answer asked = send(anonymous(DEMO + "/entities/projects/pause")
                .header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "DELETE")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
        assertThat(asked.status()).isIn(401, 403);
        assertThat(asked.header("Access-Control-Allow-Origin")).isNull();
    }

    @Test
    void answersCarryTheUsualHeaders() {
        Answer answer = get("/api/v1/companies").is(200);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Set-Cookie")).isNull();
    }

    @Test
    void theFrontDoorLeadsToTheApisPage() {
        Answer door = send(anonymous("/"));
        assertThat(door.is(302).header("Location")).endsWith("/api");
        Answer page = get("/api").is(302);
        assertThat(get(URI.create(page.header("Location")).getPath()).is(200).text())
                .contains("Swagger UI");
    }

    @Test
    void healthAndMetricsNeedNoSignInOnTheManagementPort() {
        Answer health = send(HttpRequest.newBuilder(management("/actuator/health")));
        assertThat(health.is(200).body().get("status").asText()).isEqualTo("UP");
        assertThat(health.body().has("components")).isFalse();
        send(HttpRequest.newBuilder(management("/actuator/health/liveness"))).is(200);
        assertThat(send(HttpRequest.newBuilder(management("/actuator/prometheus")))
                        .is(200)
                        .text())
                .contains("jvm_memory_used_bytes");
        send(HttpRequest.newBuilder(management("/actuator/info"))).is(401);
    }

    private URI management(String path) {
        return URI.create("http://127.0.0.1:" + managementPort + path);
    }
}
