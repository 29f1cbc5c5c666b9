package dokbro.entity;

/** References that Go refuses twice: {@code SD-<letters>-<key>}, from the second record on with its generation behind: {@code …/2}. */
public final class ImportReference {

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
}
