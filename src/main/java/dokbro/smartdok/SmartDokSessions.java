package dokbro.smartdok;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Json;
import dokbro.api.Api;
import dokbro.api.SignIn;
import dokbro.api.Tokens;
import dokbro.api.Wire;
import dokbro.company.Company;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;

/**
 * SmartDok's sessions: the API token, valid a year, buys a JWT for about an hour. How long, the JWT says; where it cannot be read, 50
 * minutes are taken.
 */
@Component
public final class SmartDokSessions {

    private static final Duration MARGIN = Duration.ofSeconds(30);
    private static final Duration UNKNOWN_LIFE = Duration.ofMinutes(50);

    private final Clock clock;
    private final ProducerTemplate template;
    private final Tokens tokens;

    SmartDokSessions(Clock clock, ProducerTemplate template) {
        this.clock = clock;
        this.template = template;
        this.tokens = new Tokens(clock, this::signIn);
    }

    /**
     * A session's JWT that can be used now.
     *
     * @throws dokbro.failure.RecordFailure BAD_CREDENTIALS where SmartDok refuses the API token, UNAVAILABLE, UNREACHABLE, BAD_ANSWER
     */
    public String current(Company company) {
        return tokens.current(company);
    }

    /** Drops a JWT that SmartDok refused, unless it has been renewed meanwhile. */
    public void forget(Company company, String token) {
        tokens.forget(company, token);
    }

    /** Turns the company in the body into the request for a session; a step of {@code direct:smartdok-session}. */
    public void request(Exchange exchange) {
        Company company = exchange.getMessage().getBody(Company.class);
        Wire.request(
                exchange,
                "POST",
                company.smartdok().url().replaceAll("/+$", "") + "/Authorize/ApiToken",
                "application/json",
                Json.text(Map.of("Token", company.smartdok().apiToken())));
    }

    /** Turns SmartDok's answer, a bare string with or without quotes, into the token; a step of {@code direct:smartdok-session}. */
    public void answer(Exchange exchange) {
        String text = new String(Wire.content(exchange.getMessage()), StandardCharsets.UTF_8).strip();
        String jwt = text.startsWith("\"") && text.endsWith("\"") && text.length() > 1
                ? text.substring(1, text.length() - 1)
                : text;
        if (!jwt.matches("[\\w-]+\\.[\\w-]+\\.[\\w-]*")) {
            throw SignIn.badAnswer(Api.SMARTDOK, "no JWT");
        }
        exchange.getMessage().setBody(Tokens.Token.living(jwt, clock.instant(), life(jwt), MARGIN));
    }

    /** What is left of the life; by the JWT's own times where it has both, since clocks differ. */
    private Duration life(String jwt) {
        try {
            JsonNode payload = Json.mapper().readTree(Base64.getUrlDecoder().decode(jwt.split("\\.")[1]));
            long issued = payload.path("iat").asLong(clock.instant().getEpochSecond());
            long seconds = payload.path("exp").asLong() - issued;
            return seconds > 0 ? Duration.ofSeconds(seconds) : UNKNOWN_LIFE;
        } catch (IllegalArgumentException | JsonProcessingException e) {
            return UNKNOWN_LIFE;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Tokens.Token signIn(Company company) {
        return SignIn.through(
                template,
                "direct:smartdok-session",
                company,
                Api.SMARTDOK,
                List.of(company.smartdok().apiToken()));
    }
}
