package dokbro.sandbox.smartdok;

import dokbro.sandbox.Contractor;
import dokbro.sandbox.ContractorData;
import dokbro.sandbox.Size;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A simulated SmartDok with the demo contractor, noon of 24 November 2026. */
abstract class SmartDokTest {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    static final Contractor DEMO = ContractorData.make(1, Size.DEMO, TODAY);

    SettableClock clock;
    SimulatedSmartDok smartdok;
    BackDoor office;
    Caller caller;

    @BeforeEach
    void start() {
        clock = new SettableClock(TODAY.atTime(12, 0));
        smartdok = new SimulatedSmartDok(DEMO, clock, 0, SmartDokOptions.DEFAULT).start();
        office = smartdok.backDoor();
        caller = new Caller(smartdok);
    }

    @AfterEach
    void stop() {
        smartdok.close();
    }
}
