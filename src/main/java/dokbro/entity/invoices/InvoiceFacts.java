package dokbro.entity.invoices;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What an invoice basis says that matters. Ids are SmartDok's.
 *
 * @param created the day it was made
 * @param from of the invoiced period, as is to; either may be null
 * @param projectId null for none
 * @param subProjectId the only one; null for none and for several
 * @param customerId null where the customer is only text
 * @param reference the buyer's, null for none
 * @param discount per cent of the whole, null for none, as is surcharge
 * @param total in kroner without VAT, as SmartDok has it
 * @param sent marked as sent in SmartDok; matters only at first sight
 * @param credited then Go should hold no draft
 */
public record InvoiceFacts(
        LocalDate created,
        LocalDate from,
        LocalDate to,
        String title,
        String projectId,
        String subProjectId,
        String customerId,
        String customer,
        String reference,
        BigDecimal discount,
        BigDecimal surcharge,
        BigDecimal total,
        List<Line> lines,
        boolean sent,
        boolean credited) {

    /**
     * One line in SmartDok's order.
     *
     * @param type SmartDok's InvoiceLineType
     * @param code of the machine, goods, wage or addition; null for none
     * @param text what the customer reads
     * @param discount per cent, null for none, as is surcharge
     * @param startPrice added once, null for none
     * @param minPrice the line costs at least this, null for none
     * @param sum as SmartDok has it
     */
    public record Line(
            String id,
            String type,
            boolean route,
            String code,
            String text,
            String unit,
            BigDecimal quantity,
            BigDecimal price,
            BigDecimal discount,
            BigDecimal surcharge,
            BigDecimal startPrice,
            BigDecimal minPrice,
            BigDecimal sum,
            String projectId,
            String subProjectId) {}
}
