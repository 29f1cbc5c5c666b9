package dokbro.entity;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * One record as an API answered it, read member by member.
 *
 * @param what the Norwegian word for it, for messages: "prosjekt"
 */
public record SourceRecord(JsonNode node, String what) {

    private static final int DATE_LENGTH = "yyyy-MM-dd".length();

    /** The record's own id. */
    public String id() {
        return required("Id");
    }

    /** Text or number as trimmed text; absent, null and blank are null. */
    public String text(String member) {
        JsonNode value = node.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (value.isContainerNode()) {
            throw unreadable(member + " er ikke en enkel verdi");
        }
        String text = value.asText().strip();
        return text.isEmpty() ? null : text;
    }

    /** As {@link #text}; UNREADABLE where there is none. */
    public String required(String member) {
        String text = text(member);
        if (text == null) {
            throw unreadable(member + " mangler");
        }
        return text;
    }

    /**
     * A day, null where there is none. Both APIs sometimes write a time behind the date of a date-only member; the day is the one that is
     * written, whatever zone stands behind it.
     */
    public LocalDate date(String member) {
        String text = text(member);
        if (text == null) {
            return null;
        }
        boolean dateAlone = text.length() == DATE_LENGTH;
        if (!dateAlone && !(text.length() > DATE_LENGTH && text.charAt(DATE_LENGTH) == 'T')) {
            throw unreadable(member + " er ikke en dato: " + text);
        }
        try {
            return LocalDate.parse(text.substring(0, DATE_LENGTH));
        } catch (DateTimeException e) {
            throw new RecordFailure(e, Reason.UNREADABLE, name(), member + " er ikke en dato: " + text);
        }
    }

    /** A number, in its shortest spelling; null where there is none. */
    public BigDecimal decimal(String member) {
        JsonNode value = node.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isNumber()) {
            throw unreadable(member + " er ikke et tall: " + value);
        }
        return Decimals.plain(value.decimalValue());
    }

    /** The rows of a list; none where it is absent or null. */
    public JsonNode list(String member) {
        JsonNode value = node.path(member);
        if (!value.isMissingNode() && !value.isNull() && !value.isArray()) {
            throw unreadable(member + " er ingen liste");
        }
        return value;
    }

    /** An id that need not be there; SmartDok writes 0 for none in some places and null in others. */
    public String reference(String member) {
        String id = text(member);
        return "0".equals(id) ? null : id;
    }

    /** A yes or no, and what it means when it is not there. */
    public boolean yes(String member, boolean otherwise) {
        JsonNode value = node.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            throw unreadable(member + " er verken true eller false: " + value);
        }
        return value.booleanValue();
    }

    /** The failure UNREADABLE for this record. */
    public RecordFailure unreadable(String why) {
        return new RecordFailure(Reason.UNREADABLE, name(), why);
    }

    private String name() {
        JsonNode id = node.path("Id");
        return id.isValueNode() && !id.isNull() ? what + " " + id.asText() : what;
    }
}
