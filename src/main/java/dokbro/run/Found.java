package dokbro.run;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.Json;
import dokbro.deadletter.DeadLetter;
import dokbro.entity.Part;
import dokbro.link.Link;
import java.time.LocalDate;

/**
 * One part of a source record on its way to the comparison.
 *
 * @param part null where a link's part is no longer in the record
 * @param link {@link Link#none} where there is no row
 * @param deadLetter the current one, or null
 */
record Found(SourceRecord record, Part<?> part, Link link, DeadLetter deadLetter) implements Failing {

    @Override
    public String kind() {
        return record.kind();
    }

    @Override
    public String sourceId() {
        return link.sourceId();
    }

    @Override
    public String owner() {
        return record.owner();
    }

    @Override
    public LocalDate date() {
        return part == null ? link.date() : part.date();
    }

    @Override
    public JsonNode source() {
        return record.source();
    }

    @Override
    public JsonNode facts() {
        return part == null || part.facts() == null ? null : Json.canonical(part.facts());
    }
}
