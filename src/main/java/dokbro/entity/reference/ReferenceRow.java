package dokbro.entity.reference;

import dokbro.failure.RecordFailure;

/**
 * A link that should be, or why it cannot be.
 *
 * @param targetId null when there is a problem, as are the facts
 * @param chosen true when a setting names this pair: somebody has said that they are the same
 * @param problem OTHER_NAME or SEVERAL_CANDIDATES, else null
 */
public record ReferenceRow(
        String kind, String sourceId, String targetId, ReferenceFacts facts, boolean chosen, RecordFailure problem) {}
