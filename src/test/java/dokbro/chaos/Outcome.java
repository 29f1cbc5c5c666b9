package dokbro.chaos;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of it on one database.
 *
 * @param faults given by the simulated systems, by kind
 * @param acts of people, by kind
 * @param sent calls that wrote, to both systems
 * @param roundsToRest runs of all entities after the last kill until nothing changed
 * @param deadLetters open ones by class
 */
record Outcome(
        Store store,
        int records,
        int kills,
        Map<String, Long> faults,
        Map<String, Integer> acts,
        long sent,
        int roundsToRest,
        Map<String, Integer> deadLetters,
        long seconds,
        Verdict verdict) {

    private static final int SHOWN = 20;

    long faultsMet() {
        return faults.values().stream().mapToLong(Long::longValue).sum();
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("database", store.name());
        json.put("records", records);
        json.put("kills", kills);
        json.put("faults", faults);
        json.put("acts", acts);
        json.put("writeCalls", sent);
        json.put("roundsToRest", roundsToRest);
        json.put("lost", verdict.lost().size());
        json.put("twice", verdict.twice().size());
        json.put("wrong", verdict.wrong().size());
        json.put("linksDiffer", verdict.links().size());
        json.put("lockedAndListed", verdict.listed().size());
        json.put("openDeadLetters", deadLetters);
        json.put("seconds", seconds);
        json.put(
                "findings",
                Map.of(
                        "lost", first(verdict.lost()),
                        "twice", first(verdict.twice()),
                        "wrong", first(verdict.wrong()),
                        "linksDiffer", first(verdict.links()),
                        "lockedAndListed", first(verdict.listed())));
        return json;
    }

    private static List<String> first(List<String> findings) {
        return findings.subList(0, Math.min(SHOWN, findings.size()));
    }
}
