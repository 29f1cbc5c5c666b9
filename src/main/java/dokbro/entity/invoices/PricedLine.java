package dokbro.entity.invoices;

import dokbro.entity.Decimals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A line as Go has it: quantity × price less the allowance, to the øre.
 *
 * @param allowance per cent; negative for a surcharge; null for none
 * @param note put behind the text, null for none
 */
record PricedLine(InvoiceFacts.Line line, BigDecimal quantity, BigDecimal price, BigDecimal allowance, String note) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Digits behind the point of an allowance: enough for the øre of ten million kroner. */
    private static final int FINE = 10;

    /** What Go makes of it. */
    BigDecimal net() {
        return net(quantity.multiply(price), allowance);
    }

    /** The same line, its allowance set so that it comes to exactly this; null where no allowance can. */
    PricedLine costing(BigDecimal wanted) {
        BigDecimal gross = quantity.multiply(price);
        if (gross.signum() == 0) {
            return null;
        }
        BigDecimal share = wanted.divide(gross, MathContext.DECIMAL64);
        BigDecimal exact = HUNDRED.subtract(share.multiply(HUNDRED)).setScale(FINE, RoundingMode.HALF_UP);
        PricedLine priced = new PricedLine(line, quantity, price, Decimals.orNone(exact), note);
        return priced.net().compareTo(wanted) == 0 ? priced : null;
    }

    /**
     * SmartDok's line in Go's terms. How SmartDok combines discount and surcharge is not documented: added up or one on the other, whichever
     * gives its sum. A start price is a line of its own; a minimum price is one piece at that price.
     *
     * @return null where nothing gives SmartDok's sum
     */
    static List<PricedLine> of(InvoiceFacts.Line line) {
        BigDecimal sum = Decimals.kroner(line.sum());
        for (BigDecimal allowance : allowances(line.discount(), line.surcharge())) {
            PricedLine whole = new PricedLine(line, line.quantity(), line.price(), allowance, null);
            if (whole.net().compareTo(sum) == 0) {
                return List.of(whole);
            }
            if (line.startPrice() != null) {
                PricedLine start = new PricedLine(line, BigDecimal.ONE, line.startPrice(), null, "startpris");
                PricedLine discounted = new PricedLine(line, BigDecimal.ONE, line.startPrice(), allowance, "startpris");
                for (PricedLine first : List.of(start, discounted)) {
                    if (whole.net().add(first.net()).compareTo(sum) == 0) {
                        return List.of(whole, first);
                    }
                }
            }
        }
        boolean minimum = line.minPrice() != null && line.minPrice().compareTo(sum) == 0;
        return minimum ? List.of(new PricedLine(line, BigDecimal.ONE, line.minPrice(), null, "minstepris")) : null;
    }

    /** An allowance on top of the line's own. */
    PricedLine less(BigDecimal other) {
        return new PricedLine(line, quantity, price, both(allowance, other), note);
    }

    /** What a discount and a surcharge come to, added up and one on the other. */
    static List<BigDecimal> allowances(BigDecimal discount, BigDecimal surcharge) {
        BigDecimal less = discount == null ? BigDecimal.ZERO : discount;
        BigDecimal more = surcharge == null ? BigDecimal.ZERO : surcharge;
        List<BigDecimal> allowances = new ArrayList<>();
        allowances.add(Decimals.orNone(less.subtract(more)));
        if (less.signum() != 0 && more.signum() != 0) {
            allowances.add(both(less, more.negate()));
        }
        return allowances;
    }

    private static BigDecimal both(BigDecimal one, BigDecimal other) {
        BigDecimal share = left(one).multiply(left(other)).divide(HUNDRED, FINE, RoundingMode.HALF_UP);
        return Decimals.orNone(HUNDRED.subtract(share));
    }

    private static BigDecimal net(BigDecimal gross, BigDecimal allowance) {
        return Decimals.kroner(gross.multiply(left(allowance)).divide(HUNDRED));
    }

    private static BigDecimal left(BigDecimal allowance) {
        return allowance == null ? HUNDRED : HUNDRED.subtract(allowance);
    }
}
