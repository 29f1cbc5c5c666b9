package dokbro.api;

/** A call did not go out, by Dokbro's own decision; the cause says why. It says nothing of calls that went before it. */
public final class Withheld extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Withheld(RuntimeException why) {
        super(why.getMessage(), why);
    }

    /** What really happened: why a call was withheld, else the failure itself. */
    public static Throwable reason(Throwable thrown) {
        return thrown instanceof Withheld withheld ? withheld.getCause() : thrown;
    }
}
