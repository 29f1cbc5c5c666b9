package dokbro.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Json;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.camel.Exchange;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.springframework.stereotype.Component;

/**
 * What a failed call means (design, section 4). After a POST the question that counts is whether it may have had an effect: only a refusal
 * (4xx) and a connection that never stood are a definite no, all else is IN_DOUBT.
 */
@Component
public final class Failures {

    private static final int MAX_BODY = 4_000;

    /** Go's own sentences for what an office meets most (contracts, section 3.3), by the reason that says it plainly. */
    private static final Map<String, Reason> KNOWN = Map.of(
            "This project is inactive", Reason.PROJECT_NOT_OPEN,
            "This employee no longer has access for registration on this project.", Reason.NOT_ON_TEAM);

    private static final List<Class<? extends Throwable>> NEVER_SENT = List.of(
            ConnectException.class,
            ConnectTimeoutException.class,
            ConnectionRequestTimeoutException.class,
            NoRouteToHostException.class,
            SSLHandshakeException.class);

    /**
     * The failure as a row of the failure table; a RecordFailure in the chain of causes is returned as it is.
     *
     * @param call the call under way when it happened, null where there was none: the failure is then a BUG
     */
    public RecordFailure of(Throwable thrown, ApiCall call) {
        RecordFailure known = find(thrown, RecordFailure.class);
        if (known != null) {
            return known;
        }
        if (call == null) {
            return new RecordFailure(thrown, Reason.BUG, thrown.getClass().getSimpleName() + ": " + message(thrown));
        }
        HttpOperationFailedException answered = find(thrown, HttpOperationFailedException.class);
        return answered == null
                ? of(thrown, call.api(), call.repeatable())
                : answered(Secrets.without(answered, Secrets.of(call.company())), call.api(), call.repeatable());
    }

    /** Whether the call may have had an effect that nobody has seen. */
    public boolean isInDoubt(Throwable thrown, ApiCall call) {
        return of(thrown, call).reason() == Reason.IN_DOUBT;
    }

    /** The status the API answered with; null where no answer came. */
    public Integer status(Throwable thrown) {
        HttpOperationFailedException answered = find(thrown, HttpOperationFailedException.class);
        return answered == null ? null : answered.getStatusCode();
    }

    /**
     * What the API answered, without keys and tokens, at most 4,000 characters; null where no answer came or it was empty.
     *
     * @param call null where none was under way: then nothing is said
     */
    public String responseBody(Throwable thrown, ApiCall call) {
        HttpOperationFailedException answered = find(thrown, HttpOperationFailedException.class);
        String body = answered == null || call == null
                ? null
                : Secrets.without(answered, Secrets.of(call.company())).getResponseBody();
        return body == null || body.isEmpty() ? null : ErrorBody.cut(body, MAX_BODY);
    }

