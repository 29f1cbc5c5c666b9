package dokbro.run;

import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import dokbro.link.Link;
import dokbro.link.Links;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Notices that the database is emptied, or older than what Go holds (a back-up put back): everything since would be sent a second time. Looked
 * at by the first run after the process has started, and as long as there is no link at all. What counts is Dokbro's mark with a record or
 * generation that no link and no claim knows.
 */
@Component
class LostLinks {

    private final Links links;
    private final Set<String> checked = ConcurrentHashMap.newKeySet();

    LostLinks(Links links) {
        this.links = links;
    }

    /** @throws RecordFailure LINKS_LOST, which ends the run; nothing is sent then */
    void refuse(Run run, Probe probe) {
        String company = run.company().key();
        String key = company + "/" + run.entity();
        Instant newest = links.newest(company, run.entity()).orElse(null);
        if (newest != null && checked.contains(key)) {
            return;
        }
        List<Probe.Marked> marked = probe.marked(run, newest).stream()
                // Frozen: no run touches what is older (design, section 2).
                .filter(entry -> entry.date() == null
                        || !entry.date().isBefore(run.company().startDate()))
                .toList();
        Map<String, Link> known = links.ofSources(
                company,
                run.entity(),
                marked.stream().map(Probe.Marked::sourceId).collect(Collectors.toSet()));
        long unknown = marked.stream()
                .filter(entry -> !knows(known.get(entry.sourceId()), entry))
                .count();
        if (unknown > 0) {
            throw new RecordFailure(Reason.LINKS_LOST, unknown);
        }
        checked.add(key);
    }

    private static boolean knows(Link link, Probe.Marked entry) {
        int generation = link == null ? 0 : link.generation() + (link.claim() == null ? 0 : 1);
        return entry.generation() <= generation;
    }

    /** As after the start of the process. */
    void forget() {
        checked.clear();
    }
}
