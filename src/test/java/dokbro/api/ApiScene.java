package dokbro.api;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dokbro.company.Company;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** Both APIs as real HTTP servers, and the real routes before them. */
@CamelSpringBootTest
@SpringBootTest(
        classes = ApiScene.App.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "camel.main.routes-include-pattern=classpath:routes/common/smartdok.camel.yaml,"
                    + "classpath:routes/common/poweroffice.camel.yaml,classpath:routes/common/reads.camel.yaml,"
                    + "classpath:routes/common/errors.camel.yaml,classpath:dokbro/api/record.camel.yaml",
            "dokbro.http.back-off=2ms",
            "dokbro.http.max-back-off=8ms",
            "dokbro.http.timeout=3s",
            "dokbro.http.max-response=100KB"
        })
public abstract class ApiScene {

    /** No stereotype, so that no other test's scan finds it. */
    @EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
    @ComponentScan({"dokbro.api", "dokbro.smartdok", "dokbro.poweroffice"})
    static class App {
        @Bean
        Clock clock() {
            return new TestClock();
        }

        @Bean
        Records records() {
            return new Records();
        }
    }

    protected static final WireMockServer SMARTDOK = started();
    protected static final WireMockServer GO = started();
    private static final AtomicInteger COMPANIES = new AtomicInteger();

    @Autowired
    protected ProducerTemplate template;

    @Autowired
    protected TestClock clock;

    /** A company of its own for each test, so that no token and no pace is left from another. */
    protected Company company;

    @BeforeEach
    void scene() {
        SMARTDOK.resetAll();
        GO.resetAll();
        SMARTDOK.stubFor(any(anyUrl()).atPriority(10).willReturn(okJson("[]")));
        GO.stubFor(any(anyUrl()).atPriority(10).willReturn(okJson("{\"Id\": 7}")));
        SMARTDOK.stubFor(post("/Authorize/ApiToken").atPriority(9).willReturn(okJson('"' + TestCompany.JWT + '"')));
        GO.stubFor(post("/OAuth/Token").atPriority(9).willReturn(token("go-token")));
        company = TestCompany.at(
                "c" + COMPANIES.incrementAndGet(),
                SMARTDOK.baseUrl(),
                GO.baseUrl() + "/v2",
                GO.baseUrl() + "/OAuth/Token");
    }

    protected static ResponseDefinitionBuilder token(String token) {
        return okJson("{\"access_token\": \"" + token + "\", \"token_type\": \"bearer\", \"expires_in\": 1200}");
    }

    /** What the API was asked, sign-ins left out, in order. */
    protected static List<LoggedRequest> calls(WireMockServer api) {
        return all(api).stream().filter(one -> !isSignIn(one)).toList();
    }

    protected static List<LoggedRequest> signIns(WireMockServer api) {
        return all(api).stream().filter(ApiScene::isSignIn).toList();
    }

    private static List<LoggedRequest> all(WireMockServer api) {
        // WireMock gives the newest first.
        List<LoggedRequest> asked = new ArrayList<>();
        api.getAllServeEvents().forEach(event -> asked.add(0, event.getRequest()));
        return asked;
    }

    private static boolean isSignIn(LoggedRequest request) {
        return request.getUrl().equals("/OAuth/Token") || request.getUrl().equals("/Authorize/ApiToken");
    }

    private static WireMockServer started() {
        WireMockServer server = new WireMockServer(options().dynamicPort().gzipDisabled(true));
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
        return server;
    }
}
