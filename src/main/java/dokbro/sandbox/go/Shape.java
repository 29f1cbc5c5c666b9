package dokbro.sandbox.go;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The members of one kind of record: type, what POST and PATCH may set, what they refer to. Built once, then only read. */
final class Shape {

    private static final long NONE = -1;

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
        /** Of each element, where the member is a list of lines. */
        Shape lines;

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
     * @param orNone whether −1 says "explicitly none"
     */
    record Reference(String idMember, String codeMember, Table table, Coding coding, boolean orNone) {

        /** Whether the id names a record of the table. */
        boolean names(JsonNode id) {
            return !id.isNull() && !(orNone && id.asLong() == NONE);
        }
    }

    /** How the records of a table are named by code: which one a code means, and which code one has. */
    record Coding(Function<String, Optional<ObjectNode>> find, Function<ObjectNode, JsonNode> of) {}

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

    /** A list of lines of another shape, which only POST of the whole record may set. */
    Shape lines(String name, Shape line) {
        add(Type.LINES, true, false, name);
        fields.get(name).lines = line;
        return initial(name, List.of());
    }

    /**
     * A reference by id, and by code on POST where a code member is given.
     *
     * @param codeOf the member of the other record that holds the code
     */
    Shape refers(String idMember, String codeMember, Table table, String codeOf) {
        return refers(
                idMember, codeMember, table, new Coding(code -> table.find(codeOf, code), other -> other.get(codeOf)));
    }

    /** A reference to a project, by its code as others see it: {@code main} or {@code main.sub}. */
    Shape refersToProject(String idMember, String codeMember, Table projects) {
        return refers(idMember, codeMember, projects, ProjectCodes.coding(projects));
    }

    private Shape refers(String idMember, String codeMember, Table table, Coding coding) {
        references.add(new Reference(idMember, codeMember, table, coding, false));
        return this;
    }

    /** Lets these references be −1, "explicitly none". */
    Shape orNone(String... idMembers) {
        references.replaceAll(each -> List.of(idMembers).contains(each.idMember())
                ? new Reference(each.idMember(), each.codeMember(), each.table(), each.coding(), true)
                : each);
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
