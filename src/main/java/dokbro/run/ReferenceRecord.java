package dokbro.run;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Json;
import dokbro.deadletter.DeadLetter;
import dokbro.entity.reference.ReferenceFacts;
import dokbro.entity.reference.ReferenceRow;
import dokbro.failure.RecordFailure;
import dokbro.link.Link;
import java.time.LocalDate;

/**
 * One pair of register rows on its way to the comparison.
 *
 * @param row the link that should be; null where a linked pair has none any more
 * @param now who the two sides of the link are today; null where there is no link, or one of them is gone
 * @param changed why the link must not be used until somebody has spoken; null otherwise
 * @param deadLetter the current one, or null
 */
record ReferenceRecord(ReferenceRow row, Link link, ReferenceFacts now, RecordFailure changed, DeadLetter deadLetter)
        implements Failing {

    @Override
    public String kind() {
        return link.entity();
    }

    @Override
    public String sourceId() {
        return link.sourceId();
    }

    @Override
    public String owner() {
        return link.owner();
    }

    @Override
    public LocalDate date() {
        return null;
    }

    @Override
    public JsonNode source() {
        return null;
    }

    @Override
    public JsonNode facts() {
        ReferenceFacts facts = row != null && row.facts() != null ? row.facts() : now;
        return facts == null ? null : Json.canonical(facts);
    }
}
