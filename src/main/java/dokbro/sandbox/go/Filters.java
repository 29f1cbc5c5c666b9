package dokbro.sandbox.go;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.sandbox.http.Request;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The query parameters by which a list can be narrowed (contract, section 2.3). */
final class Filters {

    private static final String CHANGED = "lastChangedDateTimeOffsetGreaterThan";

    private final Map<String, Function<String, Predicate<Table.Seen>>> byTime =
            new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Function<String, Predicate<ObjectNode>>> byMember =
            new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /** Exclusive. */
    Filters lastChanged() {
        byTime.put(CHANGED, text -> after(moment(CHANGED, text), Table.Seen::changed));
        return this;
    }

    /** Exclusive. */
    Filters created(String parameter) {
        byTime.put(parameter, text -> after(moment(parameter, text), Table.Seen::created));
        return this;
    }

    /** A comma separated list of codes. */
    Filters codes(String parameter, String member) {
        byMember.put(parameter, text -> {
            Set<String> codes = list(text).collect(Collectors.toSet());
            return record -> codes.contains(record.path(member).asText(null));
        });
        return this;
    }

    /** A comma separated list of numbers and ranges, such as {@code 10-20, 25, 30-}. */
    Filters numbers(String parameter, String member) {
        byMember.put(parameter, text -> {
            List<long[]> ranges = list(text).map(part -> range(parameter, part)).toList();
            return record -> {
                JsonNode number = record.path(member);
                return number.isNumber()
                        && ranges.stream().anyMatch(r -> r[0] <= number.asLong() && number.asLong() <= r[1]);
            };
        });
        return this;
    }

    /** Text that the member contains, any case. */
    Filters contains(String parameter, String member) {
        byMember.put(parameter, text -> {
            String part = text.toLowerCase(Locale.ROOT);
            return record ->
                    record.path(member).asText("").toLowerCase(Locale.ROOT).contains(part);
        });
        return this;
    }

    Filters flag(String parameter, String member) {
        byMember.put(parameter, text -> {
            boolean wanted = bool(parameter, text);
            return record -> record.path(member).asBoolean() == wanted;
        });
        return this;
    }

    /** One or more names of an enum. */
    Filters choice(String parameter, String member, Shape shape) {
        byMember.put(parameter, text -> {
            List<String> wanted = list(text).toList();
            if (!shape.field(member).choices.containsAll(wanted)) {
                throw Problem.unbound(parameter, "The value '" + text + "' is not valid.");
            }
            return record -> wanted.contains(record.path(member).asText());
        });
        return this;
    }

    /** A parameter that the resource itself looks at. */
    Filters known(String parameter) {
        byMember.put(parameter, text -> record -> true);
        return this;
    }

    boolean has(String parameter) {
        return byTime.containsKey(parameter) || byMember.containsKey(parameter);
    }

    /** What the request's filters on timestamps let through. */
    Predicate<Table.Seen> byTime(Request request) {
        return all(byTime, request);
    }

    /** What the request's other filters let through, of records as GETs show them. */
    Predicate<ObjectNode> byMember(Request request) {
        return all(byMember, request);
    }

    private static <T> Predicate<T> all(Map<String, Function<String, Predicate<T>>> filters, Request request) {
        List<Predicate<T>> all = new ArrayList<>();
        filters.forEach((parameter, filter) -> request.query(parameter).ifPresent(text -> all.add(filter.apply(text))));
        return all.stream().reduce(any -> true, Predicate::and);
    }

    /** The items of a comma separated list. */
    static Stream<String> list(String text) {
        return Stream.of(text.split(",")).map(String::trim).filter(item -> !item.isEmpty());
    }

    static boolean bool(String parameter, String text) {
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
            return Boolean.parseBoolean(text);
        }
        throw Problem.unbound(parameter, "The value '" + text + "' is not valid.");
    }

    private static Predicate<Table.Seen> after(Instant moment, Function<Table.Seen, Instant> of) {
        return seen -> of.apply(seen).isAfter(moment);
    }

    private static Instant moment(String parameter, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException withoutOffset) {
            try {
                return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
            } catch (DateTimeException malformed) {
                throw Problem.unbound(parameter, "The value '" + text + "' is not valid.");
            }
        }
    }

    private static long[] range(String parameter, String part) {
        try {
            int dash = part.indexOf('-');
            if (dash < 0) {
                return new long[] {Long.parseLong(part), Long.parseLong(part)};
            }
            String to = part.substring(dash + 1).trim();
            long from = Long.parseLong(part.substring(0, dash).trim());
            return new long[] {from, to.isEmpty() ? Long.MAX_VALUE : Long.parseLong(to)};
        } catch (NumberFormatException e) {
            throw Problem.unbound(parameter, "The value '" + part + "' is not valid.");
        }
    }
}
