package dokbro.source;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.entity.Catalogue;
import dokbro.run.Run;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The registers that additions and per diem look up: SmartDok's, and Go's pay items. */
@Component
class AdditionRegisters {

    private final SmartDokLists smartdok;
    private final PowerOfficeLists poweroffice;

    AdditionRegisters(SmartDokLists smartdok, PowerOfficeLists poweroffice) {
        this.smartdok = smartdok;
        this.poweroffice = poweroffice;
    }

    Catalogue read(Run run) {
        return smartdok.catalogue(run, smartdok.additionTypes(run), smartdok.perDiemTypes(run), payItems(run));
    }

    /** By code; of several with the same one, an active one. */
    private Map<String, Catalogue.PayItem> payItems(Run run) {
        Map<String, Catalogue.PayItem> byCode = new HashMap<>();
        for (JsonNode row : poweroffice.payItems(run)) {
            String code = SmartDokLists.text(row, "Code");
            if (code != null) {
                Catalogue.PayItem payItem = new Catalogue.PayItem(
                        SmartDokLists.text(row, "Id"),
                        code,
                        SmartDokLists.text(row, "Name"),
                        row.path("IsActive").asBoolean(),
                        SmartDokLists.text(row, "ProcessingType"),
                        SmartDokLists.decimal(row, "Rate"));
                byCode.merge(code, payItem, (one, other) -> one.active() ? one : other);
            }
        }
        return byCode;
    }
}
