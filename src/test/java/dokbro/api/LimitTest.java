package dokbro.api;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dokbro.company.Company;
import dokbro.failure.Reason;
import dokbro.poweroffice.Pace;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Limits: 429, Retry-After and the pace that companies with one key share. */
class LimitTest extends RecordScene {

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private Pace pace;

    @Test
    void limitedPostIsRepeatedAfterTheSecondsAsked() {
        answers(status(429).withHeader("Retry-After", "1"), okJson("{\"Id\": 8}"));

        send(create());

        assertThat(records.confirmed).hasSize(1);
        assertThat(distance()).isGreaterThanOrEqualTo(Duration.ofMillis(990));
    }

    @Test
    void retryAfterMayBeADate() {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.ofInstant(clock.instant().plusSeconds(1), ZoneOffset.UTC));
        answers(status(429).withHeader("Retry-After", date), okJson("{\"Id\": 8}"));

        send(create());

        assertThat(records.confirmed).hasSize(1);
        assertThat(distance()).isGreaterThanOrEqualTo(Duration.ofMillis(990));
    }

    @Test
    void limitedForEverEndsAfterFiveRepeats() {
        answers(status(429));

        send(create());

        assertThat(calls(GO)).hasSize(6);
        assertThat(meaning().reason()).isEqualTo(Reason.RATE_LIMITED);
    }

    @Test
    void repeatsWaitForTheirTurnToo() {
        company = slow("slow-" + company.key());
        answers(status(503), okJson("{}"));

        send(new ApiCall(company, "DELETE", "Projects/7", Map.of(), null));

        assertThat(distance()).isGreaterThanOrEqualTo(Duration.ofMillis(190));
    }

    @Test
    void limitReachedByOneCompanyHoldsAllThatShareTheKey() throws Exception {
        Company other = slow("other-" + company.key());
        company = slow(company.key());
        answers(status(429).withHeader("Retry-After", "2"), okJson("{}"));

        Thread first = new Thread(() -> send(create()));
        first.start();
        await().until(() -> pace.parked().compareTo(Duration.ZERO) > 0);
        send(new ApiCall(other, "POST", "Projects", Map.of(), Records.json("{}")));
        first.join();

        assertThat(records.confirmed).hasSize(2);
        assertThat(calls(GO)).hasSize(3);
        Instant limited = calls(GO).get(0).getLoggedDate().toInstant();
        assertThat(calls(GO).subList(1, 3))
                .allSatisfy(call -> assertThat(
                                Duration.between(limited, call.getLoggedDate().toInstant()))
                        .isGreaterThanOrEqualTo(Duration.ofMillis(1990)));
    }

    @Test
    void everyAnswerIsCounted() {
        double before = count("429");
        answers(status(429), okJson("{}"));

        send(create());

        assertThat(count("429") - before).isEqualTo(1);
        assertThat(meters.get("dokbro.api.request")
                        .tag("api", "poweroffice")
                        .timer()
                        .count())
                .isPositive();
    }

    private Company slow(String key) {
        Company.PowerOfficeAccess go = company.poweroffice();
        return TestCompany.of(
                key,
                1,
                company.smartdok(),
                new Company.PowerOfficeAccess(
                        go.url(),
                        go.tokenUrl(),
                        go.applicationKey(),
                        go.clientKey(),
                        "shared-" + company.key(),
                        5,
                        go.quantityUnit()));
    }

    private double count(String status) {
        return meters.counter("dokbro.api.requests", "api", "poweroffice", "status", status)
                .count();
    }
}
