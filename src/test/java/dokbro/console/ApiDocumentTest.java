package dokbro.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApiDocumentTest extends OverHttp {

    @Test
    void theFixedPathsAreDescribed() {
        JsonNode document = get("/api/openapi").is(200).body();
        List<String> operations = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> operations.add(method + " " + path.getKey())));
        String company = "/api/v1/companies/{company}";
        assertThat(operations)
                .containsExactlyInAnyOrder(
                        "get /api/v1/companies",
                        "get " + company,
                        "put " + company + "/pay-through",
                        "delete " + company + "/pay-through",
                        "get " + company + "/entities",
                        "post " + company + "/entities/{entity}/runs",
                        "put " + company + "/entities/{entity}/pause",
                        "delete " + company + "/entities/{entity}/pause",
                        "get " + company + "/runs",
                        "post " + company + "/runs",
                        "get " + company + "/runs/{id}",
                        "get " + company + "/runs/{id}/plan",
                        "get " + company + "/runs/{id}/records",
                        "post " + company + "/runs/{id}/stop",
                        "post " + company + "/runs/{id}/approve",
                        "post " + company + "/runs/{id}/reject",
                        "get " + company + "/dead-letters",
                        "get " + company + "/dead-letters/{id}",
                        "post " + company + "/dead-letters/{id}/replay",
                        "post " + company + "/dead-letters/{id}/discard",
                        "post " + company + "/dead-letters/{id}/settle",
                        "get " + company + "/corrections",
                        "get " + company + "/links",
                        "get " + company + "/audits",
                        "post " + company + "/audits",
                        "get " + company + "/audits/{id}",
                        "get " + company + "/audits/{id}/rows",
                        "post " + company + "/audits/{id}/rows/{row}/repair",
                        "get /api/v1/audit-log");
        JsonNode runs = document.get("paths").get(company + "/runs").get("get");
        assertThat(runs.get("parameters").findValuesAsText("name"))
                .containsExactly("company", "entity", "state", "page", "size");
        assertThat(runs.get("responses").get("default").get("content").has("application/problem+json"))
                .isTrue();
        JsonNode letter = document.get("components")
                .get("schemas")
                .get("DeadLetterAnswer")
                .get("properties");
        assertThat(letter.has("class")).isTrue();
        assertThat(letter.has("failureClass")).isFalse();
        assertThat(document.get("components")
                        .get("securitySchemes")
                        .get("basic")
                        .get("scheme")
                        .asText())
                .isEqualTo("basic");
    }
}
