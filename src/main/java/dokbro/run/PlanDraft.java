package dokbro.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a plan half has found and not written yet. One thread at a time. */
final class PlanDraft {

    private final Set<String> seen = new HashSet<>();
    private final List<PlanRow> rows = new ArrayList<>();
    private final List<PlanRow> deletes = new ArrayList<>();
    private final List<Object[]> outcomes = new ArrayList<>();
    private long seq;

    void seen(Collection<String> owners) {
        seen.addAll(owners);
    }

    Set<String> seen() {
        return seen;
    }

    /** Rows of run_record not written yet. */
    List<Object[]> outcomes() {
        return outcomes;
    }

    void add(PlanRow row) {
        if (row.operation() == Operation.DELETE) {
            deletes.add(row);
        } else {
            rows.add(row);
        }
    }

    void deletesLast() {
        rows.addAll(deletes);
        deletes.clear();
    }

    /** The rows since the last call, numbered. */
    List<PlanRow> takeRows() {
        List<PlanRow> taken = new ArrayList<>(rows.size());
        for (PlanRow row : rows) {
            taken.add(row.numbered(seq++));
        }
        rows.clear();
        return taken;
    }
}
