package dokbro.poweroffice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Json;
import dokbro.api.Api;
import dokbro.api.SignIn;
import dokbro.api.Tokens;
import dokbro.api.Wire;
import dokbro.company.Company;
import dokbro.company.Company.PowerOfficeAccess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;

/** Go's access tokens, by client credentials. A token lives 20 minutes and is renewed a minute before it ends. */
@Component
public final class GoTokens {

    private static final Duration MARGIN = Duration.ofSeconds(60);

    private final Clock clock;
    private final ProducerTemplate template;
    private final Tokens tokens;

    GoTokens(Clock clock, ProducerTemplate template) {
        this.clock = clock;
        this.template = template;
        this.tokens = new Tokens(clock, this::signIn);
    }

    /**
     * A token that can be used now.
     *
     * @throws dokbro.failure.RecordFailure BAD_CREDENTIALS where Go refuses the keys, UNAVAILABLE, UNREACHABLE, RATE_LIMITED, BAD_ANSWER
     */
    public String current(Company company) {
        return tokens.current(company);
    }

    /** Drops a token that Go refused, unless it has been renewed meanwhile. */
    public void forget(Company company, String token) {
        tokens.forget(company, token);
    }

    /** Turns the company in the body into the request for a token; a step of {@code direct:poweroffice-token}. */
    public void request(Exchange exchange) {
        PowerOfficeAccess access = exchange.getMessage().getBody(Company.class).poweroffice();
        Wire.request(
                exchange,
                "POST",
                access.tokenUrl(),
                "application/x-www-form-urlencoded",
                "grant_type=client_credentials");
        exchange.getMessage().setHeader("Authorization", "Basic " + basic(access));
        exchange.getMessage().setHeader("Ocp-Apim-Subscription-Key", access.subscriptionKey());
    }

    /** Turns Go's answer into the token; a step of {@code direct:poweroffice-token}. */
    public void answer(Exchange exchange) {
        try {
            JsonNode answer = Json.mapper().readTree(Wire.content(exchange.getMessage()));
            String token = answer.path("access_token").asText();
            long seconds = answer.path("expires_in").asLong();
            if (token.isBlank() || !token.matches("\\S+") || seconds <= 0) {
                throw SignIn.badAnswer(Api.POWEROFFICE, "no access_token or expires_in");
            }
            exchange.getMessage()
                    .setBody(Tokens.Token.living(token, clock.instant(), Duration.ofSeconds(seconds), MARGIN));
        } catch (JsonProcessingException e) {
            throw SignIn.badAnswer(Api.POWEROFFICE, "not JSON");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Tokens.Token signIn(Company company) {
        PowerOfficeAccess access = company.poweroffice();
        List<String> secrets =
                List.of(access.applicationKey(), access.clientKey(), access.subscriptionKey(), basic(access));
        return SignIn.through(template, "direct:poweroffice-token", company, Api.POWEROFFICE, secrets);
    }

    private static String basic(PowerOfficeAccess access) {
        String keys = access.applicationKey() + ":" + access.clientKey();
        return Base64.getEncoder().encodeToString(keys.getBytes(StandardCharsets.UTF_8));
    }
}
