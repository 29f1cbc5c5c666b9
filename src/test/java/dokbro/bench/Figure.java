package dokbro.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * One measured number and what it is held against.
 *
 * @param unit such as {@code s}; empty for a plain number
 * @param bar null where the number is for information
 */
record Figure(String name, BigDecimal value, String unit, Bar bar) {

    /** @param atMost false: the value must be at least the limit */
    record Bar(boolean atMost, BigDecimal limit) {

        static Bar atMost(String limit) {
            return new Bar(true, new BigDecimal(limit));
        }

        static Bar atMost(Duration limit) {
            return new Bar(true, inSeconds(limit));
        }

        static Bar atLeast(String limit) {
            return new Bar(false, new BigDecimal(limit));
        }

        boolean met(BigDecimal value) {
            int compared = value.compareTo(limit);
            return atMost ? compared <= 0 : compared >= 0;
        }

        String text(String unit) {
            return (atMost ? "<= " : ">= ") + limit.toPlainString() + withBlank(unit);
        }
    }

    static Figure seconds(String name, Duration value, Bar bar) {
        return new Figure(name, inSeconds(value), "s", bar);
    }

    static Figure count(String name, long value, Bar bar) {
        return new Figure(name, BigDecimal.valueOf(value), "", bar);
    }

    /** The ratio of two numbers with two decimals. */
    static Figure ratio(String name, BigDecimal of, BigDecimal to, String unit, Bar bar) {
        return new Figure(name, of.divide(to, 2, RoundingMode.HALF_UP), unit, bar);
    }

    static BigDecimal inSeconds(Duration value) {
        return BigDecimal.valueOf(value.toMillis(), 3).setScale(2, RoundingMode.HALF_UP);
    }

    boolean missed() {
        return bar != null && !bar.met(value);
    }

    /** {@code OK}, {@code OVER} where the bar is missed on either side, {@code info} without a bar. */
    String verdict() {
        if (bar == null) {
            return "info";
        }
        return missed() ? "OVER" : "OK";
    }

    String line() {
        return "%-56s %10s%-3s  %-12s %s"
                .formatted(name, value.toPlainString(), withBlank(unit), bar == null ? "" : bar.text(unit), verdict());
    }

    private static String withBlank(String unit) {
        return unit.isEmpty() ? "" : " " + unit;
    }
}
