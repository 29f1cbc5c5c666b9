package dokbro.company;

import java.util.Map;

/**
 * The keys of section 5 that stand under {@code invoice-basis}.
 *
 * @param lineProducts kind of line (workhour, addition, machine, goods, custom, route) → code of a product in Go; kinds that are not set
 *     are not in it
 * @param createCustomers whether customers are made that Go does not have
 */
public record InvoiceSettings(Map<String, String> lineProducts, boolean createCustomers) {}
