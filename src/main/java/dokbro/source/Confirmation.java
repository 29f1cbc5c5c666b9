package dokbro.source;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.api.ApiCall;
import dokbro.run.Run;
import dokbro.smartdok.SmartDokClient;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Asks for registrations one by one. A registration does not say whether it is approved (contracts, SmartDok section 3.4), so it is looked
 * for among the approved ones of its day. What cannot be told for sure is neither there nor gone.
 */
@Component
class Confirmation {

    /** A day of more than one page is read until a read is whole, at most so often. */
    private static final int READS = 3;

    private final SmartDokClient smartdok;
    private final Approvals approvals;

    Confirmation(SmartDokClient smartdok, Approvals approvals) {
        this.smartdok = smartdok;
        this.approvals = approvals;
    }

    /**
     * @param there approved, as SmartDok has them now
     * @param gone deleted, or not approved any more
     * @param unsure changed while they were asked for, or on a day whose pages moved in every read
     */
    record Answer(List<JsonNode> there, Set<String> gone, Set<String> unsure) {}

    /** The ids that were approved, of one day; whole when none can have been overlooked. */
    private record Day(Set<String> approved, boolean whole) {}

    /** Reads each day that the registrations stand on once, after all of them were found by their ids. */
    Answer ask(Run run, Collection<String> ids) {
        Answer answer = new Answer(new ArrayList<>(), new HashSet<>(), new HashSet<>());
        Map<LocalDate, List<JsonNode>> days = new TreeMap<>();
        for (String id : ids) {
            if (run.ended()) {
                answer.unsure().add(id);
                continue;
            }
            Optional<JsonNode> found = find(run, id);
            found.ifPresent(registration -> days.computeIfAbsent(Approvals.day(registration), any -> new ArrayList<>())
                    .add(registration));
            if (found.isEmpty()) {
                answer.gone().add(id);
            }
        }
        days.forEach((day, registrations) -> {
            Day approved = read(run, day);
            registrations.forEach(registration -> sort(run, registration, approved, answer));
        });
        return answer;
    }

    private void sort(Run run, JsonNode registration, Day day, Answer answer) {
        String id = RegistrationPages.id(registration);
        if (day.approved().contains(id)) {
            answer.there().add(registration);
        } else if (!day.whole()) {
            answer.unsure().add(id);
        } else {
            // Moved to another day between the two reads, it would be missing on both.
            Optional<JsonNode> still = find(run, id);
            (still.isEmpty() || still.get().equals(registration) ? answer.gone() : answer.unsure()).add(id);
        }
    }

    private Optional<JsonNode> find(Run run, String id) {
        return smartdok.find(run.company(), "WorkHours/" + ApiCall.segment(id));
    }

    private Day read(Run run, LocalDate day) {
        Set<String> approved = new HashSet<>();
        boolean whole = false;
        for (int reads = 0; reads < READS && !whole; reads++) {
            whole = readOnce(run, day, approved);
        }
        approvals.keepTrusted(run, day, approved);
        return new Day(approved, whole);
    }

    /** One page is one moment. Of several, none can hide a row where all count the same total and as many different rows have come. */
    private boolean readOnce(Run run, LocalDate day, Set<String> approved) {
        Map<String, String> query = new RegistrationPages.Slice(day, day, null).query();
        Set<String> seen = new HashSet<>();
        Set<Integer> totals = new HashSet<>();
        int offset = 0;
        int total;
        do {
            SmartDokClient.Page page =
                    smartdok.page(run.company(), "WorkHours/v2", query, offset, RegistrationPages.SIZE);
            page.items().forEach(registration -> seen.add(RegistrationPages.id(registration)));
            total = page.total();
            totals.add(total);
            offset = page.items().isEmpty() ? total : offset + page.items().size();
        } while (offset < total);
        approved.addAll(seen);
        return totals.size() == 1 && seen.size() == total;
    }
}
