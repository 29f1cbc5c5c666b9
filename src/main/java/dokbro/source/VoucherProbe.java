package dokbro.source;

import com.fasterxml.jackson.databind.JsonNode;
import dokbro.api.ApiCall;
import dokbro.entity.ImportReference;
import dokbro.failure.FailureClass;
import dokbro.failure.RecordFailure;
import dokbro.link.Link;
import dokbro.link.LinksByTarget;
import dokbro.poweroffice.PowerOfficeClient;
import dokbro.run.Probe;
import dokbro.run.Run;
import dokbro.run.VoucherWays;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Vouchers in doubt. Go lists no posted voucher, but refuses a second one with the same reference and names the first: the same POST again
 * tells, whichever of the two it makes. Drafts have no reference; Go lists them, and one with the same day, text and amounts is it.
 */
@Component
class VoucherProbe implements Probe {

    /** Clocks differ. */
    private static final Duration MARGIN = Duration.ofMinutes(10);

    private final PowerOfficeClient poweroffice;
    private final LinksByTarget links;

    VoucherProbe(PowerOfficeClient poweroffice, LinksByTarget links) {
        this.poweroffice = poweroffice;
        this.links = links;
    }

    @Override
    public Map<String, List<String>> find(Run run, List<Link> claims) {
        Map<String, List<String>> found = new HashMap<>();
        for (Link link : claims) {
            JsonNode sent = link.claim().payload();
            found.put(
                    link.sourceId(),
                    VoucherWays.isDraft(sent)
                            ? drafts(run, link)
                            : again(run, sent).stream().toList());
        }
        return found;
    }

    /** Any other refusal means that the first never arrived, and neither did this one. */
    private Optional<String> again(Run run, JsonNode sent) {
        try {
            return Optional.of(
                    SmartDokLists.text(poweroffice.again(run.company(), VoucherWays.resource(sent), sent), "Id"));
        } catch (RecordFailure refused) {
            FailureClass kind = refused.reason().failureClass();
            if (kind != FailureClass.DATA && kind != FailureClass.LOCKED) {
                throw refused;
            }
            String detail = refused.arguments().get(refused.arguments().size() - 1);
            return ImportReference.holder(detail, SmartDokLists.text(sent, "ExternalImportReference"));
        }
    }

    private List<String> drafts(Run run, Link claim) {
        Instant since = claim.claim().at().minus(MARGIN);
        List<String> ids = poweroffice
                .list(
                        run.company(),
                        "JournalEntryVouchers",
                        Map.of("createdDateTimeOffsetGreaterThan", since.toString()))
                .stream()
                .map(item -> SmartDokLists.text(item, "Id"))
                .toList();
        List<String> taken = links.of(run.company().key(), run.entity(), ids).stream()
                .map(Link::targetId)
                .toList();
        List<String> equal = new ArrayList<>();
        for (String id : ids) {
            if (!taken.contains(id)) {
                poweroffice
                        .find(run.company(), VoucherTargets.DRAFTS + ApiCall.segment(id))
                        .filter(draft -> same(draft, claim.claim().payload()))
                        .ifPresent(draft -> equal.add(id));
            }
        }
        return equal;
    }

    private static boolean same(JsonNode draft, JsonNode sent) {
        String day = SmartDokLists.text(draft, "VoucherDate");
        return day != null
                && day.startsWith(SmartDokLists.text(sent, "VoucherDate"))
                && SmartDokLists.text(sent, "Description").equals(SmartDokLists.text(draft, "Description"))
                && amounts(draft).equals(amounts(sent));
    }

    private static List<BigDecimal> amounts(JsonNode draft) {
        List<BigDecimal> amounts = new ArrayList<>();
        draft.path("ManualVoucherLines")
                .forEach(line ->
                        amounts.add(line.path("CurrencyAmount").decimalValue().stripTrailingZeros()));
        amounts.sort(null);
        return amounts;
    }

    /** No list shows the references. */
    @Override
    public List<Marked> marked(Run run, Instant since) {
        return List.of();
    }
}
