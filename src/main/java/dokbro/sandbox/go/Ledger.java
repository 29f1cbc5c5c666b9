package dokbro.sandbox.go;

/** The numbers that Go gives in its ledger, each once. Callers hold the monitor of {@link GoData}. */
final class Ledger {

    private static final long FIRST_VOUCHER = 20_001;
    private static final long FIRST_LINE = 10_100_000_001L;
    private static final long FIRST_ORDER = 5_001;
    private static final long FIRST_INVOICE = 30_001;

    private long voucher = FIRST_VOUCHER;
    private long line = FIRST_LINE;
    private long order = FIRST_ORDER;
    private long invoice = FIRST_INVOICE;

    long nextVoucherNo() {
        return voucher++;
    }

    long nextLineId() {
        return line++;
    }

    long nextOrderNo() {
        return order++;
    }

    long nextInvoiceNo() {
        return invoice++;
    }
}
