package dokbro.property;

import dokbro.Site;
import dokbro.deadletter.DeadLetter;
import dokbro.deadletter.DeadLetter.Status;
import dokbro.failure.FailureClass;
import dokbro.failure.Reason;
import dokbro.sandbox.smartdok.Hours;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is wrong at the end of a sequence: differences between the two systems that nobody was told of, and tasks without a difference. */
final class Verdict {

    private final Scene scene;
    private final LocalDate startDate;
    private final Map<String, Entry> wanted;
    private final Map<String, List<Entry>> held;
    private final Map<String, DeadLetter> letters = new TreeMap<>();

    Verdict(Scene scene) {
        Site site = scene.site();
        this.scene = scene;
        this.startDate = site.sandbox().contractor().startDate();
        this.wanted = Entry.wanted(site.office().registrations(), startDate, scene.names());
        this.held = Entry.held(site.go().entries());
        site.openLetters(Site.HOURS).forEach(letter -> letters.put(letter.sourceId(), letter));
    }

    /** One line for each record that is wrong; empty when all is as it should be. */
    List<String> wrong() {
        TreeSet<String> keys = new TreeSet<>(wanted.keySet());
        keys.addAll(held.keySet());
        keys.addAll(letters.keySet());
        List<String> wrong = new ArrayList<>();
        for (String key : keys) {
            List<Entry> entries = held.getOrDefault(key, List.of());
            List<Entry> should = wanted.containsKey(key) ? List.of(wanted.get(key)) : List.of();
            DeadLetter letter = letters.get(key);
            String problem = problem(key, should, entries, letter);
            if (problem != null) {
                wrong.add(problem + " " + key + ": should be " + should + ", is " + entries + ", dead letter "
                        + (letter == null
                                ? "none"
                                : letter.status() + " " + letter.reason() + " " + letter.arguments()));
            }
        }
        return wrong;
    }

    private String problem(String key, List<Entry> should, List<Entry> entries, DeadLetter letter) {
        if (entries.size() > 1) {
            return "twice";
        }
        if (letter != null && letter.status() == Status.WAITING) {
            return "waits";
        }
        if (should.equals(entries)) {
            return letter == null ? null : "told without a difference";
        }
        if (entries.isEmpty() && scene.deletedByUsers().contains(key)) {
            return null;
        }
        String kind = entries.isEmpty() ? "lost" : should.isEmpty() ? "left behind" : "wrong";
        return letter == null || !excused(key, letter) ? kind : null;
    }

    /** A task for a person is an answer only where somebody has locked, paid or deleted something, or moved it to before the start. */
    private boolean excused(String key, DeadLetter letter) {
        boolean locks = scene.paid().contains(key)
                || scene.deletedByUsers().contains(key)
                || !scene.lockedWeeks().isEmpty();
        boolean locked = letter.failureClass() == FailureClass.LOCKED || letter.reason() == Reason.HALF_REPLACED;
        return locked && locks || letter.reason() == Reason.BEFORE_START_DATE && standsBeforeStart(key);
    }

    private boolean standsBeforeStart(String key) {
        int id = Integer.parseInt(key.split(":")[0]);
        return scene.site()
                .office()
                .registration(id)
                .map(Hours::date)
                .map(date -> date.isBefore(startDate))
                .orElse(false);
    }
}
