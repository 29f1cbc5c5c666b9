package dokbro.entity;

import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.time.LocalDate;

/** Names, numbers and dates as SmartDok takes them. */
public final class SmartDokText {

    private SmartDokText() {}

    /** The name, or NAME_TOO_LONG. */
    public static String name(String name, int longest) {
        return checked(name, longest, Reason.NAME_TOO_LONG);
    }

    /** The number, or NUMBER_TOO_LONG. */
    public static String number(String number, int longest) {
        return checked(number, longest, Reason.NUMBER_TOO_LONG);
    }

    /** A day the way SmartDok answers it, midnight without zone; null for none. */
    public static String day(LocalDate day) {
        return day == null ? null : day + "T00:00:00";
    }

    private static String checked(String text, int longest, Reason reason) {
        if (text.length() > longest) {
            throw new RecordFailure(reason, text, text.length(), longest);
        }
        return text;
    }
}
