package dokbro.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Dokbro;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code PUT …/pay-through}: Lønn til og med. */
class PayThroughApiTest extends OverHttp {

    private static final String PAY_THROUGH = "/api/v1/companies/quiet/pay-through";

    @AfterEach
    void clear() {
        delete(PAY_THROUGH).is(204);
    }

    private static String date(LocalDate day) {
        return "{\"date\": \"" + day + "\"}";
    }

    private JsonNode shown() {
        return get("/api/v1/companies/quiet").is(200).body().get("payThrough");
    }

    @Test
    void theDayIsKeptShownAndLogged() {
        LocalDate today = LocalDate.now(Dokbro.OSLO);
        assertThat(shown().isNull()).isTrue();
        JsonNode first = put(PAY_THROUGH, date(today)).is(200).body();
        assertThat(first.get("date").asText()).isEqualTo(today.toString());
        assertThat(first.get("by").asText()).isEqualTo("kari");
        assertThat(shown().asText()).isEqualTo(today.toString());
        JsonNode second = put(PAY_THROUGH, date(today.plusDays(30))).is(200).body();
        assertThat(second.get("paidThrough").asText()).isEqualTo(today.toString());
        assertThat(get("/api/v1/companies").items().findValuesAsText("payThrough"))
                .contains(today.plusDays(30).toString());
        JsonNode entry = get("/api/v1/audit-log?company=quiet&size=1").items().get(0);
        assertThat(entry.get("who").asText()).isEqualTo("kari");
        assertThat(entry.get("what").asText()).isEqualTo("pay-through");
        assertThat(entry.get("subject").asText()).isEqualTo(today.plusDays(30).toString());
        assertThat(put(PAY_THROUGH, "{\"date\": null}")
                        .is(200)
                        .body()
                        .get("date")
                        .isNull())
                .isTrue();
        assertThat(shown().isNull()).isTrue();
        put(PAY_THROUGH, date(today)).is(200);
        delete(PAY_THROUGH).is(204);
        assertThat(shown().isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}",
                "{\"date\": \"2026-02-30\"}",
                "{\"date\": \"31.10.2026\"}",
                "{\"date\": \"2026-11-15T00:00:00\"}",
                "{\"date\": 20261115}",
                "{\"date\": \"\"}",
                "{\"date\": \"2026-10-31\"}",
                "{\"date\": \"2062-11-15\"}",
                "{\"date\": \"2026-11-15\", \"to\": 1}",
                "{\"dato\": \"2026-11-15\"}",
                "[]",
                "null",
                "x"
            })
    void aWrongDayIsRefusedAndChangesNothing(String body) {
        put(PAY_THROUGH, body).problem(400);
        assertThat(shown().isNull()).isTrue();
    }

    @Test
    void onlyAnOperatorMovesItAndOnlyOfACompany() {
        send(as("ola", "ola-secret", PAY_THROUGH)
                        .header("Content-Type", "application/json")
                        .PUT(java.net.http.HttpRequest.BodyPublishers.ofString(date(LocalDate.now(Dokbro.OSLO)))))
                .problem(403);
        put("/api/v1/companies/nobody/pay-through", date(LocalDate.now(Dokbro.OSLO)))
                .problem(404);
        get("/api/v1/companies/nobody").problem(404);
        assertThat(getAsViewer("/api/v1/companies/quiet").is(200).body().has("payThrough"))
                .isTrue();
    }
}
