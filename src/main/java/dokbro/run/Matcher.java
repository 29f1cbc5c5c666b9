package dokbro.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** First match: whether the target holds a record already that nobody is linked to (design, section 2). */
public interface Matcher {

    /**
     * @param facts of the source record
     * @throws dokbro.failure.RecordFailure OTHER_NAME or SEVERAL_CANDIDATES: a row for a person
     */
    Optional<Match> find(Run run, String sourceId, JsonNode facts);

    /** @param current the target record as it stands */
    record Match(String targetId, JsonNode current) {}
}
