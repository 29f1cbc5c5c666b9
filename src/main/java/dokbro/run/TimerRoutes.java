package dokbro.run;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Timer routes made of the templates in the route files, and made anew when their cron changes. */
@Component
public class TimerRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(TimerRoutes.class);

    private final CamelContext camel;
    private final Map<String, String> crons = new ConcurrentHashMap<>();

    TimerRoutes(CamelContext camel) {
        this.camel = camel;
    }

    /**
     * Sets one timer; a failure is logged, and the timer then stands still.
     *
     * @param template id of the route template
     * @param name tells this timer from the template's others
     * @param cron null takes the timer away
     * @param parameters of the template, but for the cron
     */
    public synchronized void set(String template, String name, String cron, Map<String, String> parameters) {
        String id = template + "-" + name;
        if (cron == null ? !crons.containsKey(id) : cron.equals(crons.get(id))) {
            return;
        }
        try {
            if (crons.remove(id) != null) {
                camel.getRouteController().stopRoute(id);
                camel.removeRoute(id);
            }
            if (cron != null) {
                TemplatedRouteBuilder route = TemplatedRouteBuilder.builder(camel, template)
                        .routeId(id)
                        .parameter("cron", cron);
                parameters.forEach(route::parameter);
                route.add();
                crons.put(id, cron);
            }
        } catch (Exception e) {
            LOG.error("The timer {} could not be set to \"{}\"", id, cron, e);
        }
    }
}
