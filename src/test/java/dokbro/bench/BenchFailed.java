package dokbro.bench;

/** Nothing could be measured: a program did not start, a run did not do what the measure is about. */
final class BenchFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param cause null where there is none */
    BenchFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
