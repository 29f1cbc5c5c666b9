package dokbro.program;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.program.Program.Place;
import dokbro.sandbox.DemoCompany;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * The service in a process of its own, as an operator would run it: 256 MB of heap, a folder of settings, H2 in a file, asked over REST. Its
 * timers are off, so that nothing runs but what is measured.
 */
public final class SeparateService implements AutoCloseable {

    /** The window of hours, all of it after the start date. */
    public static final int DAYS = 45;

    private static final String COMPANY = "bench";
    private static final String USER = "bench";
    private static final Duration TO_START = Duration.ofMinutes(10);
    private static final Duration FOR_REGISTERS = Duration.ofMinutes(5);

    /** The run's own times count; each look costs the service a sign-in. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    /** Nobody is there to approve a plan. */
    private static final String BRAKE_OFF = "brake: {max-changes: 100000, max-deletes: 100000, max-share: 100%}\n";

    private static final Map<String, Boolean> START = Map.of("dryRun", false);
    private static final int FEWEST_ROUNDS = 4;

    private final Program program;
    private final JsonCalls rest;
    private final JsonCalls health;

    private SeparateService(Program program, JsonCalls rest, JsonCalls health) {
        this.program = program;
        this.rest = rest;
        this.health = health;
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param requestsPerSecond to Go
     */
    public static SeparateService start(String name, Place place, SeparateSandbox sandbox, int requestsPerSecond) {
        return begin(name, Launch.JAR, place, sandbox, requestsPerSecond, List.of("-Xmx256m"), List.of())
                .awaitReady();
    }

    /**
     * Starts it and does not wait. Started again in the same place it finds its data, whatever became of the process before.
     *
     * @param requestsPerSecond to Go
     * @param jvm options
     * @param arguments such as {@code --dokbro.run.lease=5s}
     */
    public static SeparateService begin(
            String name,
            Launch launch,
            Place place,
            SeparateSandbox sandbox,
            int requestsPerSecond,
            List<String> jvm,
            List<String> arguments) {
        String password = UUID.randomUUID().toString();
        int port = Program.freePort();
        int management = Program.freePort();
        Path config = settings(place.data(), sandbox, requestsPerSecond, password, port, management);
        Program program =
                Program.start(name, launch, place, Map.of("DOKBRO_CONFIG", config.toString()), jvm, arguments);
        String basic = Base64.getEncoder().encodeToString((USER + ":" + password).getBytes(StandardCharsets.UTF_8));
        return new SeparateService(
                program,
                new JsonCalls("http://127.0.0.1:" + port + "/api/v1", "Basic " + basic),
                new JsonCalls("http://127.0.0.1:" + management + "/actuator/health", null));
    }

    /** REST answers a little before Camel is up. */
    public SeparateService awaitReady() {
        try {
            program.await("readiness of the service", TO_START, () -> health.tryGet("/readiness"));
            return this;
        } catch (RuntimeException e) {
            program.close();
            throw e;
        }
    }

    private static Path settings(
            Path folder, SeparateSandbox sandbox, int requestsPerSecond, String password, int port, int management) {
        // few rounds: each call brings the password, and the service's processor is what is measured
        String hash = new BCryptPasswordEncoder(FEWEST_ROUNDS).encode(password);
        String company = DemoCompany.of(
                                sandbox.smartdokUrl(),
                                sandbox.goUrl(),
                                sandbox.goTokenUrl(),
                                requestsPerSecond,
                                sandbox.today().minusDays(DAYS))
                        .yaml()
                + BRAKE_OFF;
        try {
            Path config = folder.resolve("settings").toAbsolutePath();
            Files.createDirectories(config.resolve("companies"));
            Files.writeString(config.resolve("companies").resolve(COMPANY + ".yaml"), company);
            Files.writeString(config.resolve("application.yaml"), """
                    server: {address: 127.0.0.1, port: %d}
                    management.server.port: %d
                    dokbro:
                      run.timers: false
                      users: [{name: %s, password: '%s', role: operator}]
                    """.formatted(port, management, USER, hash));
            return config;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Links the master data and the registers, so that hours can go. */
    public void linkRegisters() {
        for (String entity : List.of("reference-data", "projects", "sub-projects", "activities")) {
            run(entity, FOR_REGISTERS);
        }
    }

    /**
     * One run to its end.
     *
     * @throws ProgramFailed when it ends otherwise than SUCCEEDED, or not within the time
     */
    public FinishedRun run(String entity, Duration atMost) {
        FinishedRun run = end(entity, rest.post(runs(entity), START), atMost);
        if (!run.succeeded()) {
            throw new ProgramFailed(entity + " did not succeed: " + run, null);
        }
        return run;
    }

    /**
     * One run to its end, whatever that is. Waits where a run of the entity is going, or was when the last process died.
     *
     * @throws ProgramFailed when it has not ended within the time
     */
    public FinishedRun runInTurn(String entity, Duration atMost) {
        return end(
                entity,
                program.await("start of a run of " + entity, atMost, LOOK_EVERY, () -> tryStart(entity)),
                atMost);
    }

    private FinishedRun end(String entity, JsonNode started, Duration atMost) {
        String path = "/runs/" + started.path("id").asLong();
        return FinishedRun.of(program.await("end of the run of " + entity, atMost, LOOK_EVERY, () -> {
            JsonNode now = get(path);
            return now.path("state").asText().equals("RUNNING") ? Optional.empty() : Optional.of(now);
        }));
    }

    /** Starts a run; empty when it is refused, since one is going, or since the service cannot be reached. */
    public Optional<JsonNode> tryStart(String entity) {
        return rest.tryPost(runs(entity), START);
    }

    private static String runs(String entity) {
        return "/companies/" + COMPANY + "/entities/" + entity + "/runs";
    }

    /** REST, under {@code /api/v1/companies/<company>}. */
    public JsonNode get(String path) {
        return rest.get("/companies/" + COMPANY + path);
    }

    /** All items of a paged list, {@code filter} such as {@code status=OPEN}. */
    public List<JsonNode> list(String path, String filter) {
        List<JsonNode> items = new ArrayList<>();
        JsonNode page;
        int number = 0;
        do {
            page = get(path + "?" + filter + "&size=200&page=" + number++);
            page.path("items").forEach(items::add);
        } while (items.size() < page.path("total").asInt()
                && !page.path("items").isEmpty());
        return items;
    }

    /** The process. */
    public Program program() {
        return program;
    }

    /** Processor time of the process so far. */
    public Duration processorTime() {
        return program.processorTime();
    }

    /** The most memory that the process has held, in MiB. */
    public Optional<BigDecimal> peakMemory() {
        return program.peakMemory();
    }

    @Override
    public void close() {
        program.close();
    }
}
