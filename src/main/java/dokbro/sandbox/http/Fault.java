package dokbro.sandbox.http;

/** What can go wrong with a call. After the effect means that the handler ran and nobody heard of it. */
public enum Fault {
    /** 429 without Retry-After. */
    TOO_MANY(false),
    /** 429 with Retry-After: 1. */
    TOO_MANY_RETRY_AFTER(false),
    /** 500. */
    SERVER_ERROR(false),
    /** 500 although the handler ran. */
    SERVER_ERROR_AFTER(true),
    /** 502. */
    BAD_GATEWAY(false),
    /** 503. */
    UNAVAILABLE(false),
    /** The connection ends without an answer. */
    RESET_BEFORE(false),
    /** The handler runs, then the connection ends without an answer. */
    RESET_AFTER(true),
    /** The connection is held for {@link Faults#hold} and then ends without an answer. */
    TIMEOUT_BEFORE(false),
    /** The handler runs, then as above. */
    TIMEOUT_AFTER(true),
    /** The right answer, {@link Faults#slow} late. */
    SLOW(true),
    /** 200 with a web page, as a proxy or a sign-in page would. */
    HTML(false),
    /** The handler runs; half of the answer comes, then the connection ends. */
    TRUNCATED(true),
    /** 200 with the body of an error. */
    ERROR_IN_200(false),
    /** The handler runs; the answer's JSON breaks off while its length is right. */
    MALFORMED(true);

    private final boolean afterEffect;

    Fault(boolean afterEffect) {
        this.afterEffect = afterEffect;
    }

    /** Whether the handler runs. */
    public boolean afterEffect() {
        return afterEffect;
    }
}
