package dokbro.audit;

import java.util.LinkedHashMap;
import java.util.Map;

/** What an audit has counted so far. One thread. */
final class AuditCounts {

    static final String EQUAL = "equal";
    static final String IGNORED = "ignored";
    private static final String CHECKED = "checked";

    private final Map<String, Long> counts = new LinkedHashMap<>();

    AuditCounts() {
        for (String name : new String[] {CHECKED, EQUAL, "missing", "changed", "foreign", "orphan", IGNORED}) {
            counts.put(name, 0L);
        }
    }

    void equal() {
        add(CHECKED);
        add(EQUAL);
    }

    /** A link or record that was changing or in doubt while the audit went. */
    void ignored() {
        add(IGNORED);
    }

    void found(Finding.Kind kind) {
        if (kind == Finding.Kind.MISSING || kind == Finding.Kind.CHANGED) {
            add(CHECKED);
        }
        add(kind.name().toLowerCase(java.util.Locale.ROOT));
    }

    private void add(String name) {
        counts.merge(name, 1L, Long::sum);
    }

    Map<String, Long> all() {
        return new LinkedHashMap<>(counts);
    }
}
