package dokbro.run;

import java.lang.management.ManagementFactory;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** This process, by a name that no other process ever has. */
@Component
class Node {

    private final String name = ManagementFactory.getRuntimeMXBean().getName() + "-"
            + UUID.randomUUID().toString().substring(0, 8);

    String name() {
        return name;
    }
}
