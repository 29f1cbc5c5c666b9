package dokbro.run;

import dokbro.company.Company;
import dokbro.entity.Entity;

/**
 * All that the engine needs of one entity.
 *
 * @param matcher null where no record can stand in the target before Dokbro made it
 * @param probe finds a record whose create got no answer
 * @param targets reads the entity's records back from the target
 * @param master under which it goes this way; null where the direction is always the same
 */
public record EntityDefinition<F>(
        Entity<F> entity, Source source, Matcher matcher, Probe probe, TargetRecords targets, Company.Master master) {

    /** One whose direction is always the same. */
    public EntityDefinition(Entity<F> entity, Source source, Matcher matcher, Probe probe, TargetRecords targets) {
        this(entity, source, matcher, probe, targets, null);
    }

    public String name() {
        return entity.name();
    }
}
