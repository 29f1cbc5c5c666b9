package dokbro.sandbox.go;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dokbro.Json;
import dokbro.sandbox.http.Fault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Token, keys, privileges, routes, rate limit, faults. */
class GatewayTest extends GoTest {

    @Test
    void aTokenTellsItsLifeAndTheClient() throws Exception {
        HttpResponse<String> answer =
                token("sandbox-application-key", "sandbox-client-key", "sandbox-subscription-key");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).get("expires_in").asInt()).isEqualTo(1200);
        assertThat(json(answer).get("token_type").asText()).isEqualTo("bearer");
        String[] parts = json(answer).get("access_token").asText().split("\\.");
        assertThat(parts).hasSize(3);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        assertThat(Json.tree(claims).get("goClientName").asText()).isEqualTo("Nordbygg AS");
    }

    @Test
    void wrongKeysGetNoToken() throws Exception {
        HttpResponse<String> wrongClient = token("sandbox-application-key", "x", "sandbox-subscription-key");
        assertThat(wrongClient.statusCode()).isEqualTo(400);
        assertThat(json(wrongClient).get("error").asText()).isEqualTo("invalid_client");

        for (String subscription : new String[] {null, "x"}) {
            HttpResponse<String> answer = token("sandbox-application-key", "sandbox-client-key", subscription);
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(json(answer).get("statusCode").asInt()).isEqualTo(401);
        }
    }

    @Test
    void theTokenRequestMustBeAFormWithTheGrant() throws Exception {
        String basic = Base64.getEncoder()
                .encodeToString("sandbox-application-key:sandbox-client-key".getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(go.tokenUrl()))
                .header("Authorization", "Basic " + basic)
                .header("Ocp-Apim-Subscription-Key", "sandbox-subscription-key");

        HttpResponse<String> json = send(request.copy()
                .header("Content-Type", "application/json")
                .POST(text("{\"grant_type\":\"client_credentials\"}")));
        HttpResponse<String> otherGrant = send(request.copy()
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(text("grant_type=password")));

        assertThat(json.statusCode()).isEqualTo(400);
        assertThat(json(json).get("error").asText()).isEqualTo("invalid_request");
        assertThat(json(otherGrant).get("error").asText()).isEqualTo("unsupported_grant_type");
    }

    @Test
    void aTokenEndsAfterItsTimeOrWhenRevoked() throws Exception {
        clock.move(Duration.ofSeconds(1199));
        assertThat(get("/Projects").statusCode()).isEqualTo(200);
        clock.move(Duration.ofSeconds(1));
        assertThat(get("/Projects").statusCode()).isEqualTo(401);
        signIn();
        assertThat(get("/Projects").statusCode()).isEqualTo(200);
        go.revokeTokens();
        HttpResponse<String> revoked = get("/Projects");
        assertThat(revoked.statusCode()).isEqualTo(401);
        assertThat(revoked.body()).isEmpty();
    }

    @Test
    void everyCallNeedsTheSubscriptionKeyAndAToken() throws Exception {
        HttpRequest.Builder bare = HttpRequest.newBuilder(URI.create(go.url() + "/Projects"));

        HttpResponse<String> noKey = send(bare.copy().header("Authorization", "Bearer " + token));
        HttpResponse<String> noToken =
                send(bare.copy().header("Ocp-Apim-Subscription-Key", "sandbox-subscription-key"));

        assertThat(noKey.statusCode()).isEqualTo(401);
        assertThat(json(noKey).get("statusCode").asInt()).isEqualTo(401);
        assertThat(noToken.statusCode()).isEqualTo(401);
    }

    @Test
    void anUnknownRouteOrMethodIs404FromTheGateway() throws Exception {
        for (HttpResponse<String> answer : List.of(
                get("/SalesOrder"),
                post("/PayItems", "{}"),
                replace("/TimeTracking/ActivityTime/6100001", "Name", "\"x\""))) {
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(json(answer)).isEqualTo(Json.tree("{\"statusCode\":404,\"message\":\"Resource not found\"}"));
        }
        assertThat(get("/projects").statusCode()).isEqualTo(200);
    }

    @Test
    void withoutModuleOrPrivilegeTheAnswerIs403AndEmptyOnceTheTokenIsNew() throws Exception {
        go.setModule("TimeTracking", false);
        assertThat(get("/TimeTracking/HourType").statusCode()).isEqualTo(200);
        signIn();
        HttpResponse<String> refused = get("/TimeTracking/HourType");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).isEmpty();
        assertThat(json(get("/ClientIntegrationInformation")).get("InvalidPrivileges"))
                .isEqualTo(Json.tree("[\"Reporting_TimeTransaction_Full\",\"TimeTracking_Full\"]"));

        go.options(go.options().withPrivilege("Project_Full", false).withPrivilege("Project", true));
        signIn();
        assertThat(get("/Projects").statusCode()).isEqualTo(200);
        assertThat(post("/Projects", "{\"Name\":\"x\"}").statusCode()).isEqualTo(403);
    }

    @Test
    void theClientSaysWhoItIs() throws Exception {
        assertThat(json(get("/ClientIntegrationInformation")).get("ClientId").asText())
                .isEqualTo(go.options().clientId());
        assertThat(json(get("/ClientIntegrationInformation")).get("ActiveClientSubscriptions"))
                .isEqualTo(Json.tree("[\"Accounting\",\"Payroll\",\"TimeTracking\"]"));
    }

    @Test
    void moreCallsThanAllowedInASecondGet429AndAreCounted() throws Exception {
        go.options(go.options().withRequestsPerSecond(1));
        List<Integer> statuses = new ArrayList<>();
        HttpResponse<String> refused = null;
        for (int i = 0; i < 200 && refused == null; i++) {
            HttpResponse<String> answer = get("/LockDateSettings");
            statuses.add(answer.statusCode());
            refused = answer.statusCode() == 429 ? answer : null;
        }

        assertThat(statuses).startsWith(200);
        assertThat(refused).isNotNull();
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(json(refused))
                .isEqualTo(Json.tree(
                        "{\"statusCode\":429,\"message\":\"Rate limit is exceeded. Try again in 1 seconds.\"}"));
        assertThat(go.countOf429()).isEqualTo(1);
        assertThat(go.counters()).contains(entry("GET /v2/LockDateSettings 429", 1L));
        signIn();
    }

    @Test
    void theSecondSlides() {
        AtomicLong nanos = new AtomicLong();
        RateLimit limit = new RateLimit(nanos::get);

        assertThat(limit.pass(2)).isTrue();
        nanos.set(600_000_000L);
        assertThat(limit.pass(2)).isTrue();
        nanos.set(999_999_999L);
        assertThat(limit.pass(2)).isFalse();
        nanos.set(1_000_000_000L);
        assertThat(limit.pass(2)).isTrue();
        assertThat(limit.pass(2)).isFalse();
        assertThat(limit.refused()).isEqualTo(2);
        assertThat(limit.pass(0)).isTrue();
    }

    @Test
    void faultsSpeakAsTheGatewayDoesAndAfterTheEffectMeansDone() throws Exception {
        go.faults().next(1, "POST", "/v2/Projects", Fault.TOO_MANY);
        go.faults().next(1, "POST", "/v2/Projects", Fault.RESET_AFTER);
        String body = "{\"Code\":\"77\",\"Name\":\"Ny\"}";

        HttpResponse<String> first = post("/Projects", body);
        assertThat(first.statusCode()).isEqualTo(429);
        assertThat(json(first).get("message").asText()).isEqualTo("Rate limit is exceeded. Try again in 1 seconds.");
        Assertions.assertThatThrownBy(() -> post("/Projects", body)).isInstanceOf(IOException.class);

        assertThat(json(get("/Projects?projectCodes=77")).size()).isEqualTo(1);
        assertThat(go.countOf429()).isZero();
    }
}
