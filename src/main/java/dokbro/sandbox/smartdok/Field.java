package dokbro.sandbox.smartdok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * One member of a resource.
 *
 * @param max characters of a text, 0 for no limit
 * @param absent its value where none was given
 */
record Field(String name, Kind kind, boolean required, int max, JsonNode absent) {

    enum Kind {
        TEXT,
        INTEGER,
        DECIMAL,
        FLAG,
        TIME,
        LIST,
        OBJECT
    }

    static Field text(String name) {
        return new Field(name, Kind.TEXT, false, 0, NullNode.instance);
    }

    static Field text(String name, int max) {
        return new Field(name, Kind.TEXT, false, max, NullNode.instance);
    }

    /** A text that is never null: empty where none was given. */
    static Field blank(String name) {
        return new Field(name, Kind.TEXT, false, 0, TextNode.valueOf(""));
    }

    static Field integer(String name) {
        return new Field(name, Kind.INTEGER, false, 0, NullNode.instance);
    }

    static Field zero(String name) {
        return new Field(name, Kind.INTEGER, false, 0, IntNode.valueOf(0));
    }

    static Field decimal(String name) {
        return new Field(name, Kind.DECIMAL, false, 0, IntNode.valueOf(0));
    }

    static Field decimalOrNull(String name) {
        return new Field(name, Kind.DECIMAL, false, 0, NullNode.instance);
    }

    static Field flag(String name) {
        return new Field(name, Kind.FLAG, false, 0, BooleanNode.FALSE);
    }

    static Field time(String name) {
        return new Field(name, Kind.TIME, false, 0, NullNode.instance);
    }

    static Field list(String name) {
        return new Field(name, Kind.LIST, false, 0, JsonNodeFactory.instance.arrayNode());
    }

    static Field object(String name) {
        return new Field(name, Kind.OBJECT, false, 0, NullNode.instance);
    }

    Field must() {
        return new Field(name, kind, true, max, absent);
    }
}
