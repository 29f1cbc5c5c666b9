package dokbro.poweroffice;

import dokbro.api.Api;
import dokbro.api.ApiAccess;
import dokbro.api.ApiCall;
import dokbro.api.Wire;
import dokbro.company.Company;
import dokbro.company.Company.PowerOfficeAccess;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** The steps of {@code direct:poweroffice} before and after the HTTP endpoint. */
@Component
public final class PowerOfficeCalls implements ApiAccess {

    private final GoTokens tokens;
    private final Pace pace;

    PowerOfficeCalls(GoTokens tokens, Pace pace) {
        this.tokens = tokens;
        this.pace = pace;
    }

    /** Turns the {@link ApiCall} in the body into the request, once it is the call's turn. */
    public void request(Exchange exchange) throws InterruptedException {
        ApiCall call = Wire.begin(exchange, Api.POWEROFFICE);
        PowerOfficeAccess access = call.company().poweroffice();
        // The token comes first: a call that has its turn must go out at once, or two go out together.
        String token = tokens.current(call.company());
        pace.await(access.subscriptionKey(), call.company().key(), access.requestsPerSecond());
        Wire.request(exchange, call, access.url(), token);
        exchange.getMessage().setHeader("Ocp-Apim-Subscription-Key", access.subscriptionKey());
    }

    /** Turns what the endpoint left into the {@link dokbro.api.ApiAnswer}. */
    public void answer(Exchange exchange) {
        Wire.answer(exchange);
    }

    @Override
    public Api api() {
        return Api.POWEROFFICE;
    }

    @Override
    public void tokenRefused(Company company, String token) {
        tokens.forget(company, token);
    }

    @Override
    public void tooManyCalls(Company company, Duration wait) {
        pace.park(company.poweroffice().subscriptionKey(), wait);
    }
}
