package dokbro.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeldRunsApiTest extends OverHttp {

    private static final String RUNS = DEMO + "/runs/";

    @Test
    void aHeldRunSaysWhyAndIsRejectedOrApproved() {
        List<Integer> many = go.entries().stream()
                .map(entry -> entry.get("InternalComment").asText())
                .filter(comment -> comment.matches(".*\\[SD-\\d+\\.1]"))
                .map(comment -> Integer.valueOf(comment.replaceAll(".*\\[SD-(\\d+)\\.1]", "$1")))
                .skip(100)
                .limit(60)
                .toList();
        many.forEach(smartdok.backDoor()::withdraw);
        try {
            long id = run("work-hours").get("id").asLong();
            JsonNode held = send(request("GET", RUNS + id, null).header("Accept-Language", "nb"))
                    .is(200)
                    .body();
            assertThat(held.get("state").asText()).isEqualTo("HELD");
            assertThat(held.get("counts").get("held").asInt()).isEqualTo(60);
            JsonNode hold = held.get("holds").get(0);
            assertThat(hold.get("kind").asText()).isEqualTo("BRAKE");
            assertThat(hold.get("state").asText()).isEqualTo("OPEN");
            assertThat(hold.get("question").asText()).contains("endringssperren");
            assertThat(get(DEMO + "/entities").items().get(7).get("held").asLong())
                    .isEqualTo(id);
            JsonNode rows = get(RUNS + id + "/plan?size=200").items();
            assertThat(rows)
                    .filteredOn(row -> row.get("note").asText().equals("brake"))
                    .hasSize(60);

            JsonNode rejected = post(RUNS + id + "/reject", "{\"note\": \"feil i SmartDok\"}")
                    .is(200)
                    .body();
            assertThat(rejected.get("holds").get(0).get("state").asText()).isEqualTo("REJECTED");
            assertThat(rejected.get("holds").get(0).get("decidedBy").asText()).isEqualTo("kari");
            assertThat(post(RUNS + id + "/reject", "{}")
                            .problem(409)
                            .get("reason")
                            .asText())
                    .isEqualTo("decided");

            Answer approved =
                    post(RUNS + id + "/approve", "{\"note\": \"likevel\"}").is(202);
            JsonNode next = ended(approved.body().get("id").asLong());
            assertThat(approved.header("Location")).endsWith(RUNS + next.get("id"));
            assertThat(next.get("cause").asText()).isEqualTo("APPROVAL");
            assertThat(next.get("counts").get("deleted").asInt()).isEqualTo(60);
            assertThat(get(RUNS + id).body().get("holds").get(0).get("nextRun")).isEqualTo(next.get("id"));
            JsonNode log = get("/api/v1/audit-log?company=demo&size=2").items();
            assertThat(log.findValuesAsText("what")).containsExactly("approve", "reject");
        } finally {
            many.forEach(smartdok.backDoor()::approve);
            run("work-hours");
        }
    }

    @Test
    void aRecomputedPeriodThatIsAsTodayIsNotHeld() {
        run("work-hours");
        JsonNode run = ended(post(DEMO + "/entities/work-hours/runs", "{\"recompute\": true, \"from\": \"2026-01-01\"}")
                .is(202)
                .body()
                .get("id")
                .asLong());
        assertThat(run.get("cause").asText()).isEqualTo("RECOMPUTE");
        assertThat(run.path("counts").path("held").asInt()).isZero();
        JsonNode log = get("/api/v1/audit-log?company=demo&size=1").items();
        assertThat(log.findValuesAsText("what")).containsExactly("run-start");
        assertThat(post(DEMO + "/runs", "{\"recompute\": true, \"from\": \"2026-01-01\"}")
                        .problem(400)
                        .get("field")
                        .asText())
                .isEqualTo("recompute");
        assertThat(post(DEMO + "/entities/reference-data/runs", "{\"recompute\": true, \"from\": \"2026-01-01\"}")
                        .problem(409)
                        .get("reason")
                        .asText())
                .isEqualTo("not-recomputable");
    }

    @Test
    void onlyAHeldRunCanBeDecided() {
        long id = run("activities").get("id").asLong();
        assertThat(post(RUNS + id + "/approve", "{}").problem(409).get("detail").asText())
                .isEqualTo("Run " + id + " is not held: SUCCEEDED.");
        post(RUNS + "999999/approve", "{}").problem(404);
        assertThat(post(RUNS + id + "/reject", "{\"why\": 1}")
                        .problem(400)
                        .get("field")
                        .asText())
                .isEqualTo("why");
        assertThat(send(as("ola", "ola-secret", RUNS + id + "/approve")
                                .header("Content-Type", "application/json")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}")))
                        .status())
                .isEqualTo(403);
    }
}
