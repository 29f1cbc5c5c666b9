package dokbro.company;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The beans of this package. The folder of settings is {@code config} in the working directory, or {@code DOKBRO_CONFIG}. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class CompanyConfiguration {

    @Bean
    CompanyFiles companyFiles(
            @Value("${dokbro.config:config}") String config, ObjectProvider<CompanyFiles.BuiltIn> builtIn) {
        return new CompanyFiles(
                Path.of(config, "companies"),
                System::getenv,
                builtIn.orderedStream().toList());
    }

    @Bean
    Companies companies(CompanyFiles files, JdbcClient jdbc, Clock clock) {
        return new Companies(files, jdbc, clock);
    }

    @Bean
    CompanyWatcher companyWatcher(Companies companies) {
        return new CompanyWatcher(companies);
    }

    @Bean
    PayThrough payThrough(JdbcClient jdbc, Clock clock) {
        return new PayThrough(jdbc, clock);
    }

    @Bean
    CompanyIdentity companyIdentity(JdbcClient jdbc, Clock clock) {
        return new CompanyIdentity(jdbc, clock);
    }
}
