package dokbro.source;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.api.Api;
import dokbro.entity.FirstMatch;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import dokbro.link.Link;
import dokbro.link.Links;
import dokbro.run.Probe;
import dokbro.run.Run;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds what a POST without an answer made where the target takes no mark: by number and name as they were sent, whatever the master says
 * now. Had such a record stood there before the claim, the first match would have linked it and nothing would have been sent.
 */
final class NumberProbe implements Probe {

    private final Api target;
    private final String what;
    private final String number;
    private final String name;
    private final Function<Run, List<JsonNode>> list;
    private final Links links;

    /**
     * @param target where the record was sent
     * @param what the kind of record, for people
     * @param number member that holds the number
     * @param name member that holds the name
     */
    NumberProbe(Api target, String what, String number, String name, Function<Run, List<JsonNode>> list, Links links) {
        this.target = target;
        this.what = what;
        this.number = number;
        this.name = name;
        this.list = list;
        this.links = links;
    }

    @Override
    public Map<String, List<String>> find(Run run, List<Link> claims) {
        Set<String> taken = links.all(run.company().key(), run.entity()).stream()
                .map(Link::targetId)
                .filter(target -> target != null)
                .collect(Collectors.toSet());
        List<JsonNode> open = list.apply(run).stream()
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

    private boolean same(JsonNode row, JsonNode sent) {
        String sentNumber = text(sent, number);
        String rowNumber = text(row, number);
        boolean sameNumber = sentNumber == null || sentNumber.isBlank()
                ? rowNumber == null || rowNumber.isBlank()
                : FirstMatch.sameNumber(sentNumber, rowNumber);
        boolean sameParent =
                !sent.hasNonNull("ProjectId") || text(sent, "ProjectId").equals(text(row, "ProjectId"));
        return sameNumber && sameParent && FirstMatch.sameName(text(sent, name), text(row, name));
    }

    @Override
    public RecordFailure several(Link claimed, List<String> targets) {
        JsonNode sent = claimed.claim().payload();
        String known = text(sent, number) == null ? text(sent, name) : text(sent, number);
        return new RecordFailure(Reason.SEVERAL_CANDIDATES, what, known, target, String.join(", ", targets));
    }

    /** These records carry no mark. */
    @Override
    public List<Marked> marked(Run run, Instant since) {
        return List.of();
    }

    private static String text(JsonNode row, String member) {
        return SmartDokLists.text(row, member);
    }
}
