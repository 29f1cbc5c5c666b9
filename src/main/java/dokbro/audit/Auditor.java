package dokbro.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.company.Company;
import dokbro.link.Link;
import dokbro.link.Links;
import dokbro.link.LinksByTarget;
import dokbro.run.Entities;
import dokbro.run.EntityDefinition;
import dokbro.run.Reads;
import dokbro.run.Run;
import dokbro.run.RunSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Carries an audit out: reads the target's records a part at a time, then asks for each that was not among them. Sends nothing. */
@Component
class Auditor {

    private static final int PAGE = 500;

    private final Entities entities;
    private final Reads reads;
    private final Links links;
    private final LinksByTarget byTarget;
    private final Audits audits;
    private final Findings findings;
    private final RunSettings settings;

    Auditor(
            Entities entities,
            Reads reads,
            Links links,
            LinksByTarget byTarget,
            Audits audits,
            Findings findings,
            RunSettings settings) {
        this.entities = entities;
        this.reads = reads;
        this.links = links;
        this.byTarget = byTarget;
        this.audits = audits;
        this.findings = findings;
        this.settings = settings;
    }

    /** The audit has to end: the service stops, or somebody has taken it for dead. */
    static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Goes through the whole window.
     *
     * @param stopping asked after each part
     * @return what was counted
     * @throws Ended when it was told to stop
     * @throws dokbro.failure.RecordFailure where a read failed; nothing can be said then of what was not read
     */
    Map<String, Long> audit(Audit audit, Company company, BooleanSupplier stopping) {
        EntityDefinition<?> definition = entities.find(company, audit.entity()).orElseThrow();
        Run run = reads.open(company, audit.entity(), audit.from());
        Instant quietSince = audit.startedAt().minus(settings.replicaLag());
        Comparison comparison = new Comparison(audit, run, definition, links, byTarget, quietSince);
        definition.targets().each(run, audit.from(), records -> {
            for (int at = 0; at < records.size(); at += PAGE) {
                List<JsonNode> part = records.subList(at, Math.min(at + PAGE, records.size()));
                comparison.records(part);
                store(audit, comparison, stopping);
            }
        });
        long after = 0;
        List<Link> page = byTarget.standing(audit.company(), audit.entity(), audit.from(), after, PAGE);
        while (!page.isEmpty()) {
            comparison.missing(page);
            store(audit, comparison, stopping);
            after = page.get(page.size() - 1).id();
            page = byTarget.standing(audit.company(), audit.entity(), audit.from(), after, PAGE);
        }
        return comparison.counts().all();
    }

    private void store(Audit audit, Comparison comparison, BooleanSupplier stopping) {
        findings.add(comparison.take());
        if (!audits.alive(audit.id(), comparison.counts().all()) || stopping.getAsBoolean()) {
            throw new Ended();
        }
    }
}
