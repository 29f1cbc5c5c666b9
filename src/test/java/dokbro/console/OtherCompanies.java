package dokbro.console;

import dokbro.company.CompanyFiles.BuiltIn;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A company that is quiet, and a file that gives no company. */
@TestConfiguration(proxyBeanMethods = false)
class OtherCompanies {

    @Bean
    BuiltIn quiet() {
        return new BuiltIn("quiet.yaml", """
                name: Stille Bygg AS
                smartdok: {url: "http://127.0.0.1:9", api-token: quiet-token-of-smartdok}
                poweroffice:
                  url: "http://127.0.0.1:9"
                  token-url: "http://127.0.0.1:9"
                  application-key: quiet-application-key
                  client-key: quiet-client-key
                  subscription-key: quiet-subscription-key
                start-date: 2026-11-01
                entities:
                  projects: {cron: "0 0/15 * * * ?"}
                  activities: {enabled: false}
                  work-hours: {cron: "0 5/30 6-20 ? * MON-FRI"}
                """);
    }

    @Bean
    BuiltIn wrong() {
        return new BuiltIn("wrong.yaml", "name: Feil AS\nstart-date: i dag\n");
    }
}
