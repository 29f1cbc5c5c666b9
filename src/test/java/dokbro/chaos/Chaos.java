package dokbro.chaos;

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
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

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
        Launch jar = Launch.jar(unpacked());
        Trial trial = new Trial(
                number(environment, "RUNS", proof == Proof.NONE ? 50 : 10),
                number(environment, "RECORDS", proof == Proof.NONE ? 3000 : 1500),
                number(environment, "SEED", 1),
                proof,
                jar,
                proof == Proof.PROBE ? withTests(jar) : jar,
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

    private static int number(Map<String, String> environment, String name, int otherwise) {
        String text = environment.get(name);
        return text == null || text.isBlank() ? otherwise : Integer.parseInt(text);
    }

    /** A jar of jars starts slowly, and fifty starts are most of the time. */
    private static Path unpacked() throws IOException, InterruptedException {
        Path app = FOLDER.resolve("app");
        Process extract = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djarmode=tools",
                        "-jar",
                        JAR.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        app.toString())
                .inheritIO()
                .start();
        if (extract.waitFor() != 0) {
            throw new ProgramFailed(JAR + " cannot be unpacked", null);
        }
        return app.resolve(JAR.getFileName());
    }

    private static Launch withTests(Launch jar) {
        String path = jar.arguments().get(1)
                + File.pathSeparator
                + Path.of("target", "test-classes").toAbsolutePath();
        return new Launch(List.of("-cp", path, WithoutProbe.class.getName()));
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

    private void row(String name, java.util.function.Function<Outcome, Object> value) {
        StringBuilder line = new StringBuilder("%-26s".formatted(name));
        outcomes.forEach(outcome -> line.append(" %16s".formatted(value.apply(outcome))));
        out.println(line);
    }
}
