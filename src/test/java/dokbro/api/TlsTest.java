package dokbro.api;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import dokbro.poweroffice.PowerOfficeClient;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The endpoint's one address stands for all, by https too, and a certificate that nobody vouches for is refused. */
class TlsTest extends ApiScene {

    private static final WireMockServer SECURE =
            new WireMockServer(options().dynamicHttpsPort().dynamicPort());

    @Autowired
    private PowerOfficeClient client;

    @BeforeAll
    static void start() {
        SECURE.start();
    }

    @AfterAll
    static void stop() {
        SECURE.stop();
    }

    @Test
    void selfSignedCertificateIsRefusedBeforeAnythingIsSent() {
        RecordFailure failure = failing("https://localhost:" + SECURE.httpsPort());

        assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(failure.arguments().get(1)).contains("unable to find valid certification path");
        assertThat(SECURE.getAllServeEvents()).isEmpty();
    }

    @Test
    void plainHttpBehindAnHttpsAddressIsAWrongAddress() {
        assertThat(failing("https://localhost:" + SECURE.port()).reason()).isEqualTo(Reason.UNREACHABLE);
    }

    private RecordFailure failing(String url) {
        company = TestCompany.at(company.key(), url, url + "/v2", GO.baseUrl() + "/OAuth/Token");
        RecordFailure failure =
                catchThrowableOfType(RecordFailure.class, () -> client.get(company, "Projects/7", Map.of()));
        assertThat(failure).as("a failure").isNotNull();
        return failure;
    }
}
