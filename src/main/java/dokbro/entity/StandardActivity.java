package dokbro.entity;

import java.util.List;
import java.util.Set;

/** SmartDok's own rows "Ikke definert(std)" and "Fravær(std)", the same in every company. */
public final class StandardActivity {

    private static final Set<String> NUMBERS = Set.of("999", "888");

    private static final List<String> NAMES = List.of("(std)", "ikke definert", "fravaer");

    private StandardActivity() {}

    /** Whether an activity is one of them. The number may be null. */
    public static boolean is(String number, String name) {
        String plain = FirstMatch.plain(name);
        return number != null && NUMBERS.contains(number.strip())
                || NAMES.stream().anyMatch(plain::endsWith);
    }
}
