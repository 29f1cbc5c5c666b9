package dokbro.run;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.company.Companies;
import dokbro.company.Company;
import dokbro.deadletter.DeadLetter;
import dokbro.deadletter.DeadLetters;
import dokbro.failure.Reason;
import dokbro.link.Claims;
import dokbro.link.Links;
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
    private final Claims claims;
    private final Beginning beginning;
    private final Plan plan;
    private final PlanRows planRows;
    private final Apply apply;
    private final Runs runs;

    Replay(
            Companies companies,
            Entities entities,
            DeadLetters deadLetters,
            Links links,
            Claims claims,
            Beginning beginning,
            Plan plan,
            PlanRows planRows,
            Apply apply,
            Runs runs) {
        this.companies = companies;
        this.entities = entities;
        this.deadLetters = deadLetters;
        this.links = links;
        this.claims = claims;
        this.beginning = beginning;
        this.plan = plan;
        this.planRows = planRows;
        this.apply = apply;
        this.runs = runs;
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
        EntityDefinition<?> definition = entities.find(letter.entity())
                .orElseThrow(() -> new RunRefused(
                        RunRefused.Why.NOT_REPLAYABLE,
                        letter.entity() + " is looked at again by every run of reference-data; start one",
                        null));
        return runs.replay(company, letter.entity(), who, run -> replay(run, definition, letter));
    }

    private void replay(Run run, EntityDefinition<?> definition, DeadLetter letter) {
        beginning.beginReplay(run);
        if (letter.reason() == Reason.DELETED_IN_GO && !run.dry()) {
            links.find(run.company().key(), letter.entity(), letter.sourceId()).ifPresent(claims::gone);
        }
        again(run, definition, definition.source().one(run, letter.owner()), letter.sourceId());
    }

    /** The same way for records as the source has them now; none closes the dead letter. */
    void again(Run run, EntityDefinition<?> definition, List<JsonNode> records, String sourceId) {
        for (SourceRecord record : plan.page(records, run)) {
            runs.deliver(run, "direct:" + run.entity() + "-compare", record);
        }
        if (records.isEmpty() && !run.dry()) {
            deadLetters.close(run.company().key(), definition.name(), sourceId, DeadLetter.Status.CLOSED, "replay");
        }
        run.draft().deletesLast();
        plan.store(run);
        planRows.planned(run);
        run.planIsComplete();
        if (run.isMayApply()) {
            for (Transfer transfer : apply.transfers(run, planRows.after(run.id(), -1, 100))) {
                runs.deliver(run, "direct:" + run.entity() + "-record", transfer);
            }
            run.applyIsComplete();
        }
    }
}
