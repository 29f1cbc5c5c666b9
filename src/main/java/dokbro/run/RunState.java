package dokbro.run;

/** The states of a run; PARTIAL means that some records are dead. */
public enum RunState {
    RUNNING,
    SUCCEEDED,
    PARTIAL,
    HELD,
    FAILED,
    INTERRUPTED,
    STOPPED,
    SKIPPED
}
