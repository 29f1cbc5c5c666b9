package dokbro;

import dokbro.company.CompanyFiles.BuiltIn;
import java.time.Clock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The beans of {@link SyncTest}. */
@TestConfiguration(proxyBeanMethods = false)
public class SyncScene {

    @Bean
    @Primary
    TestTime testTime() {
        return new TestTime();
    }

    @Bean(destroyMethod = "close")
    Sites sites(Clock clock) {
        return new Sites(clock);
    }

    @Bean
    BuiltIn demoFile(Sites sites) {
        return sites.file(Sites.DEMO);
    }

    @Bean
    BuiltIn smallFile(Sites sites) {
        return sites.file(Sites.SMALL);
    }

    @Bean
    BuiltIn reviewFile(Sites sites) {
        return sites.file(Sites.REVIEW);
    }

    @Bean
    BuiltIn canaryFile(Sites sites) {
        return sites.file(Sites.CANARY);
    }

    @Bean
    BuiltIn costsFile(Sites sites) {
        return sites.file(Sites.COSTS);
    }

    @Bean
    BuiltIn propertyFile(Sites sites) {
        return sites.file(Sites.PROPERTY);
    }

    /** Lets a test take the database away from the runs. */
    @Bean
    static Outage outage() {
        return new Outage();
    }

    @Bean
    Site.Parts siteParts(
            Sites sites,
            TestTime time,
            dokbro.run.Runs runs,
            dokbro.run.WholeSync sync,
            dokbro.link.Links links,
            dokbro.deadletter.DeadLetters deadLetters,
            dokbro.run.RunRecords records,
            dokbro.company.Companies companies,
            dokbro.poweroffice.PowerOfficeClient poweroffice,
            org.springframework.jdbc.core.JdbcTemplate jdbc) {
        return new Site.Parts(sites, time, runs, sync, links, deadLetters, records, companies, poweroffice, jdbc);
    }
}
