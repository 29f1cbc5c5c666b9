package dokbro.bench;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * How much is measured.
 *
 * @param newHours registrations that are sent at Go's limit
 * @param unchanged registrations that are read again
 * @param slack added to every bar of time: what a short measure cannot spread
 * @param share of Go's limit that must be used, in per cent
 */
record Scale(String name, int newHours, int unchanged, Duration slack, String share) {

    private static final Scale FULL = new Scale("full", 1_000, 20_000, Duration.ZERO, "97");
    private static final Scale QUICK = new Scale("quick", 100, 2_000, Duration.ofSeconds(2), "80");

    /** @param name {@code quick} for a smoke check; null or empty for the numbers that count */
    static Scale named(String name) {
        if (name == null || name.isBlank() || name.equals(FULL.name)) {
            return FULL;
        }
        if (name.equals(QUICK.name)) {
            return QUICK;
        }
        throw new IllegalArgumentException("BENCH must be quick or full, not " + name);
    }

    /** The bar of the full size, in proportion to this one. */
    Duration bar(Duration full, int size, int fullSize) {
        BigDecimal share = BigDecimal.valueOf(full.toMillis()).multiply(BigDecimal.valueOf(size));
        return Duration.ofMillis(share.longValueExact() / fullSize).plus(slack);
    }

    /** 105 s for 1,000. */
    Duration applyBar() {
        return bar(Duration.ofSeconds(105), newHours, FULL.newHours);
    }

    /** 8 s for 20,000. */
    Duration unchangedBar() {
        return bar(Duration.ofSeconds(8), unchanged, FULL.unchanged);
    }
}
