package dokbro.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.program.FinishedRun;
import dokbro.program.JsonCalls;
import dokbro.program.Program.Place;
import dokbro.program.ProgramFailed;
import dokbro.program.SeparateSandbox;
import dokbro.program.SeparateService;
import dokbro.sandbox.http.Fault;
import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The fault test on one database: the service is started and killed again and again while both systems fail and people go on working; then all
 * comes to rest, and both systems are looked at.
 */
final class Ordeal {

    private static final List<String> ENTITIES =
            List.of("reference-data", "projects", "sub-projects", "activities", "work-hours");

    private static final int FAULTS_PER_MILLE = 200;
    private static final int NO_LIMIT = 1000;

    /** The service gives up on an answer after four seconds; one that is held comes later than that. */
    private static final int HOLD_MILLIS = 5500;

    private static final int SLOW_MILLIS = 700;
    private static final int REPLICA_LAG_MILLIS = 1500;

    /**
     * Short, so that a restart need not wait. The time that a call may still have its effect is longer than the simulated systems need even on
     * a busy machine.
     */
    private static final List<String> SETTINGS = List.of(
            "--dokbro.http.timeout=4s",
            "--dokbro.http.back-off=100ms",
            "--dokbro.http.max-back-off=1s",
            "--dokbro.run.call-timeout=12s",
            "--dokbro.run.replica-lag=2s",
            "--dokbro.run.lease=6s");

    private static final List<String> JVM =
            List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto");

    private static final int STEP_MILLIS = 150;
    private static final int SHORTEST_LIFE_MILLIS = 300;
    private static final int LONGEST_LIFE_MILLIS = 8000;
    private static final int MOST_WRITES = 40;
    private static final int PATIENCE_STEPS = 60;
    private static final int ACTS_WHILE_DOWN = 5;
    private static final Duration FOR_A_RUN = Duration.ofMinutes(10);
    private static final int MOST_ROUNDS = 60;
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(2);

    private final Store store;
    private final Trial trial;
    private final PrintStream out;
    private final Random moments;

    Ordeal(Store store, Trial trial, PrintStream out) {
        this.store = store;
        this.trial = trial;
        this.out = out;
        this.moments = new Random(trial.seed() + 1);
    }

    /** @throws ProgramFailed when a program does not do what it is started for */
    Outcome run() {
        long start = System.nanoTime();
        Place place = Place.in(trial.logs());
        try (Store.Opened opened = store.open(trial.proof());
                SeparateSandbox sandbox =
                        SeparateSandbox.start(name("sandbox"), trial.sandbox(), place, trial.records(), trial.seed())) {
            Look look = new Look(sandbox.control());
            Unrest unrest = new Unrest(sandbox.control(), look, sandbox.today(), trial.seed());
            storm(sandbox.control());
            for (int kill = 1; kill <= trial.kills(); kill++) {
                live(kill, begin("service-" + kill, place, sandbox, opened), sandbox, unrest);
                out.print(".");
                out.flush();
            }
            out.println();
            Map<String, Long> faults = faults(sandbox.control());
            calm(sandbox.control());
            try (SeparateService service =
                    begin("service-last", place, sandbox, opened).awaitReady()) {
                int rounds = rest(service, sandbox);
                return new Outcome(
                        store,
                        trial.records(),
                        trial.kills(),
                        faults,
                        unrest.acts(),
                        sandbox.wire().writes(),
                        rounds,
                        deadLetters(service),
                        Duration.ofNanos(System.nanoTime() - start).toSeconds(),
                        verdict(look, sandbox.today(), service, unrest));
            }
        } finally {
            place.clear();
        }
    }

    private SeparateService begin(String name, Place place, SeparateSandbox sandbox, Store.Opened opened) {
        List<String> arguments = new ArrayList<>(SETTINGS);
        arguments.addAll(opened.arguments());
        return SeparateService.begin(name(name), trial.service(), place, sandbox, NO_LIMIT, JVM, arguments);
    }

    private String name(String program) {
        return store.name().toLowerCase(Locale.ROOT) + "-" + program;
    }

    private static void storm(JsonCalls control) {
        List<String> kinds = Stream.of(Fault.values()).map(Fault::name).toList();
        control.post(
                "/options",
                Map.of(
                        "system", "go",
                        "requestsPerSecond", 0,
                        "replicaLagMs", REPLICA_LAG_MILLIS,
                        "holdMs", HOLD_MILLIS,
                        "slowMs", SLOW_MILLIS));
        control.post(
                "/options",
                Map.of(
                        "system", "smartdok",
                        "holdMs", HOLD_MILLIS,
                        "slowMs", SLOW_MILLIS,
                        "order", "LAST_UPDATED_FIRST",
                        "moving", "TOUCH"));
        for (String system : List.of("smartdok", "go")) {
            control.post("/faults", Map.of("system", system, "permille", FAULTS_PER_MILLE, "kinds", kinds));
        }
    }

