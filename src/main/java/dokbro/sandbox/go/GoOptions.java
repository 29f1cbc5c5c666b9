package dokbro.sandbox.go;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How a simulated Go behaves. Immutable; {@link SimulatedGo#options(GoOptions)} changes it while running.
 *
 * @param requestsPerSecond calls a subscription key may make in any second, 0 for no limit; the token endpoint is not counted
 * @param tokenSeconds how long a token is good for
 * @param replicaLag how old the state is that GETs see
 * @param sometimesTimePart whether some date-only members come with a time part, always the same ones
 * @param activitiesShowCode whether activities have the member Code
 * @param quantityInHours whether Go takes Quantity for hours, and goes by the times where there are some (contracts, section 3.3: unknown)
 * @param quirks how it answers where the contract leaves it open
 * @param modules what the client subscribes to; TimeTracking, Payroll, Accounting
 * @param privileges of the application key, such as Project_Full; effective once the module is there and a new token is issued
 */
public record GoOptions(
        int requestsPerSecond,
        int tokenSeconds,
        Duration replicaLag,
        boolean sometimesTimePart,
        boolean activitiesShowCode,
        boolean quantityInHours,
        Set<Quirk> quirks,
        Set<String> modules,
        Set<String> privileges,
        String clientId,
        String clientName,
        String applicationKey,
        String clientKey,
        String subscriptionKey) {

    public GoOptions {
        quirks = Set.copyOf(quirks);
        modules = Set.copyOf(modules);
        privileges = Set.copyOf(privileges);
    }

    /** As the real one: 10 requests a second, 20 minutes, no lag, everything subscribed, the keys below. */
    public static GoOptions defaults() {
        return new GoOptions(
                10,
                1200,
                Duration.ZERO,
                false,
                true,
                false,
                Set.of(),
                Privileges.MODULES,
                Privileges.ALL,
                "5c1a3bb5-5f2b-4a5e-9d53-6d0c7a1f0001",
                "Nordbygg AS",
                "sandbox-application-key",
                "sandbox-client-key",
                "sandbox-subscription-key");
    }

    /** With another rate limit, 0 for none. */
    public GoOptions withRequestsPerSecond(int calls) {
        return copy(
                calls, tokenSeconds, replicaLag, sometimesTimePart, activitiesShowCode, quirks, modules, privileges);
    }

    /** With another life of tokens. */
    public GoOptions withTokenSeconds(int seconds) {
        return copy(
                requestsPerSecond,
                seconds,
                replicaLag,
                sometimesTimePart,
                activitiesShowCode,
                quirks,
                modules,
                privileges);
    }

    /** With another lag of GETs. */
    public GoOptions withReplicaLag(Duration lag) {
        return copy(
                requestsPerSecond,
                tokenSeconds,
                lag,
                sometimesTimePart,
                activitiesShowCode,
                quirks,
                modules,
                privileges);
    }

    /** With time parts in some dates or in none. */
    public GoOptions withSometimesTimePart(boolean on) {
        return copy(requestsPerSecond, tokenSeconds, replicaLag, on, activitiesShowCode, quirks, modules, privileges);
    }

    /** With the member Code on activities or without it. */
    public GoOptions withActivitiesShowCode(boolean on) {
        return copy(requestsPerSecond, tokenSeconds, replicaLag, sometimesTimePart, on, quirks, modules, privileges);
    }

    /** With quantities in hours or in minutes. */
    public GoOptions withQuantityInHours(boolean on) {
        return new GoOptions(
                requestsPerSecond,
                tokenSeconds,
                replicaLag,
                sometimesTimePart,
                activitiesShowCode,
                on,
                quirks,
                modules,
                privileges,
                clientId,
                clientName,
                applicationKey,
                clientKey,
                subscriptionKey);
    }

    /** With a module subscribed or not. */
    public GoOptions withModule(String module, boolean on) {
        Set<String> changed = changed(modules, module, on);
        return copy(
                requestsPerSecond,
                tokenSeconds,
                replicaLag,
                sometimesTimePart,
                activitiesShowCode,
                quirks,
                changed,
                privileges);
    }

    /** With a privilege given or not. */
    public GoOptions withPrivilege(String privilege, boolean on) {
        Set<String> changed = changed(privileges, privilege, on);
        return copy(
                requestsPerSecond,
                tokenSeconds,
                replicaLag,
                sometimesTimePart,
                activitiesShowCode,
                quirks,
                modules,
                changed);
    }

    /** With another answer to a point that the contract leaves open. */
    public GoOptions withQuirk(Quirk quirk, boolean on) {
        Set<Quirk> changed = changed(quirks, quirk, on);
        return copy(
                requestsPerSecond,
                tokenSeconds,
                replicaLag,
                sometimesTimePart,
                activitiesShowCode,
                changed,
                modules,
                privileges);
    }

    boolean has(Quirk quirk) {
        return quirks.contains(quirk);
    }

    /** As another client of Go. */
    public GoOptions withClient(String id, String name) {
        return new GoOptions(
                requestsPerSecond,
                tokenSeconds,
                replicaLag,
                sometimesTimePart,
                activitiesShowCode,
                quantityInHours,
                quirks,
                modules,
                privileges,
                id,
                name,
                applicationKey,
                clientKey,
                subscriptionKey);
    }

    /** With other keys. */
    public GoOptions withKeys(String application, String client, String subscription) {
        return new GoOptions(
                requestsPerSecond,
                tokenSeconds,
                replicaLag,
                sometimesTimePart,
                activitiesShowCode,
                quantityInHours,
                quirks,
                modules,
                privileges,
                clientId,
                clientName,
                application,
                client,
                subscription);
    }

    /** The privileges whose module is subscribed, sorted. */
    List<String> validPrivileges() {
        return privileges.stream()
                .filter(privilege -> Privileges.subscribed(privilege, modules))
                .sorted()
                .toList();
    }

    /** The other privileges, sorted. */
    List<String> invalidPrivileges() {
        return privileges.stream()
                .filter(privilege -> !Privileges.subscribed(privilege, modules))
                .sorted()
                .toList();
    }

    private static <T> Set<T> changed(Set<T> from, T member, boolean on) {
        Set<T> changed = new LinkedHashSet<>(from);
        if (on) {
            changed.add(member);
        } else {
            changed.remove(member);
        }
        return changed;
    }

    private GoOptions copy(
            int calls,
            int seconds,
            Duration lag,
            boolean timePart,
            boolean code,
            Set<Quirk> q,
            Set<String> m,
            Set<String> p) {
        return new GoOptions(
                calls,
                seconds,
                lag,
                timePart,
                code,
                quantityInHours,
                q,
                m,
                p,
                clientId,
                clientName,
                applicationKey,
                clientKey,
                subscriptionKey);
    }
}
