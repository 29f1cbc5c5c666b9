package dokbro.source;

import dokbro.company.Company.Master;
import dokbro.entity.activities.SmartDokActivities;
import dokbro.entity.projects.SmartDokProjects;
import dokbro.entity.subprojects.SmartDokSubProjects;
import dokbro.link.Links;
import dokbro.poweroffice.PowerOfficeClient;
import dokbro.run.EntityDefinition;
import dokbro.run.EntitySteps;
import dokbro.run.Run;
import dokbro.smartdok.SmartDokClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Projects, sub-projects and activities with {@code master: smartdok}. */
@Configuration
class MasterDataToGo {

    private final SmartDokLists smartdok;
    private final PowerOfficeLists go;
    private final Links links;
    private final PowerOfficeTargets projectTargets;
    private final PowerOfficeTargets subProjectTargets;
    private final PowerOfficeTargets activityTargets;

    MasterDataToGo(SmartDokLists smartdok, PowerOfficeLists go, PowerOfficeClient client, Links links) {
        this.smartdok = smartdok;
        this.go = go;
        this.links = links;
        projectTargets = PowerOfficeTargets.projects(client, go);
        subProjectTargets = PowerOfficeTargets.subProjects(client, go);
        activityTargets = PowerOfficeTargets.activities(client, go);
    }

    @Bean
    EntitySteps<?> smartDokProjects() {
        return new EntitySteps<>(new SmartDokProjects());
    }

    @Bean
    EntitySteps<?> smartDokSubProjects() {
        return new EntitySteps<>(new SmartDokSubProjects());
    }

    @Bean
    EntitySteps<?> smartDokActivities() {
        return new EntitySteps<>(new SmartDokActivities());
    }

    @Bean
    MasterRecords smartDokProjectRecords(SmartDokClient client) {
        return new MasterRecords("projects", SmartDokTargets.projects(client, smartdok), this::prepare, links);
    }

    @Bean
    MasterRecords smartDokSubProjectRecords(SmartDokClient client) {
        return new MasterRecords(
                "sub-projects", SmartDokTargets.subProjectsAsShown(client, smartdok), this::prepare, links);
    }

    @Bean
    MasterRecords smartDokActivityRecords(SmartDokClient client) {
        return new MasterRecords("activities", SmartDokTargets.activities(client, smartdok), go::activities, links);
    }

    /** A project names its manager, a sub-project its parent. */
    private void prepare(Run run) {
        go.projects(run);
        run.catalogue(smartdok.catalogue(run));
    }

    @Bean
    EntityDefinition<?> smartDokProjectDefinition(MasterRecords smartDokProjectRecords) {
        return new EntityDefinition<>(
                new SmartDokProjects(),
                smartDokProjectRecords,
                new MasterMatches(MasterKind.GO_PROJECT, projectTargets, links).projects(),
                new MasterProbe(MasterKind.GO_PROJECT, projectTargets, links),
                projectTargets,
                Master.SMARTDOK);
    }

    @Bean
    EntityDefinition<?> smartDokSubProjectDefinition(MasterRecords smartDokSubProjectRecords) {
        return new EntityDefinition<>(
                new SmartDokSubProjects(),
                smartDokSubProjectRecords,
                new MasterMatches(MasterKind.GO_SUB_PROJECT, subProjectTargets, links).subProjects(),
                new MasterProbe(MasterKind.GO_SUB_PROJECT, subProjectTargets, links),
                subProjectTargets,
                Master.SMARTDOK);
    }

    @Bean
    EntityDefinition<?> smartDokActivityDefinition(MasterRecords smartDokActivityRecords) {
        return new EntityDefinition<>(
                new SmartDokActivities(),
                smartDokActivityRecords,
                new MasterMatches(MasterKind.GO_ACTIVITY, activityTargets, links).activitiesInGo(),
                new MasterProbe(MasterKind.GO_ACTIVITY, activityTargets, links),
                activityTargets,
                Master.SMARTDOK);
    }
}
