package dokbro.source;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.entity.FirstMatch;
import dokbro.entity.activities.AbsenceActivity;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import dokbro.link.Link;
import dokbro.link.Links;
import dokbro.run.Matcher;
import dokbro.run.Run;
import dokbro.run.TargetRecords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** First match of projects, sub-projects and activities against what stands in the other system already, in either direction. */
final class MasterMatches {

    private final MasterKind kind;
    private final TargetRecords targets;
    private final Links links;

    MasterMatches(MasterKind kind, TargetRecords targets, Links links) {
        this.kind = kind;
        this.targets = targets;
        this.links = links;
    }

    /** By number and name. SmartDok's orders are no projects. */
    Matcher projects() {
        return (run, sourceId, facts) -> numberAndName(
                run, rows(run, project -> !project.path("IsOrder").asBoolean()), text(facts, "number"), facts);
    }

    /** Among the sub-projects of the linked parent, whichever way their number is written. */
    Matcher subProjects() {
        return (run, sourceId, facts) -> {
            String parent = run.linked("projects", text(facts, "parentId")).orElse(null);
            List<JsonNode> siblings = rows(run, sub -> text(sub, kind.parent()).equals(parent));
            String number = text(facts, "number");
            String name = text(facts, "name");
            String parentNumber = text(facts, "parentNumber");
            return decide(
                    parentNumber + "." + number,
                    name,
                    FirstMatch.subProject(parentNumber, number, name, candidates(run, siblings)),
                    siblings,
                    List.of());
        };
    }

    Matcher activities() {
        return (run, sourceId, facts) -> numberAndName(run, rows(run, activity -> true), text(facts, "code"), facts);
    }

    /**
     * Go shows the code of an activity only where it was made by hand: one without is known by its name. Go's activities for absence are none
     * for work.
     */
    Matcher activitiesInGo() {
        return (run, sourceId, facts) -> {
            String code = text(facts, "code");
            String name = text(facts, "name");
            List<JsonNode> absence = rows(run, AbsenceActivity::inGo);
            if (absence.stream().anyMatch(activity -> FirstMatch.sameName(name, text(activity, kind.name())))) {
                throw new RecordFailure(Reason.ABSENCE_IN_GO, name);
            }
            List<JsonNode> open = rows(run, activity -> !AbsenceActivity.inGo(activity));
            List<FirstMatch.Candidate> candidates = candidates(run, open).stream()
                    .map(candidate -> candidate.number() == null && FirstMatch.sameName(name, candidate.name())
                            ? new FirstMatch.Candidate(candidate.id(), code, candidate.name(), candidate.linked())
                            : candidate)
                    .toList();
            return decide(code, name, candidates, open);
        };
    }

    private List<JsonNode> rows(Run run, Predicate<JsonNode> fitting) {
        List<JsonNode> all = run.once("candidates of " + run.entity(), () -> targets.since(run, run.from()));
        return all.stream().filter(fitting).toList();
    }

    private Optional<Matcher.Match> numberAndName(Run run, List<JsonNode> rows, String number, JsonNode facts) {
        return decide(number, text(facts, "name"), candidates(run, rows), rows);
    }

    private Optional<Matcher.Match> decide(
            String number, String name, List<FirstMatch.Candidate> candidates, List<JsonNode> rows) {
        return decide(
                number,
                name,
                FirstMatch.numberAndName(number, name, candidates),
                rows,
                FirstMatch.sameNameOtherNumber(number, name, candidates));
    }

    private List<FirstMatch.Candidate> candidates(Run run, List<JsonNode> rows) {
        Set<String> taken = run.once(
                "linked " + run.entity(),
                () -> links.all(run.company().key(), run.entity()).stream()
                        .filter(link -> link.targetId() != null)
                        .map(Link::targetId)
                        .collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> new FirstMatch.Candidate(
                        text(row, "Id"),
                        text(row, kind.number()),
                        text(row, kind.name()),
                        taken.contains(text(row, "Id"))))
                .toList();
    }

    private Optional<Matcher.Match> decide(
            String number,
            String name,
            FirstMatch.Answer answer,
            List<JsonNode> rows,
            List<String> sameNameOtherNumber) {
        if (answer instanceof FirstMatch.Same same) {
            Map<String, JsonNode> byId =
                    rows.stream().collect(Collectors.toMap(row -> text(row, "Id"), Function.identity()));
            return Optional.of(new Matcher.Match(same.id(), byId.get(same.id())));
        }
        if (answer instanceof FirstMatch.OtherName other) {
            String inSmartDok = kind.inGo() ? name : other.name();
            String inGo = kind.inGo() ? other.name() : name;
            throw new RecordFailure(Reason.OTHER_NAME, kind.what(), number, inSmartDok, inGo);
        }
        if (answer instanceof FirstMatch.Several several) {
            throw new RecordFailure(
                    Reason.SEVERAL_CANDIDATES, kind.what(), number, kind.system(), String.join(", ", several.ids()));
        }
        if (!sameNameOtherNumber.isEmpty()) {
            throw new RecordFailure(
                    Reason.OTHER_NUMBER,
                    kind.what(),
                    number,
                    name,
                    kind.system(),
                    String.join(", ", sameNameOtherNumber));
        }
        return Optional.empty();
    }

    private static String text(JsonNode row, String member) {
        return SmartDokLists.text(row, member);
    }
}
