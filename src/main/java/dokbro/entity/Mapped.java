package dokbro.entity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * A target record before its references are resolved.
 *
 * @param payload the target record; a member named in {@code references} is not in it yet
 * @param references member of the payload → what it refers to; a member further down is a JSON pointer, {@code /VoucherLines/0/ProjectId}
 */
public record Mapped(ObjectNode payload, Map<String, Reference> references) {

    /**
     * A record that must be linked before this one can go.
     *
     * @param kinds the links to look in, in order: "projects", "wage-types" …
     * @param sourceId the id there
     * @param label what people know it by, for the waiting message: "prosjekt 1001"
     * @param optional the record goes without it where it is not linked
     */
    public record Reference(List<String> kinds, String sourceId, String label, boolean optional) {

        /** One that must be there. */
        public Reference(List<String> kinds, String sourceId, String label) {
            this(kinds, sourceId, label, false);
        }

        /** The same, but the record need not wait for it. */
        public Reference whereLinked() {
            return new Reference(kinds, sourceId, label, true);
        }
    }

    /** The top member of the payload that a key of {@link #references()} lies in. */
    public static String member(String key) {
        return key.startsWith("/") ? key.split("/")[1] : key;
    }
}
