package dokbro.audit;

/** Why an audit was not started, or a row not repaired. */
public class AuditRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Why why;
    private final Long going;

    public enum Why {
        /** The entity writes nothing that could be read back. */
        NOT_AUDITED,
        /** The first day lies ahead. */
        EMPTY_PERIOD,
        GOING,
        STARTING,
        STOPPING,
        /** The company is in review: nothing is sent. */
        REVIEW,
        /** The row is of a kind that nobody repairs, or repaired already. */
        NOT_REPAIRABLE,
        /** The record, on either side, is not any more what the audit saw. */
        CHANGED,
        /** One of the two systems does not answer, or refuses to. */
        NO_ANSWER
    }

    AuditRefused(Why why, String message) {
        this(why, message, null);
    }

    AuditRefused(Why why, String message, Long going) {
        super(message);
        this.why = why;
        this.going = going;
    }

    public Why why() {
        return why;
    }

    /** The audit that is going; null unless why is GOING. */
    public Long going() {
        return going;
    }
}
