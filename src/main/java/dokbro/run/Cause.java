package dokbro.run;

/** Why a run was started. */
public enum Cause {
    CRON,
    DEEP,
    MANUAL,
    ALL,
    REPLAY,
    START
}
