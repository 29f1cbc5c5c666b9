package dokbro.api;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.company.Company;
import java.util.Map;

/**
 * One call to SmartDok or PowerOffice Go, as the routes {@code direct:smartdok} and {@code direct:poweroffice} take it for a body.
 *
 * @param company whose address and keys are used
 * @param method GET, POST, PUT, PATCH (JSON Patch) or DELETE
 * @param path below the API's base address, without a leading slash; each segment already encoded
 * @param query parameters, not encoded; null values are left out
 * @param body null where there is none
 */
public record ApiCall(Company company, String method, String path, Map<String, String> query, JsonNode body) {

    public static ApiCall get(Company company, String path, Map<String, String> query) {
        return new ApiCall(company, "GET", path, query, null);
    }

    /** Whether a second call does no harm: everything but a POST. */
    public boolean repeatable() {
        return !"POST".equals(method);
    }
}
