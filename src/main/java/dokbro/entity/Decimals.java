package dokbro.entity;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Quantities and amounts in one spelling, so that equal values are equal facts: 7.5, never 7.50. */
public final class Decimals {

    private static final int ORE = 2;
    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    private Decimals() {}

    /** The same value without trailing zeros and without exponent; null for null. */
    public static BigDecimal plain(BigDecimal value) {
        if (value == null) {
            return null;
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Kroner to the øre, half up. */
    public static BigDecimal kroner(BigDecimal value) {
        return plain(value.setScale(ORE, RoundingMode.HALF_UP));
    }

    /** Minutes as hours with two decimals. */
    public static BigDecimal hours(int minutes) {
        return plain(BigDecimal.valueOf(minutes).divide(MINUTES, ORE, RoundingMode.HALF_UP));
    }

    /** The value for people, with decimal point; null for null. */
    public static String text(BigDecimal value) {
        return value == null ? null : plain(value).toPlainString();
    }

    /** Null where there is nothing: null or 0. */
    public static BigDecimal orNone(BigDecimal value) {
        return value == null || value.signum() == 0 ? null : plain(value);
    }
}
