package dokbro.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.Dokbro;
import dokbro.company.Company.Master;
import dokbro.entity.Closing;
import dokbro.entity.activities.Activities;
import dokbro.entity.projects.Projects;
import dokbro.entity.subprojects.SubProjects;
import dokbro.link.Links;
import dokbro.poweroffice.PowerOfficeClient;
import dokbro.run.EntityDefinition;
import dokbro.run.EntitySteps;
import dokbro.smartdok.SmartDokClient;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Projects, sub-projects and activities with {@code master: poweroffice}. */
@Configuration
class MasterDataToSmartDok {

    private final SmartDokLists smartdok;
    private final Links links;
    private final Clock clock;
    private final SmartDokTargets projectTargets;
    private final SmartDokTargets subProjectTargets;
    private final SmartDokTargets activityTargets;

    MasterDataToSmartDok(SmartDokLists smartdok, SmartDokClient client, Links links, Clock clock) {
        this.smartdok = smartdok;
        this.links = links;
        this.clock = clock;
        projectTargets = SmartDokTargets.projects(client, smartdok);
        subProjectTargets = SmartDokTargets.subProjects(client, smartdok);
        activityTargets = SmartDokTargets.activities(client, smartdok);
    }

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
    MasterRecords projectRecords(PowerOfficeClient client, PowerOfficeLists go) {
        return new MasterRecords(
                "projects", PowerOfficeTargets.projects(client, go), this::seen, smartdok::projects, links);
    }

    @Bean
    MasterRecords subProjectRecords(PowerOfficeClient client, PowerOfficeLists go) {
        return new MasterRecords(
                "sub-projects",
                PowerOfficeTargets.subProjectsAsShown(client, go),
                this::seen,
                smartdok::subProjects,
                links);
    }

    /** How long a project has been closed depends on the day. */
    private JsonNode seen(JsonNode project) {
        return Closing.concerns(project)
                ? ((ObjectNode) project.deepCopy())
                        .put(
                                Closing.SEEN_ON,
                                LocalDate.now(clock.withZone(Dokbro.OSLO)).toString())
                : project;
    }

    @Bean
    MasterRecords activityRecords(PowerOfficeClient client, PowerOfficeLists go) {
        return new MasterRecords("activities", PowerOfficeTargets.activities(client, go), smartdok::activities, links);
    }

    @Bean
    EntityDefinition<?> projectDefinition(MasterRecords projectRecords) {
        return new EntityDefinition<>(
                new Projects(),
                projectRecords,
                new MasterMatches(MasterKind.SMARTDOK_PROJECT, projectTargets, links).projects(),
                new MasterProbe(MasterKind.SMARTDOK_PROJECT, projectTargets, links),
                projectTargets,
                Master.POWEROFFICE);
    }

    @Bean
    EntityDefinition<?> subProjectDefinition(MasterRecords subProjectRecords) {
        return new EntityDefinition<>(
                new SubProjects(),
                subProjectRecords,
                new MasterMatches(MasterKind.SMARTDOK_SUB_PROJECT, subProjectTargets, links).subProjects(),
                new MasterProbe(MasterKind.SMARTDOK_SUB_PROJECT, subProjectTargets, links),
                subProjectTargets,
                Master.POWEROFFICE);
    }

    @Bean
    EntityDefinition<?> activityDefinition(MasterRecords activityRecords) {
        return new EntityDefinition<>(
                new Activities(),
                activityRecords,
                new MasterMatches(MasterKind.SMARTDOK_ACTIVITY, activityTargets, links).activities(),
                new MasterProbe(MasterKind.SMARTDOK_ACTIVITY, activityTargets, links),
                activityTargets,
                Master.POWEROFFICE);
    }
}
