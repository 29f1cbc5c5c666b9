package dokbro.bench;

import dokbro.bench.Figure.Bar;
import dokbro.program.JsonCalls;
import dokbro.program.Launch;
import dokbro.program.Program;
import dokbro.program.Program.Place;
import dokbro.program.WireCounts;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** From {@code java -jar} to the first record sent, with the sandbox in the same process, as {@code make run} starts it. */
final class FirstRecord {

    private static final Duration AT_MOST = Duration.ofSeconds(120);

    private FirstRecord() {}

    static List<Figure> measure(Place place) {
        int control = Program.freePort();
        try (Program program = Program.start(
                "first-record",
                Launch.JAR,
                place,
                Map.of(),
                List.of(),
                List.of(
                        "--sandbox",
                        "--server.port=" + Program.freePort(),
                        "--management.server.port=0",
                        "--dokbro.sandbox-ports.control=" + control,
                        "--dokbro.sandbox-ports.smartdok=0",
                        "--dokbro.sandbox-ports.go=0"))) {
            JsonCalls calls = new JsonCalls("http://127.0.0.1:" + control, null);
            Duration first = program.await(
                    "first record sent",
                    AT_MOST,
                    () -> calls.tryGet("/state")
                            .map(WireCounts::of)
                            .filter(wire -> wire.writes() > 0)
                            .map(wire -> program.age()));
            Duration processor = program.processorTime();
            String name = "Start with --sandbox: ";
            return List.of(
                    Figure.seconds(name + "first record sent", first, Bar.atMost("15")),
                    Figure.seconds(name + "processor time until then", processor, null));
        }
    }
}
