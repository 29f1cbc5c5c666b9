package dokbro.entity.invoices;

import dokbro.entity.Decimals;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The lines of an order whose sum is SmartDok's to the øre; a discount or surcharge on the whole is part of each line's allowance. */
final class Pricing {

    private static final BigDecimal HALF_ORE = new BigDecimal("0.005");

    private final InvoiceFacts facts;

    Pricing(InvoiceFacts facts) {
        this.facts = facts;
    }

    /**
     * The priced lines by their place in the facts; a line with nothing to bill has none.
     *
     * @throws RecordFailure SUMS_DIFFER, with both sums
     */
    List<List<PricedLine>> lines() {
        List<List<PricedLine>> priced = new ArrayList<>();
        for (InvoiceFacts.Line line : facts.lines()) {
            priced.add(line.sum().signum() == 0 ? List.of() : own(line));
        }
        for (BigDecimal allowance : PricedLine.allowances(facts.discount(), facts.surcharge())) {
            List<List<PricedLine>> whole = allowance == null ? priced : less(priced, allowance);
            BigDecimal lacking = Decimals.kroner(facts.total()).subtract(sum(whole));
            List<List<PricedLine>> exact = lacking.signum() == 0 ? whole : settled(whole, lacking, allowance);
            if (exact != null) {
                return exact;
            }
        }
        throw differ("summen", facts.total(), sum(priced));
    }

    private static List<PricedLine> own(InvoiceFacts.Line line) {
        List<PricedLine> priced = PricedLine.of(line);
        if (priced == null) {
            BigDecimal ofGo = new PricedLine(
                            line,
                            line.quantity(),
                            line.price(),
                            PricedLine.allowances(line.discount(), line.surcharge())
                                    .get(0),
                            null)
                    .net();
            throw differ("linjen «" + line.text() + "»", line.sum(), ofGo);
        }
        return priced;
    }

    private static List<List<PricedLine>> less(List<List<PricedLine>> lines, BigDecimal allowance) {
        return lines.stream()
                .map(row -> row.stream().map(line -> line.less(allowance)).toList())
                .toList();
    }

    /** Øre that lack from rounding each line and the total go to the largest line; more than half an øre each is no rounding. */
    private List<List<PricedLine>> settled(List<List<PricedLine>> lines, BigDecimal lacking, BigDecimal allowance) {
        List<PricedLine> flat = lines.stream().flatMap(List::stream).toList();
        BigDecimal most = HALF_ORE.multiply(BigDecimal.valueOf(flat.size() + 1L));
        boolean rounded = allowance != null
                || facts.lines().stream().anyMatch(line -> line.sum().scale() > 2);
        if (!rounded || flat.isEmpty() || lacking.abs().compareTo(most) > 0) {
            return null;
        }
        PricedLine largest = flat.stream()
                .max(Comparator.comparing(line -> line.net().abs()))
                .orElseThrow();
        PricedLine other = largest.costing(largest.net().add(lacking));
        return other == null
                ? null
                : lines.stream()
                        .map(row -> row.stream()
                                .map(line -> line == largest ? other : line)
                                .toList())
                        .toList();
    }

    private static BigDecimal sum(List<List<PricedLine>> lines) {
        return lines.stream().flatMap(List::stream).map(PricedLine::net).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static RecordFailure differ(String where, BigDecimal smartdok, BigDecimal go) {
        return new RecordFailure(Reason.SUMS_DIFFER, where, Decimals.text(smartdok), Decimals.text(go));
    }
}
