package dokbro.entity.activities;

/**
 * What an activity says that matters, in either system.
 *
 * @param code null where Go shows none
 */
public record ActivityFacts(String code, String name, boolean active) {}
