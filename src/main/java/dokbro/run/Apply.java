package dokbro.run;

import dokbro.deadletter.DeadLetter;
import dokbro.deadletter.DeadLetters;
import dokbro.link.Link;
import dokbro.link.Links;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** The apply half: hands out the plan's rows one by one until there are none, or the run has to end. */
@Component
public class Apply {

    private static final int PAGE = 100;

    private final PlanRows rows;
    private final Links links;
    private final DeadLetters deadLetters;

    Apply(PlanRows rows, Links links, DeadLetters deadLetters) {
        this.rows = rows;
        this.links = links;
        this.deadLetters = deadLetters;
    }

    /**
     * The rows to carry out. A run stops at a record: when it has to end, no further row is handed out. A row once promised is given, since
     * the parallel split takes an iterator that takes its promise back for empty and does not wait for the records under way.
     */
    public Iterator<Transfer> rows(@ExchangeProperty("run") Run run) {
        return new Iterator<>() {
            private final Deque<Transfer> ready = new ArrayDeque<>();
            private long last = -1;
            private boolean over;
            private boolean promised;

            @Override
            public boolean hasNext() {
                if (promised) {
                    return true;
                }
                if (run.ended()) {
                    return false;
                }
                if (ready.isEmpty() && !over) {
                    List<PlanRow> page = Apply.this.rows.after(run.id(), last, PAGE);
                    over = page.isEmpty();
                    if (!over) {
                        last = page.get(page.size() - 1).seq();
                        ready.addAll(transfers(run, page));
                    }
                }
                promised = !ready.isEmpty();
                return promised;
            }

            @Override
            public Transfer next() {
                if (ready.isEmpty()) {
                    throw new NoSuchElementException();
                }
                promised = false;
                return ready.poll();
            }
        };
    }

    /** Every row was handed out and has come to its end. */
    public void complete(@ExchangeProperty("run") Run run) {
        run.applyIsComplete();
    }

    /** The rows with the links and dead letters of their records. */
    List<Transfer> transfers(Run run, List<PlanRow> page) {
        Map<String, Link> pageLinks = new TreeMap<>();
        Map<String, DeadLetter> pageLetters = new TreeMap<>();
        page.stream()
                .collect(Collectors.groupingBy(
                        PlanRow::kind, TreeMap::new, Collectors.mapping(PlanRow::owner, Collectors.toSet())))
                .forEach((kind, owners) -> {
                    links.ofOwners(run.company().key(), kind, owners)
                            .forEach((id, link) -> pageLinks.put(kind + "|" + id, link));
                    deadLetters
                            .ofOwners(run.company().key(), kind, owners)
                            .forEach((id, letter) -> pageLetters.put(kind + "|" + id, letter));
                });
        return page.stream()
                .map(row -> new Transfer(
                        row,
                        pageLinks.getOrDefault(
                                row.kind() + "|" + row.sourceId(),
                                Link.none(run.company().key(), row.kind(), row.sourceId(), row.owner())),
                        pageLetters.get(row.kind() + "|" + row.sourceId())))
                .toList();
    }
}
