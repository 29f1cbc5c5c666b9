package dokbro.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dokbro.Dokbro;
import dokbro.sandbox.ContractorData;
import dokbro.sandbox.DemoCompany;
import dokbro.sandbox.Sandbox;
import dokbro.sandbox.Size;
import dokbro.sandbox.go.GoOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** The service in a process of its own, ended by SIGTERM and by SIGKILL in the middle of a run. */
class ProcessStopTest {

    private static final Duration TO_START = Duration.ofMinutes(4);

    @TempDir
    private Path folder;

    private Sandbox sandbox;
    private Process service;

    @BeforeEach
    void systems() throws IOException {
        Clock clock = Clock.system(Dokbro.OSLO);
        sandbox = new Sandbox(ContractorData.make(1, Size.DEMO, LocalDate.now(clock)), clock, Sandbox.Ports.FREE);
        sandbox.go().options(GoOptions.defaults().withRequestsPerSecond(0));
        Path companies = Files.createDirectories(folder.resolve("config/companies"));
        Files.writeString(
                companies.resolve("demo.yaml"),
                DemoCompany.of(
                                sandbox.smartdok().url(),
                                sandbox.go().url(),
                                sandbox.go().tokenUrl(),
                                1000,
                                sandbox.contractor().startDate())
                        .yaml());
    }

    @AfterEach
    void close() throws InterruptedException {
        service.destroyForcibly().waitFor();
        sandbox.close();
    }

    private void start() throws IOException {
        service = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dokbro.Dokbro",
                        "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("dokbro")
                                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE",
                        "--dokbro.config=" + folder.resolve("config"),
                        "--dokbro.sync-at-start=true",
                        "--dokbro.run.timers=false",
                        "--dokbro.run.lease=2s",
                        "--dokbro.run.call-timeout=1s",
                        "--dokbro.run.replica-lag=100ms",
                        "--server.port=" + freePort(),
                        "--server.address=127.0.0.1",
                        "--management.server.port=" + freePort())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .directory(folder.toFile())
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private int entries() {
        return sandbox.go().entries().size();
    }

    private void awaitEntries(int more) {
        int before = entries();
        await().atMost(TO_START).until(() -> {
            assertThat(service.isAlive()).as(log()).isTrue();
            return entries() >= before + more;
        });
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    /** Looks into the file while no process has it. */
    private <T> T database(java.util.function.Function<JdbcTemplate, T> look) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + folder.resolve("dokbro"));
        source.setUser("sa");
        return look.apply(new JdbcTemplate(source));
    }

    private String lastState() {
        return database(jdbc -> jdbc.queryForObject(
                "select state from run where id = (select max(id) from run where entity = 'work-hours')",
                String.class));
    }

    private int links(String where) {
        return database(jdbc -> jdbc.queryForObject(
                "select count(*) from link where entity = 'work-hours' and " + where, Integer.class));
    }

    @Test
    void sigtermEndsARunAtARecordAndSigkillLosesAndDoublesNothing() throws Exception {
        sandbox.go().latency(Duration.ofMillis(150));
        start();
        awaitEntries(20);

        long asked = System.nanoTime();
        service.destroy();
        assertThat(service.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(20));
        assertThat(service.exitValue()).isEqualTo(143);
        assertThat(log()).contains("all ended at a record");
        assertThat(lastState()).isEqualTo("INTERRUPTED");
        assertThat(links("claim_run is not null")).isZero();
        assertThat(links("state = 'LINKED'")).isEqualTo(entries());

        start();
        awaitEntries(20);
        service.destroyForcibly().waitFor();
        assertThat(lastState()).isEqualTo("RUNNING");
        assertThat(links("state = 'LINKED' or claim_run is not null")).isGreaterThanOrEqualTo(entries());

        sandbox.go().latency(Duration.ZERO);
        start();
        awaitEntries(100);
        quiet();
        service.destroy();
        assertThat(service.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(lastState()).as(log()).isIn("SUCCEEDED", "PARTIAL");
        assertThat(links("claim_run is not null")).isZero();
        assertThat(links("state = 'LINKED'")).isEqualTo(entries()).isGreaterThan(400);
        Map<String, Long> marks = sandbox.go().entries().stream()
                .map(entry -> entry.path("InternalComment").asText())
                .map(comment -> comment.substring(comment.lastIndexOf("[SD-")))
                .collect(Collectors.groupingBy(mark -> mark, Collectors.counting()));
        assertThat(marks.values()).as("each once").containsOnly(1L);
    }

    /** No new entry for ten seconds, and SmartDok's export marks are through. */
    private void quiet() {
        AtomicInteger last = new AtomicInteger(-1);
        AtomicInteger same = new AtomicInteger();
        await().atMost(TO_START).pollInterval(Duration.ofSeconds(1)).until(() -> {
            List<Integer> now = List.of(
                    entries(),
                    sandbox.go().server().received().size(),
                    sandbox.smartdok().received().size());
            int sum = now.stream().mapToInt(Integer::intValue).sum();
            same.set(last.getAndSet(sum) == sum ? same.get() + 1 : 0);
            return same.get() >= 10;
        });
    }
}
