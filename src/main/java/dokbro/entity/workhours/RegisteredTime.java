package dokbro.entity.workhours;

import dokbro.entity.SourceRecord;
import java.time.Duration;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time of one registration, by the clock: 22–06 is eight hours on every night of the year, also when the clock changes. Seconds are not
 * shown in SmartDok and not counted.
 *
 * @param net minutes from from to to less the break; negative where the break is longer
 * @param banked minutes of the net that go to the time account
 */
public record RegisteredTime(LocalTime from, LocalTime to, int breakMinutes, int net, int banked) {

    private static final int DAY = 24 * 60;

    /** .NET's time span; a day in front ("1.00:00:00") is how it writes 24 hours. */
    private static final Pattern SPAN = Pattern.compile("(?:(\\d)\\.)?(\\d{1,2}):([0-5]\\d)(?::\\d{2}(?:\\.\\d+)?)?");

    /** From the members of a WorkHourOutputV2; UNREADABLE where one is no time. A missing break or deposit is none. */
    static RegisteredTime read(SourceRecord registration) {
        int start = clock(registration, "TimeFrom");
        int end = clock(registration, "TimeTo");
        LocalTime from = ofMinutes(start);
        LocalTime to = ofMinutes(end);
        int breakMinutes = span(registration, "BreakTime");
        boolean wholeDay = start == 0 && end == DAY;
        int gross = wholeDay ? DAY : byTheClock(from, to);
        return new RegisteredTime(from, to, breakMinutes, gross - breakMinutes, span(registration, "HourBankDeposit"));
    }

    /** Minutes from one clock time to the next; equal times are none: 00:00–00:00 is how SmartDok's users empty a registration. */
    static int byTheClock(LocalTime from, LocalTime to) {
        int minutes = (int) Duration.between(from, to).toMinutes();
        return minutes >= 0 ? minutes : minutes + DAY;
    }

    boolean isZero() {
        return net == 0 && banked == 0;
    }

    private static int clock(SourceRecord registration, String member) {
        registration.required(member);
        int minutes = span(registration, member);
        if (minutes > DAY) {
            throw registration.unreadable(member + " er ikke et klokkeslett: " + registration.text(member));
        }
        return minutes;
    }

    private static LocalTime ofMinutes(int minutes) {
        return LocalTime.ofSecondOfDay(minutes % DAY * 60L);
    }

    /** Minutes of a member that is a time span; 0 where there is none, UNREADABLE where it is something else. */
    public static int span(SourceRecord registration, String member) {
        String text = registration.text(member);
        if (text == null) {
            return 0;
        }
        Matcher span = SPAN.matcher(text);
        if (!span.matches()) {
            throw registration.unreadable(member + " er ikke en tid: " + text);
        }
        int days = span.group(1) == null ? 0 : Integer.parseInt(span.group(1));
        return days * DAY + Integer.parseInt(span.group(2)) * 60 + Integer.parseInt(span.group(3));
    }
}
