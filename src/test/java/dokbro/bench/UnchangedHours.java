package dokbro.bench;

import dokbro.bench.Figure.Bar;
import dokbro.program.FinishedRun;
import dokbro.program.Launch;
import dokbro.program.Program.Place;
import dokbro.program.SeparateSandbox;
import dokbro.program.SeparateService;
import dokbro.program.WireCounts;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A run that finds nothing new, with 256 MB of heap, after the run that has linked it all. */
final class UnchangedHours {

    /** As fast as a company's settings allow. */
    private static final int NO_LIMIT = 1000;

    private static final long SEED = 1;
    private static final Duration TO_LINK = Duration.ofMinutes(15);
    private static final Duration TO_READ = Duration.ofMinutes(5);
    private static final int TIMES = 3;

    private UnchangedHours() {}

    static List<Figure> measure(Scale scale, Place place) {
        int hours = scale.unchanged();
        try (SeparateSandbox sandbox = SeparateSandbox.start("unchanged-sandbox", Launch.JAR, place, hours, SEED)) {
            sandbox.withoutLimit();
            try (SeparateService service = SeparateService.start("unchanged-service", place, sandbox, NO_LIMIT)) {
                service.linkRegisters();
                FinishedRun linked = service.run("work-hours", TO_LINK).mustCount("created", hours);
                WireCounts before = sandbox.wire();
                Duration processorBefore = service.processorTime();
                Duration unchanged = median(() -> service.run("work-hours", TO_READ)
                        .mustCount("unchanged", hours)
                        .whole());
                Duration processor =
                        service.processorTime().minus(processorBefore).dividedBy(TIMES);
                long writes = sandbox.wire().since(before).writes();
                BareClient bare = new BareClient(sandbox);
                Duration paged = median(() -> bare.page(hours));
                return figures(scale, linked, unchanged, processor, writes, paged, service);
            }
        }
    }

    private static List<Figure> figures(
            Scale scale,
            FinishedRun linked,
            Duration unchanged,
            Duration processor,
            long writes,
            Duration paged,
            SeparateService service) {
        String name = "%,d unchanged, -Xmx256m: ".formatted(scale.unchanged());
        List<Figure> figures = new ArrayList<>(List.of(
                Figure.seconds(name + "first linked, apply", linked.apply(), null),
                Figure.count(name + "write calls", writes, Bar.atMost("0")),
                Figure.seconds(name + "run", unchanged, Bar.atMost(scale.unchangedBar())),
                Figure.seconds(name + "run, processor time", processor, null),
                Figure.seconds(name + "bare client", paged, null),
                Figure.ratio(
                        name + "run / bare client",
                        Figure.inSeconds(unchanged),
                        Figure.inSeconds(paged).max(new BigDecimal("0.01")),
                        "",
                        null)));
        service.peakMemory()
                .ifPresent(peak -> figures.add(new Figure(name + "process memory, peak", peak, "MiB", null)));
        return figures;
    }

    /** The one in the middle: other work on the machine disturbs one measure more easily than two. */
    private static Duration median(Supplier<Duration> measure) {
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            times.add(measure.get());
        }
        return times.stream().sorted().skip(TIMES / 2).findFirst().orElseThrow();
    }
}
