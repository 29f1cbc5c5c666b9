package dokbro.bench;

import dokbro.bench.Figure.Bar;
import dokbro.program.FinishedRun;
import dokbro.program.Launch;
import dokbro.program.Program.Place;
import dokbro.program.ProgramFailed;
import dokbro.program.SeparateSandbox;
import dokbro.program.SeparateService;
import dokbro.program.WireCounts;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** New hours at Go's limit of ten requests a second. */
final class NewHours {

    private static final int LIMIT = 10;
    private static final BigDecimal PER_CENT = BigDecimal.valueOf(100);
    private static final long SEED = 1;
    private static final Duration MARGIN = Duration.ofMinutes(2);

    private NewHours() {}

    static List<Figure> measure(Scale scale, Place place) {
        int hours = scale.newHours();
        try (SeparateSandbox sandbox = SeparateSandbox.start("new-hours-sandbox", Launch.JAR, place, hours, SEED);
                SeparateService service = SeparateService.start("new-hours-service", place, sandbox, LIMIT)) {
            service.linkRegisters();
            WireCounts before = sandbox.wire();
            FinishedRun run = service.run(
                            "work-hours", scale.applyBar().multipliedBy(2).plus(MARGIN))
                    .mustCount("created", hours);
            WireCounts during = sandbox.wire().since(before);
            if (sandbox.entries() != hours) {
                throw new ProgramFailed("Go holds " + sandbox.entries() + " entries, not " + hours, null);
            }
            String name = "%,d new hours at Go's limit (%d/s): ".formatted(hours, LIMIT);
            BigDecimal calls = BigDecimal.valueOf(during.timeEntryCalls());
            BigDecimal possible = Figure.inSeconds(run.apply()).multiply(BigDecimal.valueOf(LIMIT));
            return List.of(
                    Figure.seconds(name + "apply", run.apply(), Bar.atMost(scale.applyBar())),
                    Figure.count(name + "429s", sandbox.wire().tooMany(), Bar.atMost("0")),
                    Figure.ratio(
                            name + "limit used", calls.multiply(PER_CENT), possible, "%", Bar.atLeast(scale.share())),
                    Figure.ratio(
                            "Calls to Go per created hour", calls, BigDecimal.valueOf(hours), "", Bar.atMost("1.00")));
        }
    }
}
