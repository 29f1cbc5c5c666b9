package dokbro.run;

/** What a plan row asks for. */
public enum Operation {
    CREATE(Outcome.CREATED),
    UPDATE(Outcome.UPDATED),
    /** Delete and create as one claim with two steps. */
    REPLACE(Outcome.REPLACED),
    /** Link a record that stands in the target already; its owned members are brought in line. */
    ADOPT(Outcome.ADOPTED),
    DELETE(Outcome.DELETED),
    /** A parent is not linked yet; shown, not applied. */
    WAIT(Outcome.WAITING);

    private final Outcome outcome;

    Operation(Outcome outcome) {
        this.outcome = outcome;
    }

    /** The outcome when it goes through. */
    public Outcome outcome() {
        return outcome;
    }
}
