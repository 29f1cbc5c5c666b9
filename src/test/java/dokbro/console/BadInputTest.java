package dokbro.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Never a 500, always a problem detail that says what to change. */
class BadInputTest extends OverHttp {

    private static final String START = "/api/v1/companies/demo/entities/work-hours/runs";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"from": "2026-11-10", "to": "2026-11-01"} | from    | from 2026-11-10 is after to 2026-11-01.
            {"from": "10.11.2026"}                     | from    | from must be a date such as 2026-11-01.
            {"from": "2026-02-30"}                     | from    | from must be a date such as 2026-11-01.
            {"to": "2026-11-01T00:00:00"}              | to      | to must be a date such as 2026-11-01.
            {"to": 20261101}                           | to      | to must be a date such as 2026-11-01.
            {"to": ""}                                 | to      | to must be a date such as 2026-11-01.
            {"to": [2026, 11, 1]}                      | to      | to must be a date such as 2026-11-01.
            {"dryRun": "true"}                         | dryRun  | dryRun must be true or false.
            {"dryRun": 1}                              | dryRun  | dryRun must be true or false.
            {"dryrun": true}                           | dryrun  | There is no member dryrun; known are dryRun, from, recompute, to.
            {"to": "2001-01-01"}                       | to      | The period ends on 2001-01-01, before its first day
            {"recompute": true}                        | from    | recompute needs from: the first day of the period.
            {"recompute": "yes"}                       | recompute | recompute must be true or false.
            [{}]                                       |         | The body must be one JSON object.
            "work-hours"                               |         | The body must be one JSON object.
            null                                       |         | A JSON body is needed
            {"dryRun": true} {}                        |         | The body must be one JSON object.
            {"dryRun": true, "dryRun": false}          |         | The JSON is malformed at line 1, column
            {"dryRun": tru}                            |         | The JSON is malformed at line 1, column
            """)
    void aWrongStart(String json, String field, String detail) {
        JsonNode problem = post(START, json).problem(400);
        assertThat(problem.path("field").asText(null)).isEqualTo(field);
        assertThat(problem.get("detail").asText()).startsWith(detail);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /runs?page=-1                    | page     | page must be 0 or more.
            /runs?size=0                     | size     | size must be from 1 to 200.
            /runs?size=201                   | size     | size must be from 1 to 200.
            /runs?page=one                   | page     | page must be a whole number.
            /runs?page=99999999999           | page     | page must be a whole number.
            /runs?state=DONE                 | state    | state must be one of RUNNING, SUCCEEDED
            /runs?entity=hours               | entity   | entity must be one of reference-data
            /runs?sate=RUNNING               | sate     | There is no parameter sate; known are entity, state, page, size.
            /runs?entity=projects&entity=activities | entity | entity stands there more than once.
            /runs/one                        | id       | id must be a whole number.
            /runs/99999999999999999999       | id       | id must be a whole number.
            /entities?page=x                 | page     | page must be a whole number.
            /dead-letters?class=BAD          | class    | class must be one of TRANSIENT, DATA
            /dead-letters?status=GONE        | status   | status must be one of OPEN
            /dead-letters?reason=unknown     | reason   | There is no reason unknown.
            /dead-letters?entity=staff       | entity   | entity must be one of reference-data
            /links?entity=staff              | entity   | entity must be one of reference-data
            /links?sourceId=a%00b            | sourceId | sourceId must be at most 128 characters
            /links?payload=1                 | payload  | There is no parameter payload
            """)
    void aWrongQuestion(String path, String field, String detail) {
        JsonNode problem = get(DEMO + path).problem(400);
        assertThat(problem.get("field").asText()).isEqualTo(field);
        assertThat(problem.get("detail").asText()).startsWith(detail);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST | /api/v1/companies/nobody/entities/work-hours/runs | There is no company nobody.
            POST | /api/v1/companies/demo/entities/hours/runs        | There is no entity hours; there are reference-data
            POST | /api/v1/companies/nobody/runs                     | There is no company nobody.
            POST | /api/v1/companies/demo/runs/999999/stop           | There is no run 999999 of demo.
            POST | /api/v1/companies/demo/dead-letters/999999/replay | There is no dead letter 999999 of demo.
            PUT  | /api/v1/companies/demo/entities/hours/pause       | There is no entity hours
            GET  | /api/v1/companies/nobody/entities                 | There is no company nobody.
            GET  | /api/v1/companies/nobody/links                    | There is no company nobody.
            GET  | /api/v1/companies/nobody/dead-letters             | There is no company nobody.
            GET  | /api/v1/companies/demo/runs/999999/plan           | There is no run 999999 of demo.
            GET  | /api/v1/companies/demo/runs/999999/records        | There is no run 999999 of demo.
            GET  | /api/v1/companies/demo/dead-letters/999999        | There is no dead letter 999999 of demo.
            DELETE | /api/v1/companies/demo/entities/hours/pause     | There is no entity hours
            """)
    void whatIsNotThere(String method, String path, String detail) {
        boolean body = method.equals("POST") || method.equals("PUT");
        JsonNode problem = send(request(method, path, body ? "{}" : null)).problem(404);
        assertThat(problem.get("detail").asText()).startsWith(detail);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                         | reason   | reason is required, 1 to 500 characters.
            {"reason": "  "}           | reason   | reason is required, 1 to 500 characters.
            {"reason": null}           | reason   | reason is required, 1 to 500 characters.
            {"reason": 7}              | reason   | reason must be a text.
            {"reason": "a\\u0000b"}    | reason   | reason must be at most 500 characters on one line.
            {"reason": "a", "by": "b"} | by       | There is no member by; known are reason.
            """)
    void aWrongPause(String json, String field, String detail) {
        JsonNode problem = put(DEMO + "/entities/projects/pause", json).problem(400);
        assertThat(problem.get("field").asText()).isEqualTo(field);
        assertThat(problem.get("detail").asText()).isEqualTo(detail);
        assertThat(get(DEMO + "/entities").items().get(0).get("paused").isNull())
                .isTrue();
    }

    @Test
    void aReasonOf500CharactersIsTheLongest() {
        String pause = DEMO + "/entities/projects/pause";
        put(pause, "{\"reason\": \"" + "ø".repeat(501) + "\"}").problem(400);
        put(pause, "{\"reason\": \"" + "ø".repeat(500) + "\"}").is(200);
        delete(pause).is(204);
    }

    @Test
    void malformedJsonIsToldWithLineAndColumn() {
        JsonNode problem = post(START, "{\n  \"dryRun\": true,\n  oops\n}").problem(400);
        assertThat(problem.get("detail").asText()).isEqualTo("The JSON is malformed at line 3, column 3.");
    }

    @Test
    void theProtocolsOwnRefusalsAreProblemsToo() {
        assertThat(send(request("DELETE", DEMO + "/runs", null)).header("Allow"))
                .contains("GET");
        send(request("DELETE", DEMO + "/runs", null)).problem(405);
        send(request("GET", DEMO + "/runs", null).header("Accept", "text/csv")).problem(406);
        send(request("POST", START, null)
                        .header("Content-Type", "text/plain")
                        .POST(HttpRequest.BodyPublishers.ofString("{}")))
                .problem(415);
        get("/api/v1/nothing").problem(404);
        get("/api/nothing").problem(404);
        get("/api/v1/companies/demo;x=1/runs").problem(400);
        get("/api/v1/companies//runs").problem(400);
        assertThat(send(request("POST", START, null)).status()).isIn(400, 415);
        assertThat(send(request("POST", START, null)).header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void whatTomcatRefusesIsAProblemToo() throws IOException {
        try (Socket socket = new Socket("localhost", port())) {
            socket.getOutputStream()
                    .write("GET /api/v1/companies?x={} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json", "\"status\":400");
            assertThat(answer).doesNotContain("<html", "Tomcat");
        }
    }
}
