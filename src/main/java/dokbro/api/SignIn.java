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
        int status = answered == null ? 0 : answered.getStatusCode();
        if (status == 400 || status == 401 || status == 403) {
            // Without the cause: it holds the whole answer.
            return new RecordFailure(Reason.BAD_CREDENTIALS, api, status, detail(answered, secrets));
        }
        if (status == 404 || status == 405 || status == 410) {
            return new RecordFailure(Reason.UNREACHABLE, api, status + " in answer to signing in");
        }
        return new Failures().of(thrown, api, true);
    }

    private static String detail(HttpOperationFailedException answered, List<String> secrets) {
        String detail = ErrorBody.detail(answered.getResponseBody());
        for (String secret : secrets) {
            detail = secret.isEmpty() ? detail : detail.replace(secret, "***");
        }
        return detail.isEmpty() ? String.valueOf(answered.getStatusText()) : detail;
    }
}
