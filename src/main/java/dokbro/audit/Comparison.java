package dokbro.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.audit.Finding.Difference;
import dokbro.audit.Finding.Kind;
import dokbro.entity.Entity;
import dokbro.failure.Reason;
import dokbro.link.Link;
import dokbro.link.Links;
import dokbro.link.LinksByTarget;
import dokbro.run.EntityDefinition;
import dokbro.run.Reads;
import dokbro.run.Run;
import dokbro.run.TargetRecords;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The comparison that an audit makes. Of the target's records it keeps only which links they belong to. A link that changes while the audit
 * goes, or that has changed so shortly before that a read may not show it yet, is left alone, and so is one in doubt: both would look like
 * drift.
 */
final class Comparison {

    private static final int LONGEST_COMMENT = 40;

    private final Audit audit;
    private final Run run;
    private final Entity<?> entity;
    private final TargetRecords targets;
    private final Links links;
    private final LinksByTarget byTarget;
    private final Labels labels;
    private final Instant quietSince;
    private final AuditCounts counts = new AuditCounts();
    private final Set<Long> seen = new HashSet<>();
    private List<Finding> found = new ArrayList<>();

    /** @param quietSince a link that has changed after this is left alone */
    Comparison(
            Audit audit,
            Run run,
            EntityDefinition<?> definition,
            Links links,
            LinksByTarget byTarget,
            Instant quietSince) {
        this.audit = audit;
        this.run = run;
        this.entity = definition.entity();
        this.targets = definition.targets();
        this.links = links;
        this.byTarget = byTarget;
        this.labels = new Labels(links, run.company());
        this.quietSince = quietSince;
    }

    AuditCounts counts() {
        return counts;
    }

    /** What was found since the last call. */
    List<Finding> take() {
        List<Finding> taken = found;
        found = new ArrayList<>();
        return taken;
    }

    /** Compares records of the target with their links. The links are read after the records: what changed between shows in the link. */
    void records(List<JsonNode> records) {
        Map<String, JsonNode> byId = new HashMap<>();
        records.forEach(record -> byId.put(record.path("Id").asText(), record));
        Map<String, Link> linked = new HashMap<>();
        byTarget.of(audit.company(), audit.entity(), byId.keySet()).forEach(link -> linked.put(link.targetId(), link));
        byId.forEach((id, record) -> {
            Link link = linked.get(id);
            if (link == null) {
                unlinked(id, record);
            } else if (link.state() == Link.State.LINKED && seen.add(link.id())) {
                linked(link, record);
            }
        });
    }

    private void linked(Link link, JsonNode record) {
        if (changing(link)) {
            counts.ignored();
        } else {
            compare(link, record);
        }
    }

    /** Looks for the records of links that the list did not have: each is asked for by itself. */
    void missing(List<Link> page) {
        for (Link link : page) {
            if (seen.contains(link.id())) {
                continue;
            }
            if (changing(link)) {
                counts.ignored();
                continue;
            }
            Optional<JsonNode> there = targets.find(run, link.targetId());
            if (changedSince(link)) {
                counts.ignored();
            } else if (there.flatMap(targets::lock)
                    .filter(lock -> lock.reason() == Reason.INVOICED_IN_GO)
                    .isPresent()) {
                // No draft any more, which the office may have changed before it was invoiced.
                counts.equal();
            } else if (there.isPresent()) {
                compare(link, there.get());
            } else {
                found(Kind.MISSING, link, link.payload(), List.of());
            }
        }
    }

    private boolean changing(Link link) {
        return link.claim() != null
                || link.doubt() != null
                || link.payload() == null
                || !link.updatedAt().isBefore(quietSince);
    }

    private boolean changedSince(Link link) {
        return links.find(link.company(), link.entity(), link.sourceId())
                .filter(now -> now.version() == link.version())
                .isEmpty();
    }

    private void compare(Link link, JsonNode record) {
        List<Difference> differences = differences(targets, record, link.payload());
        if (differences.isEmpty()) {
            counts.equal();
        } else {
            found(Kind.CHANGED, link, record, differences);
        }
    }

    static List<Difference> differences(TargetRecords targets, JsonNode record, JsonNode payload) {
        return Reads.differences(targets, record, payload).stream()
                .map(change -> new Difference(change.field(), change.to(), change.from()))
                .toList();
    }

    private void unlinked(String id, JsonNode record) {
        Mark mark = Mark.in(record, entity.marked());
        if (mark != null) {
            Optional<Link> link = links.find(audit.company(), audit.entity(), mark.sourceId());
            if (link.filter(this::mayStillBeLinked).isPresent()) {
                counts.ignored();
            } else {
                found(Kind.ORPHAN, mark.sourceId(), id, null, record, mark.text(), List.of());
            }
        } else if (labels.employee(record) != null && !beforeStart(record)) {
            found(Kind.FOREIGN, null, id, null, record, comment(record), List.of());
        }
    }

    /** The record may be the answer to an open question, or the old one that a replacement has just taken away. */
    private boolean mayStillBeLinked(Link link) {
        return link.claim() != null
                || (link.doubt() != null && link.doubt().mayBeGone())
                || !link.updatedAt().isBefore(quietSince);
    }

    private boolean beforeStart(JsonNode record) {
        LocalDate date = date(record);
        return date != null && date.isBefore(run.company().startDate());
    }

    private void found(Kind kind, Link link, JsonNode record, List<Difference> differences) {
        found(kind, link.sourceId(), link.targetId(), link, record, null, differences);
    }

    private void found(
            Kind kind,
            String sourceId,
            String targetId,
            Link link,
            JsonNode record,
            String comment,
            List<Difference> differences) {
        counts.found(kind);
        found.add(new Finding(
                0,
                audit.id(),
                kind,
                sourceId,
                targetId,
                link == null ? null : link.version(),
                link == null ? date(record) : link.date(),
                labels.employee(record),
                labels.project(record),
                entity.held(record, run.company()),
                comment,
                differences,
                null));
    }

    /** As much as tells which integration or person it is from. */
    private static String comment(JsonNode record) {
        String text = record.path("InternalComment").asText("").strip();
        return text.isEmpty() ? null : text.substring(0, Math.min(LONGEST_COMMENT, text.length()));
    }

    private static LocalDate date(JsonNode record) {
        String text = record.path("Date").asText("");
        return text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
    }
}
