package dokbro.source;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.api.Api;
import dokbro.api.ApiCall;
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
import dokbro.run.Run;
import dokbro.smartdok.SmartDokClient;
import java.time.Clock;
import java.util.Optional;
import java.util.function.BiFunction;
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
    MasterRecords projectRecords(
            PowerOfficeLists lists, SmartDokLists smartdok, PowerOfficeClient poweroffice, Links links) {
        return new MasterRecords(
                "projects",
                lists::projects,
                project -> !hasParent(project),
                smartdok::projects,
                one(poweroffice, "Projects"),
                links);
    }

    @Bean
    MasterRecords subProjectRecords(
            PowerOfficeLists lists, SmartDokLists smartdok, PowerOfficeClient poweroffice, Links links) {
        return new MasterRecords(
                "sub-projects",
                lists::projects,
                EntityDefinitions::hasParent,
                smartdok::subProjects,
                one(poweroffice, "Projects"),
                links);
    }

    @Bean
    MasterRecords activityRecords(
            PowerOfficeLists lists, SmartDokLists smartdok, PowerOfficeClient poweroffice, Links links) {
        return new MasterRecords(
                "activities",
                lists::activities,
                activity -> true,
                smartdok::activities,
                one(poweroffice, "TimeTracking/ActivityTime"),
                links);
    }

    private static BiFunction<Run, String, Optional<JsonNode>> one(PowerOfficeClient poweroffice, String path) {
        return (run, id) -> poweroffice.find(run.company(), path + "/" + ApiCall.segment(id));
    }

    private static boolean hasParent(JsonNode project) {
        return project.hasNonNull("ParentProjectId");
    }

    @Bean
    EntityDefinition<?> projectDefinition(
            MasterRecords projectRecords,
            SmartDokMatches matches,
            SmartDokClient smartdok,
            SmartDokLists lists,
            Links links) {
        return new EntityDefinition<>(
                new Projects(),
                projectRecords,
                matches.projects(),
                new NumberProbe(Api.SMARTDOK, "prosjekt", "ProjectNumber", "ProjectName", lists::projects, links),
                new SmartDokTargets(smartdok, "projects", "Projects", lists::projects));
    }

    @Bean
    EntityDefinition<?> subProjectDefinition(
            MasterRecords subProjectRecords,
            SmartDokMatches matches,
            SmartDokClient smartdok,
            SmartDokLists lists,
            Links links) {
        return new EntityDefinition<>(
                new SubProjects(),
                subProjectRecords,
                matches.subProjects(),
                new NumberProbe(
                        Api.SMARTDOK, "underprosjekt", "SubProjectNumber", "SubProjectName", lists::subProjects, links),
                new SmartDokTargets(smartdok, "sub-projects", "SubProjects", lists::subProjects));
    }

    @Bean
    EntityDefinition<?> activityDefinition(
            MasterRecords activityRecords,
            SmartDokMatches matches,
            SmartDokClient smartdok,
            SmartDokLists lists,
            Links links) {
        return new EntityDefinition<>(
                new Activities(),
                activityRecords,
                matches.activities(),
                new NumberProbe(Api.SMARTDOK, "aktivitet", "Number", "Name", lists::activities, links),
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
