package dokbro.sandbox;

import dokbro.Dokbro;
import dokbro.company.CompanyFiles.BuiltIn;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts the sandbox with the application, and stops it, when {@code dokbro.sandbox=true}. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "dokbro.sandbox", havingValue = "true")
public class SandboxConfiguration {

    /**
     * The sandbox as a bean.
     *
     * @param size {@code dokbro.sandbox-size}: {@code demo}, or a number of registrations
     * @param seed {@code dokbro.sandbox-seed}
     * @param control {@code dokbro.sandbox-ports.control}, as the other ports 0 for a free one
     */
    @Bean(destroyMethod = "close")
    Sandbox sandbox(
            Clock clock,
            @Value("${dokbro.sandbox-size:demo}") String size,
            @Value("${dokbro.sandbox-seed:1}") long seed,
            @Value("${dokbro.sandbox-ports.control:9100}") int control,
            @Value("${dokbro.sandbox-ports.smartdok:9101}") int smartdok,
            @Value("${dokbro.sandbox-ports.go:9102}") int go) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Dokbro.OSLO);
        Size data = "demo".equals(size) ? Size.DEMO : Size.registrations(Integer.parseInt(size));
        return new Sandbox(ContractorData.make(seed, data, today), clock, new Sandbox.Ports(control, smartdok, go));
    }

    /** The company that uses it. */
    @Bean
    BuiltIn demoCompany(Sandbox sandbox) {
        return DemoCompany.of(
                sandbox.smartdok().url(),
                sandbox.go().url(),
                sandbox.go().tokenUrl(),
                sandbox.go().options().requestsPerSecond(),
                sandbox.contractor().startDate());
    }
}
