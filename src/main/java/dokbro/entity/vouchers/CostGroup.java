package dokbro.entity.vouchers;

import java.time.LocalDate;
import java.util.List;

/**
 * The rows of one voucher: what the entity reads as its source record. A row that is skipped is a group of its own, so that it is counted.
 *
 * @param id the link's source id; {@code 2026-11-03:p5001} with {@code -2} behind the second of a day, or the row's key
 * @param rows at least one
 */
public record CostGroup(String id, LocalDate date, List<CostRow> rows) {}
