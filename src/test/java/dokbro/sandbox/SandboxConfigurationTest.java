package dokbro.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dokbro.Dokbro;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SandboxConfigurationTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(SandboxConfiguration.class)
            .withBean(Clock.class, () -> Clock.fixed(Instant.parse("2026-11-23T23:30:00Z"), Dokbro.OSLO));

    @Test
    void withoutThePropertyThereIsNone() {
        application.run(context -> assertThat(context).doesNotHaveBean(Sandbox.class));
        application
                .withPropertyValues("dokbro.sandbox=false")
                .run(context -> assertThat(context).doesNotHaveBean(Sandbox.class));
    }

    @Test
    void itStartsAndStopsWithTheApplication() {
        int[] port = new int[1];
        application
                .withPropertyValues(
                        "dokbro.sandbox=true",
                        "dokbro.sandbox-size=25",
                        "dokbro.sandbox-seed=4",
                        "dokbro.sandbox-ports.control=0",
                        "dokbro.sandbox-ports.smartdok=0",
                        "dokbro.sandbox-ports.go=0")
                .run(context -> {
                    Sandbox sandbox = context.getBean(Sandbox.class);
                    assertThat(sandbox.contractor().today())
                            .as("the day in Oslo")
                            .isEqualTo("2026-11-24");
                    assertThat(sandbox.contractor().registrations()).hasSize(25);
                    port[0] = sandbox.smartdok().port();
                    assertThatThrownBy(() -> bind(port[0])).isInstanceOf(IOException.class);
                });
        org.assertj.core.api.Assertions.assertThatCode(() -> bind(port[0])).doesNotThrowAnyException();
    }

    private static void bind(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new java.net.InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), port));
        }
    }
}
