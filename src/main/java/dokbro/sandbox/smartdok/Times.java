package dokbro.sandbox.smartdok;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** SmartDok's texts for times: local, without offset, up to seven digits of a second and no zeros at their end. */
final class Times {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final int TICK = 100;

    private Times() {}

    static String text(LocalDateTime time) {
        if (time == null) {
            return null;
        }
        String whole = SECONDS.format(time);
        if (time.getNano() < TICK) {
            return whole;
        }
        return whole + "." + "%07d".formatted(time.getNano() / TICK).replaceAll("0+$", "");
    }

    /** The day of a time as SmartDok writes it. */
    static LocalDate day(String time) {
        return LocalDateTime.parse(time).toLocalDate();
    }

    static String clock(LocalTime time) {
        return CLOCK.format(time);
    }

    static String clock(int minutes) {
        return "%02d:%02d:00".formatted(minutes / 60, minutes % 60);
    }

    /** As fine as SmartDok stores it. */
    static LocalDateTime stored(LocalDateTime time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    /** Minutes of a span such as 01:30:00. */
    static int minutes(String span) {
        return (int) Duration.ofSeconds(LocalTime.parse(span).toSecondOfDay()).toMinutes();
    }
}
