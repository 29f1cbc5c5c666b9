package dokbro;

import dokbro.company.CompanyFiles.BuiltIn;
import dokbro.sandbox.Contractor;
import dokbro.sandbox.ContractorData;
import dokbro.sandbox.DemoCompany;
import dokbro.sandbox.Size;
import dokbro.sandbox.go.GoOptions;
import dokbro.sandbox.go.SimulatedGo;
import dokbro.sandbox.http.Faults;
import dokbro.sandbox.smartdok.SimulatedSmartDok;
import dokbro.sandbox.smartdok.SmartDokOptions;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Both simulated systems on free ports, and a company demo that uses them. No limit on Go's side, so that tests are quick. */
@TestConfiguration(proxyBeanMethods = false)
public class TwoSystems {

    @Bean
    Contractor contractor() {
        return ContractorData.make(1, Size.DEMO, LocalDate.now(Clock.system(Dokbro.OSLO)));
    }

    @Bean(destroyMethod = "close")
    SimulatedSmartDok simulatedSmartDok(Contractor contractor, Clock clock) {
        return new SimulatedSmartDok(contractor, clock, 0, SmartDokOptions.DEFAULT).start();
    }

    @Bean(destroyMethod = "close")
    SimulatedGo simulatedGo(Contractor contractor, Clock clock) {
        return new SimulatedGo(contractor, clock, 0, GoOptions.defaults().withRequestsPerSecond(0), Faults.none())
                .start();
    }

    @Bean
    BuiltIn demo(Contractor contractor, SimulatedSmartDok smartdok, SimulatedGo go) {
        return DemoCompany.of(smartdok.url(), go.url(), go.tokenUrl(), 1000, contractor.startDate());
    }
}
