package dokbro.run;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.deadletter.DeadLetters;
import dokbro.link.Link;
import dokbro.link.Links;
import dokbro.run.Hold.Kind;
import dokbro.run.Hold.State;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/**
 * The first write of each kind is one record, which is read back and shown to a person before the rest goes (design, section 3, "Canary"):
 * what is assumed of the two systems is proven on one record, not on a month of pay.
 */
@Component
class Canaries {

    /** An adoption that changes something is an update to the target. */
    private static final List<Operation> KINDS =
            List.of(Operation.CREATE, Operation.UPDATE, Operation.REPLACE, Operation.DELETE);

    private static final Duration POLL = Duration.ofMillis(200);

    private final PlanRows rows;
    private final Holds holds;
    private final Entities entities;
    private final Links links;
    private final DeadLetters deadLetters;
    private final RunRecords records;
    private final RunSettings settings;

    Canaries(
            PlanRows rows,
            Holds holds,
            Entities entities,
            Links links,
            DeadLetters deadLetters,
            RunRecords records,
            RunSettings settings) {
        this.rows = rows;
        this.holds = holds;
        this.entities = entities;
        this.links = links;
        this.deadLetters = deadLetters;
        this.records = records;
        this.settings = settings;
    }

    static Operation kind(PlanRow row) {
        return row.operation() == Operation.ADOPT && !row.changes().isEmpty() ? Operation.UPDATE : row.operation();
    }

    /** Leaves one record of each kind that is not proven yet, and holds the others. */
    void choose(Run run) {
        if (!run.company().canary()) {
            return;
        }
        for (Operation kind : KINDS) {
            Hold hold = holds.newest(run, Kind.CANARY, kind)
                    .filter(known -> known.state() != State.CLOSED)
                    .map(known -> afterCrash(known, run))
                    .orElse(null);
            if (hold == null || hold.state() == State.REPLACED) {
                first(run, kind);
            } else if (hold.state() != State.APPROVED && rows.mark(run, canary(kind), "canary", null) > 0) {
                if (hold.state() == State.OPEN) {
                    holds.move(hold, run);
                    run.hold();
                }
            }
        }
    }

    /** One that went, but was never looked at since its run died, is looked at now; one that never went leaves its place. */
    private Hold afterCrash(Hold hold, Run run) {
        if (hold.state() != State.OPEN || hold.lookedAt() != null) {
            return hold;
        }
        Link link = link(hold);
        look(hold, run, link, went(hold, link), null);
        return holds.newest(run, Kind.CANARY, hold.operation())
                .filter(now -> now.state() != State.CLOSED)
                .orElse(null);
    }

    /** The first of its kind that is not known to fail. */
    private void first(Run run, Operation kind) {
        Set<String> dead =
                deadLetters.ofEntity(run.company().key(), run.entity()).keySet();
        rows.firstOf(run, canary(kind), dead).ifPresent(row -> {
            holds.open(run, Kind.CANARY, kind, row.sourceId());
            run.canary(kind, row.sourceId());
            rows.mark(run, canary(kind), "canary", row.seq());
        });
    }

    private static String canary(Operation kind) {
        return kind == Operation.UPDATE
                ? "(operation = 'UPDATE' or (operation = 'ADOPT' and changes <> '[]'))"
                : "operation = '" + kind + "'";
    }

    /** Reads back what this run has sent as the first of its kind. */
    void look(Run run) {
        for (Hold hold : holds.ofRun(run.company().key(), run.id())) {
            if (hold.kind() == Kind.CANARY && hold.state() == State.OPEN && hold.lookedAt() == null) {
                Transfer sent = run.canarySent(hold.operation());
                look(hold, run, link(hold), sent != null, sent);
            }
        }
    }

    private Link link(Hold hold) {
        return links.find(hold.company(), hold.entity(), hold.sourceId()).orElse(null);
    }

    /**
     * Whether a canary whose run has died went through. What is made or taken away shows in the link, also where the settlement found it; a
     * link that stood before says nothing of a change.
     */
    private boolean went(Hold hold, Link link) {
        return switch (hold.operation()) {
            case CREATE -> link != null && link.linked();
            case DELETE -> link != null && !link.linked();
            case UPDATE -> records.since(hold, Outcome.UPDATED) || records.since(hold, Outcome.ADOPTED);
            case REPLACE -> records.since(hold, Outcome.REPLACED);
            default -> throw new IllegalStateException("No canary for " + hold.operation());
        };
    }

    /** @param sent null where the run that sent it has died */
    private void look(Hold hold, Run run, Link link, boolean went, Transfer sent) {
        boolean open = link != null && link.claim() != null;
        if (open) {
            run.hold();
            return;
        }
        if (!went) {
            holds.close(hold, run);
            return;
        }
        TargetRecords targets =
                entities.find(run.company(), hold.entity()).orElseThrow().targets();
        String target = hold.operation() == Operation.DELETE
                ? (sent == null ? null : sent.row().targetId())
                : link.targetId();
        holds.looked(hold, target == null ? List.of() : differences(run, targets, target, hold, wanted(sent, link)));
        run.hold();
    }

    private static JsonNode wanted(Transfer sent, Link link) {
        return sent != null && sent.whole() != null ? sent.whole() : link.payload();
    }

    /** What the target shows may be some seconds old; it is asked until it shows what was sent, or should by now. */
    private List<PlanRow.Change> differences(
            Run run, TargetRecords targets, String target, Hold hold, JsonNode wanted) {
        long until = System.nanoTime() + settings.replicaLag().toNanos();
        while (true) {
            Optional<JsonNode> held = targets.find(run, target);
            List<PlanRow.Change> differences = hold.operation() == Operation.DELETE
                    ? held.map(still -> List.of(new PlanRow.Change("", null, still)))
                            .orElse(List.of())
                    : held.map(there -> TargetRecord.changes(there, wanted).stream()
                                    .map(change -> new PlanRow.Change(change.field(), change.to(), change.from()))
                                    .toList())
                            .orElse(List.of(new PlanRow.Change("", wanted, null)));
            if (differences.isEmpty() || System.nanoTime() - until > 0) {
                return differences;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }
}
