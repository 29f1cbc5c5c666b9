package dokbro.link;

/** Somebody else has claimed the record, or the run has lost its lease: the record is left to them. */
public class ClaimLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ClaimLost(String message) {
        super(message);
    }
}
