package dokbro.sandbox.http;

import java.util.List;
import java.util.Map;

/**
 * A request in the wire log, with what came of it.
 *
 * @param template null where no route was met
 * @param query as sent, undecoded; null where there was none
 * @param headers every header with all its values; lookups ignore case
 * @param body empty where there was none
 * @param status what was answered, 0 for nothing
 * @param fault what was done to it on purpose, null for nothing
 * @param arrivedAtNanos by System.nanoTime
 */
public record Received(
        String method,
        String path,
        String template,
        String query,
        Map<String, List<String>> headers,
        String body,
        int status,
        Fault fault,
        long arrivedAtNanos) {}
