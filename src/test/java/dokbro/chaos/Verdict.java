package dokbro.chaos;

import dokbro.chaos.DokbroSide.Link;
import dokbro.chaos.GoSide.Entry;
import dokbro.chaos.SmartDokSide.Registration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is not as it should be once everything has come to rest. Each finding is a sentence with the ids.
 *
 * @param lost should be in the target and is not
 * @param twice is there more than once; a finding for each one too many
 * @param wrong is there with other values, or should not be there
 * @param links say something else than what the target holds
 * @param listed differ because of a lock in Go, and stand among the dead letters as they should
 */
record Verdict(List<String> lost, List<String> twice, List<String> wrong, List<String> links, List<String> listed) {

    /** Whether the bar is met: nothing of it but what is listed. */
    boolean clean() {
        return lost.isEmpty() && twice.isEmpty() && wrong.isEmpty() && links.isEmpty();
    }

    /** Judges the two systems by what they hold; Dokbro's word counts for nothing but its links and its list of locked records. */
    static Verdict of(SmartDokSide smartdok, GoSide go, DokbroSide dokbro, Set<LockedWeek> locks) {
        Verdict verdict = new Verdict(
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        verdict.hours(smartdok, go, dokbro, locks);
        verdict.hoursLinks(go, dokbro);
        verdict.masters("projects", go.projects(), smartdok.projects(), dokbro);
        verdict.masters("sub-projects", go.subProjects(), smartdok.subProjects(), dokbro);
        verdict.masters("activities", go.activities(), smartdok.activities(), dokbro);
        return verdict;
    }

    private void hours(SmartDokSide smartdok, GoSide go, DokbroSide dokbro, Set<LockedWeek> locks) {
        Map<String, Hours> wanted = new LinkedHashMap<>();
        smartdok.registrations().stream().map(Registration::wanted).forEach(wanted::putAll);
        Map<String, List<Entry>> held = new HashMap<>();
        for (Entry entry : go.entries()) {
            if (entry.key() == null) {
                wrong.add("entry " + entry.id() + " has no marker: " + entry.hours());
            } else {
                held.computeIfAbsent(entry.key(), any -> new ArrayList<>()).add(entry);
            }
        }
        for (String key : union(wanted.keySet(), held.keySet())) {
            List<Entry> entries = held.getOrDefault(key, List.of());
            for (Entry extra : entries.subList(Math.min(1, entries.size()), entries.size())) {
                twice.add(key + " is entry " + entries.get(0).id() + " and entry " + extra.id());
            }
            Entry entry = entries.isEmpty() ? null : entries.get(0);
            boolean listed = dokbro.listed().contains(key) && underLock(locks, wanted.get(key), entry);
            judge(key, wanted.get(key), entry, listed);
        }
    }

    private void judge(String key, Hours wanted, Entry entry, boolean isListed) {
        if (entry == null && wanted != null) {
            (isListed ? listed : lost).add(key + " is not in Go: " + wanted);
        } else if (entry != null && wanted == null) {
            (isListed ? listed : wrong).add(key + " should not be in Go: entry " + entry.id() + " " + entry.hours());
        } else if (entry != null && !entry.hours().equals(wanted)) {
            (isListed ? listed : wrong).add(key + " is entry " + entry.id() + " " + entry.hours() + ", not " + wanted);
        }
    }

    private static boolean underLock(Set<LockedWeek> locks, Hours wanted, Entry entry) {
        return Stream.of(wanted, entry == null ? null : entry.hours())
                .anyMatch(hours -> hours != null && locks.contains(LockedWeek.of(hours.employee(), hours.date())));
    }

    private void hoursLinks(GoSide go, DokbroSide dokbro) {
        Map<String, Entry> entries = go.entries().stream().collect(Collectors.toMap(Entry::id, Function.identity()));
        Map<String, Long> linked = new HashMap<>();
        for (Link link : of("work-hours", dokbro)) {
            Entry entry = link.targetId() == null ? null : entries.get(link.targetId());
            if (link.claimed()) {
                links.add(link + " has a claim that nobody settles");
            }
            if (link.targetId() != null) {
                linked.merge(link.targetId(), 1L, Long::sum);
                if (entry == null) {
                    links.add(link + " names an entry that Go does not have");
                } else if (!link.sourceId().equals(entry.key()) || link.generation() != entry.generation()) {
                    links.add(link + " names another record's entry: " + entry);
                }
            }
        }
        for (Entry entry : go.entries()) {
            if (linked.getOrDefault(entry.id(), 0L) != 1) {
                links.add("entry " + entry.id() + " of " + entry.key() + " has " + linked.getOrDefault(entry.id(), 0L)
                        + " links");
            }
        }
    }

    /** Go is the master: each record stands in SmartDok once, under the same name. */
    private void masters(String entity, List<Master> go, List<Master> smartdok, DokbroSide dokbro) {
        Map<String, List<Master>> byKey = new HashMap<>();
        Map<String, Master> byId = new HashMap<>();
        for (Master each : smartdok) {
            byKey.computeIfAbsent(each.key(), any -> new ArrayList<>()).add(each);
            byId.put(each.id(), each);
        }
        for (Master each : go) {
            List<Master> same = byKey.getOrDefault(each.key(), List.of());
            String what = entity + " " + each.key();
            if (same.isEmpty()) {
                lost.add(what + " is not in SmartDok");
            }
            for (Master extra : same.subList(Math.min(1, same.size()), same.size())) {
                twice.add(what + " is " + same.get(0).id() + " and " + extra.id() + " in SmartDok");
            }
            if (!same.isEmpty() && !Hours.plain(same.get(0).name()).equals(Hours.plain(each.name()))) {
                wrong.add(what + " is called \"" + same.get(0).name() + "\" in SmartDok and \"" + each.name()
                        + "\" in Go");
            }
            masterLink(entity, each, byId, dokbro);
        }
    }

    private void masterLink(String entity, Master master, Map<String, Master> smartdok, DokbroSide dokbro) {
        List<Link> found = of(entity, dokbro).stream()
                .filter(link -> link.sourceId().equals(master.id()))
                .toList();
        Master target = found.size() == 1 && found.get(0).targetId() != null
                ? smartdok.get(found.get(0).targetId())
                : null;
        if (target == null || !target.key().equals(master.key()) || found.get(0).claimed()) {
            links.add(entity + " " + master.key() + " in Go has links " + found + " to " + target);
        }
    }

    private static List<Link> of(String entity, DokbroSide dokbro) {
        return dokbro.links().stream()
                .filter(link -> link.entity().equals(entity))
                .toList();
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }
}
