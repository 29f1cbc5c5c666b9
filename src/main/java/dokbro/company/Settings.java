package dokbro.company;

import dokbro.Json;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All settings of a company in effect, by the path of their key, defaults included and secrets left out. Settings that {@link Company} has
 * no member for are read here; a path that is not in docs/configuration.md is a programming error.
 */
public record Settings(SortedMap<String, Setting> values) {

    /** For companies that tests make by hand. */
    public static final Settings NONE = new Settings(Collections.emptySortedMap());

    public Settings {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** Where a value comes from. */
    public enum Origin {
        FILE,
        DEFAULT
    }

    /**
     * One setting.
     *
     * @param value as Java has it: String, Integer (numbers, days), Boolean, LocalDate, Duration, BigDecimal (0.05 for 5%), List or Map of
     *     String; null for none
     * @param shown as the file has it: 45d, 5%
     */
    public record Setting(Object value, Object shown, Origin origin) {}

    /** A text, choice, address or cron expression; null for none. */
    public String text(String path) {
        return (String) value(path);
    }

    /** A number, or the days of a window; null for none. */
    public Integer number(String path) {
        return (Integer) value(path);
    }

    public boolean flag(String path) {
        return (Boolean) value(path);
    }

    /** A list of texts, empty for none. */
    public List<String> list(String path) {
        return ((List<?>) value(path)).stream().map(String.class::cast).toList();
    }

    /** Text by text in the order of the file, empty for none. */
    public Map<String, String> map(String path) {
        Map<String, String> map = new java.util.LinkedHashMap<>();
        ((Map<?, ?>) value(path)).forEach((key, value) -> map.put((String) key, (String) value));
        return Collections.unmodifiableMap(map);
    }

    /** The value at a path of the table of keys; null for none. */
    public Object value(String path) {
        Setting setting = values.get(path);
        if (setting == null) {
            throw new IllegalArgumentException("No such setting: " + path);
        }
        return setting.value();
    }

    /** Equal settings give equal texts: {@code {"billing":{"origin":"default","value":"smartdok"},…}}, in the order of the paths. */
    public String json() {
        SortedMap<String, Object> shown = new TreeMap<>();
        values.forEach((path, setting) ->
                shown.put(path, new Shown(setting.origin().name().toLowerCase(Locale.ROOT), setting.shown())));
        return Json.text(shown);
    }

    private record Shown(String origin, Object value) {}
}
