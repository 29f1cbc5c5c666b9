package dokbro.failure;

/** What kind of failure kept a record back; it decides what happens next (design, section 4). */
public enum FailureClass {
    /** Passes by itself: retried with back-off, later again from the dead letter. */
    TRANSIENT,
    /** The record, a mapping or a setting is wrong: sent again only when what would be sent has changed. */
    DATA,
    /** A parent record has no link yet: waits, and goes when the parent is linked. */
    DEPENDENCY,
    /** Go has locked the record. */
    LOCKED,
    /** Several candidates for one record: a person decides. */
    AMBIGUOUS,
    /** Credentials, address or certificate: the run stops, records are fine and make no dead letters. */
    CONFIG,
    /** A bug in Dokbro. */
    INTERNAL
}
