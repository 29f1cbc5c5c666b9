package dokbro.company;

import java.util.List;

/**
 * One key that a company file may hold.
 *
 * @param path from the top of the file, {@code entities.work-hours.cron}
 * @param choices the values of a CHOICE, or those that a MAP's values are confined to; else empty
 * @param min least number, or least number of days
 * @param max greatest number, or greatest number of days
 * @param fallback the default as it would be written in the file; null for none
 * @param unused true for keys that are checked but belong to something this version does not do yet
 */
record Key(
        String path,
        Type type,
        List<String> choices,
        int min,
        int max,
        String fallback,
        boolean required,
        boolean unused,
        String description) {

    enum Type {
        TEXT,
        SECRET,
        URL,
        NUMBER,
        SHARE,
        BOOLEAN,
        CHOICE,
        DATE,
        DURATION,
        DAYS,
        CRON,
        LIST,
        MAP
    }

    private static final String ENTITIES = "entities.";

    private static final int TEN_YEARS = 3650;

    static Key text(String path, String description) {
        return of(path, Type.TEXT, null, description);
    }

    static Key number(String path, int min, int max, String fallback, String description) {
        return new Key(path, Type.NUMBER, List.of(), min, max, fallback, false, false, description);
    }

    static Key days(String path, String fallback, String description) {
        return new Key(path, Type.DAYS, List.of(), 1, TEN_YEARS, fallback, false, false, description);
    }

    static Key choice(String path, String fallback, String description, String... choices) {
        return new Key(path, Type.CHOICE, List.of(choices), 0, 0, fallback, false, false, description);
    }

    static Key of(String path, Type type, String fallback, String description) {
        return new Key(path, type, List.of(), 0, 0, fallback, false, false, description);
    }

    /** The entity it belongs to; null for the company as a whole. */
    String entity() {
        if (!path.startsWith(ENTITIES)) {
            return null;
        }
        return path.substring(ENTITIES.length(), path.indexOf('.', ENTITIES.length()));
    }

    boolean secret() {
        return type == Type.SECRET;
    }

    Key asRequired() {
        return new Key(path, type, choices, min, max, null, true, unused, description);
    }

    Key asUnused() {
        return new Key(path, type, choices, min, max, fallback, required, true, description);
    }
}
