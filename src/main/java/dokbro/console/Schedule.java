package dokbro.console;

import dokbro.Dokbro;
import java.text.ParseException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.quartz.CronExpression;

/** Quartz crons for people: in words, where the cron has one of the usual shapes, and when they come next. */
final class Schedule {

    private static final Pattern EVERY = Pattern.compile("(?:\\*|\\d{1,2})/(\\d{1,2})");
    private static final Pattern RANGE = Pattern.compile("(\\d{1,2})-(\\d{1,2})");
    private static final String NUMBER = "\\d{1,2}";
    private static final Map<String, String> DAYS_NB =
            Map.of("MON", "man", "TUE", "tir", "WED", "ons", "THU", "tor", "FRI", "fre", "SAT", "lør", "SUN", "søn");
    private static final Map<String, String> DAYS_EN =
            Map.of("MON", "Mon", "TUE", "Tue", "WED", "Wed", "THU", "Thu", "FRI", "Fri", "SAT", "Sat", "SUN", "Sun");

    private final boolean nb;

    private Schedule(String language) {
        nb = "nb".equals(language);
    }

    /** The first time after this moment, by the clock in Oslo; empty where there is none. */
    static Optional<Instant> next(String cron, Instant after) {
        try {
            CronExpression expression = new CronExpression(cron);
            expression.setTimeZone(TimeZone.getTimeZone(Dokbro.OSLO));
            return Optional.ofNullable(expression.getNextValidTimeAfter(Date.from(after)))
                    .map(Date::toInstant);
        } catch (ParseException e) {
            // Company files are checked when they are read; a cron that gets here and does not parse never fires
            // either.
            return Optional.empty();
        }
    }

    /**
     * Such as "every 30 minutes, Mon–Fri 06–20".
     *
     * @param language "nb", else English
     * @return the cron itself where it has another shape
     */
    static String inWords(String cron, String language) {
        String[] fields = cron.toUpperCase(Locale.ROOT).trim().split("\\s+");
        boolean everyDay = fields.length == 6 && List.of("*", "?").contains(fields[3]) && fields[4].equals("*");
        if (!everyDay || !fields[0].equals("0")) {
            return cron;
        }
        Schedule words = new Schedule(language);
        return words.days(fields[5])
                .flatMap(days -> words.times(fields[1], fields[2], days))
                .orElse(cron);
    }

    /** Empty text for every day. */
    private Optional<String> days(String field) {
        if (field.equals("*") || field.equals("?")) {
            return Optional.of("");
        }
        Map<String, String> names = nb ? DAYS_NB : DAYS_EN;
        String[] parts = field.split("[,-]");
        if (!Arrays.stream(parts).allMatch(names::containsKey)) {
            return Optional.empty();
        }
        String words = field.replace("-", "–").replace(",", ", ");
        for (String part : parts) {
            words = words.replace(part, names.get(part));
        }
        return Optional.of(words);
    }

    private Optional<String> times(String minutes, String hours, String days) {
        Matcher every = EVERY.matcher(minutes);
        if (every.matches()) {
            return hours(hours).map(range -> with(everyMinutes(every.group(1)), days, range));
        }
        if (!minutes.matches(NUMBER)) {
            return Optional.empty();
        }
        Matcher everyHours = EVERY.matcher(hours);
        if (hours.matches(NUMBER + "(," + NUMBER + ")*")) {
            return Optional.of(atHours(minutes, hours, days));
        }
        if (everyHours.matches() && hours.matches("[*0]/.*")) {
            return Optional.of(with(everyHours(everyHours.group(1)) + past(minutes), days, ""));
        }
        return hours(hours).map(range -> with(everyHours("1") + past(minutes), days, range));
    }

    /** Empty text for all day. */
    private static Optional<String> hours(String field) {
        Matcher range = RANGE.matcher(field);
        if (range.matches()) {
            return Optional.of(two(range.group(1)) + "–" + two(range.group(2)));
        }
        return field.equals("*") ? Optional.of("") : Optional.empty();
    }

    private String everyMinutes(String step) {
        if (Integer.parseInt(step) == 1) {
            return nb ? "hvert minutt" : "every minute";
        }
        return nb ? "hvert " + step + ". minutt" : "every " + step + " minutes";
    }

    private String everyHours(String step) {
        if (Integer.parseInt(step) == 1) {
            return nb ? "hver time" : "every hour";
        }
        return nb ? "hver " + step + ". time" : "every " + step + " hours";
    }

    private String past(String minute) {
        if (Integer.parseInt(minute) == 0) {
            return "";
        }
        return nb ? " " + minute + " over" : " at " + minute + " past";
    }

    private String atHours(String minute, String hours, String days) {
        List<String> times = Arrays.stream(hours.split(","))
                .map(hour -> two(hour) + ":" + two(minute))
                .collect(Collectors.toList());
        String last = times.remove(times.size() - 1);
        String all = times.isEmpty() ? last : String.join(", ", times) + (nb ? " og " : " and ") + last;
        String when = days.isEmpty() ? (nb ? "hver dag" : "every day") : days;
        return when + (nb ? " kl. " : " at ") + all;
    }

    private static String with(String often, String days, String range) {
        String when = (days + " " + range).strip();
        return when.isEmpty() ? often : often + ", " + when;
    }

    private static String two(String number) {
        return number.length() == 1 ? "0" + number : number;
    }
}
