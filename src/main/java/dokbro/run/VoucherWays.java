package dokbro.run;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/**
 * Where a voucher is made in Go, and how it goes again: one that is posted is reversed, a draft is deleted. How the old one goes follows from
 * how it was sent, whatever the setting says by now.
 */
@Component("vouchers")
public class VoucherWays {

    private static final String POSTED = "Vouchers/ManualJournals";
    private static final String DRAFTS = "JournalEntryVouchers/ManualJournals";

    private final Entities entities;
    private final LinkSteps links;

    VoucherWays(Entities entities, LinkSteps links) {
        this.entities = entities;
        this.links = links;
    }

    /** The resource that takes a voucher. */
    public static String resource(JsonNode voucher) {
        return isDraft(voucher) ? DRAFTS : POSTED;
    }

    public static boolean isDraft(JsonNode voucher) {
        return voucher != null && voucher.has("ManualVoucherLines");
    }

    /** Sets the properties that {@link PowerOfficeWrites} goes by. Only posted vouchers carry a reference that Go refuses twice. */
    public void way(@ExchangeProperty("transfer") Transfer transfer, Exchange exchange) {
        boolean old = isDraft(transfer.link().payload());
        exchange.setProperty("resource", "JournalEntryVouchers");
        exchange.setProperty("creates", resource(transfer.payload()));
        exchange.setProperty("reversal", old ? null : "Vouchers/Reverse");
        transfer.way(new Transfer.Way(!old, transfer.payload() != null && !isDraft(transfer.payload())));
    }

    /**
     * A reversal that got no answer is not repeated before it is known whether Go has it; nor is any voucher made anew meanwhile. Reads only
     * then.
     */
    public void look(@ExchangeProperty("transfer") Transfer transfer, @ExchangeProperty("run") Run run) {
        boolean posted = !isDraft(transfer.link().payload());
        if (posted && transfer.mayBeTaken() && isGone(transfer, run)) {
            links.takenAway(transfer);
            transfer.takenBefore();
        }
    }

    private boolean isGone(Transfer transfer, Run run) {
        return entities.find(run.company(), transfer.kind())
                .orElseThrow()
                .targets()
                .find(run, transfer.row().targetId())
                .isEmpty();
    }
}
