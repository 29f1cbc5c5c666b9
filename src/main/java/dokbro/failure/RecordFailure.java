package dokbro.failure;

import java.util.List;

/** Why one record cannot go on. The sentence people see comes from {@link Reason} and the arguments. */
public class RecordFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final transient List<String> arguments;

    /**
     * @param reason the row of the failure table
     * @param arguments fill {0}, {1} … of the reason's sentences; never secrets
     */
    public RecordFailure(Reason reason, Object... arguments) {
        this(null, reason, arguments);
    }

    /** As above, with the exception behind it. */
    public RecordFailure(Throwable cause, Reason reason, Object... arguments) {
        super(reason.text("en", strings(arguments)), cause);
        this.reason = reason;
        this.arguments = strings(arguments);
    }

    public Reason reason() {
        return reason;
    }

    public List<String> arguments() {
        return arguments;
    }

    private static List<String> strings(Object... arguments) {
        return java.util.Arrays.stream(arguments).map(String::valueOf).toList();
    }
}
