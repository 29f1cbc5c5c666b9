package dokbro.run;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.deadletter.DeadLetter;
import dokbro.link.Link;
import java.time.LocalDate;
import java.util.Map;

/**
 * A record as it was read, with all that Dokbro knows of it.
 *
 * @param owner the record's id in the source
 * @param links by source id, all parts of the record
 * @param deadLetters by source id, the current ones
 */
record SourceRecord(
        String kind, String owner, JsonNode source, Map<String, Link> links, Map<String, DeadLetter> deadLetters)
        implements Failing {

    @Override
    public String sourceId() {
        return owner;
    }

    @Override
    public LocalDate date() {
        return null;
    }
}
