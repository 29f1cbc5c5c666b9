package dokbro.sandbox;

import dokbro.sandbox.go.GoOptions;
import dokbro.sandbox.go.SimulatedGo;
import dokbro.sandbox.http.Response;
import dokbro.sandbox.smartdok.Hours;
import dokbro.sandbox.smartdok.SimulatedSmartDok;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /state} and {@code /reset}. */
final class StateControl {

    private static final String TOO_MANY = " 429";

    private final Sandbox sandbox;
    private final Control control;

    StateControl(Sandbox sandbox, Control control) {
        this.sandbox = sandbox;
        this.control = control;
    }

    void routes() {
        control.get("/state", request -> Response.json(200, state()));
        control.post("/reset", request -> {
            Body.of(request);
            sandbox.reset();
            return Control.done();
        });
    }

    private Map<String, Object> state() {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("today", sandbox.contractor().today());
        state.put("startDate", sandbox.contractor().startDate());
        state.put("smartdok", smartdok(sandbox.smartdok()));
        state.put("go", go(sandbox.go()));
        return state;
    }

    private static Map<String, Object> smartdok(SimulatedSmartDok smartdok) {
        List<Hours> registrations = smartdok.backDoor().registrations();
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("url", smartdok.url());
        state.put("apiToken", smartdok.apiToken());
        state.put("registrations", registrations.size());
        state.put("approved", registrations.stream().filter(Hours::approved).count());
        state.put(
                "markedExternal",
                registrations.stream().filter(h -> h.state().exportedExternal()).count());
        state.put("goodsRows", smartdok.backDoor().consumption().rows().size());
        state.put("invoices", smartdok.backDoor().invoices().invoices().size());
        for (String register : List.of("employees", "projects", "sub-projects", "activities", "wage-types")) {
            state.put(register, smartdok.backDoor().records(register).size());
        }
        state.put("tooManyRequests", tooMany(smartdok.counters()));
        state.put("faults", smartdok.faults().given());
        state.put("counters", smartdok.counters());
        return state;
    }

    private static Map<String, Object> go(SimulatedGo go) {
        GoOptions options = go.options();
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("url", go.url());
        state.put("tokenUrl", go.tokenUrl());
        state.put("applicationKey", options.applicationKey());
        state.put("clientKey", options.clientKey());
        state.put("subscriptionKey", options.subscriptionKey());
        state.put("requestsPerSecond", options.requestsPerSecond());
        state.put("entries", go.entries().size());
        state.put("salaryLines", go.salaryLines().size());
        state.put("projects", go.records("/Projects").size());
        state.put("products", go.records("/Products").size());
        state.put("vouchers", go.records("/Vouchers/ManualJournals").size());
        state.put("salesOrders", go.records("/SalesOrders").size());
        state.put("tooManyRequests", tooMany(go.counters()));
        state.put("faults", go.faults().given());
        state.put("counters", go.counters());
        return state;
    }

    private static long tooMany(Map<String, Long> counters) {
        return counters.entrySet().stream()
                .filter(counter -> counter.getKey().endsWith(TOO_MANY))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
