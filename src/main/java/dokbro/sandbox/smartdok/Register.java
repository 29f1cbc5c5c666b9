package dokbro.sandbox.smartdok;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The records of one resource in the order they were made. A record is replaced, never changed; nobody else changes one either. */
final class Register {

    private final int startId;
    private final Map<String, ObjectNode> records = new LinkedHashMap<>();
    private final Map<String, String> idByKey = new LinkedHashMap<>();
    private int lastId;

    /** @param startId the first id that {@link #nextId} gives is one more */
    Register(int startId) {
        this.startId = startId;
        this.lastId = startId;
    }

    synchronized void clear() {
        records.clear();
        idByKey.clear();
        lastId = startId;
    }

    synchronized int nextId() {
        return ++lastId;
    }

    /** Adds a record, which has its Id. */
    synchronized void add(ObjectNode record) {
        records.put(record.get("Id").asText(), record);
    }

    /** Adds a record that the contractor's data know by a key. */
    synchronized void add(String key, ObjectNode record) {
        add(record);
        idByKey.put(key, record.get("Id").asText());
    }

    /** The id of the contractor's record with this key. */
    synchronized String id(String key) {
        String id = idByKey.get(key);
        if (id == null) {
            throw new IllegalArgumentException("SmartDok has no record " + key);
        }
        return id;
    }

    synchronized Optional<ObjectNode> find(String id) {
        return Optional.ofNullable(records.get(id));
    }

    synchronized List<ObjectNode> all() {
        return List.copyOf(records.values());
    }

    /** Takes a record away; false where there is none. */
    synchronized boolean remove(String id) {
        return records.remove(id) != null;
    }

    synchronized int size() {
        return records.size();
    }

    /** Replaces a record by a changed copy; false where there is none. */
    synchronized boolean change(String id, Consumer<ObjectNode> change) {
        ObjectNode record = records.get(id);
        if (record == null) {
            return false;
        }
        ObjectNode copy = record.deepCopy();
        change.accept(copy);
        records.put(id, copy);
        return true;
    }
}
