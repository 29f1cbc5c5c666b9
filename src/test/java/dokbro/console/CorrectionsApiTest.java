package dokbro.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class CorrectionsApiTest extends OverHttp {

    private static final String CORRECTIONS = DEMO + "/corrections";

    /** An entry of six hours or more: it is locked in Go and shortened to one hour in SmartDok. */
    private JsonNode locked(int which) {
        JsonNode entry = go.entries().stream()
                .filter(found -> found.get("InternalComment").asText().matches(".*\\[SD-\\d+\\.1]"))
                .filter(found -> found.get("Quantity").asInt() >= 360)
                .skip(which)
                .findFirst()
                .orElseThrow();
        go.approveWeek(
                entry.get("EmployeeId").asLong(),
                LocalDate.parse(entry.get("Date").asText()));
        smartdok.backDoor()
                .edit(
                        registration(entry),
                        draft -> draft.time(LocalTime.of(7, 0), LocalTime.of(8, 0), 0)
                                .hourBank(0));
        run("work-hours");
        return entry;
    }

    private static int registration(JsonNode entry) {
        return Integer.parseInt(entry.get("InternalComment").asText().replaceAll(".*\\[SD-(\\d+)\\.1]", "$1"));
    }

    private JsonNode row(int registration, String status) {
        for (JsonNode month :
                get(CORRECTIONS + "?status=" + status + "&size=200").items()) {
            for (JsonNode row : month.get("rows")) {
                if (row.get("sourceId").asText().equals(Integer.toString(registration))) {
                    return month;
                }
            }
        }
        return null;
    }

    @Test
    void whatGoHasLockedIsListedUntilItIsSettled() {
        JsonNode entry = locked(1);
        int registration = registration(entry);
        JsonNode month = row(registration, "OPEN");
        String employee = month.get("employee").asText();
        assertThat(month.get("month").asText())
                .isEqualTo(entry.get("Date").asText().substring(0, 7));
        assertThat(month.get("name").asText()).isNotBlank();
        JsonNode row = month.get("rows").get(0);
        assertThat(row.get("difference").decimalValue())
                .isEqualByComparingTo(row.get("smartdok")
                        .decimalValue()
                        .subtract(row.get("go").decimalValue()));
        assertThat(row.get("smartdok").decimalValue()).isEqualByComparingTo("1");
        assertThat(row.get("reason").asText()).isEqualTo("locked-in-go");
        assertThat(month.get("difference").get("h").decimalValue())
                .isEqualByComparingTo(row.get("difference").decimalValue());

        String some = CORRECTIONS + "?employee=" + employee + "&month="
                + month.get("month").asText();
        assertThat(get(some).items()).hasSize(1);
        assertThat(get(CORRECTIONS + "?month=2019-01").items()).isEmpty();

        Answer file = send(request("GET", some, null)
                        .header("Accept", "text/csv")
                        .header("Accept-Language", "nb"))
                .is(200);
        assertThat(file.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(file.header("Content-Disposition")).contains("rettelser-demo-");
        assertThat(file.text()).startsWith("\uFEFFAnsattnr;Navn;Måned;Dato;");
        assertThat(file.text().lines().skip(1))
                .hasSize(1)
                .first()
                .asString()
                .startsWith(employee + ";")
                .contains(";1,00;", ";h;")
                .endsWith(";" + registration);

        Answer named = get(some + "&format=csv&lang=en").is(200);
        assertThat(named.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(named.text()).startsWith("\uFEFFEmployee no.;Name;Month;");
        assertThat(get(some + "&format=json&lang=nb")
                        .items()
                        .get(0)
                        .get("rows")
                        .get(0)
                        .get("message")
                        .asText())
                .startsWith("Låst i Go");

        String letter = DEMO + "/dead-letters/" + row.get("deadLetter");
        assertThat(get(letter).is(200).body().get("difference").get("record").get("Quantity"))
                .isEqualTo(entry.get("Quantity"));
        assertThat(post(letter + "/settle", "{\"note\": \" \"}")
                        .problem(400)
                        .get("field")
                        .asText())
                .isEqualTo("note");
        JsonNode settled = post(letter + "/settle", "{\"note\": \"trukket i lønn, =1+1\"}")
                .is(200)
                .body();
        assertThat(settled.get("status").asText()).isEqualTo("SETTLED");
        assertThat(settled.get("resolvedBy").asText()).isEqualTo("kari");
        JsonNode log = get("/api/v1/audit-log?company=demo&size=1").items().get(0);
        assertThat(log.get("what").asText()).isEqualTo("settle");
        assertThat(log.get("why").asText()).isEqualTo("trukket i lønn, =1+1");

        assertThat(row(registration, "OPEN")).isNull();
        assertThat(row(registration, "SETTLED").get("rows").get(0).get("note").asText())
                .startsWith("trukket");
        assertThat(post(letter + "/settle", "{\"note\": \"igjen\"}")
                        .problem(409)
                        .get("detail")
                        .asText())
                .contains("is SETTLED");
        assertThat(get(DEMO + "/links?entity=work-hours&sourceId=" + registration)
                        .items()
                        .get(0)
                        .get("state")
                        .asText())
                .isEqualTo("SETTLED");
    }

    @Test
    void aViewerSeesSumsAndNobody() {
        JsonNode entry = locked(60);
        Answer seen = getAsViewer(CORRECTIONS + "?size=200").is(200);
        assertThat(seen.items())
                .isNotEmpty()
                .allMatch(month -> month.get("employee").isNull()
                        && month.get("rows").isNull()
                        && month.get("difference").has("h"));
        assertThat(seen.text()).doesNotContain(Integer.toString(registration(entry)));
        assertThat(send(as("ola", "ola-secret", DEMO + "/dead-letters/1/settle")
                                .header("Content-Type", "application/json")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{\"note\": \"x\"}")))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whatIsNotLockedIsDiscardedNotSettled() {
        JsonNode letter = get(DEMO
                        + "/dead-letters?entity=work-hours&class=DATA&status=OPEN&reason=no-hour-type&size=1")
                .items()
                .get(0);
        if (letter == null) {
            letter = get(DEMO + "/dead-letters?entity=work-hours&class=DATA&status=OPEN&size=1")
                    .items()
                    .get(0);
        }
        String path = DEMO + "/dead-letters/" + letter.get("id");
        JsonNode problem = post(path + "/settle", "{\"note\": \"x\"}").problem(409);
        assertThat(problem.get("reason").asText()).isEqualTo("not-settleable");
        JsonNode discarded = post(path + "/discard", "{\"note\": \"skal ikke overføres\"}")
                .is(200)
                .body();
        assertThat(discarded.get("status").asText()).isEqualTo("DISCARDED");
        run("work-hours");
        assertThat(get(path).body().get("status").asText()).isEqualTo("DISCARDED");
        // Undone, for the other tests on the same company.
        post(path + "/replay", "{\"mode\": \"fresh\"}").is(200);
        assertThat(get(path).body().get("status").asText()).isEqualTo("OPEN");
    }

    @Test
    void wrongParametersAreNamed() {
        assertThat(get(CORRECTIONS + "?month=november")
                        .problem(400)
                        .get("field")
                        .asText())
                .isEqualTo("month");
        assertThat(get(CORRECTIONS + "?format=xls").problem(400).get("field").asText())
                .isEqualTo("format");
        assertThat(get(CORRECTIONS + "?lang=sv").problem(400).get("field").asText())
                .isEqualTo("lang");
        assertThat(get(CORRECTIONS + "?status=DEAD").problem(400).get("field").asText())
                .isEqualTo("status");
        assertThat(get("/api/v1/companies/nobody/corrections")
                        .problem(404)
                        .get("detail")
                        .asText())
                .contains("nobody");
    }
}
