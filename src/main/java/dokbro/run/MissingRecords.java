package dokbro.run;

import dokbro.deadletter.DeadLetter;
import dokbro.deadletter.DeadLetters;
import dokbro.failure.FailureClass;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import dokbro.link.Link;
import dokbro.link.Links;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Linked records that a read should have had and did not: each was confirmed by its source, and is deleted, kept or asked about. */
@Component
class MissingRecords {

    private final Links links;
    private final DeadLetters deadLetters;
    private final RunRecords records;
    private final DeadLetterChannel channel;

    MissingRecords(Links links, DeadLetters deadLetters, RunRecords records, DeadLetterChannel channel) {
        this.links = links;
        this.deadLetters = deadLetters;
        this.records = records;
        this.channel = channel;
    }

    /** Plans what the missing records ask for, and closes the dead letters of those that the source no longer has. */
    void plan(Source source, Run run) {
        List<Source.Missing> missing = source.missing(run, run.draft().seen());
        List<String> owners = missing.stream().map(Source.Missing::owner).toList();
        List<Link> gone = new ArrayList<>(
                links.ofOwners(run.company().key(), run.entity(), owners).values());
        Map<String, DeadLetter> letters = deadLetters.ofOwners(run.company().key(), run.entity(), owners);
        for (Link link : gone) {
            if (link.stands() || link.claim() != null) {
                run.tally().missing();
                missing(run, link, missing, letters);
            }
        }
        if (!run.dry() && !run.backfill() && !run.draft().seen().isEmpty()) {
            closeLettersOfGone(source, run);
        }
    }

    /**
     * A dead letter whose record the source no longer has there asks for nothing any more, but for the delete that it still waits for. What
     * Go has locked stands as a difference until a read of its own day has found that it is gone.
     */
    private void closeLettersOfGone(Source source, Run run) {
        String company = run.company().key();
        for (String owner : deadLetters.owners(company, run.entity()).keySet()) {
            if (run.draft().seen().contains(owner) || !source.one(run, owner).isEmpty()) {
                continue;
            }
            Map<String, Link> held = links.ofOwners(company, run.entity(), List.of(owner));
            deadLetters.ofOwners(company, run.entity(), List.of(owner)).forEach((id, letter) -> {
                boolean linked = held.containsKey(id) && held.get(id).stands();
                boolean locked = letter.failureClass() == FailureClass.LOCKED;
                if (!linked || !locked && !Operation.DELETE.name().equals(letter.operation())) {
                    deadLetters.close(company, run.entity(), id, DeadLetter.Status.CLOSED, "run " + run.id());
                }
            });
        }
    }

    private void missing(Run run, Link link, List<Source.Missing> missing, Map<String, DeadLetter> letters) {
        Source.Missing found = missing.stream()
                .filter(owner -> owner.owner().equals(link.owner()))
                .findFirst()
                .orElseThrow();
        String kept = found.kept();
        if (link.claim() != null) {
            records.outcome(run, link.sourceId(), Outcome.IN_DOUBT, "claim-open", null, link.targetId());
        } else if (kept == null && Discarded.gone(letters.get(link.sourceId()))) {
            records.outcome(run, link.sourceId(), Outcome.SKIPPED, "discarded", null, link.targetId());
        } else if (kept == null
                && link.state() == Link.State.SETTLED
                && run.draft().seen().isEmpty()) {
            records.outcome(run, link.sourceId(), Outcome.SKIPPED, "nothing-read", null, link.targetId());
        } else if (kept == null && link.state() == Link.State.SETTLED) {
            channel.question(run, link, new RecordFailure(Reason.CHANGED_AFTER_SETTLED), true);
        } else if (kept != null) {
            records.outcome(run, link.sourceId(), Outcome.SKIPPED, kept, null, link.targetId());
        } else {
            delete(run, link);
        }
    }

    /** The source certainly has no such approved record any more. */
    void delete(Run run, Link link) {
        run.plan(new PlanRow(
                0,
                Operation.DELETE,
                run.entity(),
                link.sourceId(),
                link.owner(),
                link.date(),
                link.version(),
                null,
                List.of(),
                null,
                link.targetId(),
                link.label(),
                null));
    }
}
