package dokbro.api;

import dokbro.company.Company;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.util.List;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.http.base.HttpOperationFailedException;

/** Fetching a token through a route, and what it means when that fails. Nothing of an API's answer that repeats a key goes further. */
public final class SignIn {

    private SignIn() {}

    /**
     * The token that the route makes of the company.
     *
     * @param secrets keys that must not stand in a failure
     * @throws RecordFailure BAD_CREDENTIALS where the API refuses the keys; else as for any call that may be repeated
     */
    public static Tokens.Token through(
            ProducerTemplate template, String route, Company company, Api api, List<String> secrets) {
        try {
            return template.requestBody(route, company, Tokens.Token.class);
        } catch (CamelExecutionException e) {
            throw failure(e.getCause(), api, secrets);
        }
    }

    /** An answer with 2xx that holds no token. */
    public static RecordFailure badAnswer(Api api, String what) {
        return new RecordFailure(Reason.BAD_ANSWER, api, what + " in the answer to signing in");
    }

    private static RecordFailure failure(Throwable thrown, Api api, List<String> secrets) {
        HttpOperationFailedException answered = Failures.find(thrown, HttpOperationFailedException.class);
        if (answered == null) {
            return new Failures().of(thrown, api, true);
        }
        HttpOperationFailedException scrubbed = Secrets.without(answered, secrets);
        return switch (answered.getStatusCode()) {
            // Without the cause: the retry policy would take its 401 for a token that has run out.
            case 400, 401, 403 ->
                new RecordFailure(Reason.BAD_CREDENTIALS, api, answered.getStatusCode(), Failures.detail(scrubbed));
            case 404, 405, 410 ->
                new RecordFailure(Reason.UNREACHABLE, api, answered.getStatusCode() + " in answer to signing in");
            default -> new Failures().of(scrubbed, api, true);
        };
    }
}
