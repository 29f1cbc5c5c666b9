package dokbro.poweroffice;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.api.Api;
import dokbro.api.ApiAnswer;
import dokbro.api.ApiCall;
import dokbro.api.Reader;
import dokbro.company.Company;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Reads from PowerOffice Go, and {@link #again sends once more} what must not come twice; repeated where it helps. Every method throws a {@link RecordFailure} where the answer did not come or is not
 * whole: what is missing from an answer is missing in Go.
 */
@Component
public final class PowerOfficeClient {

    private static final String ROUTE = "direct:poweroffice-read";
    private static final int MAX_PAGES = 1000;

    /** What Go gives where no PageSize is asked for (contracts, section 2.2). */
    private static final int PAGE_SIZE = 5000;

    private final Reader reader;

    PowerOfficeClient(Reader reader) {
        this.reader = reader;
    }

    /** One object. */
    public JsonNode get(Company company, String path, Map<String, String> query) {
        return body(path, reader.read(ROUTE, call(company, path, query)));
    }

    /** One object; empty where Go says that there is none (404). */
    public Optional<JsonNode> find(Company company, String path) {
        return reader.find(ROUTE, call(company, path, Map.of())).map(answer -> body(path, answer));
    }

    /** All rows of a list, over all its pages; none is an empty list. */
    public List<JsonNode> list(Company company, String path, Map<String, String> query) {
        List<JsonNode> rows = new ArrayList<>();
        pages(company, path, query, rows::addAll);
        return rows;
    }

    /** As {@link #list}, a page at a time; a failure may come after pages that were given. */
    public void pages(Company company, String path, Map<String, String> query, Consumer<List<JsonNode>> rows) {
        Set<ApiCall> asked = new HashSet<>();
        JsonNode before = null;
        ApiCall next = call(company, path, query);
        while (next != null) {
            if (!asked.add(next) || asked.size() > MAX_PAGES) {
                throw early(path + " does not end: page " + asked.size() + " leads back or on for ever");
            }
            ApiAnswer answer = reader.read(ROUTE, next);
            JsonNode page = answer.body();
            if (page == null && answer.status() != 204) {
                throw early(path + " gave nothing (" + answer.status() + ") where no rows are a 204");
            }
            if (page != null && !page.isArray()) {
                throw new RecordFailure(Reason.BAD_ANSWER, Api.POWEROFFICE, path + " gave no list");
            }
            if (page != null && !page.isEmpty() && page.equals(before)) {
                throw early(path + " gave the same page twice");
            }
            if (page != null) {
                rows.accept(Reader.rows(page));
            }
            if (page != null && page.size() >= PAGE_SIZE && answer.nextPage() == null) {
                throw early(path + " gave a full page of " + page.size() + " rows and no way to the next");
            }
            before = page;
            next = answer.nextPage() == null ? null : NextPage.of(next, answer.nextPage());
        }
    }

    /**
     * Sends a POST again whose answer nobody has seen, and gives what it made. Only for records that Go refuses twice.
     *
     * @throws RecordFailure also where Go refuses it
     */
    public JsonNode again(Company company, String path, JsonNode record) {
        ApiCall call = new ApiCall(company, "POST", path, Map.of(), record)
                .guardedByReference()
                .to(Api.POWEROFFICE);
        return body(path, reader.read(ROUTE, call));
    }

    private static ApiCall call(Company company, String path, Map<String, String> query) {
        return ApiCall.get(company, path, query).to(Api.POWEROFFICE);
    }

    private static RecordFailure early(String what) {
        return new RecordFailure(Reason.READ_ENDED_EARLY, Api.POWEROFFICE, what);
    }

    private static JsonNode body(String path, ApiAnswer answer) {
        if (answer.body() == null) {
            throw new RecordFailure(
                    Reason.BAD_ANSWER, Api.POWEROFFICE, path + " gave nothing (" + answer.status() + ")");
        }
        return answer.body();
    }
}
