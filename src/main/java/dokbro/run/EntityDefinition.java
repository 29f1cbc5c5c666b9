package dokbro.run;

import dokbro.entity.Entity;

/**
 * All that the engine needs of one entity.
 *
 * @param matcher null where no record can stand in the target before Dokbro made it
 * @param probe finds a record whose create got no answer
 * @param targets reads the entity's records back from the target
 */
public record EntityDefinition<F>(
        Entity<F> entity, Source source, Matcher matcher, Probe probe, TargetRecords targets) {

    public String name() {
        return entity.name();
    }
}
