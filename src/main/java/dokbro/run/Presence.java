package dokbro.run;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.DependsOn;
import org.springframework.stereotype.Component;

/**
 * Says in the database that this node lives, with a lease of its own. Dry runs and replays take no lease of their entity; whether one still
 * goes is seen by its node's.
 */
@Component
@DependsOn("lastProcess")
class Presence implements InitializingBean, DisposableBean {

    private final Leases leases;
    private final Node node;
    private Leases.Lease here;

    Presence(Leases leases, Node node) {
        this.leases = leases;
        this.node = node;
    }

    @Override
    public void afterPropertiesSet() {
        here = leases.present(node).orElseThrow();
        here.keep();
    }

    @Override
    public void destroy() {
        here.giveBack();
    }
}
