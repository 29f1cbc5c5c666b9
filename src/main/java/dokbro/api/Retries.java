package dokbro.api;

import dokbro.failure.FailureClass;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.springframework.stereotype.Component;

/**
 * Which failed call is repeated, when, and how often. Used by the route configurations in {@code routes/common/errors.camel.yaml}: Camel
 * runs {@link #process} once for each failure and then asks {@link #again}. Only calls to the APIs are repeated, and no POST that may have
 * had an effect.
 */
@Component
public final class Retries implements Processor {

    /** The exchange property that counts the failures of the call under way. */
    static final String TRIES = "apiTries";

    private static final String AGAIN = "apiAgain";
    private static final int MAX_LIMITED = 5;

    /** Camel's own counter is no use: it stands in a header, which the routes of the APIs remove. */
    private record Tries(ApiCall call, int refused, int limited, int failed) {}

    private final Failures failures;
    private final HttpSettings settings;
    private final Clock clock;
    private final Map<Api, ApiAccess> accesses = new EnumMap<>(Api.class);

    Retries(Failures failures, HttpSettings settings, Clock clock, List<ApiAccess> accesses) {
        this.failures = failures;
        this.settings = settings;
        this.clock = clock;
        accesses.forEach(access -> this.accesses.put(access.api(), access));
    }

    /** Decides about the failure that the exchange has just met, and waits until the next attempt. */
    @Override
    public void process(Exchange exchange) {
        exchange.setProperty(AGAIN, false);
        ApiCall call = exchange.getProperty(ApiCall.PROPERTY, ApiCall.class);
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        if (call == null || failure == null) {
            return;
        }
        Duration wait = Failures.find(failure, Withheld.class) == null ? next(exchange, call, failure) : null;
        // After a failure the headers are still the request's, with its keys.
        exchange.getMessage().removeHeaders("*", Exchange.REDELIVERY_COUNTER);
        exchange.removeProperty(Wire.TOKEN);
        if (wait == null || !waited(wait)) {
            exchange.removeProperty(TRIES);
        } else {
            // Set anew each time: Camel keeps an old one. The wait is over: Camel's own could not be ended by a stop.
            exchange.getMessage().setHeader(Exchange.REDELIVERY_DELAY, 0);
            exchange.setProperty(AGAIN, true);
        }
    }

    private static boolean waited(Duration wait) {
        try {
            return Patience.wait(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether the call is made again. */
    public boolean again(Exchange exchange) {
        return exchange.getProperty(AGAIN, false, Boolean.class);
    }

    /** Whether the call under way was made before and may have had its effect then, though no answer came. */
    static boolean repeated(Exchange exchange) {
        Tries tries = exchange.getProperty(TRIES, Tries.class);
        return tries != null
                && tries.failed > 0
                && tries.call.equals(exchange.getProperty(ApiCall.PROPERTY, ApiCall.class));
    }

    private Duration next(Exchange exchange, ApiCall call, Exception failure) {
        Tries before = exchange.getProperty(TRIES, Tries.class);
        Tries tries = before == null || !before.call.equals(call) ? new Tries(call, 0, 0, 0) : before;
        RecordFailure meaning = failures.of(failure, call);
        HttpOperationFailedException answered = Failures.find(failure, HttpOperationFailedException.class);
        ApiAccess access = accesses.get(call.api());
        if (answered != null && answered.getStatusCode() == 401) {
            access.tokenRefused(call.company(), exchange.getProperty(Wire.TOKEN, String.class));
            exchange.setProperty(TRIES, new Tries(call, tries.refused + 1, tries.limited, tries.failed));
            return tries.refused == 0 ? Duration.ZERO : null;
        }
        if (meaning.reason() == Reason.RATE_LIMITED) {
            Duration asked =
                    answered == null ? null : RetryAfter.of(answered, clock.instant(), settings.maxRetryAfter());
            Duration wait = asked == null ? backOff(tries.limited) : asked;
            access.tooManyCalls(call.company(), wait);
            exchange.setProperty(TRIES, new Tries(call, tries.refused, tries.limited + 1, tries.failed));
            return tries.limited < MAX_LIMITED ? wait : null;
        }
        exchange.setProperty(TRIES, new Tries(call, tries.refused, tries.limited, tries.failed + 1));
        boolean passes = meaning.reason().failureClass() == FailureClass.TRANSIENT
                && (meaning.reason() != Reason.IN_DOUBT || call.guarded());
        return passes && tries.failed + 1 < settings.attempts() ? backOff(tries.failed) : null;
    }

    /** Doubled for each failure before; between half and all of it, so that calls that failed together do not come back together. */
    private Duration backOff(int failuresBefore) {
        long full = Math.min(
                settings.maxBackOff().toMillis(), settings.backOff().toMillis() << Math.min(failuresBefore, 16));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(full / 2, full + 1));
    }
}
