package dokbro.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was measured on. */
final class Machine {

    private static final long MIB = 1024L * 1024;

    private Machine() {}

    /** Cores, memory, Java, system, and how busy the machine was before the bench began. */
    static Map<String, Object> facts() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("cores", system.getAvailableProcessors());
        facts.put("memoryMiB", system.getTotalMemorySize() / MIB);
        facts.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
        facts.put("system", system.getName() + " " + system.getVersion() + " " + system.getArch());
        facts.put("loadBefore", system.getSystemLoadAverage());
        return facts;
    }
}
