package dokbro.entity;

import java.math.BigDecimal;

/**
 * What a record is about, in the words of whoever corrects it by hand in Go.
 *
 * @param employee the employee's number, null where none is known
 * @param name the employee's name, null where none is known
 * @param project number and name, null for none
 * @param type the wage type, addition or per diem
 * @param quantity what SmartDok has: hours, or pieces; never null
 * @param unit of the quantity: "h" for hours
 */
public record Correction(String employee, String name, String project, String type, BigDecimal quantity, String unit) {}