    /**
     * Whether the API itself says that the record is not there: a 404 that is empty or its own problem object. A gateway's "no such
     * address" and a web page are not: deleting on their word would be wrong.
     */
    public boolean absent(Throwable thrown) {
        HttpOperationFailedException answered = find(thrown, HttpOperationFailedException.class);
        if (answered == null || answered.getStatusCode() != 404) {
            return false;
        }
        String body = answered.getResponseBody();
        if (body == null || body.isBlank()) {
            return true;
        }
        try {
            JsonNode tree = Json.mapper().readTree(body);
            return tree.isObject() && !ErrorBody.isGateway(tree);
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    /** As {@link #of(Throwable, ApiCall)}, for calls that are no {@link ApiCall}. */
    RecordFailure of(Throwable thrown, Api api, boolean repeatable) {
        RecordFailure known = find(thrown, RecordFailure.class);
        if (known != null) {
            return known;
        }
        HttpOperationFailedException answered = find(thrown, HttpOperationFailedException.class);
        if (answered != null) {
            return answered(answered, api, repeatable);
        }
        if (unreachable(thrown)) {
            return new RecordFailure(thrown, Reason.UNREACHABLE, api, message(root(thrown)));
        }
        if (neverSent(thrown)) {
            return new RecordFailure(thrown, Reason.UNAVAILABLE, api, message(root(thrown)));
        }
        if (stopping(thrown)) {
            return new RecordFailure(thrown, Reason.UNAVAILABLE, api, "Dokbro is stopping");
        }
        IOException broken = find(thrown, IOException.class);
        if (broken == null) {
            return new RecordFailure(thrown, Reason.BUG, thrown.getClass().getSimpleName() + ": " + message(thrown));
        }
        Reason reason = find(thrown, AnswerWatch.AnswerTooLarge.class) == null ? Reason.UNAVAILABLE : Reason.BAD_ANSWER;
        return new RecordFailure(thrown, repeatable ? reason : Reason.IN_DOUBT, api, message(broken));
    }

    /** Asked by the error handling: the API itself, not a gateway before it, says that what is to be deleted is not there. */
    public boolean alreadyGone(Exchange exchange) {
        ApiCall call = exchange.getProperty(ApiCall.PROPERTY, ApiCall.class);
        Throwable thrown = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        return call != null && "DELETE".equals(call.method()) && absent(thrown);
    }

    /** Whether the call certainly did not reach the API and a later one may. */
    static boolean neverSent(Throwable thrown) {
        return !unreachable(thrown) && any(thrown, NEVER_SENT);
    }

    /** What the answer says, else its status text. */
    static String detail(HttpOperationFailedException answered) {
        String detail = ErrorBody.detail(answered.getResponseBody());
        return detail.isEmpty() ? String.valueOf(answered.getStatusText()) : detail;
    }

    static <T extends Throwable> T find(Throwable thrown, Class<T> type) {
        return chain(thrown)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    private static RecordFailure answered(HttpOperationFailedException answered, Api api, boolean repeatable) {
        int status = answered.getStatusCode();
        String detail = detail(answered);
        if (status < 400) {
            Reason reason = repeatable ? Reason.BAD_ANSWER : Reason.IN_DOUBT;
            return new RecordFailure(answered, reason, api, "a redirect (" + status + "), which is not followed");
        }
        if (status >= 500 || status == 408) {
            Reason reason = repeatable ? Reason.UNAVAILABLE : Reason.IN_DOUBT;
            return new RecordFailure(answered, reason, api, status + " " + detail);
        }
        return switch (status) {
            case 401 -> {
                boolean right =
                        api == Api.SMARTDOK && detail.toLowerCase(Locale.ROOT).contains("missing claims");
                yield new RecordFailure(
                        answered, right ? Reason.MISSING_RIGHT : Reason.BAD_CREDENTIALS, api, status, detail);
            }
            case 403 -> new RecordFailure(answered, Reason.MISSING_RIGHT, api, status, detail);
            case 429 -> new RecordFailure(answered, Reason.RATE_LIMITED, api);
            case 409 ->
                api == Api.POWEROFFICE
                        ? new RecordFailure(answered, Reason.LOCKED_IN_GO, detail)
                        : new RecordFailure(answered, Reason.REFUSED, api, status, detail);
            default ->
                KNOWN.containsKey(detail)
                        ? new RecordFailure(answered, KNOWN.get(detail))
                        : new RecordFailure(answered, Reason.REFUSED, api, status, detail);
        };
    }

    /** An address or a certificate that is wrong, and stays so until somebody corrects it. */
    private static boolean unreachable(Throwable thrown) {
        if (any(thrown, List.of(UnknownHostException.class, SSLPeerUnverifiedException.class))) {
            return true;
        }
        // A handshake that merely broke off passes by itself.
        boolean brokeOff = any(thrown, List.of(EOFException.class, SocketException.class));
        SSLException tls = find(thrown, SSLException.class);
        boolean plainText = tls != null && message(tls).contains("Unsupported or unrecognized SSL message");
        return plainText || tls instanceof SSLHandshakeException && !brokeOff;
    }

    private static boolean stopping(Throwable thrown) {
        IllegalStateException state = find(thrown, IllegalStateException.class);
        return any(thrown, List.of(InterruptedException.class, RejectedExecutionException.class, Withheld.class))
                || state != null && "Connection pool shut down".equals(state.getMessage());
    }

    private static boolean any(Throwable thrown, List<Class<? extends Throwable>> types) {
        return chain(thrown).anyMatch(one -> types.stream().anyMatch(type -> type.isInstance(one)));
    }

    private static Stream<Throwable> chain(Throwable thrown) {
        return Stream.iterate(thrown, one -> one != null, Throwable::getCause).limit(20);
    }

    private static Throwable root(Throwable thrown) {
        return chain(thrown).reduce((first, second) -> second).orElse(thrown);
    }

    private static String message(Throwable thrown) {
        String message = thrown.getMessage();
        return ErrorBody.cut(
                message == null || message.isBlank() ? thrown.getClass().getSimpleName() : message, 300);
    }
}
