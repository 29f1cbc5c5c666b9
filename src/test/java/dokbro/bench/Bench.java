package dokbro.bench;

import dokbro.Dokbro;
import dokbro.Json;
import dokbro.program.Program.Place;
import dokbro.program.ProgramFailed;
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
import java.util.function.Function;

/**
 * {@code make bench}: measures {@code target/dokbro.jar} against the bars of the design, prints a table, writes {@code target/bench.json}.
 * Service and simulated systems run as processes of their own. With {@code BENCH=quick} in the environment a small version for a smoke check.
 */
public final class Bench {

    /** Logs and data; what an earlier bench could not remove goes with {@code make clean}. */
    private static final Path FOLDER = Path.of("target", "bench");

    private static final Path RESULT = Path.of("target", "bench.json");

    private final PrintStream out;
    private final Scale scale;
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    private Bench(PrintStream out, Scale scale) {
        this.out = out;
        this.scale = scale;
    }

    /** Ends with 1 when a bar is missed or nothing could be measured. */
    public static void main(String[] args) {
        Bench bench = new Bench(System.out, Scale.named(System.getenv("BENCH")));
        System.exit(bench.run(OffsetDateTime.now(Clock.system(Dokbro.OSLO))) ? 0 : 1);
    }

    private boolean run(OffsetDateTime date) {
        Map<String, Object> machine = Machine.facts();
        out.println("Bench, " + scale.name() + ": " + machine);
        measure(FirstRecord::measure);
        measure(place -> NewHours.measure(scale, place));
        measure(place -> UnchangedHours.measure(scale, place));
        write(date, machine);
        out.println();
        figures.forEach(figure -> out.println(figure.line()));
        long missed = figures.stream().filter(Figure::missed).count();
        out.println("Bars missed: %d. Measures failed: %d.".formatted(missed, failures.size()));
        return missed == 0 && failures.isEmpty();
    }

    /** A measure that fails is told and leaves the others to be made. */
    private void measure(Function<Place, List<Figure>> measure) {
        Place place = Place.in(FOLDER);
        try {
            measure.apply(place).forEach(figure -> {
                out.println(figure.line());
                figures.add(figure);
            });
        } catch (ProgramFailed e) {
            e.printStackTrace(out);
            failures.add(e.getMessage());
        } finally {
            place.clear();
        }
    }

    private void write(OffsetDateTime date, Map<String, Object> machine) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("date", date.truncatedTo(ChronoUnit.SECONDS).toString());
        result.put("scale", scale.name());
        result.put("machine", machine);
        result.put("figures", figures.stream().map(Bench::json).toList());
        result.put("failures", failures);
        try {
            Files.writeString(
                    RESULT, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(result) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> json(Figure figure) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", figure.name());
        json.put("value", figure.value());
        json.put("unit", figure.unit());
        json.put("bar", figure.bar() == null ? null : figure.bar().text(figure.unit()));
        json.put("verdict", figure.verdict());
        return json;
    }
}
