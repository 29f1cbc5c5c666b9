package dokbro.sandbox.go;

/** Points where the contract leaves open how Go answers; without the quirk it answers as the name's opposite says. */
public enum Quirk {
    /** Reversing a voucher answers 200, else 202; the description names both. */
    REVERSE_ANSWERS_200,
    /** A posting in a locked period is a conflict, else 400. */
    LOCKED_PERIOD_ANSWERS_409,
    /** Changing a confirmed sales order is refused with 400, else it is a conflict. */
    CONFIRMED_ORDER_ANSWERS_400,
    /** Changing a salary line on a payroll is a conflict, else 400. */
    PAID_LINE_ANSWERS_409
}
