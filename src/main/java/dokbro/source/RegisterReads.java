package dokbro.source;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.entity.Kinds;
import dokbro.entity.reference.BothRegisters;
import dokbro.entity.reference.ChosenInLedger;
import dokbro.entity.reference.GoRegisters;
import dokbro.entity.reference.SmartDokRegisters;
import dokbro.run.Run;
import java.util.List;
import java.util.function.Function;
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
                        chosen(run, Kinds.CHOSEN_ACCOUNTS, poweroffice::accounts),
                        chosen(run, Kinds.CHOSEN_VAT_CODES, poweroffice::vatCodes),
                        chosen(run, Kinds.CHOSEN_PRODUCTS, poweroffice::products)));
    }

    /** A register that no setting asks for is not read. */
    private static List<JsonNode> chosen(Run run, String kind, Function<Run, List<JsonNode>> read) {
        return ChosenInLedger.needs(run.company(), kind) ? read.apply(run) : List.of();
    }
}
