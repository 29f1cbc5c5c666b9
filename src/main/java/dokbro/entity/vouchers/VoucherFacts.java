package dokbro.entity.vouchers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/**
 * What a group of cost rows says that matters. Ids are SmartDok's.
 *
 * @param date work date
 * @param subProjectId null for none
 * @param lines one for each machine or item of goods, by id
 * @param prices by id of machine or goods, as they were when the line was first sent; one without price is not in it
 * @param rows keys of the rows, in order; what stands in a closed group is known by them
 */
public record VoucherFacts(
        LocalDate date,
        String projectId,
        String subProjectId,
        List<Line> lines,
        SortedMap<String, BigDecimal> prices,
        List<String> rows) {

    /** @param quantity minutes of a machine, the goods' own unit of goods */
    public record Line(String sourceId, BigDecimal quantity) {}
}
