package dokbro.entity;

import static dokbro.company.Company.Mappings.SKIP;

import java.util.Map;

/** Look-ups in the settings' mappings. */
public final class SettingsMapping {

    private SettingsMapping() {}

    /** The value for a name, forgiving as the first match is; null where none is set. */
    public static String byName(Map<String, String> mapping, String name) {
        if (name == null) {
            return null;
        }
        String exact = trimmed(mapping.get(name));
        if (exact != null) {
            return exact;
        }
        return mapping.entrySet().stream()
                .filter(entry -> FirstMatch.sameName(entry.getKey(), name))
                .map(entry -> trimmed(entry.getValue()))
                .findFirst()
                .orElse(null);
    }

    /** The value for a number or code, to the letter but for blanks around it; null where none is set. */
    public static String byNumber(Map<String, String> mapping, String number) {
        if (number == null) {
            return null;
        }
        return mapping.entrySet().stream()
                .filter(entry -> FirstMatch.sameNumber(entry.getKey(), number))
                .map(entry -> trimmed(entry.getValue()))
                .findFirst()
                .orElse(null);
    }

    /** True for the value that means "never send". */
    public static boolean skips(String value) {
        return SKIP.equals(value);
    }

    private static String trimmed(String value) {
        return value == null ? null : value.strip();
    }
}
