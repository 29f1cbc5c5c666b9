package dokbro.sandbox.http;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The last requests and a count of all. */
final class WireLog {

    private static final int KEPT = 20_000;

    private final Deque<Received> last = new ArrayDeque<>();
    private final Map<String, Long> counters = new TreeMap<>();

    synchronized void add(Received received) {
        if (last.size() == KEPT) {
            last.removeFirst();
        }
        last.addLast(received);
        String route = received.template() == null ? "(no route)" : received.template();
        String status = received.status() == 0 ? "none" : Integer.toString(received.status());
        counters.merge(received.method() + " " + route + " " + status, 1L, Long::sum);
    }

    synchronized List<Received> received() {
        List<Received> copy = new ArrayList<>(last);
        copy.sort(Comparator.comparingLong(Received::arrivedAtNanos));
        return copy;
    }

    synchronized Map<String, Long> counters() {
        return new TreeMap<>(counters);
    }

    synchronized void clear() {
        last.clear();
        counters.clear();
    }
}
