package dokbro.entity;

import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;

/** Names and codes as Go takes them. */
public final class GoText {

    private GoText() {}

    /** The text, or TOO_LONG_FOR_GO. */
    public static String notTooLong(String text, int longest) {
        if (text.length() > longest) {
            throw new RecordFailure(Reason.TOO_LONG_FOR_GO, text, text.length(), longest);
        }
        return text;
    }

    /** A project's code, without its parent's: CODE_WITH_DOT where Go would read a sub-project in it. */
    public static String projectCode(String code, int longest) {
        if (code.indexOf('.') >= 0) {
            throw new RecordFailure(Reason.CODE_WITH_DOT, code);
        }
        return notTooLong(code, longest);
    }
}
