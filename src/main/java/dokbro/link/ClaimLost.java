package dokbro.link;

/** Somebody else has claimed or changed the record, or the run has lost its lease: the record is left to them. */
public class ClaimLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ClaimLost(Link link) {
        super(link.entity() + " " + link.sourceId() + " was changed by somebody else, or the run has ended");
    }

    /** @param rows that a compare-and-set has written; one, where nobody was quicker */
    static void unlessOne(int rows, Link link) {
        if (rows != 1) {
            throw new ClaimLost(link);
        }
    }
}
