package dokbro.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which record in the target belongs to which create without an answer (design, section 3.9). Where k creates share n candidates, min(n, k)
 * are taken for arrived and the rest is sent again; with more candidates than creates a person decides. Pure.
 */
final class DoubtfulCreates {

    private DoubtfulCreates() {}

    sealed interface Verdict permits Arrived, Never, Several {}

    /** It stands in the target. */
    record Arrived(String target) implements Verdict {}

    /** Nothing is there: it may be sent again. */
    record Never() implements Verdict {}

    /** More candidates than creates. */
    record Several(List<String> targets) implements Verdict {}

    /**
     * @param creates source ids of the creates in doubt, in order
     * @param found source id → candidates; twins have the same ones
     */
    static Map<String, Verdict> judged(List<String> creates, Map<String, List<String>> found) {
        Map<List<String>, List<String>> twins = new LinkedHashMap<>();
        creates.forEach(create -> twins.computeIfAbsent(found.getOrDefault(create, List.of()), any -> new ArrayList<>())
                .add(create));
        Map<String, Verdict> verdicts = new HashMap<>();
        twins.forEach((candidates, alike) -> {
            for (int i = 0; i < alike.size(); i++) {
                Verdict verdict = candidates.size() > alike.size()
                        ? new Several(candidates)
                        : i < candidates.size() ? new Arrived(candidates.get(i)) : new Never();
                verdicts.put(alike.get(i), verdict);
            }
        });
        return verdicts;
    }
}
