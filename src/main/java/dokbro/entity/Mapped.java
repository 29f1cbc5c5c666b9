package dokbro.entity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * A target record before its references are resolved.
 *
 * @param payload the target record; a member named in {@code references} is not in it yet
 * @param references member of the payload → what it refers to
 */
public record Mapped(ObjectNode payload, Map<String, Reference> references) {

    /**
     * A record that must be linked before this one can go.
     *
     * @param kinds the links to look in, in order: "projects", "wage-types" …
     * @param sourceId the id there
     * @param label what people know it by, for the waiting message: "prosjekt 1001"
     */
    public record Reference(List<String> kinds, String sourceId, String label) {}
}
