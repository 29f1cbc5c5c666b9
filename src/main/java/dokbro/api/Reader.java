package dokbro.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;

/** Sends a read through a route and says what a failure means. */
@Component
public final class Reader {

    private final ProducerTemplate template;
    private final Failures failures;

    Reader(ProducerTemplate template, Failures failures) {
        this.template = template;
        this.failures = failures;
    }

    /** The answer, or a {@link dokbro.failure.RecordFailure}. */
    public ApiAnswer read(String route, ApiCall call) {
        try {
            return template.requestBody(route, call, ApiAnswer.class);
        } catch (CamelExecutionException e) {
            throw failures.of(e.getCause(), call);
        }
    }

    /** As above; empty where the API says that the record is not there. */
    public Optional<ApiAnswer> find(String route, ApiCall call) {
        try {
            return Optional.of(template.requestBody(route, call, ApiAnswer.class));
        } catch (CamelExecutionException e) {
            if (failures.absent(e.getCause())) {
                return Optional.empty();
            }
            throw failures.of(e.getCause(), call);
        }
    }

    /** The elements of an array. */
    public static List<JsonNode> rows(JsonNode array) {
        List<JsonNode> rows = new ArrayList<>(array.size());
        array.forEach(rows::add);
        return rows;
    }
}
