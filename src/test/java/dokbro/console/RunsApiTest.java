package dokbro.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.sandbox.smartdok.BackDoor;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RunsApiTest extends OverHttp {

    @Autowired
    private dokbro.sandbox.Contractor contractor;

    @AfterEach
    void quick() {
        smartdok.faults().clear();
        smartdok.faults().latency(Duration.ZERO);
        delete(DEMO + "/entities/work-hours/pause").is(204);
        nothingRuns();
    }

    @Test
    void theFirstSyncRanInOrderAndItsCountsAddUp() {
        JsonNode runs = get(DEMO + "/runs?size=200").items();
        assertThat(runs.findValuesAsText("entity"))
                .contains("reference-data", "projects", "sub-projects", "activities", "work-hours");
        JsonNode first = get(DEMO + "/runs?entity=work-hours&size=200").items();
        JsonNode run = first.get(first.size() - 1);
        assertThat(run.get("state").asText()).isEqualTo("PARTIAL");
        assertThat(run.get("requestedBy").asText()).isEqualTo("kari");
        assertThat(run.get("counts").get("created").asLong()).isPositive();
        long outcomes = 0;
        for (JsonNode count : run.get("counts")) {
            outcomes += count.asLong();
        }
        long read = run.get("counts").get("read").asLong()
                + run.get("counts").get("missing").asLong();
        assertThat(outcomes - read).isEqualTo(read);
    }

    @Test
    void aRunIsAcceptedAndFoundAtItsAddress() {
        Answer accepted =
                post(DEMO + "/entities/projects/runs", "{\"dryRun\": true}").is(202);
        long id = accepted.body().get("id").asLong();
        assertThat(accepted.header("Location")).isEqualTo(DEMO + "/runs/" + id);
        assertThat(accepted.body().get("dryRun").asBoolean()).isTrue();
        JsonNode run = ended(id);
        assertThat(run.get("entity").asText()).isEqualTo("projects");
        assertThat(run.get("cause").asText()).isEqualTo("MANUAL");
        assertThat(run.get("counts").get("read").asLong()).isPositive();
        assertThat(get("/api/v1/companies/quiet/runs/" + id)
                        .problem(404)
                        .get("detail")
                        .asText())
                .isEqualTo("There is no run " + id + " of quiet.");
    }

    @Test
    void aDryRunShowsWhatTheNextRunDoes() {
        int registration = newRegistration();
        JsonNode dry = ended(post(DEMO + "/entities/work-hours/runs", "{\"dryRun\": true}")
                .is(202)
                .body()
                .get("id")
                .asLong());
        JsonNode row =
                row(get(DEMO + "/runs/" + dry.get("id") + "/plan?size=200").items(), registration);
        assertThat(row.get("operation").asText()).isEqualTo("CREATE");
        assertThat(row.get("facts").get("comment").asText()).isEqualTo("Ny time");
        JsonNode seen = row(
                getAsViewer(DEMO + "/runs/" + dry.get("id") + "/plan?size=200").items(), registration);
        assertThat(seen.get("facts").isNull()).isTrue();

        JsonNode live = run("work-hours");
        assertThat(live.get("counts").get("created").asLong()).isEqualTo(1);
        JsonNode created = get(DEMO + "/runs/" + live.get("id") + "/records?outcome=CREATED")
                .items();
        assertThat(created).hasSize(1);
        assertThat(created.get(0).get("sourceId").asText()).isEqualTo(Integer.toString(registration));
        assertThat(created.get(0).get("targetId").asText()).isNotEmpty();
        JsonNode link = get(DEMO + "/links?entity=work-hours&sourceId=" + registration)
                .items()
                .get(0);
        assertThat(link.get("targetId")).isEqualTo(created.get(0).get("targetId"));
        assertThat(link.get("state").asText()).isEqualTo("LINKED");
        assertThat(link.get("claim").isNull()).isTrue();
        assertThat(link.has("payload")).isFalse();
    }

    @Test
    void aSecondStartNamesTheRunThatIsGoing() {
        smartdok.faults().latency(Duration.ofMillis(400));
        long going = post(DEMO + "/entities/work-hours/runs", "{}")
                .is(202)
                .body()
                .get("id")
                .asLong();
        JsonNode problem = post(DEMO + "/entities/work-hours/runs", "{}").problem(409);
        assertThat(problem.get("run").asLong()).isEqualTo(going);
        assertThat(problem.get("reason").asText()).isEqualTo("going");
        assertThat(get(DEMO + "/runs/" + going).body().get("counts").has("read"))
                .isTrue();

        post(DEMO + "/runs/" + going + "/stop", "{\"reason\": \"feil måned\"}").is(202);
        JsonNode stopped = ended(going);
        assertThat(stopped.get("state").asText()).isEqualTo("STOPPED");
        assertThat(stopped.get("error").asText()).isEqualTo("Stopped by kari: feil måned");
        assertThat(post(DEMO + "/runs/" + going + "/stop", "{}")
                        .problem(409)
                        .get("detail")
                        .asText())
                .isEqualTo("Run " + going + " has ended: STOPPED.");
        JsonNode entry = get("/api/v1/audit-log?size=1").items().get(0);
        assertThat(entry.get("what").asText()).isEqualTo("run-stop");
        assertThat(entry.get("subject").asText()).isEqualTo("work-hours, run " + going);
        assertThat(entry.get("why").asText()).isEqualTo("feil måned");
    }

    @Test
    void aPauseStopsTheRunAndRefusesTheNext() {
        smartdok.faults().latency(Duration.ofMillis(400));
        long going = post(DEMO + "/entities/work-hours/runs", "{}")
                .is(202)
                .body()
                .get("id")
                .asLong();
        JsonNode pause = put(DEMO + "/entities/work-hours/pause", "{\"reason\": \" lønnskjøring \"}")
                .is(200)
                .body();
        assertThat(pause.get("by").asText()).isEqualTo("kari");
        assertThat(pause.get("reason").asText()).isEqualTo("lønnskjøring");
        assertThat(ended(going).get("state").asText()).isEqualTo("STOPPED");

        JsonNode problem = post(DEMO + "/entities/work-hours/runs", "{}").problem(409);
        assertThat(problem.get("reason").asText()).isEqualTo("paused");
        assertThat(problem.get("detail").asText()).contains("kari", "lønnskjøring");
        assertThat(problem.has("run")).isFalse();
        JsonNode entity = hours();
        assertThat(entity.get("paused")).isEqualTo(pause);
        assertThat(entity.get("nextRun").isNull()).isTrue();

        smartdok.faults().latency(Duration.ZERO);
        delete(DEMO + "/entities/work-hours/pause").is(204);
        assertThat(hours().get("paused").isNull()).isTrue();
        assertThat(run("work-hours").get("state").asText()).isIn("PARTIAL", "SUCCEEDED");
    }

    private JsonNode hours() {
        return get(DEMO + "/entities")
                .items()
                .valueStream()
                .filter(entity -> entity.get("entity").asText().equals("work-hours"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aWholeSyncSaysWhatItRuns() {
        long before = get(DEMO + "/runs?entity=work-hours").body().get("total").asLong();
        Answer accepted = post(DEMO + "/runs", "{\"dryRun\": true}").is(202);
        assertThat(accepted.header("Location")).isEqualTo(DEMO + "/runs");
        assertThat(accepted.body().get("entities"))
                .extracting(JsonNode::asText)
                .containsSubsequence(
                        "reference-data", "projects", "sub-projects", "activities", "work-hours", "invoice-basis");
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> get(DEMO + "/runs?entity=work-hours")
                                .body()
                                .get("total")
                                .asLong()
                        > before);
    }

    @Test
    void whatIsNotEnabledDoesNotRun() {
        JsonNode problem =
                post("/api/v1/companies/quiet/entities/activities/runs", "{}").problem(409);
        assertThat(problem.get("reason").asText()).isEqualTo("not-enabled");
    }

    private int newRegistration() {
        BackDoor office = smartdok.backDoor();
        LocalDate day = contractor.today().minusDays(1);
        int id = office.add(office.draft("101", day, "1000", "01", "100").comment("Ny time"));
        office.approve(id);
        return id;
    }

    private static JsonNode row(JsonNode items, int sourceId) {
        for (JsonNode item : items) {
            if (item.get("sourceId").asText().equals(Integer.toString(sourceId))) {
                return item;
            }
        }
        throw new AssertionError("No row for " + sourceId + " in " + items);
    }
}
