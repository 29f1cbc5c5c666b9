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
    /** A person wants a period to be as today's mappings, prices and settings make it; the first run shows the plan, its approval goes on. */
    RECOMPUTE,
    START
}
