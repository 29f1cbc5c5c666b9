package dokbro.entity;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** References that Go refuses twice: {@code SD-<letters>-<key>}, from the second record on with its generation behind: {@code …/2}. */
public final class ImportReference {

    private static final Pattern OURS = Pattern.compile("SD-([A-Z]{2})-(.+?)(?:/(\\d{1,6}))?");

    private static final Pattern TAKEN = Pattern.compile(
            "ExternalImportReference is already in use\\. '([^']+)' is used on .*?\\bId = ([0-9a-fA-F-]+)");

    /** @param key the link's source id */
    public record Parsed(String letters, String key, int generation) {}

    /** ExternalImportReference in Go. */
    public static final int LONGEST = 50;

    private ImportReference() {}

    /**
     * The reference of a record.
     *
     * @param letters stand for the entity
     * @param key the link's source id
     * @param generation 1 for the first record in Go
     */
    public static String of(String letters, String key, int generation) {
        String reference = "SD-" + letters + "-" + key + (generation > 1 ? "/" + generation : "");
        if (reference.length() > LONGEST) {
            throw new IllegalArgumentException("Longer than " + LONGEST + " characters: " + reference);
        }
        return reference;
    }

    /**
     * The id of the record that has this reference already, from what Go answers to a second one.
     *
     * @param detail of the refusal
     */
    public static Optional<String> holder(String detail, String reference) {
        Matcher matcher = TAKEN.matcher(detail == null ? "" : detail);
        return matcher.find() && matcher.group(1).equals(reference) ? Optional.of(matcher.group(2)) : Optional.empty();
    }

    /** What a reference says; empty for one that Dokbro did not make, and for null. */
    public static Optional<Parsed> parse(String reference) {
        Matcher matcher = OURS.matcher(reference == null ? "" : reference);
        return matcher.matches()
                ? Optional.of(new Parsed(
                        matcher.group(1),
                        matcher.group(2),
                        matcher.group(3) == null ? 1 : Integer.parseInt(matcher.group(3))))
                : Optional.empty();
    }
}
