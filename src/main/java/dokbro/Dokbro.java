package dokbro;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The service: Camel routes, one per entity, between SmartDok and PowerOffice Go. */
@SpringBootApplication
public class Dokbro {

    /** The zone of every date and clock time in SmartDok, Go and the settings. */
    public static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    public static void main(String[] args) {
        SpringApplication.run(Dokbro.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.system(OSLO);
    }
}
