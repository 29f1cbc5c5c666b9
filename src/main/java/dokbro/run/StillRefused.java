package dokbro.run;

import dokbro.deadletter.DeadLetter;

/** The same request was refused before and nothing has changed: it is not sent again every run. */
class StillRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient DeadLetter deadLetter;

    StillRefused(DeadLetter deadLetter) {
        super("Refused before: " + deadLetter.message("en"));
        this.deadLetter = deadLetter;
    }

    DeadLetter deadLetter() {
        return deadLetter;
    }
}
