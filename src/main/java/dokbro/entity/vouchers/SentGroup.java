package dokbro.entity.vouchers;

import java.time.LocalDate;
import java.util.Set;

/**
 * A voucher that Go has, as its link says.
 *
 * @param id the link's source id
 * @param rows keys of the rows in it
 * @param closed Go has locked it: it takes no further rows
 */
public record SentGroup(String id, LocalDate date, Set<String> rows, boolean closed) {}
