package dokbro.program;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Calls that the simulated systems have received, by {@code METHOD /template status}.
 *
 * @param smartdok to SmartDok
 * @param go to Go
 */
public record WireCounts(Map<String, Long> smartdok, Map<String, Long> go) {

    /** @param state what the control interface answers to {@code GET /state} */
    public static WireCounts of(JsonNode state) {
        return new WireCounts(counters(state.path("smartdok")), counters(state.path("go")));
    }

    private static Map<String, Long> counters(JsonNode system) {
        Map<String, Long> counters = new TreeMap<>();
        system.path("counters")
                .properties()
                .forEach(counter ->
                        counters.put(counter.getKey(), counter.getValue().asLong()));
        return counters;
    }

    /** What came after the earlier look. */
    public WireCounts since(WireCounts earlier) {
        return new WireCounts(minus(smartdok, earlier.smartdok), minus(go, earlier.go));
    }

    private static Map<String, Long> minus(Map<String, Long> now, Map<String, Long> earlier) {
        Map<String, Long> difference = new TreeMap<>();
        now.forEach((call, count) -> difference.put(call, count - earlier.getOrDefault(call, 0L)));
        return difference;
    }

    /** Calls other than reads to either system; signing in is none. */
    public long writes() {
        Predicate<String> write =
                call -> !call.startsWith("GET ") && !call.contains("/Authorize") && !call.contains("/OAuth");
        return sum(smartdok, write) + sum(go, write);
    }

    /** Calls of any kind on Go's time entries. */
    public long timeEntryCalls() {
        return sum(go, call -> call.contains("/TimeTracking/EntryTime"));
    }

    /** Answers 429 of either system. */
    public long tooMany() {
        Predicate<String> tooMany = call -> call.endsWith(" 429");
        return sum(smartdok, tooMany) + sum(go, tooMany);
    }

    private static long sum(Map<String, Long> counters, Predicate<String> calls) {
        return counters.entrySet().stream()
                .filter(counter -> calls.test(counter.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
