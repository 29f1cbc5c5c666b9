package dokbro.entity.reference;

import dokbro.entity.FirstMatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** One register with its rows by id and by number. */
final class Register {

    private final List<RegisterEntry> entries;
    private final Map<String, RegisterEntry> byId = new HashMap<>();
    private final Map<String, List<RegisterEntry>> byNumber = new HashMap<>();

    Register(List<RegisterEntry> entries) {
        this.entries = entries;
        for (RegisterEntry entry : entries) {
            byId.put(entry.id(), entry);
            if (entry.number() != null) {
                byNumber.computeIfAbsent(entry.number(), number -> new ArrayList<>())
                        .add(entry);
            }
        }
    }

    List<RegisterEntry> entries() {
        return entries;
    }

    /** Null where there is none. */
    RegisterEntry byId(String id) {
        return byId.get(id);
    }

    /** Open rows with this number; where none is open, the closed ones. */
    List<RegisterEntry> byNumber(String number) {
        return number == null ? List.of() : openFirst(byNumber.getOrDefault(number.strip(), List.of()));
    }

    /** Open rows with this name that also pass; where none is open, the closed ones. */
    List<RegisterEntry> byName(String name, Predicate<RegisterEntry> also) {
        return openFirst(entries.stream()
                .filter(entry -> FirstMatch.sameName(name, entry.name()) && also.test(entry))
                .toList());
    }

    private static List<RegisterEntry> openFirst(List<RegisterEntry> found) {
        List<RegisterEntry> open = found.stream().filter(RegisterEntry::open).toList();
        return open.isEmpty() ? found : open;
    }
}
