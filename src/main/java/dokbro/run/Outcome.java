package dokbro.run;

/** What became of one record in a run. Every record that was read, or is missing, has exactly one. */
public enum Outcome {
    CREATED,
    UPDATED,
    REPLACED,
    ADOPTED,
    DELETED,
    UNCHANGED,
    SKIPPED,
    WAITING,
    HELD,
    IN_DOUBT,
    DEAD
}
