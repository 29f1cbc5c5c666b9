package dokbro.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.sandbox.DemoCompany;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
final class SeparateService implements AutoCloseable {

    /** The window of hours, all of it after the start date. */
    static final int DAYS = 45;

    private static final String COMPANY = "bench";
    private static final String USER = "bench";
    private static final Duration TO_START = Duration.ofSeconds(120);
    private static final Duration FOR_REGISTERS = Duration.ofMinutes(5);

    /** The run's own times count; each look costs the service a sign-in. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private static final int FEWEST_ROUNDS = 4;

    private final Program program;
    private final JsonCalls rest;

    private SeparateService(Program program, JsonCalls rest) {
        this.program = program;
        this.rest = rest;
    }

    /** @param requestsPerSecond to Go */
    static SeparateService start(String name, Path folder, SeparateSandbox sandbox, int requestsPerSecond) {
        String password = UUID.randomUUID().toString();
        int port = Program.freePort();
        int management = Program.freePort();
        Path config = settings(folder, sandbox, requestsPerSecond, password, port, management);
        Program program =
                Program.start(name, folder, Map.of("DOKBRO_CONFIG", config.toString()), List.of("-Xmx256m"), List.of());
        try {
            String basic = Base64.getEncoder().encodeToString((USER + ":" + password).getBytes(StandardCharsets.UTF_8));
            JsonCalls rest = new JsonCalls("http://127.0.0.1:" + port + "/api/v1", "Basic " + basic);
            // REST answers a little before Camel is up
            JsonCalls health = new JsonCalls("http://127.0.0.1:" + management + "/actuator/health", null);
            program.await("readiness of the service", TO_START, () -> health.tryGet("/readiness"));
            return new SeparateService(program, rest);
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
                .yaml();
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
    void linkRegisters() {
        for (String entity : List.of("projects", "sub-projects", "activities", "reference-data")) {
            run(entity, FOR_REGISTERS);
        }
    }

    /**
     * One run to its end.
     *
     * @throws BenchFailed when it ends otherwise than SUCCEEDED, or not within the time
     */
    FinishedRun run(String entity, Duration atMost) {
        JsonNode started =
                rest.post("/companies/" + COMPANY + "/entities/" + entity + "/runs", Map.of("dryRun", false));
        String path = "/companies/" + COMPANY + "/runs/" + started.path("id").asLong();
        FinishedRun run = FinishedRun.of(program.await("end of the run of " + entity, atMost, LOOK_EVERY, () -> {
            JsonNode now = rest.get(path);
            return now.path("state").asText().equals("RUNNING") ? Optional.empty() : Optional.of(now);
        }));
        if (!run.succeeded()) {
            throw new BenchFailed(entity + " did not succeed: " + run, null);
        }
        return run;
    }

    /** Processor time of the process so far. */
    Duration processorTime() {
        return program.processorTime();
    }

    /** The most memory that the process has held, in MiB. */
    Optional<BigDecimal> peakMemory() {
        return program.peakMemory();
    }

    @Override
    public void close() {
        program.close();
    }
}
