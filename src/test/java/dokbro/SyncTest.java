package dokbro;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/**
 * A test of whole runs against simulated systems. All classes with it share one application, whose companies are {@link Sites}; each class
 * resets the one that it uses.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Dokbro.class,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:sync;DB_CLOSE_DELAY=-1",
            "dokbro.run.timers=false",
            "dokbro.run.lease=6s",
            "dokbro.run.call-timeout=30s",
            "dokbro.run.replica-lag=2s",
            "dokbro.http.timeout=2s",
            "dokbro.http.back-off=5ms",
            "dokbro.http.max-back-off=20ms",
            "dokbro.config=target/no-config"
        },
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
@Import(SyncScene.class)
public @interface SyncTest {}
