package dokbro.source;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.entity.FirstMatch;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import dokbro.link.Link;
import dokbro.link.Links;
import dokbro.run.Probe;
import dokbro.run.Run;
import dokbro.run.TargetRecords;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds what a POST of master data without an answer made, in a system that takes no mark: by number and name as they were sent, whatever
 * the master says now. Had such a record stood there before the claim, the first match would have linked it and nothing would have been sent.
 */
final class MasterProbe implements Probe {

    private final MasterKind kind;
    private final TargetRecords targets;
    private final Links links;

    MasterProbe(MasterKind kind, TargetRecords targets, Links links) {
        this.kind = kind;
        this.targets = targets;
        this.links = links;
    }

    @Override
    public Map<String, List<String>> find(Run run, List<Link> claims) {
        Set<String> taken = links.all(run.company().key(), run.entity()).stream()
                .map(Link::targetId)
                .filter(target -> target != null)
                .collect(Collectors.toSet());
        List<JsonNode> open = targets.since(run, run.from()).stream()
                .filter(row -> !taken.contains(text(row, "Id")))
                .toList();
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (Link claim : claims) {
            JsonNode sent = claim.claim().payload();
            found.put(
                    claim.sourceId(),
                    open.stream()
                            .filter(row -> same(row, sent))
                            .map(row -> text(row, "Id"))
                            .sorted()
                            .toList());
        }
        return found;
    }

    /** A record that is sent without a number has none in the target. */
    private boolean same(JsonNode row, JsonNode sent) {
        String sentNumber = text(sent, kind.number());
        String rowNumber = text(row, kind.number());
        boolean sameNumber = sentNumber == null || sentNumber.isBlank()
                ? rowNumber == null || rowNumber.isBlank()
                : FirstMatch.sameNumber(sentNumber, rowNumber);
        boolean sameParent =
                !sent.hasNonNull(kind.parent()) || text(sent, kind.parent()).equals(text(row, kind.parent()));
        return sameNumber && sameParent && FirstMatch.sameName(text(sent, kind.name()), text(row, kind.name()));
    }

    @Override
    public RecordFailure several(Link claimed, List<String> found) {
        JsonNode sent = claimed.claim().payload();
        String known = text(sent, kind.number()) == null ? text(sent, kind.name()) : text(sent, kind.number());
        return new RecordFailure(
                Reason.SEVERAL_CANDIDATES, kind.what(), known, kind.system(), String.join(", ", found));
    }

    /** Master data carries no mark. */
    @Override
    public List<Marked> marked(Run run, Instant since) {
        return List.of();
    }

    private static String text(JsonNode row, String member) {
        return SmartDokLists.text(row, member);
    }
}
