package dokbro.sandbox.go;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Json;
import dokbro.sandbox.http.Request;
import dokbro.sandbox.http.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Paging, sorting and choice of members of a list (contract, section 2.2). */
final class ListQuery {

    private static final int DEFAULT_SIZE = 5000;
    private static final int MAX_SIZE = 20_000;
    private static final Set<String> OWN = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        OWN.addAll(List.of("PageNumber", "PageSize", "OrderBy", "Fields", "UseDatabaseValidation"));
    }

    private final Request request;
    private final String baseUrl;
    private final int page;
    private final int size;

    /**
     * Refuses parameters that neither a list nor these filters know, and repeated ones.
     *
     * @param baseUrl scheme, host and port for links
     */
    ListQuery(Request request, Filters filters, String baseUrl) {
        this.request = request;
        this.baseUrl = baseUrl;
        request.query().forEach((name, values) -> {
            if (!OWN.contains(name) && !filters.has(name)) {
                throw Problem.unbound(name, "Unknown query parameter '" + name + "'.");
            }
            if (values.size() > 1) {
                throw Problem.unbound(name, "The query parameter '" + name + "' is given more than once.");
            }
        });
        this.page = number("PageNumber", 1, Integer.MAX_VALUE);
        this.size = number("PageSize", DEFAULT_SIZE, MAX_SIZE);
        request.query("UseDatabaseValidation").ifPresent(text -> Filters.bool("UseDatabaseValidation", text));
    }

    /** Refuses every parameter, for single records. */
    static void none(Request request) {
        request.query().keySet().stream().findFirst().ifPresent(name -> {
            throw Problem.unbound(name, "Unknown query parameter '" + name + "'.");
        });
    }

    /** The asked page, with the paging header; 204 when nothing matches. */
    Response answer(List<ObjectNode> matching) {
        List<ObjectNode> sorted = sorted(matching);
        long from = (page - 1L) * size;
        if (from >= sorted.size()) {
            return Response.empty(204);
        }
        int to = (int) Math.min(from + size, sorted.size());
        List<JsonNode> shown = fields(sorted.subList((int) from, to));
        int pages = (sorted.size() + size - 1) / size;
        Map<String, Object> paging = new LinkedHashMap<>();
        paging.put("totalCount", sorted.size());
        paging.put("pageSize", size);
        paging.put("currentPage", page);
        paging.put("totalPages", pages);
        paging.put("previousPageLink", page > 1 ? link(page - 1) : null);
        paging.put("nextPageLink", page < pages ? link(page + 1) : null);
        return Response.json(200, shown).with("X-Pagination", Json.text(paging));
    }

    private int number(String name, int otherwise, int max) {
        if (request.query(name).isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(request.query(name).get());
            if (number >= 1 && number <= max) {
                return number;
            }
            throw Problem.badParameter(name + " must be between 1 and " + max + ".");
        } catch (NumberFormatException e) {
            throw Problem.unbound(name, "The value '" + request.query(name).get() + "' is not valid.");
        }
    }

    private List<ObjectNode> sorted(List<ObjectNode> matching) {
        Comparator<ObjectNode> order = null;
        for (String item : Filters.list(request.query("OrderBy").orElse("")).toList()) {
            String[] words = item.split("\\s+");
            boolean descending = words.length == 2 && words[1].equalsIgnoreCase("desc");
            boolean ascending = words.length == 1 || words[1].equalsIgnoreCase("asc");
            if (words.length > 2 || !(descending || ascending) || unknown(matching, words[0])) {
                throw Problem.badParameter("OrderBy property in resourceParameter is not formatted correct.");
            }
            Comparator<ObjectNode> by = descending ? by(words[0]).reversed() : by(words[0]);
            order = order == null ? by : order.thenComparing(by);
        }
        if (order == null) {
            return matching;
        }
        List<ObjectNode> sorted = new ArrayList<>(matching);
        sorted.sort(order);
        return sorted;
    }

    private static Comparator<ObjectNode> by(String member) {
        Comparator<JsonNode> values = (a, b) -> a.isNumber() && b.isNumber()
                ? a.decimalValue().compareTo(b.decimalValue())
                : a.asText("").compareTo(b.asText(""));
        return (a, b) -> values.compare(a.get(member), b.get(member));
    }

    private List<JsonNode> fields(List<ObjectNode> records) {
        if (request.query("Fields").isEmpty()) {
            return List.copyOf(records);
        }
        List<String> wanted = Filters.list(request.query("Fields").get()).toList();
        if (wanted.isEmpty() || wanted.stream().anyMatch(name -> unknown(records, name))) {
            throw Problem.badParameter("Fields property in resourceParameter is not formatted correct.");
        }
        return records.stream()
                .map(record -> (JsonNode) record.deepCopy().retain(wanted))
                .toList();
    }

    private static boolean unknown(List<ObjectNode> records, String member) {
        return !records.isEmpty() && !records.get(0).has(member);
    }

    private String link(int number) {
        Map<String, String> query = new LinkedHashMap<>();
        request.query().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("PageNumber")) {
                query.put(name, values.get(0));
            }
        });
        query.put("PageNumber", Integer.toString(number));
        return query.entrySet().stream()
                .map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
                .collect(Collectors.joining("&", baseUrl + request.path() + "?", ""));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
