package dokbro.run;

/** Why a run was not started, or a decision not taken. */
public class RunRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Why why;
    private final Long going;

    /** UNKNOWN_COMPANY, UNKNOWN_ENTITY and EMPTY_PERIOD are the caller's mistake; the rest pass. */
    public enum Why {
        UNKNOWN_COMPANY,
        UNKNOWN_ENTITY,
        EMPTY_PERIOD,
        NOT_ENABLED,
        PAUSED,
        GOING,
        STARTING,
        STOPPING,
        NOT_REPLAYABLE,
        NOT_RECOMPUTABLE,
        NOT_SETTLEABLE,
        DECIDED
    }

    RunRefused(Why why, String message, Long going) {
        super(message);
        this.why = why;
        this.going = going;
    }

    public Why why() {
        return why;
    }

    /** The run that is going; null unless why is GOING. */
    public Long going() {
        return going;
    }
}
