package dokbro.company;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What to say about a key that is not known where it stands: where it belongs, or which known key is nearest. */
final class UnknownKey {

    private static final String APPLICATION =
            "is a setting of the service; it belongs in application.yaml, under dokbro";

    private static final Map<String, String> ELSEWHERE = Map.of(
            "pay-through", "is set in the console, not in the company file",
            "run", APPLICATION,
            "lease", APPLICATION,
            "http", APPLICATION,
            "timeout", APPLICATION,
            "replica-lag", APPLICATION,
            "users", APPLICATION);

    private static final int LISTED = 12;

    private UnknownKey() {}

    /** The message for a name in a section that does not know it. */
    static String message(String section, String name) {
        if (ELSEWHERE.containsKey(name)) {
            return ELSEWHERE.get(name);
        }
        if (name.contains(".") && (Keys.find(name) != null || Keys.isSection(name))) {
            return "keys are nested: write " + name.substring(name.lastIndexOf('.') + 1) + " under "
                    + name.substring(0, name.lastIndexOf('.'));
        }
        List<String> homes = Keys.homesOf(name);
        if (!homes.isEmpty()) {
            return "does not belong here; it belongs " + places(homes);
        }
        return nearest(section, name)
                .map(path -> "unknown key; did you mean " + path + "?")
                .orElseGet(() -> "unknown key" + known(section));
    }

    /** A name fit to be shown: a secret that slipped into it after a forgotten blank ({@code api-token:abc}) is cut off. */
    static String shown(String name) {
        String start = name.replaceFirst("[^\\p{L}\\p{N}._ -].*", "…");
        return start.length() > 40 ? start.substring(0, 40) + "…" : start;
    }

    private static String places(List<String> homes) {
        if (homes.size() > 3) {
            return "under an entity in entities";
        }
        return homes.stream()
                .map(home -> home.isEmpty() ? "at the top level" : "under " + home)
                .collect(Collectors.joining(" or "))
                .replace(" or under ", " or ");
    }

    private static Optional<String> nearest(String section, String name) {
        String wanted = kebab(name);
        Optional<String> here = nearestIn(section, wanted, Math.max(1, wanted.length() / 3));
        if (here.isPresent()) {
            return here;
        }
        int close = wanted.length() < 6 ? 0 : 2;
        return Keys.sections().stream()
                .map(other -> nearestIn(other, wanted, close))
                .flatMap(Optional::stream)
                .min(Comparator.comparingInt(path -> distance(last(path), wanted)));
    }

    private static Optional<String> nearestIn(String section, String wanted, int atMost) {
        return Keys.namesIn(section).stream()
                .filter(name -> distance(name, wanted) <= atMost)
                .min(Comparator.comparingInt(name -> distance(name, wanted)))
                .map(name -> Keys.path(section, name));
    }

    private static String known(String section) {
        Set<String> names = Keys.namesIn(section);
        return names.isEmpty() || names.size() > LISTED ? "" : "; known here: " + String.join(", ", names);
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").replace('_', '-').toLowerCase(Locale.ROOT);
    }

    /** Levenshtein's distance. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
