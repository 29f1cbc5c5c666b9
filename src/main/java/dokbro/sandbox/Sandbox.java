package dokbro.sandbox;

import dokbro.sandbox.go.GoOptions;
import dokbro.sandbox.go.SimulatedGo;
import dokbro.sandbox.http.Faults;
import dokbro.sandbox.smartdok.SimulatedSmartDok;
import dokbro.sandbox.smartdok.SmartDokOptions;
import java.time.Clock;

/**
 * Both simulated systems and the control interface, on loopback, with the same contractor. They answer from the constructor's return until
 * {@link #close}.
 */
public final class Sandbox implements AutoCloseable {

    /** Where they listen; 0 for a free port. */
    public record Ports(int control, int smartdok, int go) {
        public static final Ports DEFAULT = new Ports(9100, 9101, 9102);
        public static final Ports FREE = new Ports(0, 0, 0);
    }

    private final Contractor contractor;
    private final Clock clock;
    private final SimulatedSmartDok smartdok;
    private final Control control;
    private volatile SimulatedGo go;

    public Sandbox(Contractor contractor, Clock clock, Ports ports) {
        this.contractor = contractor;
        this.clock = clock;
        SimulatedSmartDok started = null;
        SimulatedGo startedToo = null;
        try {
            started = new SimulatedSmartDok(contractor, clock, ports.smartdok(), SmartDokOptions.DEFAULT).start();
            startedToo = new SimulatedGo(contractor, clock, ports.go(), GoOptions.defaults(), Faults.none()).start();
            smartdok = started;
            go = startedToo;
            control = new Control(this, ports.control());
        } catch (RuntimeException e) {
            // a port that is taken must not leave the others open
            if (started != null) {
                started.close();
            }
            if (startedToo != null) {
                startedToo.close();
            }
            throw e;
        }
    }

    public Contractor contractor() {
        return contractor;
    }

    public SimulatedSmartDok smartdok() {
        return smartdok;
    }

    /** The simulated Go; {@link #reset} puts another in its place, at the same address. */
    public SimulatedGo go() {
        return go;
    }

    /** Address of the control interface, such as {@code http://127.0.0.1:9100}. */
    public String controlUrl() {
        return control.url();
    }

    /** Both systems as at the start; options stay, faults and logs go. */
    public synchronized void reset() {
        smartdok.reset();
        SimulatedGo old = go;
        int port = old.server().port();
        old.faults().clear();
        old.close();
        go = new SimulatedGo(contractor, clock, port, old.options(), old.faults()).start();
    }

    @Override
    public void close() {
        control.close();
        smartdok.close();
        go.close();
    }
}
