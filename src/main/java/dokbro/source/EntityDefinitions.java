package dokbro.source;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.deadletter.DeadLetters;
import dokbro.entity.activities.Activities;
import dokbro.entity.projects.Projects;
import dokbro.entity.subprojects.SubProjects;
import dokbro.entity.workhours.WorkHours;
import dokbro.link.Links;
import dokbro.poweroffice.PowerOfficeClient;
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
    EntitySteps<?> projects() {
        return new EntitySteps<>(new Projects());
    }

    @Bean
    EntitySteps<?> subProjects() {
        return new EntitySteps<>(new SubProjects());
    }

    @Bean
    EntitySteps<?> activities() {
        return new EntitySteps<>(new Activities());
    }

    @Bean
    EntitySteps<?> workHours() {
        return new EntitySteps<>(new WorkHours());
    }

    @Bean
    PowerOfficeRecords projectRecords(
            PowerOfficeLists lists, SmartDokLists smartdok, PowerOfficeClient poweroffice, Links links) {
        return new PowerOfficeRecords(
                "projects",
                "Projects",
                lists::projects,
                project -> !hasParent(project),
                smartdok::projects,
                poweroffice,
                links);
    }

    @Bean
    PowerOfficeRecords subProjectRecords(
            PowerOfficeLists lists, SmartDokLists smartdok, PowerOfficeClient poweroffice, Links links) {
        return new PowerOfficeRecords(
                "sub-projects",
                "Projects",
                lists::projects,
                EntityDefinitions::hasParent,
                smartdok::subProjects,
                poweroffice,
                links);
    }

    @Bean
    PowerOfficeRecords activityRecords(
            PowerOfficeLists lists, SmartDokLists smartdok, PowerOfficeClient poweroffice, Links links) {
        return new PowerOfficeRecords(
                "activities",
                "TimeTracking/ActivityTime",
                lists::activities,
                activity -> true,
                smartdok::activities,
                poweroffice,
                links);
    }

    private static boolean hasParent(JsonNode project) {
        return project.hasNonNull("ParentProjectId");
    }

    @Bean
    EntityDefinition<?> projectDefinition(
            PowerOfficeRecords projectRecords,
            SmartDokMatches matches,
            SmartDokClient smartdok,
            SmartDokLists lists,
            Links links) {
        return new EntityDefinition<>(
                new Projects(),
                projectRecords,
                matches.projects(),
                new SmartDokProbe("prosjekt", "ProjectNumber", "ProjectName", lists::projects, links),
                new SmartDokTargets(smartdok, "projects", "Projects", lists::projects));
    }

    @Bean
    EntityDefinition<?> subProjectDefinition(
            PowerOfficeRecords subProjectRecords,
            SmartDokMatches matches,
            SmartDokClient smartdok,
            SmartDokLists lists,
            Links links) {
        return new EntityDefinition<>(
                new SubProjects(),
                subProjectRecords,
                matches.subProjects(),
                new SmartDokProbe("underprosjekt", "SubProjectNumber", "SubProjectName", lists::subProjects, links),
                new SmartDokTargets(smartdok, "sub-projects", "SubProjects", lists::subProjects));
    }

    @Bean
    EntityDefinition<?> activityDefinition(
            PowerOfficeRecords activityRecords,
            SmartDokMatches matches,
            SmartDokClient smartdok,
            SmartDokLists lists,
            Links links) {
        return new EntityDefinition<>(
                new Activities(),
                activityRecords,
                matches.activities(),
                new SmartDokProbe("aktivitet", "Number", "Name", lists::activities, links),
                new SmartDokTargets(smartdok, "activities", "WorkDescriptions", lists::activities));
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
