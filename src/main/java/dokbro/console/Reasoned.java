package dokbro.console;

/**
 * The body of an act that wants a reason.
 *
 * @param reason why, for those who read it later
 */
record Reasoned(String reason) {

    private static final int LONGEST = 500;

    /** The reason without blanks around it; refused unless it has 1 to 500 characters. */
    String required() {
        String text = optional();
        if (text == null) {
            throw Refused.wrong("reason", "reason is required, 1 to " + LONGEST + " characters.");
        }
        return text;
    }

    /** As above, null where none is given. */
    String optional() {
        String text = reason == null ? "" : reason.strip();
        if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw Refused.wrong("reason", "reason must be at most " + LONGEST + " characters on one line.");
        }
        return text.isEmpty() ? null : text;
    }
}
