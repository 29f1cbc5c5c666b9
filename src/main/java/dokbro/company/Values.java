package dokbro.company;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quartz.CronExpression;

/** From the text of a value to the value, by the type of its key. */
final class Values {

    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]*)");
    private static final Pattern SHARE = Pattern.compile("(-?[0-9]{1,9}(?:\\.[0-9]{1,9})?) ?%");
    private static final Pattern SPAN = Pattern.compile("(-?[0-9]{1,9})([smhd])");

    /** Quartz keeps 99 for "every" and 98 for "none" and takes a written 99 for the same. */
    private static final Pattern QUARTZ_MARKS = Pattern.compile("(?<![0-9])9[89](?![0-9])");

    private static final String NO_CRON = "is no Quartz cron expression (seconds minutes hours day month weekday)";
    private static final int HUNDRED = 100;
    private static final int HIGHEST_PORT = 65_535;
    private static final Date SOME_DAY = Date.from(Instant.parse("2026-01-01T00:00:00Z"));

    private Values() {}

    /**
     * The value of one text.
     *
     * @param shown the text for messages; null where it may hold a secret
     */
    static Object of(Key key, String text, String shown) throws WrongValue {
        if (text.isBlank()) {
            throw new WrongValue("has no value; give one or leave the key out");
        }
        String not = shown == null ? "" : ", not \"" + shown + "\"";
        return switch (key.type()) {
            case TEXT, LIST, MAP -> text.strip();
            case SECRET -> secret(text.strip());
            case URL -> url(text.strip());
            case NUMBER -> number(key, text, not);
            case SHARE -> share(text, not);
            case BOOLEAN -> flag(text, not);
            case CHOICE -> choice(key.choices(), text, not);
            case DATE -> date(text, not);
            case DURATION -> span(text, "a duration such as 30d, 12h or 30m", not);
            case DAYS -> days(key, text, not);
            case CRON -> cron(text.strip(), shown != null);
        };
    }

    /** What a key without a default has: empty for lists and maps, else null. */
    static Object none(Key key) {
        return switch (key.type()) {
            case LIST -> List.of();
            case MAP -> Map.of();
            default -> null;
        };
    }

    static String choice(List<String> choices, String text, String not) throws WrongValue {
        if (!choices.contains(text)) {
            throw new WrongValue("must be one of " + String.join(", ", choices) + not);
        }
        return text;
    }

    private static String secret(String text) throws WrongValue {
        if (!text.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new WrongValue("must be one word of plain ASCII");
        }
        return text;
    }

    /** An address without a trailing slash. Messages never repeat it: it may hold a password. */
    private static String url(String text) throws WrongValue {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            throw new WrongValue("must be an http or https address");
        }
        if (!"http".equals(uri.getScheme()) && !"https".equals(uri.getScheme())) {
            throw new WrongValue("must be an http or https address");
        }
        if (uri.getRawUserInfo() != null
                || uri.getRawAuthority() != null && uri.getRawAuthority().contains("@")) {
            throw new WrongValue("must not hold a user name or password");
        }
        if (uri.getHost() == null || uri.getPort() > HIGHEST_PORT) {
            throw new WrongValue("must name a host");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new WrongValue("must not have a query (?) or fragment (#)");
        }
        return text.replaceFirst("/+$", "");
    }

    private static Integer number(Key key, String text, String not) throws WrongValue {
        if (!WHOLE.matcher(text).matches()) {
            throw new WrongValue("must be a whole number" + not);
        }
        return within(key, new BigInteger(text), "", not);
    }

    private static Integer days(Key key, String text, String not) throws WrongValue {
        Duration span = span(text, "a number of days such as 45d", not);
        if (!text.endsWith("d")) {
            throw new WrongValue("must be a number of days such as 45d" + not);
        }
        return within(key, BigInteger.valueOf(span.toDays()), "d", not);
    }

    private static Integer within(Key key, BigInteger number, String unit, String not) throws WrongValue {
        if (number.compareTo(BigInteger.valueOf(key.min())) < 0) {
            throw new WrongValue("must be at least " + key.min() + unit + not);
        }
        if (number.compareTo(BigInteger.valueOf(key.max())) > 0) {
            throw new WrongValue("must be at most " + key.max() + unit + not);
        }
        return number.intValueExact();
    }

    private static BigDecimal share(String text, String not) throws WrongValue {
        Matcher matcher = SHARE.matcher(text);
        if (!matcher.matches()) {
            throw new WrongValue("must be a share such as 5%" + not);
        }
        BigDecimal percent = new BigDecimal(matcher.group(1));
        if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(HUNDRED)) > 0) {
            throw new WrongValue("must be between 0% and 100%" + not);
        }
        return percent.movePointLeft(2);
    }

    private static Boolean flag(String text, String not) throws WrongValue {
        if (!"true".equals(text) && !"false".equals(text)) {
            throw new WrongValue("must be true or false" + not);
        }
        return Boolean.valueOf(text);
    }

    private static LocalDate date(String text, String not) throws WrongValue {
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() < 2000 || date.getYear() > 2099) {
                throw new WrongValue("must be a date between 2000 and 2099" + not);
            }
            return date;
        } catch (DateTimeParseException e) {
            throw new WrongValue("must be a date such as 2026-11-01" + not);
        }
    }

    private static Duration span(String text, String what, String not) throws WrongValue {
        Matcher matcher = SPAN.matcher(text);
        if (!matcher.matches()) {
            throw new WrongValue("must be " + what + not);
        }
        long number = Long.parseLong(matcher.group(1));
        if (number < 0) {
            throw new WrongValue("must not be negative" + not);
        }
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    private static String cron(String text, boolean showReason) throws WrongValue {
        if (QUARTZ_MARKS.matcher(text).find()) {
            throw new WrongValue(NO_CRON + (showReason ? ": 98 and 99 are no times" : ""));
        }
        try {
            if (new CronExpression(text).getNextValidTimeAfter(SOME_DAY) == null) {
                throw new WrongValue("is a cron expression that never comes");
            }
            return text;
        } catch (ParseException e) {
            throw new WrongValue(NO_CRON + (showReason ? ": " + e.getMessage() : ""));
        }
    }
}
