package dokbro.api;

import dokbro.company.Company;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.camel.http.base.HttpOperationFailedException;

/**
 * Keys and tokens in what an API answers: a gateway's error page may show the request with all its headers. They go no further, neither into
 * logs nor dead letters.
 */
final class Secrets {

    private static final Pattern AUTHORIZATION =
            Pattern.compile("(?i)\\b(bearer|basic)(\\s+)[A-Za-z0-9._~+/=-]{16,}|\\beyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*");

    private Secrets() {}

    /** The keys of a company to both systems. */
    static List<String> of(Company company) {
        Company.PowerOfficeAccess go = company.poweroffice();
        String basic = Base64.getEncoder()
                .encodeToString((go.applicationKey() + ":" + go.clientKey()).getBytes(StandardCharsets.UTF_8));
        return List.of(company.smartdok().apiToken(), go.applicationKey(), go.clientKey(), go.subscriptionKey(), basic);
    }

    /** The answer with *** for each of these keys and for whatever looks like a token. */
    static HttpOperationFailedException without(HttpOperationFailedException answered, List<String> secrets) {
        String body = text(answered.getResponseBody(), secrets);
        return body == null || body.equals(answered.getResponseBody())
                ? answered
                : new HttpOperationFailedException(
                        answered.getUri(),
                        answered.getStatusCode(),
                        answered.getStatusText(),
                        answered.getRedirectLocation(),
                        answered.getResponseHeaders(),
                        body);
    }

    private static String text(String body, List<String> secrets) {
        if (body == null) {
            return null;
        }
        String scrubbed = body;
        for (String secret : secrets) {
            scrubbed = secret.isEmpty() ? scrubbed : scrubbed.replace(secret, "***");
        }
        return AUTHORIZATION
                .matcher(scrubbed)
                .replaceAll(found -> found.group(1) == null ? "***" : found.group(1) + " ***");
    }
}
