package dokbro.company;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds keys and sections in the {@link KeyTable} by their path. */
final class Keys {

    private static final Map<String, Key> BY_PATH = new LinkedHashMap<>();

    /** Section → names in it; the top of the file is the section "". */
    private static final Map<String, Set<String>> NAMES = new LinkedHashMap<>();

    static {
        for (Key key : KeyTable.ROWS) {
            if (BY_PATH.put(key.path(), key) != null) {
                throw new IllegalStateException("Twice in the table of keys: " + key.path());
            }
            String path = key.path();
            while (!path.isEmpty()) {
                int dot = path.lastIndexOf('.');
                String section = dot < 0 ? "" : path.substring(0, dot);
                NAMES.computeIfAbsent(section, none -> new LinkedHashSet<>()).add(path.substring(dot + 1));
                path = section;
            }
        }
    }

    private Keys() {}

    static List<Key> all() {
        return KeyTable.ROWS;
    }

    /** The key at this path, null where there is none. */
    static Key find(String path) {
        return BY_PATH.get(path);
    }

    static boolean isSection(String path) {
        return NAMES.containsKey(path);
    }

    /** The names of keys and sections that stand in a section. */
    static Set<String> namesIn(String section) {
        return Collections.unmodifiableSet(NAMES.getOrDefault(section, Set.of()));
    }

    /** The sections in which this name is known. */
    static List<String> homesOf(String name) {
        return NAMES.entrySet().stream()
                .filter(section -> section.getValue().contains(name))
                .map(Map.Entry::getKey)
                .toList();
    }

    static Set<String> sections() {
        return Collections.unmodifiableSet(NAMES.keySet());
    }

    static String path(String section, String name) {
        return section.isEmpty() ? name : section + "." + name;
    }
}
