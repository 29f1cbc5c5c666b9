package dokbro.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dokbro.api.Api;
import dokbro.api.ApiCall;
import dokbro.entity.ImportReference;
import dokbro.failure.Reason;
import dokbro.failure.RecordFailure;
import dokbro.link.LinksByTarget;
import dokbro.poweroffice.PowerOfficeClient;
import dokbro.run.Run;
import dokbro.run.TargetRecords;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Sales orders as Go has them, with their lines. An order that was invoiced is found as its invoice, without lines: Go shows the order no
 * more, and it was not deleted.
 */
@Component
class SalesOrders implements TargetRecords {

    static final String PATH = "SalesOrders";
    static final String INVOICES = "OutgoingInvoices";
    static final String LETTERS = "IN";

    private static final String REFERENCE = "ExternalImportReference";
    private static final String LINES = "SalesOrderLines";
    private static final String INVOICE_NUMBER = "InvoiceNo";

    private final PowerOfficeClient poweroffice;
    private final PowerOfficeLists lists;
    private final LinksByTarget links;

    SalesOrders(PowerOfficeClient poweroffice, PowerOfficeLists lists, LinksByTarget links) {
        this.poweroffice = poweroffice;
        this.lists = lists;
        this.links = links;
    }

    @Override
    public Optional<JsonNode> find(Run run, String targetId) {
        return poweroffice
                .find(run.company(), path(targetId) + "/Complete")
                .map(SalesOrders::inOrder)
                .or(() -> invoice(run, targetId));
    }

    private static JsonNode inOrder(JsonNode order) {
        ObjectNode sorted = order.deepCopy();
        sorted.putArray(LINES)
                .addAll(order.path(LINES)
                        .valueStream()
                        .sorted(Comparator.comparing(
                                line -> line.path("SortOrder").asInt()))
                        .toList());
        return sorted;
    }

    /** The invoices are read once a run, and anew for one that is not among them. */
    private Optional<JsonNode> invoice(Run run, String targetId) {
        return links.of(run.company().key(), InvoiceBases.ENTITY, List.of(targetId)).stream()
                .filter(link -> link.payload() != null)
                .map(link -> SmartDokLists.text(link.payload(), REFERENCE))
                .findFirst()
                .flatMap(reference -> with(reference, run.once("Go " + INVOICES, () -> invoices(run)))
                        .or(() -> with(reference, invoices(run))));
    }

    private static Optional<JsonNode> with(String reference, List<JsonNode> invoices) {
        return invoices.stream()
                .filter(invoice -> reference.equals(SmartDokLists.text(invoice, REFERENCE)))
                .findFirst();
    }

    private List<JsonNode> invoices(Run run) {
        return poweroffice.list(
                run.company(), INVOICES, invoicesSince(run.company().startDate()));
    }

    /** An invoice may carry a day before its order was made, but no day of the year before. */
    static Map<String, String> invoicesSince(LocalDate startDate) {
        return Map.of("fromDate", startDate.minusYears(1).toString());
    }

    @Override
    public List<JsonNode> since(Run run, LocalDate from) {
        return lists.salesOrders(run).stream()
                .filter(SalesOrders::ours)
                .flatMap(order -> find(run, SmartDokLists.text(order, "Id")).stream())
                .toList();
    }

    static boolean ours(JsonNode order) {
        return ImportReference.parse(SmartDokLists.text(order, REFERENCE))
                .filter(reference -> reference.letters().equals(LETTERS))
                .isPresent();
    }

    @Override
    public Optional<RecordFailure> lock(JsonNode record) {
        if (record.hasNonNull(INVOICE_NUMBER)) {
            return Optional.of(new RecordFailure(
                    Reason.INVOICED_IN_GO, record.get(INVOICE_NUMBER).asText()));
        }
        return "Confirmed".equals(SmartDokLists.text(record, "SalesOrderStatus"))
                ? Optional.of(new RecordFailure(Reason.ORDER_CONFIRMED))
                : Optional.empty();
    }

    @Override
    public Optional<ApiCall> takeAway(Run run, String targetId) {
        return Optional.of(new ApiCall(run.company(), "DELETE", path(targetId), Map.of(), null).to(Api.POWEROFFICE));
    }

    private static String path(String targetId) {
        return PATH + "/" + ApiCall.segment(targetId);
    }
}
