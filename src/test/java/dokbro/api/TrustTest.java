package dokbro.api;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import dokbro.Json;
import dokbro.poweroffice.PowerOfficeClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** With a trust store in {@code camel.ssl} its certificates are accepted, and http goes through the same endpoint as before. */
class TrustTest extends ApiScene {

    private static final String PASSWORD = "password";

    @TempDir
    private static Path folder;

    private static WireMockServer secure;

    @Autowired
    private PowerOfficeClient client;

    @DynamicPropertySource
    static void trust(DynamicPropertyRegistry properties) {
        properties.add("camel.ssl.config.trust-managers.key-store.resource", () -> "file:" + store());
        properties.add("camel.ssl.config.trust-managers.key-store.password", () -> PASSWORD);
    }

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "go",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store().toString())
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue()).isZero();
        secure = new WireMockServer(options()
                .dynamicHttpsPort()
                .keystorePath(store().toString())
                .keystoreType("PKCS12")
                .keystorePassword(PASSWORD)
                .keyManagerPassword(PASSWORD));
        secure.start();
    }

    @AfterAll
    static void stop() {
        secure.stop();
    }

    @Test
    void trustedCertificateIsAccepted() {
        secure.stubFor(get("/v2/Projects/7").willReturn(okJson("{\"Id\": 7}")));
        String url = "https://localhost:" + secure.httpsPort() + "/v2";
        company = TestCompany.at(company.key(), SMARTDOK.baseUrl(), url, GO.baseUrl() + "/OAuth/Token");

        assertThat(client.get(company, "Projects/7", Map.of())).isEqualTo(Json.tree("{\"Id\": 7}"));
    }

    private static Path store() {
        return folder.resolve("store.p12");
    }
}
