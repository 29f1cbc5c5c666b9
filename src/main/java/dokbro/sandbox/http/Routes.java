package dokbro.sandbox.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The registered routes. A template with a word in a place goes before one with a variable there. */
final class Routes {

    private final List<Route> routes = new CopyOnWriteArrayList<>();

    void add(String method, String template, Handler handler) {
        routes.add(new Route(method, template, List.of(template.split("/")), handler));
    }

    Optional<Match> find(String method, List<String> segments) {
        Match best = null;
        for (Route route : routes) {
            if (route.method.equals(method) && route.meets(segments)) {
                Match match = new Match(route.template, route.handler, route.variables(segments));
                if (best == null || match.variables.size() < best.variables.size()) {
                    best = match;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** The segments of a raw path, decoded; an ending slash makes no segment. */
    static List<String> segments(String rawPath) {
        List<String> segments = new ArrayList<>();
        for (String segment : rawPath.split("/")) {
            segments.add(URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8));
        }
        return segments;
    }

    record Match(String template, Handler handler, Map<String, String> variables) {}

    private record Route(String method, String template, List<String> parts, Handler handler) {

        private boolean meets(List<String> segments) {
            if (segments.size() != parts.size()) {
                return false;
            }
            for (int i = 0; i < parts.size(); i++) {
                if (!isVariable(parts.get(i)) && !parts.get(i).equalsIgnoreCase(segments.get(i))) {
                    return false;
                }
            }
            return true;
        }

        private Map<String, String> variables(List<String> segments) {
            Map<String, String> variables = new LinkedHashMap<>();
            for (int i = 0; i < parts.size(); i++) {
                String part = parts.get(i);
                if (isVariable(part)) {
                    variables.put(part.substring(1, part.length() - 1), segments.get(i));
                }
            }
            return variables;
        }

        private static boolean isVariable(String part) {
            return part.startsWith("{");
        }
    }
}
