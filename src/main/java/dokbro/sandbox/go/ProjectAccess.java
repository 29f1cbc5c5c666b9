package dokbro.sandbox.go;

import java.util.HashSet;
import java.util.Set;

/** Project teams and project activities; Go's API v2 shows neither. */
final class ProjectAccess {

    private final Set<Pair> team = new HashSet<>();
    private final Set<Pair> activities = new HashSet<>();

    private record Pair(String project, String other) {}

    void addToTeam(String project, String employee) {
        team.add(new Pair(project, employee));
    }

    void addActivity(String project, String activity) {
        activities.add(new Pair(project, activity));
    }

    boolean inTeam(String project, String employee) {
        return team.contains(new Pair(project, employee));
    }

    boolean hasActivity(String project, String activity) {
        return activities.contains(new Pair(project, activity));
    }
}
