package dokbro.smartdok;

import dokbro.api.Api;
import dokbro.api.ApiAccess;
import dokbro.api.ApiCall;
import dokbro.api.Wire;
import dokbro.company.Company;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** The steps of {@code direct:smartdok} before and after the HTTP endpoint. */
@Component
public final class SmartDokCalls implements ApiAccess {

    private final SmartDokSessions sessions;

    SmartDokCalls(SmartDokSessions sessions) {
        this.sessions = sessions;
    }

    /** Turns the {@link ApiCall} in the body into the request. */
    public void request(Exchange exchange) {
        ApiCall call = Wire.begin(exchange, Api.SMARTDOK);
        Wire.request(exchange, call, call.company().smartdok().url(), sessions.current(call.company()));
    }

    /** Turns what the endpoint left into the {@link dokbro.api.ApiAnswer}. */
    public void answer(Exchange exchange) {
        Wire.answer(exchange);
    }

    @Override
    public Api api() {
        return Api.SMARTDOK;
    }

    @Override
    public void tokenRefused(Company company, String token) {
        sessions.forget(company, token);
    }

    /** SmartDok publishes no limit that others share: only the call itself waits. */
    @Override
    public void tooManyCalls(Company company, Duration wait) {}
}