    private static void calm(JsonCalls control) {
        control.post("/faults/clear", Map.of("system", "go"));
        control.post("/faults/clear", Map.of("system", "smartdok"));
        control.post("/options", Map.of("system", "smartdok", "moving", "NONE"));
    }

    /** One life of the service. One in ten ends before it is ready; the others while runs go and people work. */
    private void live(int kill, SeparateService service, SeparateSandbox sandbox, Unrest unrest) {
        int life = SHORTEST_LIFE_MILLIS + moments.nextInt(LONGEST_LIFE_MILLIS - SHORTEST_LIFE_MILLIS);
        int steps = life / STEP_MILLIS;
        if (kill % 10 != 0) {
            service.awaitReady();
        }
        for (int step = 0; step <= steps; step++) {
            if (kill % 10 != 0) {
                ENTITIES.forEach(service::tryStart);
            }
            unrest.act();
            if (service.program().endedWithin(Duration.ofMillis(step == steps ? life % STEP_MILLIS : STEP_MILLIS))) {
                service.close();
                throw new ProgramFailed(name("service-" + kill) + " has ended by itself; see its log", null);
            }
        }
        if (kill % 10 != 0) {
            somethingIsSent(service, sandbox);
        }
        service.program().kill();
        for (int i = 0; i < ACTS_WHILE_DOWN; i++) {
            unrest.act();
        }
    }

    /** On a busy machine a life of seconds may end before anything was sent: it ends at a call then, or after a while. */
    private void somethingIsSent(SeparateService service, SeparateSandbox sandbox) {
        long until = sandbox.wire().writes() + moments.nextInt(MOST_WRITES);
        for (int step = 0; step < PATIENCE_STEPS && sandbox.wire().writes() < until; step++) {
            ENTITIES.forEach(service::tryStart);
            if (service.program().endedWithin(Duration.ofMillis(STEP_MILLIS))) {
                throw new ProgramFailed("The service has ended by itself; see its log", null);
            }
        }
    }

    /**
     * Runs all entities until two rounds in a row have written nothing and left nothing in doubt. Where a safety was taken away there may be
     * several records for one create; that is for a person, and stays in doubt.
     */
    private int rest(SeparateService service, SeparateSandbox sandbox) {
        int quiet = 0;
        long doubtBefore = 0;
        for (int round = 1; round <= MOST_ROUNDS; round++) {
            long before = sandbox.wire().writes();
            boolean settled = true;
            long doubt = 0;
            for (String entity : ENTITIES) {
                FinishedRun run = service.runInTurn(entity, FOR_A_RUN);
                doubt += run.count("inDoubt");
                settled &= List.of("SUCCEEDED", "PARTIAL").contains(run.state());
            }
            settled &= doubt == 0 || trial.proof() != Proof.NONE && doubt == doubtBefore;
            doubtBefore = doubt;
            quiet = settled && sandbox.wire().writes() == before ? quiet + 1 : 0;
            if (quiet == 2) {
                return round;
            }
            service.program().endedWithin(BETWEEN_ROUNDS);
        }
        throw new ProgramFailed("There is no rest after " + MOST_ROUNDS + " rounds", null);
    }

    private static Verdict verdict(Look look, LocalDate today, SeparateService service, Unrest unrest) {
        return Verdict.of(
                look.smartdok(today.minusDays(SeparateService.DAYS), today),
                look.go(),
                Look.dokbro(service),
                unrest.locks());
    }

    private static Map<String, Long> faults(JsonCalls control) {
        JsonNode state = control.get("/state");
        Map<String, Long> faults = new TreeMap<>();
        for (String system : List.of("smartdok", "go")) {
            state.path(system)
                    .path("faults")
                    .properties()
                    .forEach(fault ->
                            faults.merge(fault.getKey(), fault.getValue().asLong(), Long::sum));
        }
        return faults;
    }

    private static Map<String, Integer> deadLetters(SeparateService service) {
        Map<String, Integer> classes = new TreeMap<>();
        for (String status : List.of("OPEN", "WAITING")) {
            service.list("/dead-letters", "status=" + status)
                    .forEach(letter -> classes.merge(Look.text(letter, "class"), 1, Integer::sum));
        }
        return classes;
    }
}
