package dokbro.program;

/** A program did not do what it was started for: it did not start, did not answer, or a run did something else. */
public final class ProgramFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param cause null where there is none */
    public ProgramFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
