package dokbro.sandbox;

/**
 * How much a contractor holds.
 *
 * @param employees rows in SmartDok's register of users
 * @param projects main projects that stand in SmartDok; those that stand only in Go come on top
 * @param weeks how far back registrations go
 * @param registrations at most this many; 0 = as many as the weeks give
 * @param cases with the cases of {@link ContractorData}; without them every record matches, every registration is approved and can go
 */
public record Size(int employees, int projects, int weeks, int registrations, boolean cases) {

    /** What {@code make run} shows: 40 employees, 60 projects, eight weeks, all cases. */
    public static final Size DEMO = new Size(40, 60, 8, 0, true);

    private static final int FEWEST_EMPLOYEES = 24;
    private static final int FEWEST_PROJECTS = 24;
    private static final int LOAD_WEEKS = 6;

    /** Registrations of one employee in one week, a little low so that there are always enough. */
    private static final int WEEKLY = 8;

    public Size {
        if (cases && (employees < FEWEST_EMPLOYEES || projects < FEWEST_PROJECTS)) {
            throw new IllegalArgumentException(
                    "The cases need at least " + FEWEST_EMPLOYEES + " employees and " + FEWEST_PROJECTS + " projects");
        }
        if (employees < 1 || projects < 2 || weeks < 1 || registrations < 0) {
            throw new IllegalArgumentException("A contractor has employees, projects and weeks");
        }
    }

    /** Exactly n approved registrations within the last six weeks (a window of 45 days), without cases: for load tests. */
    public static Size registrations(int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n must be positive");
        }
        return new Size(Math.max(2, n / (LOAD_WEEKS * WEEKLY) + 1), Math.min(400, 20 + n / 50), LOAD_WEEKS, n, false);
    }
}
