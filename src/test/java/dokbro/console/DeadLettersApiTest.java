package dokbro.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class DeadLettersApiTest extends OverHttp {

    private static final String LETTERS = DEMO + "/dead-letters";

    @Test
    void aDeadLetterSaysWhyAndWhatToDoInTheCallersLanguage() {
        JsonNode open = get(LETTERS + "?entity=work-hours&class=DATA&status=OPEN&reason=no-employee-number")
                .items();
        assertThat(open).hasSize(1);
        String path = LETTERS + "/" + open.get(0).get("id");
        JsonNode nb = send(request("GET", path, null).header("Accept-Language", "nn-NO, en;q=0.5"))
                .is(200)
                .body();
        assertThat(nb.get("message").asText()).contains("har ikke ansattnummer i SmartDok");
        assertThat(nb.get("message")).isEqualTo(nb.get("messageNb"));
        assertThat(nb.get("hintNb").asText()).startsWith("Skriv ansattnummeret");
        assertThat(nb.get("hintEn").asText()).startsWith("Enter the employee number");
        JsonNode en = send(request("GET", path, null).header("Accept-Language", "fr, de"))
                .is(200)
                .body();
        assertThat(en.get("message")).isEqualTo(nb.get("messageEn"));
        assertThat(en.get("class").asText()).isEqualTo("DATA");
        assertThat(en.get("source").get("Id").asText())
                .isEqualTo(en.get("sourceId").asText());
        assertThat(en.get("attempts").asInt()).isPositive();
    }

    @Test
    void aViewerSeesNothingPersonal() {
        String id = get(LETTERS + "?reason=no-employee-number")
                .items()
                .get(0)
                .get("id")
                .asText();
        String name = "Tømmerås";
        assertThat(get(LETTERS + "/" + id).text()).contains(name);
        JsonNode seen = getAsViewer(LETTERS + "/" + id).is(200).body();
        assertThat(seen.toString()).doesNotContain(name);
        for (String member : new String[] {"source", "facts", "request", "response", "detail"}) {
            assertThat(seen.has(member)).as(member).isTrue();
            assertThat(seen.get(member).isNull()).as(member).isTrue();
        }
        assertThat(seen.get("messageEn").asText()).isEqualTo("… has no employee number in SmartDok.");
        assertThat(getAsViewer(LETTERS + "?size=200").text()).doesNotContain(name, "Dorota", "Myrvold");
        assertThat(getAsViewer(DEMO + "/links?entity=employees&size=200").items())
                .isNotEmpty()
                .allMatch(link -> link.get("label").isNull());
        assertThat(get(DEMO + "/links?entity=employees&size=200").items())
                .anyMatch(link -> link.get("label").asText().startsWith("101 "));
    }

    @Test
    void replayGoesThroughOnceTheCauseIsRepaired() {
        JsonNode letter =
                get(LETTERS + "?reason=no-hour-type&status=OPEN").items().get(0);
        String path = LETTERS + "/" + letter.get("id") + "/replay";
        JsonNode still = post(path, "{\"mode\": \"fresh\"}").is(200).body();
        assertThat(still.get("outcome").asText()).isEqualTo("DEAD");
        assertThat(still.get("reason").asText()).isEqualTo("no-hour-type");
        assertThat(still.get("status").asText()).isEqualTo("OPEN");

        int registration = letter.get("sourceId").asInt();
        int wage = smartdok.backDoor().id("wage-types", "100");
        smartdok.backDoor().edit(registration, draft -> draft.wage(wage));
        JsonNode sent = post(path, "{\"mode\": \"fresh\"}").is(200).body();
        assertThat(sent.get("outcome").asText()).isEqualTo("CREATED");
        assertThat(sent.get("reason").isNull()).isTrue();
        assertThat(sent.get("status").asText()).isEqualTo("SUPERSEDED");
        assertThat(sent.get("run").get("cause").asText()).isEqualTo("REPLAY");
        assertThat(go.entries()).anyMatch(entry -> entry.toString().contains("SD-" + registration + "."));

        assertThat(post(path, "{\"mode\": \"fresh\"}")
                        .problem(409)
                        .get("detail")
                        .asText())
                .contains("is SUPERSEDED");
        JsonNode entry = get("/api/v1/audit-log?company=demo&size=1").items().get(0);
        assertThat(entry.get("what").asText()).isEqualTo("replay");
        assertThat(entry.get("subject").asText()).contains("work-hours " + registration);
    }

    @Test
    void registersAreReadByTheirRunOnly() {
        JsonNode letter = get(LETTERS + "?entity=employees").items().get(0);
        JsonNode problem = post(LETTERS + "/" + letter.get("id") + "/replay", "{\"mode\": \"fresh\"}")
                .problem(409);
        assertThat(problem.get("reason").asText()).isEqualTo("not-replayable");
        JsonNode all = get(LETTERS + "?entity=reference-data&status=OPEN").body();
        JsonNode entity = get(DEMO + "/entities").items().get(0);
        assertThat(entity.get("entity").asText()).isEqualTo("reference-data");
        assertThat(entity.get("openDeadLetters")).isEqualTo(all.get("total"));
        assertThat(all.get("total").asLong()).isPositive();
    }

    @Test
    void nothingIsReplayedWhileItsEntityIsPaused() {
        JsonNode letter =
                get(LETTERS + "?entity=work-hours&status=OPEN&size=1").items().get(0);
        put(DEMO + "/entities/work-hours/pause", "{\"reason\": \"lønn\"}").is(200);
        try {
            JsonNode problem = post(LETTERS + "/" + letter.get("id") + "/replay", "{\"mode\": \"fresh\"}")
                    .problem(409);
            assertThat(problem.get("reason").asText()).isEqualTo("paused");
        } finally {
            delete(DEMO + "/entities/work-hours/pause").is(204);
        }
        delete(DEMO + "/entities/work-hours/pause").is(204);
        JsonNode log = get("/api/v1/audit-log?size=2").items();
        assertThat(log.findValuesAsText("what")).containsExactly("resume", "pause");
        assertThat(log.get(1).get("who").asText()).isEqualTo("kari");
        assertThat(log.get(1).get("subject").asText()).isEqualTo("work-hours");
        assertThat(log.get(1).get("why").asText()).isEqualTo("lønn");
    }

    @Test
    void editedFactsAreNotThereYet() {
        JsonNode letter = get(LETTERS + "?size=1").items().get(0);
        JsonNode problem = post(LETTERS + "/" + letter.get("id") + "/replay", "{\"mode\": \"edited\", \"facts\": {}}")
                .problem(400);
        assertThat(problem.get("field").asText()).isEqualTo("mode");
        assertThat(problem.get("detail").asText()).contains("not there yet");
    }
}
