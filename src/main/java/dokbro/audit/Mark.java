package dokbro.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.entity.ImportReference;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dokbro's mark on a record of the target.
 *
 * @param sourceId of the link that the record was made for
 */
record Mark(String text, String sourceId) {

    private static final Pattern MARK = Pattern.compile("\\[SD-([^\\[\\]]{1,100})\\.\\d{1,9}]");

    /**
     * The last mark in the members that carry one; null for none.
     *
     * @param members of the record
     */
    static Mark in(JsonNode record, Set<String> members) {
        Mark last = null;
        for (String member : members) {
            String text = record.path(member).asText("");
            last = ImportReference.parse(text)
                    .map(reference -> new Mark(text, reference.key()))
                    .orElse(last);
            Matcher found = MARK.matcher(text);
            while (found.find()) {
                last = new Mark(found.group(), found.group(1));
            }
            Mark reference = ImportReference.parse(record.path(member).asText(""))
                    .map(of -> new Mark(record.path(member).asText(), of.key()))
                    .orElse(null);
            last = reference == null ? last : reference;
        }
        return last;
    }
}
