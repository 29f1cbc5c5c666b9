package dokbro.sandbox.go;

/** Go's values of VatReturnSpecification. */
final class VatSpecification {

    static final String[] ALL = {
        "None",
        "Adjustment",
        "LossesOnClaims",
        "ReversalOfInputValueAddedTax",
        "Withdrawals",
        "AdjustmentVatCompensationRealProperty",
        "PurchasesEligibleForCompensation"
    };

    private VatSpecification() {}
}
