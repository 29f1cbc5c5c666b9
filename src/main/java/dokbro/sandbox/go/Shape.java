package dokbro.sandbox.go;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The members of one kind of record: type, what POST and PATCH may set, what they refer to. Built once, then only read. */
final class Shape {

    private final String entity;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final List<Reference> references = new ArrayList<>();

    /** @param entity as titles of problems name it: Salary line */
    Shape(String entity) {
        this.entity = entity;
    }

    /** One member. */
    static final class Field {
        final String name;
        final Type type;
        final boolean post;
        final boolean patch;
        boolean required;
        int max = Integer.MAX_VALUE;
        List<String> choices = List.of();
        JsonNode initial = Json.mapper().nullNode();

        private Field(String name, Type type, boolean post, boolean patch) {
            this.name = name;
            this.type = type;
            this.post = post;
            this.patch = patch;
        }
    }

    /**
     * @param idMember holds the id of a record in the table
     * @param codeMember names the same record by code or number, on POST instead of the id; null where there is none
     * @param codeOf the member of the other record that holds the code
     */
    record Reference(String idMember, String codeMember, Table table, String codeOf) {}

    /** Members that POST and PATCH may set. */
    Shape writable(Type type, String... names) {
        return add(type, true, true, names);
    }

    /** Members that only POST may set. */
    Shape postOnly(Type type, String... names) {
        return add(type, true, false, names);
    }

    Shape readOnly(Type type, String... names) {
        return add(type, false, false, names);
    }

    /** An enum that POST and PATCH may set. */
    Shape choice(String name, String... values) {
        add(Type.CHOICE, true, true, name);
        fields.get(name).choices = List.of(values);
        return this;
    }

    Shape required(String... names) {
        for (String name : names) {
            fields.get(name).required = true;
        }
        return this;
    }

    Shape max(String name, int length) {
        fields.get(name).max = length;
        return this;
    }

    /** What a member is when POST leaves it out. */
    Shape initial(String name, Object value) {
        fields.get(name).initial = Json.mapper().valueToTree(value);
        return this;
    }

    /** A reference by id, and by code on POST where a code member is given. */
    Shape refers(String idMember, String codeMember, Table table, String codeOf) {
        references.add(new Reference(idMember, codeMember, table, codeOf));
        return this;
    }

    String entity() {
        return entity;
    }

    Field field(String name) {
        return fields.get(name);
    }

    Iterable<Field> fields() {
        return fields.values();
    }

    List<Reference> references() {
        return references;
    }

    /** A record of this shape with every member at its initial value. */
    ObjectNode blank() {
        ObjectNode blank = Json.mapper().createObjectNode();
        fields.values().forEach(field -> blank.set(field.name, field.initial));
        return blank;
    }

    private Shape add(Type type, boolean post, boolean patch, String... names) {
        for (String name : names) {
            fields.put(name, new Field(name, type, post, patch));
        }
        return this;
    }
}
