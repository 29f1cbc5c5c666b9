package dokbro.api;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Json;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;

/** The beans of the stand-in routes: what passed, and what ended in the dead letter channel. */
public final class Records {

    record Dead(Object body, Throwable failure, Object run, ApiCall call, Map<String, Object> headers) {}

    final List<Object> confirmed = new CopyOnWriteArrayList<>();
    final List<Map<String, Object>> headers = new CopyOnWriteArrayList<>();
    final List<Dead> dead = new CopyOnWriteArrayList<>();
    volatile RuntimeException storeFailure;
    volatile RuntimeException confirmFailure;

    void clear() {
        confirmed.clear();
        headers.clear();
        dead.clear();
        storeFailure = null;
        confirmFailure = null;
    }

    /** The call stands in a property, as a mapper would leave it there. */
    public ApiCall map(Exchange exchange) {
        return exchange.getProperty("planned", ApiCall.class);
    }

    public ApiCall read(Exchange exchange) {
        return exchange.getProperty("read", ApiCall.class);
    }

    public void confirm(Exchange exchange) {
        headers.add(Map.copyOf(exchange.getMessage().getHeaders()));
        confirmed.add(exchange.getMessage().getBody());
        if (confirmFailure != null) {
            throw confirmFailure;
        }
    }

    public void dead(Exchange exchange) {
        dead.add(new Dead(
                exchange.getMessage().getBody(),
                exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class),
                exchange.getProperty("run"),
                exchange.getProperty(ApiCall.PROPERTY, ApiCall.class),
                Map.copyOf(exchange.getMessage().getHeaders())));
        if (storeFailure != null) {
            throw storeFailure;
        }
    }

    static JsonNode json(String text) {
        return Json.tree(text);
    }
}
