package dokbro.entity.products;

import java.math.BigDecimal;

/**
 * What a machine or an item of goods says that matters.
 *
 * @param number of SmartDok, without the prefix
 * @param unit the name of SmartDok's unit; null for a machine, whose unit is the hour
 * @param cost internal cost, null for none
 * @param price to customers, null for none
 */
public record ProductFacts(
        String number, String name, String unit, BigDecimal cost, BigDecimal price, boolean active) {}
