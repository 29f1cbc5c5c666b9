package dokbro.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Dokbro as a process of its own; it ends with {@link #close} or with whoever started it, whichever comes first. */
public final class Program implements AutoCloseable {

    private static final Duration SOON = Duration.ofMillis(50);
    private static final Duration TO_STOP = Duration.ofSeconds(30);
    private static final int TAIL = 25;
    private static final BigDecimal KIB_IN_MIB = BigDecimal.valueOf(1024);

    private final String name;
    private final Path log;
    private final Process process;
    private final Thread atExit;
    private final long startedAtNanos;

    private Program(String name, Path log, Process process, long startedAtNanos) {
        this.name = name;
        this.log = log;
        this.process = process;
        this.startedAtNanos = startedAtNanos;
        this.atExit = new Thread(process::destroyForcibly, "stop " + name);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Starts it.
     *
     * @param place its working directory, whose config and data are the program's, and where its log goes
     * @param jvm options such as {@code -Xmx256m}
     */
    public static Program start(
            String name,
            Launch launch,
            Place place,
            Map<String, String> environment,
            List<String> jvm,
            List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(launch.arguments());
        command.addAll(arguments);
        try {
            Files.createDirectories(place.logs());
            Path log = place.logs().resolve(name + ".log").toAbsolutePath();
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(place.data().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            long startedAt = System.nanoTime();
            return new Program(name, log, builder.start(), startedAt);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Where programs work.
     *
     * @param logs kept
     * @param data working directory; goes when the work is done
     */
    public record Place(Path logs, Path data) {

        /** Data in a new folder beside the logs. */
        public static Place in(Path folder) {
            try {
                return new Place(folder, Files.createTempDirectory(Files.createDirectories(folder), "data"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Removes the data. */
        public void clear() {
            try (var files = Files.walk(data)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A port of the loopback that is free now. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Since the process was started. */
    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - startedAtNanos);
    }

    /**
     * Looks every 50 ms until there is something.
     *
     * @throws ProgramFailed as for the other one
     */
    public <T> T await(String what, Duration atMost, Supplier<Optional<T>> look) {
        return await(what, atMost, SOON, look);
    }

    /**
     * Looks until there is something.
     *
     * @param every how long to wait between two looks
     * @throws ProgramFailed when the time is over or the program has ended; with the end of its log
     */
    public <T> T await(String what, Duration atMost, Duration every, Supplier<Optional<T>> look) {
        long end = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() - end < 0) {
            Optional<T> found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (endedWithin(every)) {
                throw failed("ended with " + process.exitValue() + " while waiting for " + what);
            }
        }
        throw failed("no " + what + " within " + atMost.toSeconds() + " s");
    }

    /** Waits that long at most; true when the program has ended by then. */
    public boolean endedWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProgramFailed(name + ": interrupted", e);
        }
    }

    private ProgramFailed failed(String what) {
        try {
            List<String> lines = Files.readAllLines(log);
            List<String> tail = lines.subList(Math.max(0, lines.size() - TAIL), lines.size());
            return new ProgramFailed(name + ": " + what + "; " + log + " ends with\n" + String.join("\n", tail), null);
        } catch (IOException e) {
            return new ProgramFailed(name + ": " + what, e);
        }
    }

    /** Processor time of all its threads since the process was started; zero where the system does not tell. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** The most memory it has held, all of the process, in MiB; empty where the system does not tell. */
    public Optional<BigDecimal> peakMemory() {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return Optional.empty();
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> new BigDecimal(line.replaceAll("\\D", "")).divide(KIB_IN_MIB, 0, RoundingMode.HALF_UP))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it at once, with SIGKILL: it can do nothing more. */
    public void kill() {
        process.destroyForcibly();
        if (!endedWithin(TO_STOP)) {
            throw failed("does not end");
        }
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    /** Asks it to stop, and ends it when it does not. */
    @Override
    public void close() {
        process.destroy();
        if (!endedWithin(TO_STOP)) {
            process.destroyForcibly();
            endedWithin(TO_STOP);
        }
        Runtime.getRuntime().removeShutdownHook(atExit);
    }
}
