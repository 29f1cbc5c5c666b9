package dokbro.run;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Json;
import dokbro.deadletter.DeadLetter;
import dokbro.deadletter.DeadLetters;
import dokbro.entity.reference.BothRegisters;
import dokbro.entity.reference.LinkedIdentity;
import dokbro.entity.reference.ReferenceData;
import dokbro.entity.reference.ReferenceFacts;
import dokbro.entity.reference.ReferenceRow;
import dokbro.failure.RecordFailure;
import dokbro.link.Claims;
import dokbro.link.Link;
import dokbro.link.Links;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** The plan half of reference-data: which register rows belong together, against the links. Sends nothing. */
@Component("references")
public class References {

    static final List<String> KINDS = List.of(
            "employees",
            "wage-types",
            "addition-types",
            "per-diem-types",
            "departments",
            "customers",
            "chosen-projects",
            "chosen-activities",
            "chosen-hour-types",
            "chosen-accounts",
            "chosen-vat-codes",
            "chosen-products");

    private final Links links;
    private final Claims claims;
    private final DeadLetters deadLetters;
    private final RunRecords records;

    References(Links links, Claims claims, DeadLetters deadLetters, RunRecords records) {
        this.links = links;
        this.claims = claims;
        this.deadLetters = deadLetters;
        this.records = records;
    }

    /** Every pair that should be linked, and every link that is there. */
    public List<ReferenceRecord> pairs(@Body BothRegisters registers, @ExchangeProperty("run") Run run) {
        String company = run.company().key();
        LinkedIdentity identity = new LinkedIdentity(registers.smartdok(), registers.go());
        Map<String, List<ReferenceRow>> rows = new HashMap<>();
        ReferenceData.rows(registers.smartdok(), registers.go(), run.company())
                .forEach(row -> rows.computeIfAbsent(row.kind(), any -> new ArrayList<>())
                        .add(row));
        List<ReferenceRecord> pairs = new ArrayList<>();
        for (String kind : KINDS) {
            Map<String, Link> linked = new TreeMap<>();
            links.all(company, kind).forEach(link -> linked.put(link.sourceId(), link));
            Set<String> made = madeByDokbro(linked.values());
            linked.keySet().removeAll(made);
            Map<String, DeadLetter> letters = deadLetters.ofEntity(company, kind);
            for (ReferenceRow row : rows.getOrDefault(kind, List.of())) {
                if (made.contains(row.sourceId())) {
                    continue;
                }
                Link link = linked.remove(row.sourceId());
                Link known = link == null ? Link.none(company, kind, row.sourceId(), row.sourceId()) : link;
                pairs.add(pair(row, known, identity, letters.get(row.sourceId())));
            }
            linked.values().forEach(link -> pairs.add(pair(null, link, identity, letters.get(link.sourceId()))));
        }
        return pairs;
    }

    /** Customers that Dokbro makes, or has made, in Go are linked by the run that makes them. */
    private static Set<String> madeByDokbro(Collection<Link> links) {
        return links.stream()
                .filter(link -> link.payload() != null || link.claim() != null)
                .map(Link::sourceId)
                .collect(Collectors.toSet());
    }

    private static ReferenceRecord pair(ReferenceRow row, Link link, LinkedIdentity identity, DeadLetter letter) {
        if (link.targetId() == null) {
            return new ReferenceRecord(row, link, null, null, letter);
        }
        ReferenceFacts before = Json.mapper().convertValue(link.facts(), ReferenceFacts.class);
        ReferenceFacts now = identity.now(link.entity(), link.sourceId(), link.targetId());
        RecordFailure changed = now == null ? null : LinkedIdentity.changed(link.entity(), before, now);
        return new ReferenceRecord(row, link, now, changed, letter);
    }

    /** Compares one pair with its link. A row for a person is thrown, and ends in the dead letter channel. */
    public void compare(@Body ReferenceRecord pair, @ExchangeProperty("run") Run run) {
        run.tally().read();
        Link link = pair.link();
        ReferenceRow row = pair.row();
        if (row != null && row.problem() != null) {
            hold(link, true, run);
            refuse(pair, row.problem(), run);
            return;
        }
        boolean said = row != null && row.chosen();
        if (pair.changed() != null && !said) {
            hold(link, true, run);
            refuse(pair, pair.changed(), run);
            return;
        }
        boolean sameTarget = row == null || row.targetId().equals(link.targetId());
        boolean sameFacts = pair.facts() == null || pair.facts().equals(link.facts());
        if (link.targetId() != null
                && sameTarget
                && (sameFacts || link.state() == Link.State.HELD && pair.changed() == null)) {
            hold(link, link.state() == Link.State.HELD && pair.now() == null, run);
            run.tally().count(Outcome.UNCHANGED);
            close(pair, run);
        } else if (link.targetId() != null && !sameTarget && !said) {
            // A link by id survives: what looks like the better match now does not move it.
            run.tally().count(Outcome.UNCHANGED);
        } else {
            add(pair, run);
        }
    }

    /** A row for a person is thrown, unless somebody has discarded just this. */
    private void refuse(ReferenceRecord pair, RecordFailure problem, Run run) {
        if (!Discarded.says(pair.deadLetter(), problem)) {
            throw problem;
        }
        records.outcome(run, pair, Outcome.SKIPPED, "discarded", problem.getMessage());
    }

    private void add(ReferenceRecord pair, Run run) {
        Link link = pair.link();
        Operation operation = link.targetId() == null ? Operation.ADOPT : Operation.UPDATE;
        JsonNode facts = pair.facts();
        List<PlanRow.Change> changes = link.facts() == null ? List.of() : Mapping.changes(link.facts(), facts);
        run.draft()
                .add(new PlanRow(
                        0,
                        operation,
                        link.entity(),
                        link.sourceId(),
                        link.owner(),
                        null,
                        link.version(),
                        facts,
                        changes,
                        null,
                        pair.row() == null ? link.targetId() : pair.row().targetId(),
                        label(facts),
                        null));
        if (run.dry()) {
            run.tally().count(operation.outcome());
        }
    }

    private static String label(JsonNode facts) {
        String number = facts.path("sourceNumber").asText("");
        String name = facts.path("sourceName").isNull()
                ? facts.path("targetName").asText("")
                : facts.path("sourceName").asText("");
        String label = (number.equals("null") ? "" : number + " ") + name;
        return label.strip().substring(0, Math.min(256, label.strip().length()));
    }

    /** What a person must look at is not used meanwhile: the hours that need it wait. */
    private void hold(Link link, boolean held, Run run) {
        boolean isHeld = link.state() == Link.State.HELD;
        if (link.targetId() != null && isHeld != held && !run.dry()) {
            claims.hold(link, held);
        }
    }

    private void close(ReferenceRecord pair, Run run) {
        if (pair.deadLetter() != null && !run.dry()) {
            deadLetters.close(
                    run.company().key(), pair.kind(), pair.sourceId(), DeadLetter.Status.SUPERSEDED, "run " + run.id());
        }
    }
}
