package dokbro.smartdok;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.api.Api;
import dokbro.api.ApiAnswer;
import dokbro.api.ApiCall;
import dokbro.api.Reader;
import dokbro.company.Company;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Reads from SmartDok, repeated where it helps. Every method throws a {@link RecordFailure} where the answer did not come or is not whole:
 * what is missing from an answer is missing in SmartDok.
 */
@Component
public final class SmartDokClient {

    /**
     * One page of a paged list.
     *
     * @param total of all pages, at the moment of this one; pages move while they are read
     */
    public record Page(List<JsonNode> items, int total) {}

    private final Reader reader;

    SmartDokClient(Reader reader) {
        this.reader = reader;
    }

    /** One object, or any other JSON. */
    public JsonNode get(Company company, String path, Map<String, String> query) {
        return body(path, read(ApiCall.get(company, path, query)));
    }

    /** One object; empty where SmartDok says that there is none (404). */
    public Optional<JsonNode> find(Company company, String path) {
        return reader.find(
                        "direct:smartdok-read",
                        ApiCall.get(company, path, Map.of()).to(Api.SMARTDOK))
                .map(answer -> body(path, answer));
    }

    /** All rows of a list without paging, which SmartDok gives as a bare array or in a page that holds them all. */
    public List<JsonNode> list(Company company, String path, Map<String, String> query) {
        JsonNode body = get(company, path, query);
        if (body.isArray()) {
            return Reader.rows(body);
        }
        Page page = page(path, body);
        if (page.items().size() != page.total()) {
            throw new RecordFailure(
                    Reason.READ_ENDED_EARLY,
                    Api.SMARTDOK,
                    path + " gave " + page.items().size() + " of " + page.total() + " rows");
        }
        return page.items();
    }

    /** One page of a paged list; count is at most 100. */
    public Page page(Company company, String path, Map<String, String> query, int offset, int count) {
        Map<String, String> paged = new LinkedHashMap<>(query);
        paged.put("offset", String.valueOf(offset));
        paged.put("count", String.valueOf(count));
        JsonNode body = get(company, path, paged);
        if (body.path("Offset").asInt(offset) != offset) {
            throw new RecordFailure(
                    Reason.BAD_ANSWER,
                    Api.SMARTDOK,
                    path + " gave the page at " + body.path("Offset") + ", not " + offset);
        }
        return page(path, body);
    }

    private static Page page(String path, JsonNode body) {
        JsonNode items = body.path("Items");
        JsonNode total = body.path("TotalCount");
        if (!items.isArray() || !total.isInt()) {
            throw new RecordFailure(Reason.BAD_ANSWER, Api.SMARTDOK, path + " gave no page of rows");
        }
        if (body.path("Count").asInt(items.size()) != items.size()) {
            throw new RecordFailure(
                    Reason.READ_ENDED_EARLY,
                    Api.SMARTDOK,
                    path + " gave " + items.size() + " rows and counts " + body.path("Count"));
        }
        return new Page(Reader.rows(items), total.asInt());
    }

    private ApiAnswer read(ApiCall call) {
        return reader.read("direct:smartdok-read", call.to(Api.SMARTDOK));
    }

    private static JsonNode body(String path, ApiAnswer answer) {
        if (answer.body() == null) {
            throw new RecordFailure(Reason.BAD_ANSWER, Api.SMARTDOK, path + " gave nothing (" + answer.status() + ")");
        }
        return answer.body();
    }
}
