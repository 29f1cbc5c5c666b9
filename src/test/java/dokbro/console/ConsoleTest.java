package dokbro.console;

import dokbro.Dokbro;
import dokbro.TwoSystems;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The whole service with both simulated systems, over real HTTP. All that carry this share one context. Passwords: name + "-secret". */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        classes = Dokbro.class,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:console;DB_CLOSE_DELAY=-1",
            "dokbro.run.timers=false",
            "dokbro.config=target/no-config",
            "management.server.port=0",
            "dokbro.users[0].name=kari",
            "dokbro.users[0].password=$2a$04$vZwp7ymxlJQAXHX2Nyl/G.oo6AkMFburLj1D9ENxZ9CM94kKARyYa",
            "dokbro.users[0].role=operator",
            "dokbro.users[1].name=ola",
            "dokbro.users[1].password=$2a$04$nJWBp70McCo7aCMTEnuBLe.AqO/nMUz6MLZ7Rpc0vStG5GLdJmmGG",
            "dokbro.users[1].role=viewer"
        },
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureObservability(tracing = false)
@Import({TwoSystems.class, OtherCompanies.class})
@interface ConsoleTest {}
