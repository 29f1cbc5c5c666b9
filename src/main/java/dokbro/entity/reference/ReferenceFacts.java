package dokbro.entity.reference;

/**
 * Who the two sides of a link were when it was made, so that a later rename is seen. Source is SmartDok, target is Go; what a side does not
 * have is null, and for what a setting names (chosen-…) there is no source.
 */
public record ReferenceFacts(String sourceNumber, String sourceName, String targetNumber, String targetName) {}
