package dokbro.source;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.api.ApiCall;
import dokbro.poweroffice.PowerOfficeClient;
import dokbro.run.Run;
import dokbro.run.TargetRecords;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Vouchers as Go has them. One that is reversed counts as none: its cost is gone. Go lists none of them, so each is asked for. */
@Component
class VoucherTargets implements TargetRecords {

    static final String POSTED = "Vouchers/ManualJournals/";
    static final String DRAFTS = "JournalEntryVouchers/ManualJournals/";

    private final PowerOfficeClient poweroffice;

    VoucherTargets(PowerOfficeClient poweroffice) {
        this.poweroffice = poweroffice;
    }

    /** Drafts and posted vouchers have ids of one kind; which it is depends on what the setting was when it was sent. */
    @Override
    public Optional<JsonNode> find(Run run, String targetId) {
        Optional<JsonNode> posted = poweroffice.find(run.company(), POSTED + ApiCall.segment(targetId));
        return posted.isPresent()
                ? posted.filter(voucher -> !voucher.path("IsReversed").asBoolean())
                : poweroffice.find(run.company(), DRAFTS + ApiCall.segment(targetId));
    }

    @Override
    public List<JsonNode> since(Run run, LocalDate from) {
        return List.of();
    }
}
