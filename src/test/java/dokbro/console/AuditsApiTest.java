package dokbro.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Json;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class AuditsApiTest extends OverHttp {

    private static final String AUDITS = DEMO + "/audits";

    @Autowired
    private JdbcTemplate jdbc;

    @AfterEach
    void quick() {
        go.latency(Duration.ZERO);
        await().until(() -> get(AUDITS + "?state=RUNNING").items().isEmpty());
    }

    private JsonNode audit(String entity) {
        // What the last test has sent is too young to be looked at.
        jdbc.update("update link set updated_at = timestamp with time zone '2020-01-01 00:00:00+00'");
        Answer accepted = post(AUDITS, "{\"entity\": \"" + entity + "\"}").is(202);
        assertThat(accepted.header("Location")).isEqualTo(AUDITS);
        return ended(accepted.body().get("audits").get(0));
    }

    private JsonNode ended(JsonNode audit) {
        String address = AUDITS + "/" + audit.get("id").asLong();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> !get(address).is(200).body().get("endedAt").isNull());
        return get(address).body();
    }

    private JsonNode aLink() {
        return get(DEMO + "/links?entity=work-hours&size=200").items().get(3);
    }

    @Test
    void anAuditIsAskedForReadAndRepaired() {
        JsonNode link = aLink();
        long target = link.get("targetId").asLong();
        go.editByUser(target, Json.tree("{\"ExternalComment\": \"x\", \"Quantity\": 17, \"BillableQuantity\": 0}"));

        JsonNode audit = audit("work-hours");

        assertThat(audit.get("state").asText()).isEqualTo("SUCCEEDED");
        assertThat(audit.get("requestedBy").asText()).isEqualTo("kari");
        assertThat(audit.get("counts").get("changed").asLong()).isEqualTo(1);
        String rows = AUDITS + "/" + audit.get("id").asLong() + "/rows";
        assertThat(get(rows + "?kind=MISSING").items()).isEmpty();
        JsonNode row = get(rows + "?kind=CHANGED").items().get(0);
        assertThat(row.get("sourceId")).isEqualTo(link.get("sourceId"));
        assertThat(row.get("targetId").asLong()).isEqualTo(target);
        assertThat(row.get("differences").get(0).get("field").asText()).isEqualTo("Quantity");
        assertThat(row.get("differences").get(0).get("found").asInt()).isEqualTo(17);
        assertThat(row.get("employee").asText()).isNotEmpty();
        assertThat(row.get("repaired").asBoolean()).isFalse();
        assertThat(row.get("repair").isNull()).isTrue();

        JsonNode seen = getAsViewer(rows + "?kind=CHANGED").items().get(0);
        assertThat(seen.get("employee").isNull()).isTrue();
        assertThat(seen.get("quantity").isNull()).isTrue();
        assertThat(seen.get("differences").get(0).get("field").asText()).isEqualTo("Quantity");
        assertThat(seen.get("differences").get(0).get("found").isNull()).isTrue();
        String repair = rows + "/" + row.get("id").asLong() + "/repair";
        send(as("ola", "ola-secret", repair)
                        .header("Content-Type", "application/json")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{\"note\": \"x\"}")))
                .problem(403);

        JsonNode done = post(repair, "{\"note\": \" avtalt med Ola \"}").is(200).body();

        assertThat(done.get("repaired").asBoolean()).isTrue();
        assertThat(done.get("repair").get("result").asText()).isEqualTo("UPDATED");
        assertThat(done.get("repair").get("by").asText()).isEqualTo("kari");
        assertThat(done.get("repair").get("note").asText()).isEqualTo("avtalt med Ola");
        JsonNode log = get("/api/v1/audit-log?size=2").items();
        assertThat(log.get(0).get("what").asText()).isEqualTo("audit-repair");
        assertThat(log.get(0).get("why").asText()).isEqualTo("avtalt med Ola");
        assertThat(log.get(0).get("subject").asText())
                .isEqualTo("work-hours " + link.get("sourceId").asText() + ", audit "
                        + audit.get("id").asLong() + ", CHANGED, run "
                        + done.get("repair").get("run").asLong());
        assertThat(log.get(1).get("what").asText()).isEqualTo("audit-start");

        JsonNode again = post(repair, "{\"note\": \"igjen\"}").problem(409);
        assertThat(again.get("reason").asText()).isEqualTo("not-repairable");
    }

    @Test
    void allEntitiesAtOnce_andNoneTwice() {
        go.latency(Duration.ofMillis(400));
        JsonNode begun = post(AUDITS, "{}").is(202).body();
        assertThat(begun.get("audits"))
                .extracting(audit -> audit.get("entity").asText())
                .containsExactly(
                        "projects",
                        "sub-projects",
                        "activities",
                        "machines",
                        "goods",
                        "customers",
                        "work-hours",
                        "additions",
                        "machine-hours",
                        "goods-consumption",
                        "invoice-basis");
        JsonNode hours = begun.get("audits")
                .valueStream()
                .filter(audit -> audit.get("entity").asText().equals("work-hours"))
                .findFirst()
                .orElseThrow();
        JsonNode going = post(AUDITS, "{\"entity\": \"work-hours\"}").problem(409);
        assertThat(going.get("reason").asText()).isEqualTo("going");
        assertThat(going.get("audit").asLong()).isEqualTo(hours.get("id").asLong());
        ended(hours);
        assertThat(get(AUDITS + "?entity=work-hours&size=1").items().get(0).get("id"))
                .isEqualTo(hours.get("id"));
        assertThat(get("/api/v1/companies/quiet/audits/" + hours.get("id"))
                        .problem(404)
                        .get("detail")
                        .asText())
                .isEqualTo("There is no audit " + hours.get("id") + " of quiet.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"entity": "hours"}                               | entity | entity must be one of reference-data, projects
            {"entity": "reference-data"}                      | entity | reference-data has no audit
            {"from": "2199-01-01", "entity": "projects"}      | from   | from 2199-01-01 lies ahead
            {"from": "1.11.2026"}                             | from   | from must be a date
            {"till": "2026-11-01"}                            | till   | There is no member till
            """)
    void aWrongStart(String json, String field, String detail) {
        JsonNode problem = post(AUDITS, json).problem(400);
        assertThat(problem.get("field").asText()).isEqualTo(field);
        assertThat(problem.get("detail").asText()).startsWith(detail);
    }

    @Test
    void wrongAddressesAndNotes() {
        JsonNode audit = audit("projects");
        String address = AUDITS + "/" + audit.get("id").asLong();
        get(AUDITS + "/999999").problem(404);
        get(address + "/rows?kind=GONE").problem(400);
        get(AUDITS + "?state=DONE").problem(400);
        post(address + "/rows/999999/repair", "{\"note\": \"x\"}").problem(404);
        send(as("ola", "ola-secret", AUDITS)
                        .header("Content-Type", "application/json")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}")))
                .problem(403);
        assertThat(getAsViewer(address).is(200).body().get("entity").asText()).isEqualTo("projects");
        jdbc.update(
                "insert into audit_row (audit_id, kind, target_id, differences) values (?, 'FOREIGN', '1', '[]')",
                audit.get("id").asLong());
        long row = get(address + "/rows").items().get(0).get("id").asLong();
        assertThat(post(address + "/rows/" + row + "/repair", "{\"note\": \" \"}")
                        .problem(400)
                        .get("field")
                        .asText())
                .isEqualTo("note");
        assertThat(post(address + "/rows/" + row + "/repair", "{\"note\": \"x\"}")
                        .problem(409)
                        .get("reason")
                        .asText())
                .isEqualTo("not-repairable");
    }
}
