package dokbro.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.audit.AuditRefused.Why;
import dokbro.audit.Finding.Difference;
import dokbro.audit.Finding.Kind;
import dokbro.audit.Finding.Repaired;
import dokbro.company.Company;
import dokbro.failure.RecordFailure;
import dokbro.link.ClaimLost;
import dokbro.link.Link;
import dokbro.link.Links;
import dokbro.link.LinksByTarget;
import dokbro.run.Entities;
import dokbro.run.EntityDefinition;
import dokbro.run.Outcome;
import dokbro.run.Reads;
import dokbro.run.Repair;
import dokbro.run.Run;
import dokbro.run.RunHistory.RunRow;
import dokbro.run.RunRecords;
import dokbro.run.RunRecords.RunRecord;
import dokbro.run.RunState;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The repair of one row, when a person asks for it. Before anything is done both sides are looked at again: what is not any more as the
 * audit showed it is refused.
 */
@Component
public class Repairs {

    private static final Set<Outcome> DONE =
            EnumSet.of(Outcome.CREATED, Outcome.UPDATED, Outcome.REPLACED, Outcome.ADOPTED, Outcome.DELETED);

    private final Entities entities;
    private final Links links;
    private final LinksByTarget byTarget;
    private final Reads reads;
    private final Repair repair;
    private final RunRecords records;
    private final Findings findings;
    private final Clock clock;

    Repairs(
            Entities entities,
            Links links,
            LinksByTarget byTarget,
            Reads reads,
            Repair repair,
            RunRecords records,
            Findings findings,
            Clock clock) {
        this.entities = entities;
        this.links = links;
        this.byTarget = byTarget;
        this.reads = reads;
        this.repair = repair;
        this.records = records;
        this.findings = findings;
        this.clock = clock;
    }

    /**
     * Repairs a row and waits for the result, which is stored with it: MISSING is made anew, CHANGED put back as it was sent, ORPHAN taken
     * away.
     *
     * @param note why, in the words of whoever asks
     * @return the row with what came of it
     * @throws AuditRefused when the row is not to be repaired, or not any more
     * @throws dokbro.run.RunRefused when the entity is paused or not enabled
     */
    public Finding repair(Company company, Audit audit, Finding row, String note, String who) {
        if (row.kind() == Kind.FOREIGN) {
            throw new AuditRefused(
                    Why.NOT_REPAIRABLE, "Dokbro did not make this record, and does not touch it; look at it in Go.");
        }
        if (row.repair() != null && row.repair().done()) {
            throw new AuditRefused(Why.NOT_REPAIRABLE, "Row " + row.id() + " was repaired already.");
        }
        if (company.state() == Company.State.REVIEW) {
            throw new AuditRefused(Why.REVIEW, company.key() + " is in review: nothing is sent.");
        }
        EntityDefinition<?> definition = entities.find(company, audit.entity()).orElseThrow();
        RunRow run;
        try {
            Run read = reads.open(company, audit.entity(), company.startDate());
            Optional<JsonNode> there = definition.targets().find(read, row.targetId());
            run = switch (row.kind()) {
                case MISSING -> make(company, audit, row, there, who);
                case CHANGED -> restore(company, audit, row, definition, there, who);
                default -> takeAway(company, audit, row, definition, there, who);
            };
        } catch (RecordFailure failure) {
            throw new AuditRefused(Why.NO_ANSWER, failure.getMessage());
        } catch (ClaimLost changed) {
            throw new AuditRefused(Why.CHANGED, "The record is being sent, or has just changed.");
        }
        findings.repair(row.id(), result(row, run, note, who));
        return findings.find(audit.id(), row.id()).orElseThrow();
    }

    private RunRow make(Company company, Audit audit, Finding row, Optional<JsonNode> there, String who) {
        Link link = unchanged(audit, row);
        if (there.isPresent()) {
            throw changed("The record is there after all.");
        }
        return repair.make(company, link, who);
    }

    private RunRow restore(
            Company company,
            Audit audit,
            Finding row,
            EntityDefinition<?> definition,
            Optional<JsonNode> there,
            String who) {
        Link link = unchanged(audit, row);
        JsonNode record = there.orElseThrow(() -> changed("The record is gone by now."));
        List<Difference> now = Comparison.differences(definition.targets(), record, link.payload());
        if (!now.equals(row.differences())) {
            throw changed("The record has changed since, in the target.");
        }
        Set<String> members = now.stream().map(Difference::field).collect(Collectors.toSet());
        return repair.restore(company, link, members, who);
    }

    /**
     * Open claims are asked for before the links: a record that stood there before that is either of an open claim or linked by the time of
     * the second question.
     */
    private RunRow takeAway(
            Company company,
            Audit audit,
            Finding row,
            EntityDefinition<?> definition,
            Optional<JsonNode> there,
            String who) {
        JsonNode record = there.orElseThrow(() -> changed("The record is gone by now."));
        Mark mark = Mark.in(record, definition.entity().marked());
        if (mark == null || !mark.text().equals(row.comment())) {
            throw changed("The record does not carry Dokbro's mark any more.");
        }
        Optional<Link> link = links.find(audit.company(), audit.entity(), mark.sourceId());
        if (link.filter(of -> of.claim() != null).isPresent()) {
            throw changed("It is not yet settled whether the record belongs to " + mark.sourceId() + ".");
        }
        if (!byTarget.of(audit.company(), audit.entity(), List.of(row.targetId()))
                .isEmpty()) {
            throw changed("The record is linked by now.");
        }
        return repair.takeAway(company, audit.entity(), mark.sourceId(), row.targetId(), who);
    }

    private Link unchanged(Audit audit, Finding row) {
        return links.find(audit.company(), audit.entity(), row.sourceId())
                .filter(link -> link.version() == row.linkVersion() && link.claim() == null)
                .orElseThrow(() -> changed("The record was sent or changed by Dokbro since."));
    }

    private static AuditRefused changed(String what) {
        return new AuditRefused(Why.CHANGED, what + " A new audit tells how it stands.");
    }

    private Repaired result(Finding row, RunRow run, String note, String who) {
        RunRecord record = records.page(run.id(), null, 0, 200).stream()
                .filter(of -> of.sourceId().equals(row.sourceId()))
                .reduce((first, last) -> last)
                .orElse(null);
        // Nothing stands there and nothing is wanted there any more: that is right too.
        boolean nothingWanted = row.kind() == Kind.MISSING && run.state() == RunState.SUCCEEDED;
        boolean done = nothingWanted || (record != null && DONE.contains(record.outcome()));
        String result;
        if (record != null) {
            result = record.outcome() + (record.reason() == null ? "" : " " + record.reason());
        } else {
            result = run.error() == null ? "not in the source any more" : run.error();
        }
        return new Repaired(done, who, clock.instant(), note, run.id(), result);
    }
}
