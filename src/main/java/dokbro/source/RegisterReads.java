package dokbro.source;

import dokbro.entity.reference.BothRegisters;
import dokbro.entity.reference.GoRegisters;
import dokbro.entity.reference.SmartDokRegisters;
import dokbro.run.Run;
import java.util.List;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;

/** Reads the registers of both systems for reference-data. */
@Component("registers")
public class RegisterReads {

    private final SmartDokLists smartdok;
    private final PowerOfficeLists poweroffice;

    RegisterReads(SmartDokLists smartdok, PowerOfficeLists poweroffice) {
        this.smartdok = smartdok;
        this.poweroffice = poweroffice;
    }

    /** Both systems' registers, whole. */
    public BothRegisters read(@ExchangeProperty("run") Run run) {
        return new BothRegisters(
                new SmartDokRegisters(
                        smartdok.users(run),
                        smartdok.wages(run),
                        smartdok.additions(run),
                        smartdok.allowances(run),
                        smartdok.departments(run),
                        smartdok.customers(run)),
                new GoRegisters(
                        poweroffice.employees(run),
                        poweroffice.hourTypes(run),
                        poweroffice.payItems(run),
                        poweroffice.departments(run),
                        poweroffice.customers(run),
                        poweroffice.projects(run),
                        poweroffice.activities(run),
                        // A company that sends no invoice basis need not have the right to read products.
                        run.company().invoiceBasis().lineProducts().isEmpty() ? List.of() : poweroffice.products(run)));
    }
}
