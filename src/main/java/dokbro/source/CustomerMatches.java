package dokbro.source;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.entity.FirstMatch;
import dokbro.entity.reference.GoRegisters;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import dokbro.run.Matcher;
import dokbro.run.Run;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** First match of SmartDok's customers against Go's: the same rule as in reference-data, and the same name twice is a question as well. */
@Component
class CustomerMatches implements Matcher {

    private static final String WHAT = "kunde";

    private final PowerOfficeLists lists;

    CustomerMatches(PowerOfficeLists lists) {
        this.lists = lists;
    }

    @Override
    public Optional<Match> find(Run run, String sourceId, JsonNode facts) {
        String number = SmartDokLists.text(facts, "number");
        String name = SmartDokLists.text(facts, "name");
        boolean active = facts.path("active").asBoolean();
        if (number == null || !active) {
            return Optional.empty();
        }
        List<FirstMatch.Candidate> candidates = GoRegisters.customerCandidates(lists.customers(run));
        FirstMatch.Answer answer = FirstMatch.numberAndName(number, name, candidates);
        if (answer instanceof FirstMatch.Same same) {
            return Optional.of(new Match(same.id(), null));
        }
        if (answer instanceof FirstMatch.OtherName other) {
            throw new RecordFailure(Reason.OTHER_NAME, WHAT, number, name, String.valueOf(other.name()));
        }
        if (answer instanceof FirstMatch.Several several) {
            throw new RecordFailure(Reason.SEVERAL_CANDIDATES, WHAT, number, "Go", String.join(", ", several.ids()));
        }
        List<String> sameName = FirstMatch.sameNameOtherNumber(number, name, candidates);
        if (!sameName.isEmpty()) {
            throw new RecordFailure(Reason.OTHER_NUMBER, WHAT, number, name, "Go", String.join(", ", sameName));
        }
        return Optional.empty();
    }
}
