package dokbro.sandbox.go;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The types of members, and what JSON they take. */
enum Type {
    LONG {
        @Override
        Optional<JsonNode> read(JsonNode sent) {
            return Optional.of(sent)
                    .filter(JsonNode::isIntegralNumber)
                    .filter(JsonNode::canConvertToLong)
                    .map(number -> LongNode.valueOf(number.asLong()));
        }
    },
    INTEGER {
        @Override
        Optional<JsonNode> read(JsonNode sent) {
            return Optional.of(sent)
                    .filter(JsonNode::isIntegralNumber)
                    .filter(JsonNode::canConvertToInt)
                    .map(number -> IntNode.valueOf(number.asInt()));
        }
    },
    DECIMAL {
        @Override
        Optional<JsonNode> read(JsonNode sent) {
            return Optional.of(sent).filter(JsonNode::isNumber);
        }
    },
    BOOLEAN {
        @Override
        Optional<JsonNode> read(JsonNode sent) {
            return Optional.of(sent).filter(JsonNode::isBoolean);
        }
    },
    TEXT {
        @Override
        Optional<JsonNode> read(JsonNode sent) {
            return Optional.of(sent).filter(JsonNode::isTextual);
        }
    },
    /** A timestamp; only Go sets these. */
    MOMENT {
        @Override
        Optional<JsonNode> read(JsonNode sent) {
            return Optional.empty();
        }
    },
    /** A day; a time part is taken and dropped. */
    DATE {
        @Override
        Optional<JsonNode> read(JsonNode sent) {
            return Optional.of(sent).filter(JsonNode::isTextual).flatMap(text -> day(text.textValue()));
        }
    },
    /** Clock time, HH:mm. */
    TIME {
        @Override
        Optional<JsonNode> read(JsonNode sent) {
            return Optional.of(sent)
                    .filter(JsonNode::isTextual)
                    .filter(text -> CLOCK_TIME.matcher(text.textValue()).matches());
        }
    },
    GUID {
        @Override
        Optional<JsonNode> read(JsonNode sent) {
            return Optional.of(sent).filter(JsonNode::isTextual).flatMap(text -> guid(text.textValue()));
        }
    },
    /** A list of objects of a shape of their own, which the binding reads. */
    LINES {
        @Override
        Optional<JsonNode> read(JsonNode sent) {
            return Optional.of(sent).filter(JsonNode::isArray);
        }
    },
    /** One of the field's choices, as text. */
    CHOICE {
        @Override
        Optional<JsonNode> read(JsonNode sent) {
            return TEXT.read(sent);
        }
    };

    private static final Pattern CLOCK_TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
    private static final Pattern TIME_PART =
            Pattern.compile("T\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,7})?)?(Z|[+-]\\d\\d:\\d\\d)?");
    private static final int DAY_LENGTH = 10;

    /** The value as it is kept; empty when this is no value of the type. */
    abstract Optional<JsonNode> read(JsonNode sent);

    private static Optional<JsonNode> day(String text) {
        if (text.length() > DAY_LENGTH
                && !TIME_PART.matcher(text.substring(DAY_LENGTH)).matches()) {
            return Optional.empty();
        }
        try {
            String day = text.substring(0, Math.min(DAY_LENGTH, text.length()));
            return Optional.of(TextNode.valueOf(
                    LocalDate.parse(day, DateTimeFormatter.ISO_LOCAL_DATE).toString()));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> guid(String text) {
        try {
            return Optional.of(TextNode.valueOf(UUID.fromString(text).toString()));
        } catch (IllegalArgumentException notAGuid) {
            return Optional.empty();
        }
    }
}
