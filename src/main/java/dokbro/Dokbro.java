package dokbro;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service: Camel routes, one per entity, between SmartDok and PowerOffice Go. */
@SpringBootApplication
public class Dokbro {

    /** The zone of every date and clock time in SmartDok, Go and the settings. */
    public static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    /** Flags: {@code --sandbox} adds the simulated systems and a company demo; {@code --sandbox-only} starts just them. */
    public static void main(String[] args) {
        List<String> flags = List.of(args);
        SpringApplication application =
                flags.contains("--sandbox-only") ? sandboxOnly() : new SpringApplication(Dokbro.class);
        application.setDefaultProperties(defaults(flags.contains("--sandbox"), System.getenv()));
        application.run(args);
    }

    /** The simulated systems and nothing else. Named by text: nothing depends on the sandbox. */
    private static SpringApplication sandboxOnly() {
        SpringApplication application = new SpringApplication(Clocks.class);
        application.setSources(Set.of("dokbro.sandbox.SandboxConfiguration"));
        application.setAdditionalProfiles("sandbox");
        application.setWebApplicationType(WebApplicationType.NONE);
        return application;
    }

    private static Map<String, Object> defaults(boolean sandbox, Map<String, String> environment) {
        Map<String, Object> defaults = new HashMap<>();
        String config = environment.get("DOKBRO_CONFIG");
        if (config != null) {
            defaults.put(
                    "spring.config.additional-location",
                    "optional:" + Path.of(config).toUri());
        }
        String routes = environment.get("DOKBRO_ROUTES");
        if (routes != null) {
            String folder = Path.of(routes).toUri().toString();
            defaults.put("dokbro.routes-pattern", folder + "*.camel.yaml," + folder + "common/*.camel.yaml");
        }
        if (sandbox) {
            defaults.put("spring.profiles.active", "sandbox");
        }
        return defaults;
    }

    /** Time, for all that asks for it. */
    @Configuration(proxyBeanMethods = false)
    static class Clocks {
        @Bean
        Clock clock() {
            return Clock.system(OSLO);
        }
    }
}
