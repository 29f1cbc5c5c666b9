package dokbro.program;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.program.Program.Place;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Both simulated systems in a process of their own, without latency. */
public final class SeparateSandbox implements AutoCloseable {

    private static final Duration TO_START = Duration.ofMinutes(10);

    private final Program program;
    private final JsonCalls control;
    private final JsonNode atStart;

    private SeparateSandbox(Program program, JsonCalls control, JsonNode atStart) {
        this.program = program;
        this.control = control;
        this.atStart = atStart;
    }

    /**
     * Starts both.
     *
     * @param registrations approved ones, all within the last six weeks, all of which can go to Go
     * @param seed the same seed and day give the same data
     */
    public static SeparateSandbox start(String name, Launch launch, Place place, int registrations, long seed) {
        int port = Program.freePort();
        Program program = Program.start(
                name,
                launch,
                place,
                Map.of(),
                List.of("-Xmx1g"),
                List.of(
                        "--sandbox-only",
                        "--dokbro.sandbox-size=" + registrations,
                        "--dokbro.sandbox-seed=" + seed,
                        "--dokbro.sandbox-ports.control=" + port,
                        "--dokbro.sandbox-ports.smartdok=0",
                        "--dokbro.sandbox-ports.go=0"));
        try {
            JsonCalls control = new JsonCalls("http://127.0.0.1:" + port, null);
            JsonNode state = program.await("answer of the sandbox", TO_START, () -> control.tryGet("/state"));
            return new SeparateSandbox(program, control, state);
        } catch (RuntimeException e) {
            program.close();
            throw e;
        }
    }

    public String smartdokUrl() {
        return atStart.path("smartdok").path("url").asText();
    }

    public String smartdokToken() {
        return atStart.path("smartdok").path("apiToken").asText();
    }

    public String goUrl() {
        return atStart.path("go").path("url").asText();
    }

    public String goTokenUrl() {
        return atStart.path("go").path("tokenUrl").asText();
    }

    /** The day that its data was made for. */
    public LocalDate today() {
        return LocalDate.parse(atStart.path("today").asText());
    }

    /** Takes Go's limit of requests away. */
    public void withoutLimit() {
        control.post("/options", Map.of("system", "go", "requestsPerSecond", 0));
    }

    public WireCounts wire() {
        return WireCounts.of(control.get("/state"));
    }

    /** The control interface. */
    public JsonCalls control() {
        return control;
    }

    /** Time entries that Go holds. */
    public long entries() {
        return control.get("/state").path("go").path("entries").asLong();
    }

    @Override
    public void close() {
        program.close();
    }
}
