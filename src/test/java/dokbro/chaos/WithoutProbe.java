package dokbro.chaos;

import dokbro.Dokbro;
import dokbro.run.EntityDefinition;
import dokbro.run.Probe;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;

/**
 * The service with probes that find nothing, so that every create in doubt is sent again. Stands among the tests, and never in the jar: no
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

    /** Puts a blind probe in the place of each real one. Carries no annotation that would bring it into other tests. */
    static final class Blindfold implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof EntityDefinition<?> definition && definition.probe() != null
                    ? blind(definition)
                    : bean;
        }

        /** Whatever else a definition holds stays. */
        private static EntityDefinition<?> blind(EntityDefinition<?> definition) {
            RecordComponent[] components = EntityDefinition.class.getRecordComponents();
            Class<?>[] types =
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Object[] values = new Object[components.length];
            try {
                for (int i = 0; i < values.length; i++) {
                    values[i] = types[i] == Probe.class
                            ? blindProbe()
                            : components[i].getAccessor().invoke(definition);
                }
                return EntityDefinition.class.getDeclaredConstructor(types).newInstance(values);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("EntityDefinition is not a record any more", e);
            }
        }

        private static Object blindProbe() {
            return Proxy.newProxyInstance(
                    Probe.class.getClassLoader(),
                    new Class<?>[] {Probe.class},
                    (proxy, method, arguments) -> method.isDefault()
                            ? InvocationHandler.invokeDefault(proxy, method, arguments)
                            : nothing(method.getReturnType()));
        }

        private static Object nothing(Class<?> type) {
            if (type == Map.class) {
                return Map.of();
            }
            return type == List.class ? List.of() : (Object) 0L;
        }
    }
}
