package dokbro.chaos;

import dokbro.Dokbro;
import dokbro.link.Link;
import dokbro.run.EntityDefinition;
import dokbro.run.Probe;
import dokbro.run.Run;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;

/**
 * The service with a probe that finds nothing, so that every create in doubt is sent again. Stands among the tests, and never in the jar: no
 * setting can take the probe from the delivered service.
 */
public final class WithoutProbe {

    private WithoutProbe() {}

    /** As {@link Dokbro#main}, with the folder of settings from the environment. */
    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(Dokbro.class);
        application.setSources(Set.of(Blindfold.class.getName()));
        application.setDefaultProperties(
                Map.of("spring.config.additional-location", "optional:file:" + System.getenv("DOKBRO_CONFIG") + "/"));
        application.run(args);
    }

    /** Puts the blind probe in the place of each real one. Carries no annotation that would bring it into other tests. */
    static class Blindfold implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof EntityDefinition<?> definition && definition.probe() != null
                    ? blind(definition)
                    : bean;
        }

        private static <F> EntityDefinition<F> blind(EntityDefinition<F> definition) {
            return new EntityDefinition<>(definition.entity(), definition.source(), definition.matcher(), new Blind());
        }
    }

    private static final class Blind implements Probe {

        @Override
        public Map<String, List<String>> find(Run run, List<Link> claims) {
            return Map.of();
        }

        @Override
        public long marked(Run run) {
            return 0;
        }
    }
}
