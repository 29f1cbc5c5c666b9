package dokbro.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class CompanyConfigurationTest {

    @TempDir
    Path config;

    @Test
    void theFolderOfTheEnvironmentBuiltInCompaniesAndTheWatcher() {
        Samples.write(config.resolve("companies"), "a.yaml", Samples.shortest("a"));

        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        DataSourceAutoConfiguration.class,
                        JdbcTemplateAutoConfiguration.class,
                        JdbcClientAutoConfiguration.class,
                        FlywayAutoConfiguration.class))
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource(
                                "systemEnvironment-of-test", Map.of("DOKBRO_CONFIG", config.toString()))))
                .withPropertyValues(
                        "spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
                        "dokbro.company-files.look-every=PT0.05S")
                .withBean(Clock.class, () -> Clock.fixed(Instant.parse("2026-11-24T08:00:00Z"), ZoneOffset.UTC))
                .withBean(
                        CompanyFiles.BuiltIn.class,
                        () -> new CompanyFiles.BuiltIn("demo.yaml", Samples.shortest("demo")))
                .withUserConfiguration(CompanyConfiguration.class)
                .run(context -> {
                    Companies companies = context.getBean(Companies.class);
                    assertThat(context).hasSingleBean(CompanyIdentity.class);
                    assertThat(companies.all()).extracting(Company::key).containsExactly("a", "demo");

                    Samples.write(config.resolve("companies"), "b.yaml", Samples.shortest("b"));
                    await().untilAsserted(() -> assertThat(companies.find("b")).isPresent());
                });
    }
}
