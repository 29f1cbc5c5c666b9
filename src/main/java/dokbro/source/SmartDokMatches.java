package dokbro.source;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.entity.FirstMatch;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import dokbro.link.Link;
import dokbro.link.Links;
import dokbro.run.Matcher;
import dokbro.run.Run;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** First match of Go's projects, sub-projects and activities against what stands in SmartDok already. */
@Component
class SmartDokMatches {

    private final SmartDokLists lists;
    private final Links links;

    SmartDokMatches(SmartDokLists lists, Links links) {
        this.lists = lists;
        this.links = links;
    }

    Matcher projects() {
        return (run, sourceId, facts) -> {
            List<JsonNode> projects = lists.projects(run).stream()
                    .filter(project -> !project.path("IsOrder").asBoolean())
                    .toList();
            String number = text(facts, "number");
            String name = text(facts, "name");
            var candidates = candidates(run, "projects", projects, "ProjectNumber", "ProjectName");
            return decide(
                    "prosjekt",
                    number,
                    name,
                    FirstMatch.numberAndName(number, name, candidates),
                    projects,
                    FirstMatch.sameNameOtherNumber(number, name, candidates));
        };
    }

    Matcher subProjects() {
        return (run, sourceId, facts) -> {
            String parent = run.linked("projects", text(facts, "parentId")).orElse(null);
            List<JsonNode> siblings = lists.subProjects(run).stream()
                    .filter(sub -> text(sub, "ProjectId").equals(parent))
                    .toList();
            String number = text(facts, "number");
            String name = text(facts, "name");
            var candidates = candidates(run, "sub-projects", siblings, "SubProjectNumber", "SubProjectName");
            String parentNumber = text(facts, "parentNumber");
            return decide(
                    "underprosjekt",
                    parentNumber + "." + number,
                    name,
                    FirstMatch.subProject(parentNumber, number, name, candidates),
                    siblings,
                    List.of());
        };
    }

    Matcher activities() {
        return (run, sourceId, facts) -> {
            List<JsonNode> activities = lists.activities(run);
            String code = text(facts, "code");
            String name = text(facts, "name");
            var candidates = candidates(run, "activities", activities, "Number", "Name");
            return decide(
                    "aktivitet",
                    code,
                    name,
                    FirstMatch.numberAndName(code, name, candidates),
                    activities,
                    FirstMatch.sameNameOtherNumber(code, name, candidates));
        };
    }

    private List<FirstMatch.Candidate> candidates(
            Run run, String kind, List<JsonNode> rows, String number, String name) {
        Set<String> taken = run.once(
                "linked " + kind,
                () -> links.all(run.company().key(), kind).stream()
                        .filter(link -> link.targetId() != null)
                        .map(Link::targetId)
                        .collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> new FirstMatch.Candidate(
                        text(row, "Id"), text(row, number), text(row, name), taken.contains(text(row, "Id"))))
                .toList();
    }

    private static Optional<Matcher.Match> decide(
            String what,
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
            throw new RecordFailure(Reason.OTHER_NAME, what, number, other.name(), name);
        }
        if (answer instanceof FirstMatch.Several several) {
            throw new RecordFailure(
                    Reason.SEVERAL_CANDIDATES, what, number, "SmartDok", String.join(", ", several.ids()));
        }
        if (!sameNameOtherNumber.isEmpty()) {
            throw new RecordFailure(
                    Reason.OTHER_NUMBER, what, number, name, "SmartDok", String.join(", ", sameNameOtherNumber));
        }
        return Optional.empty();
    }

    private static String text(JsonNode row, String member) {
        return SmartDokLists.text(row, member);
    }
}
