package dokbro.source;

import dokbro.deadletter.DeadLetters;
import dokbro.entity.workhours.WorkHours;
import dokbro.link.Links;
import dokbro.run.EntityDefinition;
import dokbro.run.EntityState;
import dokbro.run.EntitySteps;
import dokbro.smartdok.SmartDokClient;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Each entity with its source, its first match and its probe; and the beans that the route files name. */
@Configuration
class EntityDefinitions {

    @Bean
    EntitySteps<?> workHours() {
        return new EntitySteps<>(new WorkHours());
    }

    @Bean
    Registrations registrations(
            SmartDokClient smartdok,
            SmartDokLists lists,
            Approvals approvals,
            Confirmation confirmation,
            Links links,
            DeadLetters deadLetters,
            EntityState states,
            Clock clock) {
        return new Registrations(
                "work-hours", lists::catalogue, smartdok, approvals, confirmation, links, deadLetters, states, clock);
    }

    @Bean
    EntityDefinition<?> workHoursDefinition(Registrations registrations, TimeEntryProbe probe, TimeEntries entries) {
        return new EntityDefinition<>(new WorkHours(), registrations, null, probe, entries);
    }
}
