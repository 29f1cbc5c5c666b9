package dokbro.sandbox.go;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The records of one kind, with what they were a while ago for readers of a lagging replica. Not thread-safe: callers hold the lock of
 * {@link GoData}. Values are never changed in place.
 */
final class Table {

    private static final String REFERENCE = "ExternalImportReference";

    private final String kind;
    private final boolean guids;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final Map<String, String> holders = new HashMap<>();
    private long nextId;

    /**
     * @param kind as messages name it: Project, Pay item
     * @param firstId the first id given
     */
    Table(String kind, long firstId) {
        this(kind, firstId, false);
    }

    private Table(String kind, long firstId, boolean guids) {
        this.kind = kind;
        this.nextId = firstId;
        this.guids = guids;
    }

    /** A table whose records have GUIDs, the same ones in the same order. */
    static Table withGuids(String kind) {
        return new Table(kind, 1, true);
    }

    String kind() {
        return kind;
    }

    long newId() {
        return nextId++;
    }

    /** A new id as a record holds it. */
    JsonNode newIdNode() {
        long id = newId();
        return guids ? guid(kind + " " + id) : LongNode.valueOf(id);
    }

    /** The GUID that stands for a name, always the same. */
    static JsonNode guid(String name) {
        return TextNode.valueOf(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
    }

    /** A record as somebody sees it. */
    record Seen(ObjectNode value, Instant created, Instant changed) {}

    /** Adds a record, or a new state of one; the value has its Id. */
    void put(ObjectNode value, Instant at) {
        String id = value.get("Id").asText();
        now(id).ifPresent(before -> holders.remove(reference(before)));
        Row row = rows.computeIfAbsent(id, key -> new Row(at, new ArrayList<>()));
        row.versions.add(new Version(at, value));
        if (reference(value) != null) {
            holders.put(reference(value), id);
        }
    }

    /** Removes a record; it stays visible to those who look at a state before this moment. */
    void remove(String id, Instant at, boolean forgetAtOnce) {
        Row row = rows.get(id);
        row.now().ifPresent(before -> holders.remove(reference(before)));
        if (forgetAtOnce) {
            rows.remove(id);
        } else {
            row.versions.add(new Version(at, null));
        }
    }

    /** Forgets states that were replaced before this moment. */
    void forget(String id, Instant before) {
        Row row = rows.get(id);
        while (row.versions.size() > 1 && !row.versions.get(1).at.isAfter(before)) {
            row.versions.remove(0);
        }
    }

    /** The record as it is. */
    Optional<ObjectNode> now(String id) {
        return Optional.ofNullable(rows.get(id)).flatMap(Row::now);
    }

    /** The record as it is, or as it last was: what a lagging reader's older records refer to may be deleted by now. */
    Optional<ObjectNode> last(String id) {
        return Optional.ofNullable(rows.get(id)).flatMap(Row::last);
    }

    /** All records as they are, in the order they were made. */
    Stream<ObjectNode> all() {
        return rows.values().stream().map(Row::now).flatMap(Optional::stream);
    }

    /** The record as it was at a moment. */
    Optional<Seen> at(String id, Instant moment) {
        return Optional.ofNullable(rows.get(id)).flatMap(row -> row.at(moment));
    }

    /** All records as they were at a moment. */
    Stream<Seen> at(Instant moment) {
        return rows.values().stream().map(row -> row.at(moment)).flatMap(Optional::stream);
    }

    /** The first record with this value, compared as text. */
    Optional<ObjectNode> find(String member, String value) {
        return all().filter(node -> node.path(member).asText().equals(value)).findFirst();
    }

    /** The id of the record that has this ExternalImportReference. */
    Optional<String> holder(String reference) {
        return Optional.ofNullable(holders.get(reference));
    }

    /** A reversed voucher shows its reference and holds it no more. */
    private static String reference(JsonNode value) {
        return value.path("IsReversed").asBoolean()
                ? null
                : value.path(REFERENCE).textValue();
    }

    private record Version(Instant at, ObjectNode value) {}

    private record Row(Instant created, List<Version> versions) {

        private Optional<ObjectNode> now() {
            return Optional.ofNullable(versions.get(versions.size() - 1).value);
        }

        private Optional<ObjectNode> last() {
            return now().or(() -> Optional.of(versions.get(versions.size() - 2).value));
        }

        private Optional<Seen> at(Instant moment) {
            for (int i = versions.size() - 1; i >= 0; i--) {
                Version version = versions.get(i);
                if (!version.at.isAfter(moment)) {
                    return version.value == null
                            ? Optional.empty()
                            : Optional.of(new Seen(version.value, created, version.at));
                }
            }
            return Optional.empty();
        }
    }
}
