package dokbro.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class CompaniesApiTest extends OverHttp {

    @Test
    void companiesInForceAndFilesThatGiveNone() {
        JsonNode body = get("/api/v1/companies").is(200).body();
        assertThat(body.get("total").asInt()).isEqualTo(2);
        JsonNode quiet = body.get("items").get(1);
        assertThat(quiet.get("key").asText()).isEqualTo("quiet");
        assertThat(quiet.get("name").asText()).isEqualTo("Stille Bygg AS");
        assertThat(quiet.get("state").asText()).isEqualTo("review");
        assertThat(quiet.get("master").asText()).isEqualTo("poweroffice");
        assertThat(quiet.get("startDate").asText()).isEqualTo("2026-11-01");
        assertThat(quiet.get("problems")).isEmpty();
        assertThat(body.get("problems")).anySatisfy(problem -> {
            assertThat(problem.get("file").asText()).isEqualTo("wrong.yaml");
            assertThat(problem.get("line").asInt()).isEqualTo(2);
            assertThat(problem.get("key").asText()).isEqualTo("start-date");
            assertThat(problem.get("message").asText()).isNotEmpty();
        });
        assertThat(body.toString()).doesNotContain("quiet-client-key", "quiet-token", "sandbox-smartdok-token");
    }

    private static JsonNode of(JsonNode entities, String name) {
        return entities.valueStream()
                .filter(entity -> entity.get("entity").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void entitiesWithScheduleInWords() {
        JsonNode english = get("/api/v1/companies/quiet/entities").items();
        assertThat(english.findValuesAsText("entity"))
                .containsSubsequence(
                        "reference-data", "projects", "sub-projects", "activities", "work-hours", "invoice-basis");
        assertThat(english.get(0).get("schedule").asText()).isEqualTo("every 15 minutes");
        assertThat(english.get(0).get("nextRun").asText()).endsWith(":00Z");
        assertThat(english.get(0).get("lastRun").isNull()).isTrue();
        assertThat(english.get(3).get("enabled").asBoolean()).isFalse();
        assertThat(english.get(3).get("nextRun").isNull()).isTrue();
        JsonNode norwegian = send(request("GET", "/api/v1/companies/quiet/entities", null)
                        .header("Accept-Language", "nb"))
                .items();
        assertThat(of(norwegian, "work-hours").get("cron").asText()).isEqualTo("0 5/30 6-20 ? * MON-FRI");
        assertThat(of(norwegian, "work-hours").get("schedule").asText()).isEqualTo("hvert 30. minutt, man–fre 06–20");
        JsonNode demo = of(get(DEMO + "/entities").items(), "work-hours");
        assertThat(demo.get("lastRun").get("counts").get("read").asLong()).isPositive();
        assertThat(demo.get("openDeadLetters").asLong()).isPositive();
        assertThat(demo.get("waiting").asLong()).isPositive();
    }

    @Test
    void pagesOfResults() {
        JsonNode body =
                get(DEMO + "/links?entity=projects&page=1&size=3").is(200).body();
        assertThat(body.get("page").asInt()).isEqualTo(1);
        assertThat(body.get("size").asInt()).isEqualTo(3);
        assertThat(body.get("items")).hasSize(3);
        assertThat(body.get("total").asInt()).isGreaterThan(6);
        assertThat(get(DEMO + "/links?page=2147483647&size=200").items()).isEmpty();
        assertThat(get("/api/v1/companies?page=1&size=1")
                        .items()
                        .get(0)
                        .get("key")
                        .asText())
                .isEqualTo("quiet");
        assertThat(get("/api/v1/companies?page=7").items()).isEmpty();
    }
}
