package dokbro.run;

/** Why a run was started. */
public enum Cause {
    CRON,
    DEEP,
    MANUAL,
    ALL,
    REPLAY,
    /** A person has approved a HELD run. */
    APPROVAL,
    START
}
