package dokbro.sandbox.smartdok;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SessionsTest extends SmartDokTest {

    private static final String TOKEN = "{\"Token\":\"sandbox-smartdok-token\"}";

    @Test
    void theSessionIsABareTextInQuotesOnlyAsJson() {
        Caller.Answer quoted = caller.unsigned("POST", "/Authorize/ApiToken", TOKEN, "Accept", "application/json");
        assertThat(quoted.status()).isEqualTo(200);
        assertThat(quoted.text()).startsWith("\"ey").endsWith("\"");
        Caller.Answer plain = caller.unsigned("POST", "/Authorize/ApiToken", TOKEN, "Accept", "text/plain");
        assertThat(plain.text()).startsWith("ey").doesNotContain("\"");
        assertThat(caller.unsigned("POST", "/Authorize/ApiToken", TOKEN).text()).startsWith("ey");
    }

    @Test
    void theSessionShowsWhenItEnds() {
        String[] parts = caller.session().split("\\.");
        assertThat(parts).hasSize(3);
        JsonNode payload = Json.tree(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
        assertThat(payload.get("exp").asLong())
                .isEqualTo(clock.instant().plus(Duration.ofHours(1)).getEpochSecond());
    }

    @Test
    void aWrongTokenOrNoneIsRefused() {
        assertThat(caller.unsigned("POST", "/Authorize/ApiToken", "{\"Token\":\"x\"}")
                        .status())
                .isEqualTo(401);
        assertThat(caller.unsigned("POST", "/Authorize/ApiToken", "{}").status())
                .isEqualTo(400);
        assertThat(caller.unsigned("POST", "/Authorize/ApiToken", "not json").status())
                .isEqualTo(400);
    }

    @Test
    void everyOtherCallNeedsASession() {
        assertThat(caller.unsigned("GET", "/Projects", "").status()).isEqualTo(401);
        assertThat(caller.unsigned("GET", "/Projects", "", "Authorization", "Bearer x")
                        .status())
                .isEqualTo(401);
        assertThat(caller.get("/Projects").status()).isEqualTo(200);
    }

    @Test
    void aSessionEndsAfterItsTime() {
        smartdok.options(options -> options.withSession(Duration.ofSeconds(5)));
        Caller shortLived = new Caller(smartdok);
        clock.forward(Duration.ofSeconds(4));
        assertThat(shortLived.get("/LicenseInfo").status()).isEqualTo(200);
        clock.forward(Duration.ofSeconds(1));
        assertThat(shortLived.get("/LicenseInfo").status()).isEqualTo(401);
        assertThat(caller.get("/LicenseInfo").status()).isEqualTo(200);
    }

    @Test
    void sessionsCanBeEnded() {
        office.expireSessions();
        assertThat(caller.get("/LicenseInfo").status()).isEqualTo(401);
    }

    @Test
    void aMissingClaimIs401Too() {
        office.removeClaim("WorkHoursRead");
        Caller.Answer answer = caller.get("/WorkHours/v2");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text()).isEqualTo("Missing claims: WorkHoursRead");
        assertThat(caller.get("/Projects").status()).isEqualTo(200);
        office.restoreClaim("WorkHoursRead");
        assertThat(caller.get("/WorkHours/v2").status()).isEqualTo(200);
    }

    @Test
    void aTokenIsRenewedFromSixMonthsOnAndTheOldOneDies() {
        assertThat(caller.unsigned("POST", "/Authorize/ApiToken/Renew", TOKEN).status())
                .isEqualTo(400);
        office.apiTokenIssuedOn(TODAY.minusMonths(6));
        String renewed =
                caller.unsigned("POST", "/Authorize/ApiToken/Renew", TOKEN).text();
        assertThat(renewed).isEqualTo(smartdok.apiToken()).isNotEqualTo("sandbox-smartdok-token");
        assertThat(caller.unsigned("POST", "/Authorize/ApiToken", TOKEN).status())
                .isEqualTo(401);
        assertThat(new Caller(smartdok).get("/Users/current").status()).isEqualTo(200);
    }

    @Test
    void aTokenDiesAfterAYear() {
        office.apiTokenIssuedOn(TODAY.minusYears(1));
        assertThat(caller.unsigned("POST", "/Authorize/ApiToken", TOKEN).status())
                .isEqualTo(401);
    }
}
