package dokbro.api;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What an API answered to an {@link ApiCall}.
 *
 * @param status 2xx
 * @param body null for an empty answer (204, or 200 without a body)
 * @param nextPage Go's {@code nextPageLink}, null on the last page and from SmartDok
 */
public record ApiAnswer(int status, JsonNode body, String nextPage) {}
