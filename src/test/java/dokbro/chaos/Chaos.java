package dokbro.chaos;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dokbro.Dokbro;
import dokbro.Json;
import dokbro.program.Launch;
import dokbro.program.ProgramFailed;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.slf4j.LoggerFactory;

/**
 * {@code make chaos}: the fault test of {@code target/dokbro.jar} on H2 and on PostgreSQL; prints a table, writes {@code target/chaos.json}. From
 * the environment: RUNS (kills), RECORDS, SEED, STORES, and PROVE for a safety to be taken away, in which case the test must find doubles.
 */
public final class Chaos {

    private static final Path FOLDER = Path.of("target", "chaos");
    private static final Path JAR = Path.of("target", "dokbro.jar");
    private static final Path RESULT = Path.of("target", "chaos.json");

    private final PrintStream out;
    private final Trial trial;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    private Chaos(PrintStream out, Trial trial) {
        this.out = out;
        this.trial = trial;
    }

    /** Ends with 1 when a bar is missed, nothing could be judged, or a safety is not missed. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Map<String, String> environment = System.getenv();
        Proof proof = Proof.named(environment.get("PROVE"));
        quiet();
        Launch jar = unpacked();
        Trial trial = new Trial(
                number(environment, "RUNS", proof == Proof.NONE ? 50 : 10),
                number(environment, "RECORDS", proof == Proof.NONE ? 3000 : 1500),
                number(environment, "SEED", 1),
                proof,
                jar,
                proof == Proof.PROBE ? blind(jar) : jar,
                FOLDER);
        List<Store> stores = proof == Proof.NONE ? List.of(Store.values()) : List.of(Store.H2);
        if (environment.containsKey("STORES")) {
            stores = List.of(environment.get("STORES").split(",")).stream()
                    .map(Store::valueOf)
                    .toList();
        }
        boolean good = new Chaos(System.out, trial).run(stores, OffsetDateTime.now(Clock.system(Dokbro.OSLO)));
        System.exit(good ? 0 : 1);
    }

    /** The table is what is to be read, and not the log of PostgreSQL. */
    private static void quiet() {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    }

    private static int number(Map<String, String> environment, String name, int otherwise) {
        String text = environment.get(name);
        return text == null || text.isBlank() ? otherwise : Integer.parseInt(text);
    }

    /** A jar of jars starts slowly, and fifty starts are most of the time: the jar is unpacked, and its classes come from an archive. */
    private static Launch unpacked() throws IOException, InterruptedException {
        Path app = FOLDER.resolve("app");
        Launch jar = Launch.jar(app.resolve(JAR.getFileName()));
        Path archive = app.resolve("classes.jsa").toAbsolutePath();
        if (Files.exists(archive) && isNewer(archive, JAR)) {
            return jar.with("-XX:SharedArchiveFile=" + archive);
        }
        java("-Djarmode=tools", "-jar", JAR.toString(), "extract", "--force", "--destination", app.toString());
        java(
                "-XX:ArchiveClassesAtExit=" + archive,
                "-Dspring.context.exit=onRefresh",
                "-XX:+UseSerialGC",
                "-jar",
                jar.arguments().get(1),
                "--spring.datasource.url=jdbc:h2:mem:archive",
                "--server.port=0",
                "--management.server.port=0");
        return jar.with("-XX:SharedArchiveFile=" + archive);
    }

    private static boolean isNewer(Path one, Path other) throws IOException {
        return Files.getLastModifiedTime(one).compareTo(Files.getLastModifiedTime(other)) > 0;
    }

    private static void java(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        Path log = FOLDER.resolve("prepare.log");
        Files.createDirectories(FOLDER);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        if (process.waitFor() != 0) {
            throw new ProgramFailed(command + " has failed; see " + log, null);
        }
    }

    /** The jar with a single class of the tests beside it: all of them would bring their own beans. */
    private static Launch blind(Launch jar) throws IOException {
        Path folder = Files.createDirectories(
                FOLDER.resolve("without-probe").resolve("dokbro").resolve("chaos"));
        Path compiled = Path.of("target", "test-classes", "dokbro", "chaos");
        try (var classes = Files.newDirectoryStream(compiled, "WithoutProbe*.class")) {
            for (Path each : classes) {
                Files.copy(each, folder.resolve(each.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        List<String> arguments = new ArrayList<>(jar.arguments());
        String path = arguments.remove(arguments.size() - 1)
                + File.pathSeparator
                + FOLDER.resolve("without-probe").toAbsolutePath();
        arguments.set(arguments.size() - 1, "-cp");
        arguments.addAll(List.of(path, WithoutProbe.class.getName()));
        return new Launch(List.copyOf(arguments));
    }

    private boolean run(List<Store> stores, OffsetDateTime date) {
        out.println("Chaos: %d registrations, %d kills, seed %d%s"
                .formatted(
                        trial.records(),
                        trial.kills(),
                        trial.seed(),
                        trial.proof() == Proof.NONE ? "" : ", without " + trial.proof()));
        for (Store store : stores) {
            try {
                outcomes.add(new Ordeal(store, trial, out).run());
            } catch (ProgramFailed e) {
                e.printStackTrace(out);
                failures.add(store + ": " + e.getMessage());
            }
        }
        write(date);
        print();
        boolean clean = outcomes.stream().allMatch(outcome -> outcome.verdict().clean());
        boolean noticed =
                outcomes.stream().noneMatch(outcome -> outcome.verdict().twice().isEmpty());
        return failures.isEmpty() && (trial.proof() == Proof.NONE ? clean : noticed);
    }

    private void write(OffsetDateTime date) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("date", date.truncatedTo(ChronoUnit.SECONDS).toString());
        result.put("seed", trial.seed());
        result.put("without", trial.proof() == Proof.NONE ? null : trial.proof());
        result.put("databases", outcomes.stream().map(Outcome::json).toList());
        result.put("failures", failures);
        try {
            Files.writeString(
                    RESULT, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(result) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void print() {
        TreeSet<String> kinds = new TreeSet<>();
        outcomes.forEach(outcome -> kinds.addAll(outcome.faults().keySet()));
        row("", outcome -> outcome.store());
        row("records", Outcome::records);
        row("kills", Outcome::kills);
        row(
                "acts of people",
                outcome -> outcome.acts().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum());
        row("write calls", Outcome::sent);
        row("faults met", Outcome::faultsMet);
        kinds.forEach(kind -> row("  " + kind, outcome -> outcome.faults().getOrDefault(kind, 0L)));
        row("rounds to rest", Outcome::roundsToRest);
        row("lost", outcome -> outcome.verdict().lost().size());
        row("twice", outcome -> outcome.verdict().twice().size());
        row("wrong", outcome -> outcome.verdict().wrong().size());
        row("links that differ", outcome -> outcome.verdict().links().size());
        row("locked and listed", outcome -> outcome.verdict().listed().size());
        row("open dead letters", Outcome::deadLetters);
        row("seconds", Outcome::seconds);
        for (Outcome outcome : outcomes) {
            outcome.verdict().lost().stream().limit(5).forEach(out::println);
            outcome.verdict().twice().stream().limit(5).forEach(out::println);
            outcome.verdict().wrong().stream().limit(5).forEach(out::println);
            outcome.verdict().links().stream().limit(5).forEach(out::println);
        }
    }

    private void row(String name, Function<Outcome, Object> value) {
        StringBuilder line = new StringBuilder("%-26s".formatted(name));
        outcomes.forEach(outcome -> line.append(" %16s".formatted(value.apply(outcome))));
        out.println(line);
    }
}
