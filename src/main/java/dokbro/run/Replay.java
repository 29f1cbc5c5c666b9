package dokbro.run;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.company.Companies;
import dokbro.company.Company;
import dokbro.deadletter.DeadLetter;
import dokbro.deadletter.DeadLetters;
import dokbro.failure.Reason;
import dokbro.link.Link;
import dokbro.link.Links;
import dokbro.link.Restorations;
import dokbro.run.RunHistory.RunRow;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Sends a dead letter's record again: the source is read anew, with its approval, and the record goes the same way as in any run. It takes
 * no lease; the claim decides.
 */
@Component
public class Replay {

    private final Companies companies;
    private final Entities entities;
    private final DeadLetters deadLetters;
    private final Links links;
    private final Restorations restorations;
    private final Beginning beginning;
    private final Plan plan;
    private final PlanRows planRows;
    private final Apply apply;
    private final Runs runs;
    private final RunThreads threads;
    private final MissingRecords missing;

    Replay(
            Companies companies,
            Entities entities,
            DeadLetters deadLetters,
            Links links,
            Restorations restorations,
            Beginning beginning,
            Plan plan,
            PlanRows planRows,
            Apply apply,
            Runs runs,
            RunThreads threads,
            MissingRecords missing) {
        this.companies = companies;
        this.entities = entities;
        this.deadLetters = deadLetters;
        this.links = links;
        this.restorations = restorations;
        this.beginning = beginning;
        this.plan = plan;
        this.planRows = planRows;
        this.apply = apply;
        this.runs = runs;
        this.threads = threads;
        this.missing = missing;
    }

    /**
     * Replays one record and waits for the result.
     *
     * @param who asked for it
     * @return the run of cause REPLAY with its one outcome
     * @throws RunRefused NOT_REPLAYABLE for the registers, which every run of reference-data reads whole
     */
    public RunRow fresh(String companyKey, DeadLetter letter, String who) {
        Company company = companies.find(companyKey).orElseThrow();
        EntityDefinition<?> definition = entities.find(company, letter.entity())
                .orElseThrow(() -> new RunRefused(
                        RunRefused.Why.NOT_REPLAYABLE,
                        letter.entity() + " is looked at again by every run of reference-data; start one",
                        null));
        return runs.replay(company, letter.entity(), who, run -> replay(run, definition, letter));
    }

    private void replay(Run run, EntityDefinition<?> definition, DeadLetter letter) {
        beginning.beginReplay(run);
        if (letter.reason() == Reason.DELETED_IN_GO && !run.dry()) {
            links.find(run.company().key(), letter.entity(), letter.sourceId())
                    .filter(link -> link.linked() && link.claim() == null)
                    .filter(link ->
                            definition.targets().find(run, link.targetId()).isEmpty())
                    .ifPresent(restorations::makeAnew);
        }
        again(run, definition, definition.source().one(run, letter.owner()), letter.sourceId());
    }

    /** The same way for records as the source has them now; none closes the dead letter. */
    void again(Run run, EntityDefinition<?> definition, List<JsonNode> records, String sourceId) {
        for (SourceRecord record : plan.page(records, run)) {
            threads.deliver(run, "direct:" + run.way() + "-compare", record);
        }
        if (records.isEmpty() && !gone(run, definition, sourceId) && !run.dry()) {
            deadLetters.close(run.company().key(), definition.name(), sourceId, DeadLetter.Status.CLOSED, "replay");
        }
        run.draft().deletesLast();
        plan.store(run);
        planRows.planned(run);
        run.planIsComplete();
        apply(run);
    }

    /**
     * The source has no such approved record any more: what the target still holds of it is to go, and what was settled by hand is still a
     * difference. False where neither is there.
     */
    private boolean gone(Run run, EntityDefinition<?> definition, String sourceId) {
        Link link = links.find(run.company().key(), definition.name(), sourceId).orElse(null);
        if (link == null || link.claim() != null || !definition.entity().replaceable()) {
            return false;
        }
        if (link.linked()) {
            run.tally().missing();
            missing.delete(run, link);
        }
        return link.stands();
    }

    private void apply(Run run) {
        if (run.isMayApply()) {
            for (Transfer transfer : apply.transfers(run, planRows.after(run.id(), -1, 100))) {
                threads.deliver(run, "direct:" + run.way() + "-record", transfer);
            }
            run.applyIsComplete();
        }
    }
}
