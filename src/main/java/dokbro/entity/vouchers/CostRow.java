package dokbro.entity.vouchers;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One row of cost: a machine on a registration, or one consumption of goods. Ids are SmartDok's.
 *
 * @param key of the row: {@code <registration>:<machine>[:<ordinal>]}, or the consumption's id
 * @param projectId null only where the row is skipped or refused
 * @param subProjectId null for none
 * @param sourceId of the machine or the goods
 * @param quantity minutes of a machine, the goods' own unit of goods
 * @param price a unit (an hour of a machine) as it is today; null for none
 * @param skipped why it is left alone, a short code; null where it is not
 * @param unreadable why it cannot be read; then only key and, if that much is known, date are set
 */
public record CostRow(
        String key,
        LocalDate date,
        String projectId,
        String subProjectId,
        String sourceId,
        BigDecimal quantity,
        BigDecimal price,
        String skipped,
        String unreadable) {

    static CostRow unreadable(String key, LocalDate date, String why) {
        return new CostRow(key, date, null, null, null, null, null, null, why);
    }

    /** The same, left alone for another reason; null: not left alone. */
    public CostRow skipped(String why) {
        return new CostRow(key, date, projectId, subProjectId, sourceId, quantity, price, why, unreadable);
    }

    /** {@code p<project>}, or {@code s<sub-project>}: what a voucher of a day is for. */
    String place() {
        return subProjectId == null ? "p" + projectId : "s" + subProjectId;
    }
}
